"""Heads of pages beside Material's plugin social, which makes cards of them."""

from __future__ import annotations

import pytest
from conftest import MakeSite, write
from hosts import HOME, build, config, good
from lab import lab
from pages.test_head_tags import metas

TAGS = '''
    from mkdocs.plugins import event_priority

    @event_priority(50)
    def on_post_page(output, page, config):
        """Write into the head what the plugin does where it makes a card, and when."""
        if page.file.src_uri.startswith("posts/"):
            return output
        tags = "".join(f'<meta property="og:{key}" content="theirs" />\\n' for key in (
            "type", "title", "description", "image", "url"))
        return output.replace("</head>", f"{tags}</head>", 1)
'''


def test_what_it_writes_is_not_written_twice_and_pages_without_a_card_have_ours(site: MakeSite) -> None:
    folder = site(lab(), config(theme="material", more="hooks: [hook.py]\n"))
    write(folder, {"hook.py": TAGS})
    made = good(build(folder))
    for page in ("roadmap", "roadmap/board", "roadmap/milestones/run-on-one-watt"):
        for name in ("og:type", "og:title", "og:description", "og:url"):
            assert metas(made.html(page), name) == ["theirs"], page
        assert len(metas(made.html(page), "description")) == 1
    assert metas(made.html("posts/first"), "og:title") == ["How it began"]


@pytest.mark.parametrize("social", ["social: {cards: false}", "social: {enabled: false}",
                                    "material/social: {cards_exclude: ['*']}"])
@pytest.mark.parametrize("order", ["[search, {}, ROADMAP]", "[search, ROADMAP, {}]"])
def test_site_that_has_it_make_no_cards_has_our_tags(site: MakeSite, social: str, order: str) -> None:
    made = good(build(site(lab(), config(theme="material", plugins=order.replace("{}", social)))))
    for page, title in (("roadmap/board", "Board"), ("roadmap/milestones/run-on-one-watt", "Run on one watt"),
                        ("posts/first", "How it began")):
        assert metas(made.html(page), "og:title") == [title]


def test_page_may_want_no_card(site: MakeSite) -> None:
    """A page that wanted one would fail the build: there are no fonts, and perhaps no way to draw."""
    wants = "---\ntitle: Wants none\ngoal: G\ndate: 2026-03-01\nsocial: {cards: false}\n---\n"
    social = "social: {cards_include: [posts/*], log: false}"
    folder = site({**HOME, "posts/a.md": wants}, config(theme="material", plugins=f"[ROADMAP, {social}]"))
    assert metas(good(build(folder)).html("posts/a"), "og:title") == ["Wants none"]


@pytest.mark.parametrize("value", ["true", "[cards]"])
def test_value_that_would_end_in_a_traceback_is_kept_from_it_and_told(site: MakeSite, value: str) -> None:
    page = f"---\ntitle: A page\nsocial: {value}\n---\nWords.\n"
    tree = {**HOME, "a.md": page, "b.md": "---\nsocial:\n---\nWords.\n"}
    made = build(site(tree, config(theme="material", plugins="[{social: {cards: false}}, ROADMAP]")))
    assert [line.partition(":1:1: ")[0] for line in made.problems[:-1]] == ["docs/a.md"]
    assert "write a mapping, such as {cards: false} [bad-host-value]" in made.problems[0]
    assert "Traceback" not in made.log


def test_key_may_mean_anything_on_other_sites(site: MakeSite) -> None:
    page = "---\ntitle: A page\nsocial: [mastodon]\n---\nWords.\n"
    assert good(build(site({**HOME, "a.md": page}, config(theme="material")))).has("a")
