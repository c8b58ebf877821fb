"""What is told of a template of the site that cannot be rendered, and what stands in for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import write
from mkdocs_career_roadmap.pages.render import BadTemplateError, Renderer
from mkdocs_career_roadmap.pages.shapes import Ref
from mkdocs_career_roadmap.vocabulary.labels import Words


def mistake(folder: Path, text: str, **more: str) -> tuple[str, int, str]:
    """Return the file, line and message of the mistake in a template; `more` are others, by name."""
    files = {"post": text, **more}
    write(folder, {f"career-roadmap/{name}.html": text for name, text in files.items()})
    with pytest.raises(BadTemplateError) as told:
        Renderer(Words(), (str(folder),))("post", Ref("A title", None))
    found = told.value
    assert str(found) == f"{found.path}:{found.line}: {found.message}"
    return found.path.relative_to(folder / "career-roadmap").as_posix(), found.line, found.message


# --- what is wrong, and where ---


@pytest.mark.parametrize(("text", "line", "message"), [
    ("<p>\n{{ vew.title }}</p>", 2, "'vew' is undefined"),
    ("a\n\n{{ view.titel }}", 3, "'mkdocs_career_roadmap.pages.shapes.Ref object' has no attribute 'titel'"),
    ("{{ view.title }}\n{{ view.href.upper() }}", 2, "'None' has no attribute 'upper'"),
    ("{{ view.title + 1 }}", 1, 'TypeError: can only concatenate str (not "int") to str'),
    ("a\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
    ("{% if view.title %}\n{% endfor %}", 2, "Encountered unknown tag 'endfor'."),
    ("a\n{{ view.title | uper }}", 2, "No filter named 'uper'."),
    ("{{ view.title", 1, "unexpected end of template, expected 'end of print statement'."),
    ("a\n{% include 'career-roadmap/none.html' %}", 2, "there is no template 'career-roadmap/none.html'"),
    ("{% include ['none.html', 'nor.html'] %}", 1, "there is no template 'nor.html'"),
    ("a\n{% extends 'career-roadmap/post.html' %}", 2, "it extends or includes itself, over and over"),
    ("{{ t('no_such_word') }}", 1, "KeyError: 'no_such_word'"),
])
def test_mistake_is_told_with_its_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    file, at, told = mistake(tmp_path, text)
    assert (file, at) == ("post.html", line)
    assert told.startswith(message.rstrip("."))


def test_mistake_in_what_a_template_includes_is_told_where_it_is(tmp_path: Path) -> None:
    text = "{% import 'career-roadmap/mine.html' as my %}\n{{ my.hello() }}"
    macro = "{% macro hello() %}\n\n{{ nobody }}{% endmacro %}"
    assert mistake(tmp_path, text, mine=macro) == ("mine.html", 3, "'nobody' is undefined")
    assert mistake(tmp_path, text, mine="a\n{% macro %}")[:2] == ("mine.html", 2)


def test_mistake_that_shows_in_a_macro_of_ours_is_told_where_the_site_calls_it(tmp_path: Path) -> None:
    text = "{% import 'career-roadmap/_macros.html' as m %}\n\n{{ m.ref(none) }}"
    *place, told = mistake(tmp_path, text)
    assert place == ["post.html", 3]
    assert told.startswith("'None' has no attribute")  # whichever the macro looks at first


def test_macros_of_the_site_that_our_templates_do_not_get_on_with_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "theme"
    write(folder, {"career-roadmap/_macros.html": "{% macro post_list(list) %}\n{{ lst }}{% endmacro %}"})
    with pytest.raises(BadTemplateError, match=r"_macros\.html:2: 'lst' is undefined"):
        Renderer(Words(), (str(folder),))("embed-posts", type("View", (), {"posts": (1,)}))


def test_template_that_is_not_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "career-roadmap/post.html"
    file.parent.mkdir()
    file.write_bytes("<p>Größe</p>".encode("latin-1"))
    with pytest.raises(BadTemplateError, match=re.escape(f"{file}:1: it is not text in UTF-8")):
        Renderer(Words(), (str(tmp_path),))("post", None)


def test_mistake_of_ours_is_no_mistake_of_the_site(tmp_path: Path) -> None:
    # A view that a template of ours cannot show is our own bug, with or without a theme.
    for folders in ((), (str(tmp_path),)):
        with pytest.raises(Exception, match="has no attribute 'about'") as told:
            Renderer(Words(), folders)("post", object())
        assert not isinstance(told.value, BadTemplateError)


# --- what stands in ---


def test_template_of_ours_stands_in_for_one_that_cannot_be_rendered(tmp_path: Path) -> None:
    told: list[BadTemplateError] = []
    write(tmp_path, {"career-roadmap/embed-posts.html": "{{ vew }}"})
    view = type("View", (), {"posts": (Ref("A post", "/a"),)})
    shown = Renderer(Words(), (str(tmp_path),), told.append)("embed-posts", view, "x")
    assert shown == Renderer(Words())("embed-posts", view, "x")
    assert [(mistake.path.name, mistake.line) for mistake in told] == [("embed-posts.html", 1)]


def test_template_written_after_ours_was_read_is_taken_by_the_next_build(tmp_path: Path) -> None:
    def rendered() -> str:
        view = type("View", (), {"posts": (Ref("A post", "/a"),)})
        return Renderer(Words(), (str(tmp_path),))("embed-posts", view)

    assert "A post" in rendered()
    write(tmp_path, {"career-roadmap/embed-posts.html": "Mine."})
    assert rendered() == "Mine."
    (tmp_path / "career-roadmap/embed-posts.html").unlink()
    assert "A post" in rendered()
