"""Old addresses, the navigation and files that lead to pages which a site has not."""

from __future__ import annotations

import re

from conftest import MakeSite
from hosts import URL, Build, build, config

PRIVATE = "---\nvisibility: private\n---\n# A diary\n"


def found(made: Build) -> set[str]:
    content = b"\n".join(name.encode() + b"\n" + text for name, text in made.content().items()).lower()
    return {word.decode() for word in re.findall(rb"okapi[a-z]+", content)}


def test_old_addresses_lead_neither_to_a_hidden_page_nor_from_it(site: MakeSite) -> None:
    maps = ('{"notes/okapikey.md": "index.md", "old.md": "notes/okapipath.md", "older.md": '
            f'"{URL}notes/okapiwhole/", "fine.md": "index.md", "far.md": "https://example.com/notes/okapi/"}}')
    claims = "---\nredirect_from: [/notes/okapiclaim/, /notes/okapifile.html, /before/]\n---\n# Home\n"
    tree = {"index.md": claims, **{f"notes/okapi{way}.md": PRIVATE
                                   for way in ("key", "path", "whole", "claim", "file")}}
    plugins = f"[search, ROADMAP, redirects: {{redirect_maps: {maps}}}]"
    made = build(site(tree, config("{as_of: 2026-04-01}", plugins=plugins)), strict=False)
    assert found(made) == set()
    assert [made.has(path) for path in ("fine", "far", "before", "old", "older")] == [
        True, True, True, False, False]
    assert {re.search("okapi[a-z]+", line)[0] for line in made.problems} == {  # type: ignore[index]
        "okapikey", "okapipath", "okapiwhole", "okapiclaim", "okapifile"}


def test_pages_that_the_configuration_keeps_out_are_named_nowhere(site: MakeSite) -> None:
    tree = {
        "index.md": "# Home\n\n[a](okapidraft.md) [b](okapidraft/) [c](out/okapiout.md) [d](out/okapiout/)\n",
        "okapidraft.md": "# okapititle\n\n![](okapipicture.png)\n", "okapipicture.png": "x",
        "out/okapiout.md": "# Out\n\n![](shared.png)\n", "shared.png": "x"}
    nav = "nav: [index.md, {okapisection: [{okapinamed: okapidraft.md}, {More: [out/okapiout.md]}]}]\n"
    made = build(site(tree, config("{as_of: 2026-04-01}", more=(
        f"{nav}draft_docs: okapidraft.md\nexclude_docs: out/\n"))), strict=False)
    # What is excluded is no secret, and something else may lie at its address.
    assert found(made) == {"okapiout"}
    assert "okapiout.md" not in made.site.folder.joinpath("index.html").read_text("utf-8")
    assert "shared.png" in made.site.files
    assert [re.search("'(okapi.*?)'", line)[1] for line in made.problems] == [  # type: ignore[index]
        "okapidraft.md", "okapidraft/"]
