"""Pages at old addresses, as a browser takes them: with and without scripts, below a path."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import write
from hosts import build, config

from browser.conftest import Visitor
from browser.sites import serve


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site that lies below another path than it was built for."""
    folder = tmp_path_factory.mktemp("moved")
    write(folder, {"mkdocs.yml": config(), "docs/index.md": "# Home\n",
                   "docs/a/ü.md": "---\nredirect_from: [/old/sch%C3%B6n.html, /old/]\n---\n# Here\n"})
    made = build(folder, out="served/below/a path")
    assert (made.code, made.told) == (0, [])
    with serve(folder / "served") as url:
        yield f"{url}below/a%20path/"


@pytest.mark.parametrize(("old", "new", "without_scripts"), [
    ("old/sch%C3%B6n.html", "a/%C3%BC/", "a/%C3%BC/"),
    ("old/", "a/%C3%BC/", "a/%C3%BC/"),
    ("old/?x=1&y=%3C#part", "a/%C3%BC/?x=1&y=%3C#part", "a/%C3%BC/"),
    ("old/#//evil.example", "a/%C3%BC/#//evil.example", "a/%C3%BC/")])
def test_old_address_leads_on(
    visitor: Visitor, address: str, old: str, new: str, without_scripts: str
) -> None:
    for scripts, expected in ((True, new), (False, without_scripts)):
        page = visitor.page(**({} if scripts else {"java_script_enabled": False}))
        page.goto(address + old, wait_until="commit")
        page.wait_for_url(f"{address}a/**")
        assert page.url.removeprefix(address).partition("#")[0] == expected.partition("#")[0]
        assert page.locator("h1").first.inner_text() == "Here"
        if scripts:
            assert page.url == address + expected
            page.go_back()  # past the page that led here, which is no trap
            assert page.url == "about:blank"
