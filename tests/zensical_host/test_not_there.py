"""What Zensical cannot show is told where a site uses it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.test_check import run
from conftest import write
from hosts import post
from mkdocs_career_roadmap.project.config import read_project
from mkdocs_career_roadmap.zensical_host.not_there import not_there

CONFIG = "site_name: Ada\ntheme: {{name: material, custom_dir: own}}\nplugins: [search, career-roadmap{}]\n"


def told(folder: Path, template: str, path: str = "own/main.html", more: str = "") -> list[str]:
    write(folder, {"mkdocs.yml": CONFIG.format(more), "docs/a.md": post(), path: template})
    project = read_project(folder / "mkdocs.yml")
    return [sentence.removeprefix(folder.as_posix()) for sentence in not_there(project)]


@pytest.mark.parametrize("template", [
    "{{ roadmap.title }}", "{% for g in roadmap.goals %}{% endfor %}", "{{ x(roadmap) | e }}",
    "{%- if\n roadmap %}{% endif %}"])
def test_variable_in_a_template_of_the_theme_is_told(tmp_path: Path, template: str) -> None:
    (sentence,) = told(tmp_path, f"<p>\n{template}")
    assert sentence == (
        "/own/main.html:2: Zensical has no variable `roadmap` in templates of a theme, and stops at it; put "
        "`{% if roadmap is defined %}` around it; a `roadmap` block on a page works")


def test_template_that_asks_first_stops_nothing(tmp_path: Path) -> None:
    (sentence,) = told(tmp_path, "{% if roadmap is defined %}{{ roadmap.title }}{% endif %}")
    assert "so nothing of it is shown there; a `roadmap` block" in sentence


@pytest.mark.parametrize("template", [
    "<a href='roadmap/'>roadmap</a>", "{% include 'roadmap.html' %}", "{# roadmap #}", "{{ config.roadmap }}",
    "{{ my_roadmap }}", "{% set roadmap = 1 %}"])
def test_other_roadmaps_of_a_template_are_not(tmp_path: Path, template: str) -> None:
    assert told(tmp_path, template) == []


def test_template_in_place_of_ours_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ roadmap }}", "own/career-roadmap/post.html") == []


def test_several_languages_are_told(tmp_path: Path) -> None:
    more = ", i18n: {languages: [{locale: en, default: true}, {locale: fr}]}"
    (sentence,) = told(tmp_path, "", more=more)
    assert "Zensical does not run mkdocs-static-i18n" in sentence


def test_staging_tells_it(tmp_path: Path) -> None:
    told(tmp_path, "{{ roadmap.title }}")
    done = run(tmp_path, "zensical", "stage")
    assert done.returncode == 0
    assert "own/main.html:1: Zensical has no variable `roadmap`" in done.stderr
