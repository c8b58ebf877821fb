"""What is passed over at once, where hidden pages are looked for, could not have named one."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import quote

import pytest
from depth import tries
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.hidden_pages import naming
from mkdocs_career_roadmap.reading.hidden_pages.hidden import Hidden


class Thorough(Hidden):
    """The same pages, for which nothing is passed over."""

    def _may_end_as(self, address: str) -> bool:  # noqa: ARG002
        return True

    def may_mean(self, word: str) -> bool:  # noqa: ARG002
        return True


PARTS = st.sampled_from(
    ["diary", "Diary", "index", "README", "a b", "notes", "straße", "STRASSE", "v1.0", "é"])
ENDINGS = st.sampled_from([".md", ".markdown", ".MD"])
FOLDERS = st.lists(PARTS, max_size=2)
PATHS = st.builds(lambda folders, name, ending: "/".join([*folders, name]) + ending, FOLDERS, PARTS, ENDINGS)
SITE = "https://example.org/site/"
HIDDEN = st.fixed_dictionaries({
    "pages": st.lists(PATHS, min_size=1, max_size=3).map(lambda paths: dict.fromkeys(paths, "private")),
    "left_out": st.lists(PATHS, max_size=1).map(lambda paths: dict.fromkeys(paths, "draft_docs")),
    "public": st.frozensets(PATHS, max_size=2),
    "posts": st.sampled_from([{}, {"diary": "posts/x.md", "v1.0": "posts/y.md"}]),
    "blog": st.sampled_from(["", "notes/"]),
    "site_url": st.sampled_from(["", SITE])})
STEPS = st.lists(PARTS | st.sampled_from(["..", ".", ""]), min_size=1, max_size=4).map("/".join)
ADDRESSES = st.builds(
    lambda before, steps, after, written: before + written(steps) + after,
    st.sampled_from(["", "/", "./", "../", SITE, "//example.org/", "https://other.org/", "/site/",
                     "https://web.archive.org/web/2026/https://example.org/site/", "http://localhost:8000/"]),
    STEPS, st.sampled_from(
        ["", "/", ".md", ".html", ".md#a", "/#a", "?a=b", "/index.html", "/.", "/..", ".md,", "."]),
    st.sampled_from([str, quote, escape, str.upper]))


@tries(400)
@given(HIDDEN, PATHS, st.lists(ADDRESSES, min_size=1, max_size=3))
def test_nothing_is_passed_over_that_names_a_page(
    fields: dict[str, Any], path: str, addresses: list[str]
) -> None:
    fast, slow = Hidden(**fields), Thorough(**fields)
    for address in addresses:
        for folder in (None, "", "notes/diary"):
            assert fast.leads_to(path, address, folder) == slow.leads_to(path, address, folder)
            assert fast.named_by(path, address, folder) == slow.named_by(path, address, folder)
    text = "\n".join(f"See {address} or [[{address}]]: {address}." for address in addresses)
    assert fast.names(path, text) == slow.names(path, text)
    html = "".join(f'<a href="{one}" data-x="x {one}" alt="{one}">{one}</a><img srcset="{one} 2x, /a.png 1x">'
                   for one in map(escape, addresses))
    assert fast.links_of_html(path, html, "notes") == slow.links_of_html(path, html, "notes")


def test_lines_and_tags_of_a_menu_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def noting(look: Any) -> Any:
        def noted(hidden: Hidden, text: str) -> Any:
            looked.append(text)
            return look(hidden, text)

        return noted

    for name in ("in_line", "in_tag"):
        monkeypatch.setattr(f"{Hidden.__module__}.{name}", noting(getattr(naming, name)))
    hidden = Hidden({"notes/diary.md": "private"})
    menu = "\n".join(f'<li><a href="../diary-{n}/">My diary {n}</a></li>' for n in range(50))
    for n in range(20):
        page = f"{menu}\n<p>diary page {n} <a href=../notes/diary/>x</a></p>"
        assert len(hidden.links_of_html(f"p{n}.md", page, f"p{n}")) == 1
        assert len(hidden.names(f"p{n}.md", page)) == 1
    assert len(looked) < 50 + 50 + 3 + 2 * 20 + 2


def test_pages_of_one_line_are_not_kept() -> None:
    hidden = Hidden({"notes/diary.md": "private"})
    whole = '<ul><li>My diary</li></ul>' * 1000
    for n in range(20):
        page = f"<p>{n} diary</p>{whole}<a href=../notes/diary/ title='{'diary ' * 1000}'>x</a>notes/diary.md"
        assert len(hidden.links_of_html(f"p{n}.md", page, f"p{n}")) == 1
        assert len(hidden.names(f"p{n}.md", page)) > 0
    kept = [part for known in (hidden.lines, hidden._tags, hidden._known) for part in known]
    assert sum(map(len, kept)) < len(whole)
