"""A preview by Zensical: what is saved shows, and nothing that an author does ends it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from conftest import MakeSite
from hosts import config, post
from preview import Server, serving

SITE = {"index.md": "# Home\n", "a.md": post(),
        "okapi.md": "---\ntitle: The okapi diary\nvisibility: private\n---\nI paint okapis at night.\n"}
COMMAND = ("mkdocs_career_roadmap", "zensical", "serve")


@pytest.fixture(scope="module")
def server(site: MakeSite) -> Iterator[Server]:
    folder = site(SITE, config(theme="{name: material, font: false}"))
    with serving(folder, command=COMMAND) as started:
        yield started
    assert started.get("")[0] == 0  # Zensical, which the command started, has ended with it


def test_option_that_zensical_does_not_know_ends_the_preview(site: MakeSite) -> None:
    folder = site(SITE, config(theme="{name: material, font: false}"))
    done = subprocess.run([sys.executable, "-m", *COMMAND, "--loud"], cwd=folder, timeout=100, check=False,
                          capture_output=True, text=True)
    assert done.returncode == 2
    assert "No such option" in done.stderr


def test_what_is_private_shows_and_lies_in_no_site_that_somebody_publishes(server: Server) -> None:
    server.shows("okapi/", "I paint okapis at night.", "Private: not in the built site.")
    server.shows("roadmap/", "Reproduce it")
    assert not (server.folder / "site").exists()


def test_what_is_saved_shows_on_all_pages_that_it_changes(server: Server) -> None:
    server.save("b.md", post(name="Another thing"))
    server.shows("b/", "Another thing")
    server.shows("roadmap/", "Another thing")
    (server.folder / "docs/b.md").unlink()
    server.lacks("b/")
    server.shows_no_more("roadmap/", "Another thing")


def test_mistake_is_shown_on_its_page_and_goes_when_it_is_mended(server: Server) -> None:
    server.save("a.md", post("status: dnoe"))
    server.shows("a/", "did you mean 'done'", "Only the preview shows this.")
    server.save("a.md", post("status: done"))
    server.shows_no_more("a/", "did you mean")


def test_front_matter_that_nobody_can_read_ends_nothing(server: Server) -> None:
    server.save("c.md", "---\nmood: [\n---\nWords of c.\n")
    server.shows("c/", "Words of c.", "bad-yaml")
    (server.folder / "docs/c.md").unlink()
    server.lacks("c/")


def test_configuration_that_nobody_can_read_ends_nothing(server: Server) -> None:
    path = server.folder / "mkdocs.yml"
    good = path.read_text("utf-8")
    path.write_text("site_name: [\n", "utf-8")
    server.until(lambda: "this is not valid YAML" in server.log, "it was never told")
    path.write_text(good.replace("site_name: Ada", "site_name: Grace"), "utf-8")
    server.shows("", "Grace")
