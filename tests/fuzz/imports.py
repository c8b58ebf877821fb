"""What is asked of any blog that is imported, whatever program built it before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.wishes import Wishes
from mkdocs_career_roadmap.project.errors import ProjectError
from mkdocs_career_roadmap.reading.entry import Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.codes import CODES, Severity
from mkdocs_career_roadmap.vocabulary.settings import Settings

Planned = Callable[[Path, Wishes], Plan]
_SETTINGS = Settings()
_BODY = {"control-character", "second-front-matter", "private-unread"}
"""What is in a text is its author's, and stays. One that begins with `published: soon` keeps its page back,
and its author is told.
"""


def planned(plan: Planned, files: Mapping[str, str], wishes: Wishes) -> Plan | None:
    """Return what a blog of these files becomes; None: its configuration cannot be read."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        try:
            return plan(Path(folder), wishes)
        except ProjectError:
            return None


def check_pages(made: Plan) -> None:
    """Fail if a check complains of a page, or if nobody can read the new mkdocs.yml."""
    for row in made.rows:
        text = str(made.files[row.made])
        page = read(Source(row.made.removeprefix("docs/"), text), _SETTINGS)
        worse = [p for p in page.problems if CODES[p.code].severity is not Severity.HINT]
        assert [p for p in worse if p.code not in _BODY] == [], text
    assert isinstance(yaml.safe_load(str(made.files["mkdocs.yml"]).split("markdown_extensions")[0]), dict)
