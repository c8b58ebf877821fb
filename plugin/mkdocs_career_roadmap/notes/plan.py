"""All of an import of notes: a vault is read, and each file of the new site is said. Nothing is written
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_career_roadmap.new_site.destination import Content
from mkdocs_career_roadmap.new_site.frame import Plan, SiteName, frame_of_pages
from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind
from mkdocs_career_roadmap.new_site.markdown import EXTENSIONS as OF_ALL
from mkdocs_career_roadmap.new_site.paths import PathBook
from mkdocs_career_roadmap.new_site.report import REPORT, Row, counts, report
from mkdocs_career_roadmap.project.progress import SILENT, ProgressLine
from mkdocs_career_roadmap.vocabulary.phrases import some

from .embedded import LinkCount
from .names import VaultNames
from .page import NotesPlaces, page_of, tags_in
from .properties import slug
from .selection import NamedNotes, select, what_there_is
from .vault import Vault, VaultNote, read_vault

EXTENSIONS = sorted([*OF_ALL, "admonition", "pymdownx.details"], key=str)
"""What a converted note wants in mkdocs.yml, under markdown_extensions."""
ATTACHMENTS = "attachments"
"""The folder of the files that notes show. Where they lay in the vault is nobody's business."""
_FIRST = frozenset({"index", "readme"})
_BLOCK_ID = re.compile(r"#\^([A-Za-z0-9-]+)")
_MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class NoteWishes:
    """What the author of a vault said to the import."""

    named: NamedNotes
    goal: str | None = None
    title: str = "My notes"
    """What the site is called; the vault's folder may have a name that is nobody's business."""
    command: str = "career-roadmap import notes"


@dataclass(frozen=True, slots=True)
class NotesPlan:
    """What an import would write, and what its author alone may read."""

    plan: Plan
    """Without files if nothing was named."""
    said: tuple[str, ...]
    """Lines for the terminal, which may name what is private."""
    count: LinkCount


def plan(folder: Path, wishes: NoteWishes, progress: ProgressLine = SILENT) -> NotesPlan:
    """Return what the notes that were named become. Raises ProjectError if the vault cannot be read, and for
    a name that fits nothing.
    """
    vault = read_vault(folder)
    if not wishes.named:
        return NotesPlan(Plan({}, (), (), ""), tuple(what_there_is(vault)), LinkCount())
    chosen, kept = select(vault, wishes.named, tags_in)
    made = _NotesSite(vault, chosen).plan(wishes, progress)
    folders = sorted({note.folder for note in chosen.values() if note.folder})
    said = [f"not published: {path}, since {why}" for path, why in kept.items()]
    if wishes.named.tags or wishes.named.properties:
        said += [f"the name of its folder will be read: {one}" for one in folders]
    if vault.links:
        said.append(f"{some(vault.links, 'link')} of the file system not followed")
    return NotesPlan(made.plan, (*said, *made.said), made.count)


@dataclass(slots=True)
class _NotesSite:
    """A site on its way."""

    vault: Vault
    chosen: Mapping[str, VaultNote]
    _paths: PathBook = field(default_factory=PathBook)
    _attached: dict[str, str] = field(default_factory=dict)

    def plan(self, wishes: NoteWishes, progress: ProgressLine) -> NotesPlan:
        drawings = [path for path, note in self.chosen.items() if note.is_drawing]
        shown = {path: note for path, note in self.chosen.items() if path not in drawings}
        pages = {path: self._page_path(note) for path, note in shown.items()}
        ids = {name.lower() for note in shown.values() for name in _BLOCK_ID.findall(note.body)}
        places = NotesPlaces(
            VaultNames(self.vault),
            self.vault.notes,
            pages,
            self._attach,
            self.vault.breaks_lines,
            frozenset(ids),
            LinkCount(),
        )
        files: dict[str, Content] = {}
        notes: list[ImportNote] = [
            ImportNote(NoteKind.SKIPPED, path, 0, "a drawing, which only its plugin shows")
            for path in drawings
        ]
        has_tags = has_maths = False
        rows = []
        for path, note in progress.over(list(shown.items()), "reading notes"):
            page = page_of(note, places, wishes.goal)
            files[f"docs/{page.path}"] = page.text
            notes += page.notes
            has_tags, has_maths = has_tags or page.has_tags, has_maths or page.has_maths
            rows.append(Row(path, f"docs/{page.path}", ""))
        for path, made in self._attached.items():
            files[f"docs/{made}"] = self.vault.root / path
        frame = frame_of_pages(
            SiteName(wishes.title, "", ""), EXTENSIONS, has_tags=has_tags, has_maths=has_maths
        )
        for path, text in frame.items():
            files.setdefault(path, text)
        files[REPORT] = report(
            rows,
            len(self._attached),
            notes,
            (),
            list(self._hints(files.values(), places.count)),
            wishes.command,
            "notes",
        )
        left = ", ".join(counts(notes))
        summary = f"{some(len(rows), 'note')}, {some(len(self._attached), 'file')}" + (
            f"; {left}: {REPORT} tells of each" if left else ""
        )
        return NotesPlan(Plan(files, tuple(notes), tuple(rows), summary), (), places.count)

    def _hints(self, texts: Iterable[Content], count: LinkCount) -> Iterable[str]:
        if count.hidden:
            yield (
                f"{some(count.hidden, 'link')} to what was not named became words; "
                "where those were its name, there is an ellipsis."
            )
        if any(
            isinstance(text, str) and re.search(r"^[ >]*`{3,}mermaid", text, re.MULTILINE) for text in texts
        ):
            yield (
                "Diagrams of Mermaid stand in the pages as code: the theme draws them with a script of "
                "another "
                "server, so that is for you to switch on."
            )

    def _page_path(self, note: VaultNote) -> str:
        folder = "/".join(slug(one)[:_MAX_NAME] or "x" for one in note.folder.split("/") if one)
        name = slug(note.name)[:_MAX_NAME] or "note"
        name = "index" if name in _FIRST else name
        return self._paths.take(f"{folder}/{name}.md" if folder else f"{name}.md")

    def _attach(self, path: str) -> str:
        if path not in self._attached:
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            name = slug(stem)[:_MAX_NAME] or "file"
            self._attached[path] = self._paths.take(f"{ATTACHMENTS}/{name}.{slug(ending)[:20] or 'bin'}")
        return self._attached[path]
