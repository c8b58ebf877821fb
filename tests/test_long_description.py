"""What the page of the package says away from the repository: every picture and link works there."""

from __future__ import annotations

import os
import re
import tomllib
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest
from crawl import parse
from each import each
from hatchling import build
from markdown.extensions.toc import slugify
from mkdocs_career_roadmap.authoring import scaffold
from readme_renderer import markdown

ROOT = Path(__file__).parent.parent
REPOSITORY = "mkdocs-career-roadmap/mkdocs-career-roadmap"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
RAW = f"https://raw.githubusercontent.com/{REPOSITORY}/v{VERSION}/"
BLOB = f"https://github.com/{REPOSITORY}/blob/v{VERSION}/"


@pytest.fixture(scope="module")
def about(tmp_path_factory: pytest.TempPathFactory) -> Message:
    """Return what a built package says of itself."""
    folder, before = tmp_path_factory.mktemp("metadata"), Path.cwd()
    os.chdir(ROOT)
    try:
        name = build.prepare_metadata_for_build_wheel(str(folder))
    finally:
        os.chdir(before)
    return message_from_string((folder / name / "METADATA").read_text("utf-8"))


@pytest.fixture(scope="module")
def shown(about: Message) -> dict[str, list[str]]:
    """Return where the pictures and links of the rendered page lead, by their attribute."""
    html = markdown.render(str(about.get_payload()))
    assert html is not None
    everything = list(parse(html).all())
    return {name: [value for e in everything if (value := e.get(name))] for name in ("src", "href")}


def test_every_picture_on_the_page_of_the_package_lies_in_the_repository(shown: dict[str, list[str]]) -> None:
    assert len(shown["src"]) > 8
    for address in shown["src"]:
        assert address.startswith(RAW)
        assert (ROOT / address.removeprefix(RAW)).is_file(), address


def test_every_link_on_the_page_of_the_package_leads_to_a_file(shown: dict[str, list[str]]) -> None:
    ours = [address.removeprefix(BLOB) for address in shown["href"] if address.startswith(BLOB)]
    assert len(ours) > 6
    for path, _, heading in (address.partition("#") for address in ours):
        text = (ROOT / path).read_text("utf-8")
        known = {*re.findall(r"\{ ?#([\w-]+) ?\}", text),
                 *(slugify(line, "-") for line in re.findall(r"^#+ (.*)$", text, re.MULTILINE))}
        assert heading in {"", *known}, f"{path}#{heading}"
    assert [a for a in shown["href"] if not a.startswith(("https://", "#"))] == []


def test_nothing_in_the_source_of_that_page_is_relative(about: Message) -> None:
    text = str(about.get_payload())
    found = re.findall(r"(?:\]\(|src=\"|srcset=\")([^)\"\s]+)", text)
    assert len(found) > 15
    assert [address for address in found if not address.startswith(("https://", "#"))] == []


def test_package_says_where_it_is_read_about_and_made(about: Message) -> None:
    urls = dict(line.split(", ") for line in about.get_all("Project-URL", []))
    assert {"Documentation", "Source", "Changelog", "Issues"} <= urls.keys()
    site = re.search(r"^site_url: (.*)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert site is not None
    assert urls["Demo"] == site[1]
    assert urls["Documentation"] == f"{site[1]}guide/"
    assert {url.removeprefix(f"https://github.com/{REPOSITORY}") for name, url in urls.items()
            if name in ("Source", "Changelog", "Issues")} == {"", "/blob/main/CHANGELOG.md", "/issues"}


@pytest.mark.parametrize("page", [
    ROOT / "README.md", ROOT / "docs/guide/index.md", ROOT / "docs/guide/start.md",
    ROOT / "docs/guide/tutorial.md",
    Path(scaffold.__file__).with_name("requirements.txt")], ids=lambda page: page.name)
def test_page_says_that_nothing_is_released_for_as_long_as_that_is_so(page: Path) -> None:
    text = page.read_text("utf-8")
    is_unreleased = f"## {VERSION} (unreleased)" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    says_so = "not released yet" in text
    assert says_so == is_unreleased
    assert (f"git+https://github.com/{REPOSITORY}" in text) == is_unreleased


@each("file", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"],
                         ids=lambda file: file.stem)
def test_no_example_installs_what_is_not_released(file: Path) -> None:
    examples = re.findall(r"```.*?```", file.read_text("utf-8"), re.DOTALL)
    by_name = [line for text in examples for line in text.splitlines()
               if re.search(r"(?:pip install|dependencies:).*(?<![/\w-])mkdocs-career-roadmap\b", line)]
    is_unreleased = f"## {VERSION} (unreleased)" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert not by_name or not is_unreleased
