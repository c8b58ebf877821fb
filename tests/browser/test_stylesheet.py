"""Every rule of the stylesheets is for something that some page has: what nobody writes needs no rule."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go
from browser.sites import pages_of

RULES = """
    (page, sheets) => {
        const found = [];
        // A comma within brackets separates no selectors; each that brackets list is looked for.
        const apart = (list) => {
            let depth = 0, begun = 0;
            const parts = [];
            [...`${list},`].forEach((sign, at) => {
                depth += (sign === "(") - (sign === ")");
                if (sign === "," && !depth) { parts.push(list.slice(begun, at).trim()); begun = at + 1; }
            });
            return parts.flatMap((part) => {
                const start = part.search(/:(is|where)\\(/);
                if (start < 0) return [part];
                const open = part.indexOf("(", start);
                let end = open, inside = 0;
                do inside += (part[end] === "(") - (part[end] === ")"); while (inside && ++end);
                return apart(part.slice(open + 1, end)).flatMap(
                    (one) => apart(`${part.slice(0, start)}:one(${one})${part.slice(end + 1)}`));
            });
        };
        const walk = (rules, parent) => {
            for (const rule of rules) {
                let own = parent;
                if (rule.selectorText) {
                    own = rule.selectorText.replaceAll("&", `:is(${parent || ":root"})`);
                    if (rule.style.length) found.push(...apart(own));
                }
                if (rule.cssRules) walk(rule.cssRules, own);
            }
        };
        for (const sheet of sheets) walk(sheet.cssRules, "");
        // What a reader does, or a part that is no element, may be at any element of the rest.
        const still = (selector) => selector.replace(/:one\\(/g, ":is(").replaceAll("[id]", "")
            .replace(/:not\\([^()]*:(hover|focus)[^()]*\\)/g, "").replace(/::[\\w-]+/g, "")
            .replace(/:(hover|focus-visible|focus-within|focus|target)/g, ":not(nothing)");
        return [...new Set(found)].map((one) => [one, page.querySelector(still(one)) !== null]);
    }
"""
SHOWN = f"""
    () => ({RULES})(document, [...document.styleSheets].filter((sheet) =>
        /career-roadmap.css|^\\s*[.]career-roadmap/.test(sheet.href || sheet.ownerNode?.textContent || "")))
"""
READ = f"""
    async (addresses) => {{
        const texts = new Map();
        const read = async (address) => {{
            if (!texts.has(address)) texts.set(address, await (await fetch(address)).text());
            return texts.get(address);
        }};
        const all = [];
        for (const address of addresses) {{
            const page = new DOMParser().parseFromString(await read(address), "text/html");
            const linked = [...page.querySelectorAll("link[rel=stylesheet][href*='career-roadmap.css']")];
            const css = await Promise.all(linked.map(
                (link) => read(new URL(link.getAttribute("href"), address).href)));
            css.push(...[...page.querySelectorAll("style")].map((style) => style.textContent)
                .filter((text) => /^\\s*[.]career-roadmap/.test(text)));
            all.push(...({RULES})(page, css.map((text) => {{
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(text);
                return sheet;
            }})));
        }}
        return all;
    }}
"""
"""The rules of pages that are not opened: what a script makes of a page is on the one that is."""
NOT_HERE = (
    # What the script or the reader does on the page; the script takes ids away.
    ".cr-trac", ".cr-off", ".cr-moved", ".cr-asked", ".cr-gone", "cr-replay", "[aria-current]", "[open]",
    ".md-status--partial",  # a page in the menu whose milestone was reached in part
    ":one(.cr-trio) p", ".cr-month",  # the first weeks of a roadmap
    "[dir]",  # a page of Arabic that tells of English
    ".cr-private-report", ".cr-calibration", ".md-post--excerpt", ".cr-over > .cr-head",
)
"""What none of these sites has, though others do."""


def rules(page: Page) -> dict[str, bool]:
    """Return every selector of the roadmap's own rules, and whether anything on the page is meant by it."""
    return dict(page.evaluate(SHOWN))


def test_every_rule_is_for_something_on_some_page(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    used: dict[str, bool] = {}
    for site in ("demo", "rtl", "corners", "empty"):
        go(page, sites[site]["overview"])
        others = [sites[site][kind] for _, kind in pages_of(site)]
        for selector, is_used in (*rules(page).items(), *page.evaluate(READ, others)):
            used[selector] = used.get(selector, False) or is_used
    assert len(used) > 200
    unused = [one for one, is_used in used.items()
              if not is_used and not any(some in one for some in NOT_HERE)]
    assert not unused, "\n".join(unused)


def test_a_rule_for_nothing_is_noticed(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["board"])
    page.add_style_tag(content=".career-roadmap { .cr-nowhere, .cr-board:hover { color: red } }")
    added = {one.rpartition(" ")[2]: is_used for one, is_used in rules(page).items()
             if "cr-nowhere" in one or "cr-board:hover" in one}
    assert added == {".cr-nowhere": False, ".cr-board:hover": True}
