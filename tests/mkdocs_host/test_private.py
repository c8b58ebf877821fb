"""No byte of a private page or a draft is in a built site: it is the site without them.

Every field of the vocabulary is written on private pages and on drafts, with words that stand
nowhere else, so that a new field is tested without another line here.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import MakeSite
from crawl import dead_links
from each import each
from hosts import Build, build, config
from lab import lab
from mkdocs_career_roadmap.reading.hidden_pages.led_to_hidden import without_addresses, without_dead_links
from mkdocs_career_roadmap.reading.hidden_pages.naming import HiddenLink
from mkdocs_career_roadmap.vocabulary.fields import FIELDS, Field, Kind, Role

EPOCH = "1775000000"
_WHY: Mapping[str, str] = {"private": "visibility: private", "draft": "draft: true", "off": "published: no"}
_MARK = "qzx"
"""What all words begin with that must not be in a built site."""


def word(*of: str) -> str:
    """Return a word of its own for what it stands for, which is also its own slug."""
    return _MARK + "".join(c for part in of for c in part if c.isalnum())


_HELD: Mapping[Kind, Any] = {
    Kind.TEXT: "WORD",
    Kind.NAME: "WORD",
    Kind.NAMES: ["Reproduce a detector", "WORD"],
    Kind.ALIASES: ["WORD", "WORD again"],
    Kind.HOST: "WORD",
    Kind.PEOPLE: ["WORD", "WORD Diaz"],
    Kind.TEXTS: ["WORD", "WORD again"],
    Kind.LINK: "https://example.org/WORD",
    Kind.OLD_ADDRESSES: ["/WORD", "/2019/WORD.html"],
    Kind.LINKS: ["https://example.org/WORD", {"title": "WORD title", "url": "WORD.pdf"},
                 {"value": "WORD value", "unit": "WORD unit", "was": "WORD was"}],
    Kind.STATUS: "dropped",
    Kind.SCOPE: 1,
    Kind.NUMBER: 1,
    Kind.DAY: "2019-03-05",  # before anything else happened
    Kind.MOMENT: "2019-03-05",
}


def value(of: Field, *where: str) -> Any:
    """Return what a field may hold, with words of its own wherever it takes words."""
    if of.parts:
        record = {part.name: value(part, *where, of.name) for part in of.parts} | (
            {"visibility": "private"} if of.name == "decisions" else {})
        if of.name == "history":  # each of its records says one thing
            day = record.pop("day")
            return [{"day": day, name: text} for name, text in record.items()]
        known = ["Reproduce a detector"] if of.kind is Kind.OUTCOMES else []
        return [*known, record] if of.kind in (Kind.RECORDS, Kind.OUTCOMES) else record
    held = of.choices[0] if of.choices else _HELD[of.kind]
    return json.loads(json.dumps(held).replace("WORD", word(*where, of.name)))


_OWN = {"draft", "published", "visibility", "type"}
"""Fields that say what a page is."""


def page(role: Role, why: str) -> str:
    """Return a page with every field that it may have, each with words of its own."""
    where = (role, why)
    fields = {f.name: value(f, *where) for f in FIELDS if role in f.on and f.name not in _OWN}
    lines = [f"{name}: {json.dumps(held)}\n" for name, held in fields.items()]
    lines += [] if role is Role.POST else [f"type: {role}\n"]
    said = word(*where, "body")
    return (f"---\n{''.join(lines)}{_WHY[why]}\n---\n# {said} heading\n\n"
            f"{said}, after [the bug](POSTS/second.md).\n\n## Lessons\n\n- {said} lesson\n")


def hidden_pages(posts: str) -> dict[str, str]:
    """Return the pages by path: a post, a goal and a milestone for each way to keep one back."""
    folder = {Role.POST: posts, Role.GOAL: "goals", Role.MILESTONE: "roadmap/milestones"}
    pages = {f"{folder[role]}/{word(role, why, 'file')}.md": page(role, why).replace("POSTS", f"/{posts}")
             for role in Role for why in _WHY}
    plain = word("plain")
    # A page that has nothing to do with the roadmap, and one whose visibility nobody can read.
    return pages | {f"{plain}.md": f"---\ntitle: {plain} title\nvisibility: Private\n---\n{plain} text\n",
                    f"{plain}-slip.md": f"---\nvisibility: [private]\n---\n{plain} slip\n"}


_LINKS = """
See [a *diary*](PATH#part "TITLE"), [another][label], [a third][] and <a class="x" href='ADDRESS'>this</a>.

[label]: PATH "TITLE"
[a third]: <PATH>
"""
_WORDS = "\nSee a *diary*, another, a third and this.\n"


@dataclass(frozen=True)
class Variant:
    theme: str
    flat: bool
    posts: str = "posts"

    def config(self, hidden: Mapping[str, str], listed: Mapping[str, str]) -> str:
        nav = [*({"Home": "index.md"}, "about.md", {"Goals": ["goals/vision.md", *hidden]}),
               *([{f"{word('nav')}": [{word("nav", path): path} for path in hidden]}] if hidden else []),
               *(path for path in listed if "blog/posts" not in path)]
        plugins = "[tags, search, ROADMAP, blog]" if "blog" in self.posts else "[search, ROADMAP]"
        return config(theme=self.theme, plugins=plugins, more=(
            f"use_directory_urls: {json.dumps(not self.flat)}\nnav: {json.dumps(nav)}\n"))


VARIANTS = {
    "mkdocs": Variant("mkdocs", flat=False),
    "mkdocs-flat": Variant("mkdocs", flat=True),
    "blog": Variant("material", flat=False, posts="blog/posts"),
    "blog-flat": Variant("material", flat=True, posts="blog/posts"),
}


@dataclass(frozen=True)
class Two:
    """A site with hidden pages, and the same site without them."""

    hidden: Mapping[str, str]
    having: Build
    lacking: Build


def public(posts: str) -> dict[str, str]:
    tree = lab(posts)
    return tree | ({"blog/index.md": "# Blog\n"} if "blog" in posts else {})


@pytest.fixture(scope="module", params=VARIANTS.values(), ids=VARIANTS.keys())
def two(request: pytest.FixtureRequest, site: MakeSite) -> Two:
    variant: Variant = request.param
    tree, hidden = public(variant.posts), hidden_pages(variant.posts)
    listed = {path: "" for path in tree if path.endswith(".md") and path not in ("index.md", "about.md")}
    second = f"{variant.posts}/second.md"
    decisions = next(f for f in FIELDS if f.kind is Kind.RECORDS)
    decided = f"decisions: {json.dumps(value(decisions, 'public'))}\n---\n"
    evident = f"evidence: [{{title: {word('evidence')}, url: {word('post', 'draft', 'file')}.md}}]\n"
    linking = _LINKS.replace("PATH", f"{word('post', 'private', 'file')}.md").replace("TITLE", word("title"))
    linking = linking.replace("ADDRESS", f"../{word('post', 'off', 'file')}/")
    text = tree[second]
    having = {**tree, **hidden, second: text.replace("\n---\n", f"\n{evident}{decided}", 1) + linking}
    lacking = {**tree, second: text + _WORDS}
    return Two(
        hidden,
        build(site(having, variant.config(hidden, listed)), strict=False, SOURCE_DATE_EPOCH=EPOCH),
        build(site(lacking, variant.config({}, listed)), strict=False, SOURCE_DATE_EPOCH=EPOCH))


def readable(built: Build) -> Iterator[tuple[str, bytes]]:
    for name, content in built.content().items():
        yield name, gzip.decompress(content) if name.endswith(".gz") else content


def test_every_kind_of_field_is_planted() -> None:
    for role in Role:
        text = page(role, "private")
        assert not [f.name for f in FIELDS if role in f.on and f"\n{f.name}: " not in text.replace("---", "")
                    and f.name not in _OWN]


def test_no_word_of_a_hidden_page_is_in_any_file_or_name(two: Two) -> None:
    assert len(list(readable(two.having))) > 30
    for name, content in readable(two.having):
        assert _MARK not in name.lower()
        at = content.lower().find(_MARK.encode())
        assert at < 0, f"{name}: {content[max(0, at - 80) : at + 80]!r}"


def test_site_is_to_the_byte_what_it_is_without_them(two: Two) -> None:
    assert two.lacking.code == 0, two.lacking.log
    having, lacking = two.having.content(), two.lacking.content()
    assert having.keys() == lacking.keys()
    assert [name for name in lacking if having[name] != lacking[name]] == []


def test_links_to_them_are_told_and_leave_no_dead_link(two: Two) -> None:
    assert sum("[private-link]" in told for told in two.having.problems) == 5
    assert dead_links(two.having.site) == []


# --- what only MkDocs or another plugin reads ---


def test_page_that_is_private_where_the_roadmap_does_not_look_is_an_error(site: MakeSite) -> None:
    files = {"index.md": "---\nvisibility: public\n---\n", "a.md": "visibility: private\n\nA diary.\n"}
    made = build(site(files, config(theme="material")), strict=False)
    assert made.code == 1
    assert made.problems[0].startswith("docs/a.md:1:1: error: 'visibility: private' stands here, but not in ")
    assert not made.has("a")


@pytest.mark.parametrize("front", [
    "---\nstatus: x\"><img src=x onerror=alert(1)>\n---\n", "---\nstatus: ['\"><b>']\n---\n",
    "---\nmilestone: x\ndraft: false\nstatus: '<blink>'\n---\n", "status: \"><blink>\n"])
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_status_that_is_more_than_words_is_told_once_and_printed_nowhere(
    site: MakeSite, front: str, theme: str
) -> None:
    tree = {"index.md": "# Home\n", "a.md": f"{front}\nWords.\n"}
    made = build(site(tree, config(theme=theme)), strict=False)
    assert [told[-13:] for told in made.problems[:-1]] == [" [bad-status]"]
    printed = [e for page in made.site.pages for e in made.site.html(page).all()
               if "md-status--" in (e.get("class") or "")]
    assert all(e.get("class") == "md-status md-status--active" for e in printed)
    assert not [e for page in made.site.pages for e in made.site.html(page).all("blink")]


@pytest.mark.parametrize("status", ["new", "deprecated", "in progress", "2", "true"])
def test_status_of_a_plain_page_stays(site: MakeSite, status: str) -> None:
    tree = {"index.md": "# Home\n", "a.md": f"---\nstatus: {status}\n---\n"}
    made = build(site(tree, config(theme="material")))
    assert (made.code, made.told) == (0, []), made.log
    classes = [e.get("class") or "" for e in made.html("").all()]
    assert any(name.lower() == f"md-status md-status--{status}" for name in classes)


# --- drafts that are none of the roadmap's ---


def test_draft_of_a_plain_page_is_kept_back(site: MakeSite) -> None:
    made = build(site({"index.md": "# Home\n", "a.md": "---\ndraft: true\n---\nWords.\n"}, config()))
    assert not made.has("a")


@pytest.mark.parametrize(("option", "is_built"), [("false", True), ("true", False)])
def test_blog_s_own_handling_of_posts_to_come_goes_on(site: MakeSite, option: str, is_built: bool) -> None:
    later = "---\ndate: 2999-01-01\nmilestone: Later\n---\nWords.\n"
    tree = {"blog/index.md": "# Blog\n", "blog/posts/later.md": later, "index.md": "# Home\n"}
    plugins = f"[search, ROADMAP, blog: {{draft_if_future_date: {option}, post_url_format: '{{file}}'}}]"
    made = build(site(tree, config(theme="material", plugins=plugins)))
    assert made.code == 0, made.log
    assert made.has("blog/later") is is_built


@pytest.mark.parametrize("on_roadmap", [True, False])
def test_blog_s_option_to_build_drafts_holds_for_those_of_no_roadmap(
    site: MakeSite, on_roadmap: bool
) -> None:
    post = f"---\ndate: 2026-01-01\ndraft: true\n{'milestone: Half' if on_roadmap else ''}\n---\nWords.\n"
    tree = {"blog/index.md": "# Blog\n", "blog/posts/half.md": post, "index.md": "# Home\n"}
    plugins = "[search, ROADMAP, blog: {draft: true, post_url_format: '{file}'}]"
    made = build(site(tree, config(theme="material", plugins=plugins)))
    assert made.has("blog/half") is not on_roadmap


@each(("html", "words"), [
    ('<p><a class="x" href="TO" title="T">a <em>b</em></a>, <a href="c/">c</a></p>',
     '<p>a <em>b</em>, <a href="c/">c</a></p>'),
    ("<a href=TO>a</a> <a href='TO'>b\nc</a>", "a b\nc"),
    ('<a href="c/"><img alt="" src="TO" /></a>', '<a href="c/"></a>'),
    ('<a href="c/">c</a>', '<a href="c/">c</a>'),
    ('<A HREF = "TO">c</A> <IMG SRC=TO>', "c "),
    ('<iframe class="x" src="TO"></iframe>', '<iframe class="x"></iframe>'),
    ("<object data=TO></object>", "<object></object>"),
])
def test_words_of_links_that_lead_nowhere_stay(html: str, words: str) -> None:
    to = without_addresses("x.md", [HiddenLink(0, 4, "x.md")])
    assert without_dead_links(html.replace("TO", to)) == words
