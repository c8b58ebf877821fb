"""What axe-core finds on a page."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

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
    """Return what breaks these rules within an element."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE_SCRIPT)
    found = [v for v in page.evaluate(_RUN, [where, only]) if not is_of_theme(v)]
    return [re.sub(r"\s+", " ", f"{v['rule']}: {v['html']} {v['why']}") for v in found]
