"""What only the preview has: problems on the pages, and a server that answers whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from crawl import parse
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs_career_roadmap.mkdocs_host.preview import Banner, guard
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.problems import Place, Problem, problem

SLIP = problem("bad-status", Place("a.md", 5, 9), "unknown status '<b>'; did you mean 'done'?")
ODD = problem("near-miss", Place("b.md", 2, 1), "Is it c?", Place("a.md", 3, 1))
HINT = problem("blocked-status", Place("c.md", 1, 1), "Say what it waits for.")
ALL = Banner((SLIP, ODD, HINT), "docs")


def text(html: str) -> str:
    return parse(html).text


def test_page_shows_its_problems_as_the_terminal_does() -> None:
    assert text(ALL.of_page("a.md")) == (
        "1 error, 1 warning on this page "
        "docs/a.md:5:9: error: unknown status '<b>'; did you mean 'done'? [bad-status] "
        "docs/b.md:2:1: warning: Is it c? (see docs/a.md:3:1) [near-miss] "
        "Only the preview shows this."
    )


def test_page_without_problems_has_no_box() -> None:
    assert ALL.of_page("d.md") == ""
    assert Banner((), "docs").of_all(lambda _: None) == ""


@pytest.mark.parametrize(("path", "is_open"), [("a.md", True), ("c.md", False)])
def test_box_is_open_unless_it_has_only_hints(path: str, is_open: bool) -> None:
    (details,) = parse(ALL.of_page(path)).all("details")
    assert (details.get("open") is not None) == is_open


def test_overview_shows_all_problems_with_links_to_the_pages_there_are() -> None:
    html = parse(ALL.of_all({"a.md": "../a/", "b.md": '"><b>'}.get))
    assert html.text.startswith("1 error, 1 warning, 1 hint in the roadmap")
    assert [(a.get("href"), a.text) for a in html.all("a")] == [
        ("../a/", "docs/a.md:5:9"),
        ('"><b>', "docs/b.md:2:1"),
    ]


# --- the server ---


class Server:
    """What a server of MkDocs has, as far as it is guarded."""

    def __init__(self) -> None:
        self.builder: Callable[[], None] = lambda: None
        self.error_handler: Callable[[int], bytes | None] = lambda code: b"not found" if code == 404 else None
        self._visible_epoch = 7

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        return content + b"<script>%d</script>" % epoch


def failing(error: Exception) -> tuple[Server, list[str]]:
    """Return a guarded server whose build has failed so, and what was told."""

    def builder() -> None:
        raise error

    server, told = Server(), []
    guard(server, builder, told.append)
    server.builder()
    return server, told


@pytest.mark.parametrize(
    "error", [Abort("Config value 'x': no."), ConfigurationError("Config value 'x': no.")]
)
def test_build_that_is_refused_is_told_in_its_own_words(error: Exception) -> None:
    server, told = failing(error)
    assert told == ["the site could not be built: Config value 'x': no."]
    page = server.error_handler(404)
    assert page is not None
    assert "Config value 'x': no." in parse(page).text
    assert b"<script>7</script>" in page


def test_bug_of_somebody_is_told_with_its_traceback_and_runs_nothing() -> None:
    server, told = failing(TypeError("<img src=x>"))
    assert "Traceback" in told[0]
    page = server.error_handler(500)
    assert page is not None
    assert b"<img" not in page
    assert "TypeError: <img src=x>" in parse(page).text


def test_strict_site_that_was_built_whole_is_shown() -> None:
    server, told = failing(Abort("Aborted with 2 warnings in strict mode!"))
    assert (told, server.error_handler(404)) == ([], b"not found")


def test_error_without_words_is_told_with_its_traceback() -> None:
    assert "Traceback" in failing(Abort(""))[1][0]


def test_server_is_as_before_once_a_build_succeeds() -> None:
    results = [TypeError("x"), None]
    server, built = Server(), []

    def builder() -> None:
        built.append(1)
        if error := results.pop(0):
            raise error

    guard(server, builder, lambda _: None)
    server.builder()
    server.builder()
    assert (built, server.error_handler(404), server.error_handler(500)) == ([1, 1], b"not found", None)


def test_server_of_another_make_is_guarded_as_far_as_it_goes() -> None:
    class Bare:
        builder: Callable[[], None]
        error_handler: Callable[[int], bytes | None]

    def builder() -> None:
        raise TypeError("x")

    server = Bare()
    guard(server, builder, lambda _: None)
    assert server.error_handler(404) is None
    server.builder()
    assert b"TypeError" in (server.error_handler(404) or b"")


def test_interrupt_ends_the_server() -> None:
    def builder() -> None:
        raise KeyboardInterrupt

    server = Server()
    guard(server, builder, lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        server.builder()


def test_severity_is_shown_as_the_site_has_it() -> None:
    told = Problem("bad-status", Place("a.md"), "x", (), Severity.WARNING)
    assert text(Banner((told,), "").of_page("a.md")).startswith("1 warning on this page a.md:1:1: warning: x")
