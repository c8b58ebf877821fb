"""axe-core over every kind of page, in both palettes, narrow, middling and wide."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from depth import PROFILE
from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go, resize, set_palette
from browser.sites import pages_of

WIDTHS = (390, 768, 1400) if PROFILE == "full" else (390, 1400)
OF_ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
"""Everything, with the size of targets, which is of WCAG 2.2."""
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What differs between the palettes."""

_RUN = """
    async ([where, only]) => {
        const ours = (node) => !!document.querySelector(node.target.at(-1))?.closest(".career-roadmap");
        const why = (node) => [...node.any, ...node.all, ...node.none].map((c) => c.message).join(" ");
        const found = await axe.run(where, {resultTypes: ["violations"], runOnly: only});
        return found.violations.flatMap((v) => v.nodes.map(
            (node) => ({rule: v.id, ours: ours(node), html: node.html.slice(0, 200), why: why(node)})));
    }
"""


def is_of_theme(found: dict[str, Any]) -> bool:
    """True for what Material itself does: it marks links within a text by their colour alone,
    and fades the words of its tabs to 4.28 : 1.
    """
    if found["ours"]:
        return False
    rule, html = found["rule"], found["html"]
    return rule == "link-in-text-block" or (rule == "color-contrast" and "md-tabs__link" in html)


def violations(page: Page, where: str, only: dict[str, Any]) -> list[str]:
    found = [v for v in page.evaluate(_RUN, [where, only]) if not is_of_theme(v)]
    return [re.sub(r"\s+", " ", f"{v['rule']}: {v['html']} {v['why']}") for v in found]


@pytest.mark.parametrize(("site", "kind"), pages_of("demo", "corners", "empty", "plain"))
def test_axe_finds_nothing(visitor: Visitor, sites: Sites, site: str, kind: str) -> None:
    # The default theme breaks rules of its own (its links have 2.8 : 1), so there only ours are asked.
    where = ".career-roadmap" if "plain" in site else "html"
    page = visitor.page()
    go(page, sites[site][kind])
    page.evaluate(AXE_SCRIPT)
    found = []
    for width in WIDTHS:
        resize(page, width)
        found += [f"light, {width} px: {what}" for what in violations(page, where, OF_ALL)]
    set_palette(page, "dark")
    for width in WIDTHS if PROFILE == "full" else (1400,):
        resize(page, width)
        found += [f"dark, {width} px: {what}" for what in violations(page, where, OF_COLOUR)]
    assert not found, "\n".join(found)


def test_axe_would_find_something(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["board"])
    page.evaluate(AXE_SCRIPT)
    page.add_style_tag(content="""
        .career-roadmap .cr-tabs { gap: 2px !important }
        .career-roadmap .cr-tabs a { color: silver !important; font-size: 6px; padding: 0 !important }
    """)
    found = violations(page, "html", OF_ALL)
    assert {what.partition(":")[0] for what in found} == {"color-contrast", "target-size"}
