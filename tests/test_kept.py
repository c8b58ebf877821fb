"""What is kept between the builds of the tests changes nothing of what a build makes."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from conftest import MakeSite
from hosts import HOME, build, config, good, post
from jinja2 import Environment, FileSystemLoader


def test_template_that_a_test_writes_anew_is_read_anew(tmp_path: Path) -> None:
    for words in ("one", "two"):
        (tmp_path / "page.html").write_text(words, "utf-8")
        env = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
        assert env.get_template("page.html").render() == words
        (tmp_path / f"{words}.html").touch()
    assert FileSystemLoader(tmp_path).list_templates() == ["one.html", "page.html", "two.html"]


def test_environments_that_compile_differently_share_no_template() -> None:
    text = "{{ '<' | sign }}{{ x }}"

    def rendered(autoescape: bool, sign: str) -> str:
        env = Environment(loader=jinja2.DictLoader({"page.html": text}), autoescape=autoescape)
        env.filters["sign"] = lambda _: sign
        return env.get_template("page.html").render(x="<")

    assert [rendered(True, "a"), rendered(False, "a"), rendered(True, "b")] == ["a&lt;", "a<", "b&lt;"]


@pytest.mark.parametrize("words", ["{}", "{done: Fertig}"])
def test_site_that_is_built_again_compiles_none_of_its_templates(
    site: MakeSite, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def made(options: str) -> Path:
        return site({**HOME, "a.md": post()}, config(options, theme="material"))

    folder = made(f"{{as_of: 2026-04-01, labels: {words}}}")
    good(build(made("{as_of: 2026-04-01}")))
    compiled: list[str | None] = []
    compiles = Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda env, source, name=None, *more, **named: (
        compiled.append(name) or compiles(env, source, name, *more, **named)))
    good(build(folder))
    assert compiled == []
