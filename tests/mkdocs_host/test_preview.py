"""What only the preview has: problems on the pages, and a server that answers whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from crawl import parse, text_of
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs_career_roadmap.mkdocs_host.preview import guard, with_note
from mkdocs_career_roadmap.project.banner import Banner
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.problems import Place, Problem, problem

SLIP = problem("bad-status", Place("a.md", 5, 9), "unknown status '<b>'; did you mean 'done'?")
ODD = problem("no-effect", Place("b.md", 2, 1), "Is it c?", Place("a.md", 3, 1))
HINT = problem("blocked-status", Place("c.md", 1, 1), "Say what it waits for.")
ALL = Banner((SLIP, ODD, HINT), "docs")


def text(html: str) -> str:
    return parse(html).text


def test_page_shows_its_problems_as_the_terminal_does() -> None:
    assert text(ALL.of_page("a.md")) == (
        "1 error, 1 warning on this page "
        "docs/a.md:5:9: error: unknown status '<b>'; did you mean 'done'? [bad-status] "
        "docs/b.md:2:1: warning: Is it c? (see docs/a.md:3:1) [no-effect] "
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
        self.app: Callable[..., Iterable[bytes]] = lambda *_: []

    def get_app(self) -> Callable[..., Iterable[bytes]]:
        return self.app

    def set_app(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app = app

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


def test_error_of_another_plugin_is_told_in_the_words_that_were_logged() -> None:
    def builder() -> None:
        log = logging.getLogger("mkdocs.plugins.x")
        log.warning("something odd")
        log.error("cannot find 'ada'\nin any list of authors")
        raise Abort("Aborted with a BuildError!")

    server, told = Server(), []
    guard(server, builder, told.append)
    server.builder()
    assert told == ["the site could not be built: in any list of authors"]
    page = parse(server.error_handler(404) or b"").text
    assert "something odd cannot find 'ada' in any list of authors This page" in page


def test_error_of_which_nothing_was_logged_is_told_as_it_is() -> None:
    assert failing(Abort("Aborted with a BuildError!"))[1] == [
        "the site could not be built: Aborted with a BuildError!"]


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


# --- pages that were built before ---


class Content(list[bytes]):
    """What an application answers, which must be closed."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True


OLD = b'<!doctype html><html><head></head><body class="a">\nOld words.</body></html>'


def answer(
    fails: bool, kind: str = "text/html", status: str = "200 OK"
) -> tuple[str, dict[str, str], bytes, Content]:
    """Return what a guarded server answers after a build (status, headers, content), and what it had."""
    content = Content([OLD[:20], OLD[20:]])

    def app(environ: Any, start: Callable[..., Any]) -> Iterable[bytes]:
        start(status, [("Content-Type", kind), ("Content-Length", str(len(OLD)))])
        return content

    def builder() -> None:
        logging.getLogger("mkdocs.plugins.x").info("a word of no weight")
        logging.getLogger("mkdocs.plugins.x").error("the <reason>")
        if fails:
            raise Abort("Aborted with a configuration error!")

    server, heads = Server(), []
    server.app = app
    guard(server, builder, lambda _: None)
    server.builder()
    html = b"".join(server.app({}, lambda *head: heads.append(head)))
    ((code, headers),) = heads
    return code, dict(headers), html, content


def test_page_that_was_built_before_says_why_it_is_old() -> None:
    code, headers, html, content = answer(fails=True)
    assert (code, headers["Content-Length"], content.is_closed) == ("200 OK", str(len(html)), True)
    (note,) = parse(html).all("div")
    assert text_of(note) == (
        "The site could not be built, so this page may be as it was before; "
        "it is new again when this is mended:the <reason> Aborted with a configuration error!")
    assert parse(html).text.endswith("Old words.")
    assert html.startswith(OLD[:OLD.index(b">\nOld") + 1])


@pytest.mark.parametrize(("fails", "kind", "status"), [
    (False, "text/html", "200 OK"), (True, "text/css", "200 OK"), (True, "text/html", "302 Found")])
def test_whatever_else_the_server_answers_is_left_alone(fails: bool, kind: str, status: str) -> None:
    code, headers, html, content = answer(fails, kind, status)
    assert (code, headers["Content-Length"], html, content.is_closed) == (status, str(len(OLD)), OLD, False)


def test_note_has_the_last_lines_only() -> None:
    page = with_note(b"<p>No body.</p>", "\n".join(f"line {n}." for n in range(1, 31)))
    assert "line 21. line 22." in parse(page).text
    assert "line 20." not in parse(page).text
    assert parse(page).text.endswith("line 30.No body.")


def test_nothing_is_kept_of_what_is_logged_after_a_build() -> None:
    before = [list(logging.getLogger(name).handlers) for name in ("mkdocs", "properdocs")]
    failing(Abort("x"))
    assert [logging.getLogger(name).handlers for name in ("mkdocs", "properdocs")] == before


def test_plugin_that_leaves_the_program_does_not_end_the_server() -> None:
    def builder() -> None:
        raise SystemExit("I leave")

    server, told = Server(), []
    guard(server, builder, told.append)
    server.builder()
    assert "SystemExit: I leave" in told[0]


def test_configuration_that_strict_refuses_is_no_site_built_whole() -> None:
    assert failing(Abort("Aborted with 1 configuration warnings in 'strict' mode!"))[1]


def test_severity_is_shown_as_the_site_has_it() -> None:
    told = Problem("bad-status", Place("a.md"), "x", (), Severity.WARNING)
    assert text(Banner((told,), "").of_page("a.md")).startswith("1 warning on this page a.md:1:1: warning: x")
