"""Corners of the Liquid stage, each by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from mkdocs_career_roadmap.jekyll.liquid import LiquidScope, carry
from mkdocs_career_roadmap.new_site.lines import NoteKind


def scope(page: dict[str, object] | None = None, **site: object) -> LiquidScope:
    return LiquidScope(site, page or {}, "/x", "http://e.example", lambda _: None, lambda _: None)


def carried(body: str, known: LiquidScope | None = None) -> tuple[str, list[NoteKind]]:
    found = carry(body, 1, known or scope())
    return "\n".join(line.text for line in found.lines), [kind for kind, _, _ in found.notes]


@pytest.mark.parametrize("tag", ["{% highlight %}", "{% highlight ? %}", '{% highlight c linenos="x" %}'])
def test_a_highlight_that_jekyll_does_not_read_stays(tag: str) -> None:
    text, kinds = carried(f"{tag}\ncode\n{{% endhighlight %}}\n")
    assert tag in text
    assert set(kinds) == {NoteKind.LEFT}


@pytest.mark.parametrize(("when", "shown"), [
    (datetime(2021, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")), "CEST"),
    (datetime(2021, 7, 1, tzinfo=ZoneInfo("America/Sao_Paulo")), ""),
    (datetime(2021, 7, 1, tzinfo=UTC), "UTC"),
])
def test_a_zone_is_called_what_ruby_calls_it(when: datetime, shown: str) -> None:
    known = scope({"date": when}, timezone=str(when.tzinfo))
    assert carried("[{{ page.date | date: '%Z' }}]", known)[0] == f"[{shown}]"


def test_what_the_configuration_does_not_say_of_its_place_is_known() -> None:
    assert carried("{{ site.baseurl }}|{{ site.url }}") == ("/x|http://e.example", [])


def test_the_second_of_two_open_fences_is_none_either() -> None:
    """Neither is code, so that the tags behind them are spans of code."""
    text, kinds = carried("```a\n{% include a %}\n\n```b\n{% include b %}\n")
    assert text == "```a\n`{% include a %}`\n\n```b\n`{% include b %}`\n"
    assert kinds == [NoteKind.LEFT, NoteKind.LEFT]


def test_values_that_grow_without_end_are_left() -> None:
    long = "x" * 900_000
    text, kinds = carried("{{ page.a }}{{ page.a }}{{ page.a }}{{ page.a }}{{ page.a }}", scope({"a": long}))
    assert NoteKind.LEFT in kinds
    assert len(text) < 5_000_000
