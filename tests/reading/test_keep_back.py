"""Which words keep a page back, and which do not."""

from __future__ import annotations

from datetime import date

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.folder_defaults import folder_defaults
from mkdocs_career_roadmap.reading.front_matter import split
from mkdocs_career_roadmap.reading.keep_back import (
    DRAFT,
    PRIVATE,
    Kept,
    kept_back,
    seals,
    unlocked,
    unread_hint,
)
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.codes import Severity
from mkdocs_career_roadmap.vocabulary.settings import Settings


def kept(front: str) -> Kept | None:
    return kept_back(split("a.md", f"---\n{front}\n---\nWords.\n").pairs)


@each(("front", "why"), [
    ("visibility: private", PRIVATE), ("draft: true", DRAFT), ("published: false", DRAFT),
    ("draft: yes", DRAFT), ("published: off", DRAFT), ("visibility: !!null private", PRIVATE)])
def test_words_of_the_guide_keep_back_and_there_is_nothing_to_tell(front: str, why: str) -> None:
    found = kept(front)
    assert found is not None
    assert (found.why, found.is_sure, found.is_canonical, found.is_shared) == (why, True, True, False)


@each("front", [
    "visibility: internal", "visibility: hidden", "visibility: draft", "visibility: unlisted",
    "visibility: privat",
    "visibility: secret", "visibility: no", "Visibility: private", "VISIBILITY: Private", "Draft: true",
    "publish: false", "private: true", "Private: yes", "Sichtbarkeit: privat", "brouillon: oui",
    "privado: sí",
    "草稿: 是", "bozza: sì", "rascunho: sim", "zichtbaarheid: besloten", "下書き: はい", "公開範囲: 非公開",
    "비공개: 예", "مسودة: نعم", "visibility: خاص", "दृश्यता: निजी", "publish: nee",
    "visibilité: privée", "public: false", "secret: true", "veröffentlicht: nein",
    "internal: true", "unpublished: true", "no_publish: yes", "access: private", "privacy: confidential",
    "published: never", "publish: not yet", "published: draft", "published: later", "publish: private",
    "dg-publish: false", "access: members", "audience: internal", "restricted: yes"])
def test_other_words_for_not_public_keep_back_for_sure(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert (found.is_sure, found.is_canonical, found.is_shared) == (True, False, False)


@each("front", [
    "status: draft", "status: Private", "tags: [x, private]", "tags: draft", "categories: [Entwurf]",
    "build: false", "render: never", "tags: ['#private']", "tags: a private", "tags: 'a, private'",
    "tags: [private/diary]", "keywords: 'x, draft'", "build: {render: never}", "_build: {render: link}",
    "state: draft", "stage: Private", "status: hidden",
    "status: bozza", "tags: [下書き]", "state: مسودة", "status: 초안", "tags: x निजी"])
def test_words_of_other_tools_keep_back_unless_the_page_says_that_it_is_public(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert (found.is_sure, found.is_canonical, found.keeps(is_of_roadmap=False)) == (True, False, True)
    assert kept(f"{front}\nvisibility: public") is None


@pytest.mark.parametrize("front", ["noindex: true", "robots: noindex, nofollow", "robots: none"])
def test_words_for_search_engines_keep_nothing_back_and_are_told(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert [found.keeps(is_of_roadmap=ours) for ours in (True, False)] == [False, False]
    for ours in ("", "milestone: X\n"):
        page = read(Source("a.md", f"---\n{ours}{front}\n---\n"), Settings())
        assert (page.is_hidden, [p.code for p in page.problems]) == (False, ["not-kept-back"])
        assert page.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize("front", ["private:", "secret: ~", "privat:"])
def test_key_that_says_so_alone_keeps_back(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert found.is_sure


@each(("front", "is_hidden"), [
    ("publishDate: 2026-04-02", True), ("publishDate: 2026-04-01", False),
    ("publish_date: 2999-01-01T10:00", True),
    ("expiryDate: 2026-03-31", True), ("expiryDate: 2026-04-01", False), ("publishDate: soon", False),
    ("published: 2026-04-02", True), ("published: 2026-03-31", False), ("publish_on: 2999-01-01", True),
    ("embargo-until: 2999-01-01", True), ("publishDate: 2999-01-01\nvisibility: public", False)])
def test_page_waits_for_the_day_of_other_tools(front: str, is_hidden: bool) -> None:
    page = read(Source("a.md", f"---\n{front}\n---\n"), Settings(today=date(2026, 4, 1)))
    assert page.is_hidden is is_hidden
    assert [p.code for p in page.problems] == ["kept-back"] * is_hidden


def test_status_for_which_the_site_has_a_label_keeps_nothing_back() -> None:
    page = read(Source("a.md", "---\nstatus: draft\n---\n"), Settings(status_labels=frozenset({"draft"})))
    assert (page.is_hidden, page.problems) == (False, ())


@pytest.mark.parametrize("weak", ["hidden: true", "noindex: true"])
def test_word_that_keeps_no_page_back_hides_no_other_that_does(weak: str) -> None:
    folder = folder_defaults([
        Source(".meta.yml", "visibility: private\n"), Source("a/.meta.yml", f"{weak}\n")])
    for path in ("b.md", "a/b.md"):
        for front in (f"---\n{weak}\n---\n", "# B\n"):
            assert read(Source(path, front), Settings(), folder.of(path)).is_hidden
    twice = read(Source("a.md", f"---\n{weak}\n---\n---\nvisibility: private\n---\n"), Settings())
    assert twice.is_hidden


@each("front", [
    "visibilty: private", "visiblity: Private", "draft: treu", "published: flase", "visibility: somebody",
    "visibility: [private]", "visibility: {to: me}", "darft: true", "private: ture", "draft: [true]",
    "visibility: privte", "publised: false", "draft: tru", "draft: x", "draft: yep", "draft: \u2713",
    "is_private: true", "isDraft: true", "private-post: yes", "page_visibility: private", ".private: true",
    "\uff56isibility: private", "visi\u00adbility: private", "visibility\ufe0f: private",
    "private: me", "isibility: private", "visabilty: private", "\u0440rivate: true",
    "career-roadmap: {visibility: private}", "date: {created: 2026-01-01, draft: true}",
    "x: {y: [{draft: true}]}", "milestones: [{milestone: x, visibility: private}]",
    "milestones: {x: {visibility: private}}", "draft: yes please", "published: no, in May",
    "private: yes, of course", "make_private: true", "obsidian-publish: false"])
def test_what_may_be_a_slip_keeps_back_and_is_not_sure(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert not found.is_sure
    assert not found.is_canonical


def test_nest_that_aliases_lead_round_in_is_looked_through_once() -> None:
    assert kept("x: &x [*x]") is None
    assert kept("x: &x [*x, {draft: true}]") is not None


@pytest.mark.parametrize("front", ["hidden: true", "unlisted: yes", "listed: false"])
def test_words_that_other_tools_share_say_so(front: str) -> None:
    found = kept(front)
    assert found is not None
    assert found.is_shared
    assert kept(f"{front}\nvisibility: public") is None


def test_word_of_ours_goes_before_one_that_is_shared() -> None:
    found = kept("hidden: true\nvisibility: private")
    assert found is not None
    assert found.is_canonical


def test_public_beside_private_is_kept_back() -> None:
    assert kept("visibility: public\nprivate: true") is not None


@each("front", [
    "title: x", "visibility: public", "visibility: Public", "visibility:", "draft: false", "draft: no",
    "draft:",
    "published: true", "published: 2020-01-01", "publish: 2026-03-02 10:00", "private: the garden",
    "hidden: false", "visibility: öffentlich", "visibility: all", "public: true", "draft: 3", "drift: fast",
    "level: 3", "status: active", "graph: true", "tags: [private clouds]", "build: 3",
    "render: true", "robots: index", "title: private", "hide: [toc]", "secret: santa",
    "internal: https://example.org/", "listed: true", "publisher: no one", "access: 2026-03-01", "access: no",
    "draft: v2", "draft: until May", "published: November 2020", "tags: [a private cloud]",
    "category: private clouds", "keywords: my private cloud", "build: {list: never}", "state: active",
    "craft: true", "repo: {private: true}",
    "decisions: {question: x, visibility: private}"])
def test_what_says_nothing_of_the_kind_keeps_nothing_back(front: str) -> None:
    assert kept(front) is None


# --- front matter that nobody read ---

@each(("text", "line"), [
    ("---\u200b\nvisibility: private\n---\n", 2),
    ("\u00a0---\nvisibility: private\n---\n", 2),
    ("<!-- a note -->\n---\ntitle: x\nvisibility: private\n---\n", 4),
    ("A text before.\n---\ndraft: true\n---\nWords.\n", 3),
    ('{"title": "x", "visibility": "private"}\nWords.\n', 1),
    ("{title: x, draft: true}\n", 1),
    (";;;\n{\"draft\": true}\n;;;\n", 2),
    ("----\nvisibility: private\n----\n", 2),
    ("\n\n---\nprivate: true\n---\n", 4),
    ("+++\ndraft = true\n+++\n", 2),
    ("\u2014\ndraft: true\n\u2014\n", 2),
    ("visibility: private\n\nA diary.\n", 1),
    ("title: A\nVisibilty: private\n---\n", 2),
    ("---\nentwurf: ja\n", 2),
    ("- visibility: private\n- title: x\n", 1),
    ("--- # about this page\nvisibility: private\n---\n", 2), ("---yaml\ndraft: true\n---\n", 2),
    ("-" * 30 + "\nvisibility: private\n", 2), ("---\x85visibility: private\x85---\x85", 2),
    ("\x0c---\nvisibility: private\n---\n", 3), ("\0---\nvisibility: private\n---\n", 2),
    ('{"title": "x", "meta": {"visibility": "private"}}\n', 1),
    ("# Diary\nvisibility: private\n", 2), ("\n# Diary\n\nDraft: true\n\nWords.\n", 4),
    ("\n" * 60 + "<!-- visibility: private -->\n# Diary\n", 61),
    ("<!--" + "\n" * 60 + "draft: true\n-->\n", 61),
    ("<!-- visibility: private -->\n# Diary\n", 1), ("# Diary\n\n<!--\n'published': no\n-->\n", 4),
])
def test_lines_that_look_like_front_matter_are_found(text: str, line: int) -> None:
    found = unread_hint(text)
    assert found is not None
    assert found[0] == line


@each("text", [
    "# Private: a diary\n", "Words.\n\nPrivate: yes\n", "Draft: this is how I wrote it.\n",
    "---\n\nPrivate matters are not dealt with here.\n\n---\n", "visibility: public\n", "", "\n", "---\n",
    "Words\n---\nand more words: private\n", "title: x\ndate: 2020-01-01\n",
    "A line\n\n| private | true |\n",
    "```yaml\nvisibility: private\n```\n", "+++\ndraft = false\n+++\n",
    "---\n\nvisibility: private\n",
    "# A proposal\n\nStatus: draft\n", "# Private\n\nWords.\n\nprivate: yes\n",
    "# A\n\npublished: 2026-05-03\n",
    "<!-- draft: true\n\nis what one writes -->\n", "<!-- visibility: public -->\n",
    "# A\n", "## B\n\ndraft: true\n"])
def test_prose_is_no_front_matter(text: str) -> None:
    assert unread_hint(text) is None


@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_a_fault(text: str) -> None:
    for source in (text, f"---\n{text}\n---\n", f"visibility: {text}"):
        unread_hint(source)
        kept_back(split("a.md", source).pairs)


@each(("front", "locks", "is_sealed"), [
    ("password: x", (), True), ("level: mine", (), True), ("obfuscate: x", (), True), ("x: y", (), False),
    ("password:", (), True), ("password: no", (), True), ("password: ''", (), False),
    ("password: [x]", (), True), ('level: ""', (), False), ("level: ''\npassword: x", (), True),
    ("x: y", ("password",), True), ("password: ''", ("password",), False),
    ("password: x", ("password",), True),
    ("level: ''", ("password",), True), ("password: ''", ("password", "level"), True),
    ("password: ''\nlevel: ''", ("password", "level"), False),
    ("password: ''\nobfuscate: x", ("password",), True)])
def test_page_is_locked_as_encryptcontent_reads_it(
    front: str, locks: tuple[str, ...], is_sealed: bool
) -> None:
    assert seals(split("a.md", f"---\n{front}\n---\n").pairs, locks) is is_sealed


@each(("front", "key"), [
    ("password: x", "password"), ("obfuscate: x", "obfuscate"), ("level: x", ""), ("password:", ""),
    ("password: ''", ""), ("password: x\nvisibility: public", ""), ("x: y", "")])
def test_what_wants_to_be_locked_where_nothing_locks_it_is_seen(front: str, key: str) -> None:
    assert unlocked(split("a.md", f"---\n{front}\n---\n").pairs) == key


@pytest.mark.parametrize(("path", "body", "is_told"), [
    ("blog/posts/a.md", "Words.", True), ("blog/posts/a.md", "Words.\n\n<!-- more -->\n\nMore.", False),
    ("posts/a.md", "Words.", False)])
def test_locked_post_that_a_blog_shows_whole_is_an_error(path: str, body: str, is_told: bool) -> None:
    settings = Settings(blog_posts="blog/posts", locks=frozenset())
    page = read(Source(path, f"---\ndate: 2026-03-01\npassword: x\n---\n{body}\n"), settings)
    assert [p.code for p in page.problems if p.severity is Severity.ERROR] == ["private-unread"] * is_told
    assert not read(Source(path, f"---\ndate: 2026-03-01\n---\n{body}\n"), settings).problems
