"""Colours as they are computed, by the formula of WCAG: text has 4.5 : 1, icons and lines 3 : 1.

`pytest -s tests/browser/test_contrast.py` prints the table.
"""

from __future__ import annotations

from typing import Any

import pytest
from depth import some
from mkdocs_career_roadmap.pages.render import TEMPLATES
from playwright.sync_api import Page

from browser.conftest import Sites, Visitor, go, set_palette

STATUSES = ("idea", "planned", "active", "paused", "done", "dropped")
TEXT, GRAPHIC = 4.5, 3.0



def _map(inside: str) -> str:
    return f'<div class="cr-map" style="display: block">{inside}</div>'


def _node(inside: str) -> str:
    return _map(f'<div class="cr-node cr-is-{{s}}"><a class="cr-to" href="#">{inside}</a></div>')


SURFACES = {
    "page": "{}",
    "card": '<div class="cr-card">{}</div>',
    "panel": '<div class="cr-column">{}</div>',
    "band": _map('<h3 class="cr-head"><b></b><small>{}</small></h3>'),
    "now": _map('<div style="background: var(--cr-now)">{}</div>'),
}
ALL = ("page", "card", "panel")
_ICON = '<i class="cr-icon cr-icon--{s}"></i>'
SAMPLES = {
    # name: (html, selector, property, least, surfaces)
    "muted text": ('<p class="cr-muted">x</p>', "p", "color", TEXT, ALL),
    "facts": ('<p class="cr-facts">x</p>', "p", "color", TEXT, ALL),
    "name": ('<a class="cr-name" href="#">x</a>', "a", "color", TEXT, ALL),
    "link": ('<p><a href="#">x</a></p>', "a", "color", TEXT, ("page", "card")),
    "warning": ('<span class="cr-warning">x</span>', "span", "color", TEXT, ("panel",)),
    "warning icon": ('<i class="cr-warning"><i class="cr-icon cr-icon--warning"></i></i>', ".cr-icon",
                     "backgroundColor", GRAPHIC, ("panel",)),
    "sums": ("x", "small", "color", TEXT, ("band",)),
    "old statement": ("<del>x</del>", "del", "color", TEXT, ("page",)),
    "line of the map": (_map("<svg><path/></svg>"), "path", "stroke", GRAPHIC, ("page", "now")),
    "rung": ('<i class="cr-rungs" style="--n:2;--of:5"></i>', "i", "backgroundColor", GRAPHIC, ALL),
    "today": ('<div class="cr-axis"><b>x</b></div>', "b", "color", TEXT, ("page",)),
    "line of today": ('<div class="cr-axis"><i></i></div>', "i", "backgroundColor", GRAPHIC, ("page",)),
    "tab": ('<nav class="cr-tabs"><a href="#">x</a></nav>', "a", "color", TEXT, ("page",)),
}
OF_STATUS = {
    "word": ('<span class="cr-status cr-is-{s}">x</span>', "span", "color", TEXT, ALL),
    "icon": (_ICON, "i", "backgroundColor", GRAPHIC, ALL),
    "bar": ('<i class="cr-seg cr-is-{s}"></i>', "i", "borderTopColor", GRAPHIC, ("page", "card", "band")),
    "node": (_node('<span class="cr-text">x</span>'), ".cr-text", "color", TEXT, ("page",)),
    "node's icon": (_node(_ICON), ".cr-icon", "backgroundColor", GRAPHIC, ("page",)),
    "node's border": (_node("x"), ".cr-node", "borderTopColor", GRAPHIC, ("page", "now")),
    "time span": ('<div class="cr-time"><b class="cr-is-{s}"><b class="cr-span"></b></b></div>', ".cr-span",
                  "borderTopColor", GRAPHIC, ("page",)),
}

_MEASURE = """
    ([samples, onPaper]) => {
        const pixel = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
        const known = new Map();  // reading a pixel back takes long, and few colours are used
        const rgba = (colour) => {
            if (known.has(colour)) return known.get(colour);
            pixel.clearRect(0, 0, 1, 1);
            pixel.fillStyle = colour;
            pixel.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
            known.set(colour, [r, g, b, a / 255]);
            return known.get(colour);
        };
        const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
        const luminance = (colour) => {
            const [r, g, b] = colour.map((c) => c / 255)
                .map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
        };
        const contrast = (element, property) => {
            const layers = [];
            // An icon or a border stands before what is behind its element, a text before its background.
            for (let e = property === "color" ? element : element.parentElement; e; e = e.parentElement) {
                if (onPaper && !e.closest(".career-roadmap")) break;  // backgrounds of pages are not printed
                layers.push(rgba(getComputedStyle(e).backgroundColor));
            }
            const behind = layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
            const before = over(rgba(getComputedStyle(element)[property]), behind);
            const [light, dark] = [luminance(behind), luminance(before)].sort((a, b) => b - a);
            return (light + .05) / (dark + .05);
        };
        const root = document.querySelector(".career-roadmap");
        const probes = samples.map(([html]) => {
            const probe = document.createElement("div");
            probe.innerHTML = html;
            return probe;
        });
        root.append(...probes);
        const found = samples.map(([, selector, property], i) =>
            contrast(probes[i].querySelector(selector), property));
        for (const probe of probes) probe.remove();
        return found;
    }
"""


def measured(page: Page, on_paper: bool = False) -> list[tuple[str, str, float, float]]:
    """Return every sample on every surface it stands on: its name, the surface, its contrast, the least."""
    samples = dict(SAMPLES)
    for s in STATUSES:
        samples |= {f"{s} {what}": (html.format(s=s), *rest) for what, (html, *rest) in OF_STATUS.items()}
    asked = [(name, surface, least, (SURFACES[surface].format(html), selector, where))
             for name, (html, selector, where, least, surfaces) in samples.items() for surface in surfaces]
    contrasts = page.evaluate(_MEASURE, [[sample for *_, sample in asked], on_paper])
    return [(name, surface, contrast, least)
            for (name, surface, least, _), contrast in zip(asked, contrasts, strict=True)]


def table(found: list[tuple[str, str, float, float]]) -> str:
    names = dict.fromkeys(name for name, *_ in found)
    lines = [f"{'':24}{'least':>7}" + "".join(f"{surface:>7}" for surface in SURFACES)]
    for name in names:
        of_it = {surface: contrast for n, surface, contrast, _ in found if n == name}
        least = next(least for n, _, _, least in found if n == name)
        cells = (f"{of_it[surface]:7.2f}" if surface in of_it else " " * 7 for surface in SURFACES)
        lines.append(f"{name:24}{least:7}" + "".join(cells))
    return "\n".join(lines)


def too_weak(found: list[tuple[str, str, float, float]]) -> list[str]:
    return [f"{name} on {surface}: {contrast:.2f}"
            for name, surface, contrast, least in found if contrast < least]


@pytest.mark.parametrize("site", some(["demo", "plain"], 2))
def test_colours_stand_out_in_both_palettes_and_when_a_dark_page_is_printed(
    visitor: Visitor, sites: Sites, site: str
) -> None:
    page = visitor.page()
    go(page, sites[site]["board"])
    for name in "map", "timeline":
        page.add_style_tag(path=TEMPLATES / f"career-roadmap/{name}.css")
    for look in "light", "dark", "printed":
        if look == "printed":
            page.emulate_media(media="print")
        else:
            set_palette(page, look)
        found = measured(page, on_paper=look == "printed")
        print(f"\n{site}, {look}\n{table(found)}")
        assert too_weak(found) == [], look


def test_contrast_is_that_of_wcag(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page()
    go(page, sites["demo"]["board"])
    html = '<div style="background: {}"><i style="color: {}">x</i></div>'

    def contrast(before: str, behind: str) -> Any:
        return page.evaluate(_MEASURE, [[(html.format(behind, before), "i", "color")], False])[0]

    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert contrast("rgb(0 0 0 / .5)", "#fff") == pytest.approx(4, abs=0.05)


_GRAPHICS = ":is(.cr-icon, .cr-rungs, .cr-dot, .cr-track > i, .cr-seg.cr-is-done)"
_AGAINST_CANVAS = """
    (all) => {
        const pixel = document.createElement("canvas").getContext("2d");
        const grey = (colour) => {
            pixel.fillStyle = colour;
            pixel.fillRect(0, 0, 1, 1);
            const [r, g, b] = pixel.getImageData(0, 0, 1, 1).data;
            return (r + g + b) / 3;
        };
        const probe = document.createElement("div");
        probe.style.cssText = "background: Canvas; forced-color-adjust: none";
        document.body.append(probe);
        const canvas = grey(getComputedStyle(probe).backgroundColor);
        const colour = (e) => getComputedStyle(e).backgroundColor;
        return all.filter((e) => e.checkVisibility() && Math.abs(grey(colour(e)) - canvas) < 128)
            .map((e) => `${e.className} in .${e.parentElement.className}: ${colour(e)}`);
    }
"""


def test_icons_show_in_forced_colours(visitor: Visitor, sites: Sites) -> None:
    page = visitor.page(forced_colors="active")
    for kind in "overview", "board", "timeline", "goal":
        go(page, sites["demo"][kind])
        icons = page.locator(f".career-roadmap {_GRAPHICS}")
        for palette in "light", "dark":
            page.emulate_media(color_scheme=palette)
            assert icons.count() > 5
            assert icons.evaluate_all(_AGAINST_CANVAS) == [], (kind, palette)
