"""Any site is to the byte what it is without its private pages and drafts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from fuzz.conftest import tries
from fuzz.makers import BODIES, SITES, front_matters
from hosts import quiet_builds
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

CONFIG = """\
site_name: Random
site_url: https://example.org/
theme: {theme}
plugins: [search, career-roadmap: {{as_of: 2026-04-01, views: {{report: public}}}}]
use_directory_urls: {urls}
"""
FOLDERS = ("", "posts/", "notes/", "goals/", "roadmap/", "roadmap/goals/", "roadmap/milestones/")
NAMES = ("okapi", "vision", "detector", "board", "index")
"""Of files: the second and third are those of generated pages, too."""
WAYS = ("visibility: private", "draft: true", "published: false", "Visibility: internal", "private: yes",
        "visibilty: private", "visibility: [private]", "draft: 'treu'")
"""What keeps a page back, for sure or perhaps."""


@st.composite
def hidden_pages(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw pages that are kept back, by path, with a picture beside each."""
    found = {}
    for _ in range(draw(st.integers(1, 5))):
        path = f"{draw(st.sampled_from(FOLDERS))}{draw(st.sampled_from(NAMES))}"
        if path == "index":
            continue  # the first page of the site is public
        lines = draw(front_matters()).splitlines(keepends=True)
        lines.insert(draw(st.integers(0, len(lines))), f"{draw(st.sampled_from(WAYS))}\n")
        body = draw(BODIES) + "\n![zebra](zebra.png) after [it](../posts/b.md)\n"
        found[f"{path}.md"] = f"---\n{''.join(lines)}---\n{body}".encode("utf-8", "replace")
        found[f"{path.rpartition('/')[0]}/zebra.png".lstrip("/")] = b"zebra"
    return found


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with quiet_builds():
        yield


def site_of(files: Mapping[str, bytes], config: str) -> dict[str, bytes]:
    """Return what is built of the files, whatever is told of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "mkdocs.yml").write_text(config, "utf-8")
        for path, content in {"index.md": b"# Home\n", **files}.items():
            file = folder / "docs" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        with suppress(BuildError, Abort):  # at the end, when all is written
            build(load_config(str(folder / "mkdocs.yml")))
        return {path.relative_to(folder / "site").as_posix(): path.read_bytes()
                for path in sorted((folder / "site").rglob("*")) if path.is_file()}


@tries(60, builds=True)
@given(SITES, hidden_pages(), st.sampled_from(["mkdocs", "readthedocs", "material"]),
       st.sampled_from(["true", "false"]))
def test_any_site_is_to_the_byte_what_it_is_without_what_is_hidden(
    public: dict[str, bytes], hidden: dict[str, bytes], theme: str, urls: str
) -> None:
    config = CONFIG.format(theme=theme, urls=urls)
    # A file that is no page goes with the hidden pages of its folder, see docs/decisions/keep-back.md.
    public = {path: text for path, text in public.items()
              if path not in hidden and not path.endswith(".html")}
    having, lacking = site_of({**public, **hidden}, config), site_of(public, config)
    assert having.keys() == lacking.keys()
    assert [name for name in lacking if having[name] != lacking[name]] == []
