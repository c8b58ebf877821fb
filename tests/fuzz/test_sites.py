"""Random sites through whole builds, and random edits under a preview."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from crawl import BuiltSite, dead_links
from hosts import quiet_builds
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from fuzz.conftest import tries
from fuzz.makers import PATHS, SITES, pages

CONFIG = """\
site_name: Fuzz
theme: {theme}
plugins: [search, career-roadmap: {{as_of: 2026-04-01, views: {{report: public}}}}]
use_directory_urls: {urls}
"""
AUTHORS = ("../posts/b.md", "a.md", "x.md", "y", "#z")
"""What links of the authors themselves begin with; these may well lead nowhere."""
SERVED = "http://127.0.0.1:1/"


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with quiet_builds():
        yield


@contextmanager
def project(theme: str = "mkdocs", urls: str = "true") -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "docs").mkdir()
        (folder / "mkdocs.yml").write_text(CONFIG.format(theme=theme, urls=urls), "utf-8")
        yield folder


def save(folder: Path, path: str, content: bytes) -> None:
    file = folder / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def config_of(folder: Path, out: str) -> MkDocsConfig:
    return load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / out))


def preview(folder: Path, out: str) -> None:
    """Build as `mkdocs serve` does; it must never raise."""
    config = config_of(folder, out)
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = SERVED
    mkdocs_build(config, serve_url=SERVED)


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def theirs(folder: Path) -> Mapping[str, bytes]:
    """Return what an author put into the docs folder and MkDocs copies as it is."""
    return {name: content for name, content in content_of(folder / "docs").items() if name.endswith(".html")}


@tries(30, builds=True)
@given(SITES, st.sampled_from(["mkdocs", "readthedocs", "material"]), st.sampled_from(["true", "false"]))
def test_any_site_is_built_or_refused_in_good_order(site: dict[str, bytes], theme: str, urls: str) -> None:
    with project(theme, urls) as folder:
        for path, content in {"index.md": b"# Home\n", **site}.items():
            save(folder, path, content)
        try:
            mkdocs_build(config_of(folder, "site"))
        except (BuildError, Abort):
            return  # told; what is not an error of these is a bug
        built = BuiltSite(folder / "site")
        own = theirs(folder)
        # What authors link to is theirs; what we link to must be there.
        ours = [(page, href) for page, href in dead_links(built) if page not in own and "roadmap" in page]
        assert [(page, href) for page, href in ours if not href.startswith(AUTHORS)] == []
        assert b"onerror=alert(1)>" not in b"".join(
            content
            for name, content in content_of(built.folder).items()
            if name.startswith("roadmap") and name not in own and name.endswith(".html")
        )


@tries(15, builds=True)
@given(SITES)
def test_any_site_is_previewed(site: dict[str, bytes]) -> None:
    with project() as folder:
        for path, content in site.items():
            save(folder, path, content)
        preview(folder, "site")
        assert (folder / "site/roadmap/index.html").exists() or "roadmap/index.html" in site


class Edits(RuleBasedStateMachine):
    """An author who writes, deletes, renames, and saves by halves while the preview runs."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()).resolve()
        (self.folder / "docs").mkdir()
        (self.folder / "mkdocs.yml").write_text(CONFIG.format(theme="mkdocs", urls="true"), "utf-8")
        self.files: dict[str, bytes] = {}

    @initialize(site=SITES)
    def begin(self, site: dict[str, bytes]) -> None:
        for path, content in site.items():
            self.write(path, content)
        preview(self.folder, "served")

    def write(self, path: str, content: bytes) -> None:
        save(self.folder, path, content)
        self.files[path] = content

    def remove(self, path: str) -> bytes:
        (self.folder / "docs" / path).unlink()
        return self.files.pop(path)

    @rule(path=st.sampled_from(PATHS), content=pages())
    def save_page(self, path: str, content: bytes) -> None:
        self.write(path, content)
        preview(self.folder, "served")

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def save_half(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(sorted(self.files)))
        content = self.files[path]
        self.write(path, content[: data.draw(st.integers(0, len(content)))])
        preview(self.folder, "served")
        self.write(path, content)

    @precondition(lambda self: self.files)
    @rule(data=st.data(), to=st.sampled_from(PATHS))
    def rename(self, data: st.DataObject, to: str) -> None:
        path = data.draw(st.sampled_from(sorted(self.files)))
        self.write(to, self.remove(path))
        preview(self.folder, "served")

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.remove(data.draw(st.sampled_from(sorted(self.files))))
        preview(self.folder, "served")

    def teardown(self) -> None:
        try:
            # MkDocs goes on in silence where it cannot empty the folder; here that is told.
            shutil.rmtree(self.folder / "served", ignore_errors=False)
            preview(self.folder, "served")
            preview(self.folder, "clean")
            assert content_of(self.folder / "served") == content_of(self.folder / "clean")
        finally:
            shutil.rmtree(self.folder)


def test_after_any_edits_the_preview_is_that_of_a_clean_start() -> None:
    run_state_machine_as_test(Edits, settings=tries(10, builds=True))
