"""What gives a page away in a built site."""

from __future__ import annotations

import json

from each import each
from mkdocs_career_roadmap.reading.hidden_pages.traces import PublicTexts, given_away, traces

DIARY = """---
title: My secret diary
lessons: Never trust a quiet reviewer again
---
# My secret diary

I met *two* of them at the harbour, and we talked until it was late.
"Nobody" knows that the okapi has been painted twice since then.
"""


def found(name: str, content: str, public: str = "") -> list[str]:
    sought = traces("posts/secret-diary.md", DIARY, "My secret diary", PublicTexts([public]))
    return [trace.what for trace in given_away(name, content, sought)]


@each(("content", "what"), [
    ("<li>My secret diary</li>", ["title"]),
    ('<a href="../secret-diary/">x</a>', ["file name"]),
    ("<p>knows that the <b>okapi</b> has been\npainted twice since then", ["sentence"]),
    ("of them at the harbour, and we talked until it was late", ["sentence"]),
    ("<p>Never trust a quiet reviewer again.</p>", ["sentence"]),
    (json.dumps({"text": "knows that the okapi has been painted twice since then"}), ["sentence"]),
    (json.dumps({"text": "&lt;p&gt;Never trust a quiet reviewer&amp;nbsp; again"}), ["sentence"]),
    ('<meta name="description" content="Never trust a quiet reviewer again">', ["sentence"]),
    ("<a href='https://example.org/?text=Never%20trust%20a%20quiet%20reviewer%20again'>x</a>", ["sentence"]),
    ("<p>Never trust a quiet re&shy;viewer again</p>", ["sentence"]),
    ("<p>Nothing of it is here.</p>", []),
])
def test_words_are_found_in_every_kind_of_file(content: str, what: list[str]) -> None:
    assert found("index.html", content) == what


def test_name_of_a_file_is_found_in_names() -> None:
    assert found("posts/secret-diary/index.html", "") == ["file name"]


def test_what_the_public_says_as_well_gives_nothing_away() -> None:
    assert found("index.html", "<p>My secret diary</p>", public="Buy 'My secret diary', a novel.") == []


def test_short_words_give_nothing_away() -> None:
    assert traces("a.md", "Yes. No.\n", "A", PublicTexts([])) == []
