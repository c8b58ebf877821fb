"""What an import tells: a file beside the site, for its author to go through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_career_roadmap.vocabulary.phrases import some

from .lines import ImportNote, NoteKind

REPORT = "import-report.md"
"""The file that tells what could not be carried."""


@dataclass(frozen=True, slots=True)
class Row:
    """A page that was imported."""

    path: str
    """Where it was, from the blog's folder."""
    made: str
    """Where it is now, from the site's folder."""
    address: str
    """Where it was read, and is still found."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Posts that look like a series of one goal."""

    category: str
    """Empty: they share none."""
    posts: tuple[str, ...]
    """Where they are now, from the site's folder."""
    goal: str
    """The words of the category, as a title to begin with."""


_SECTIONS: Mapping[NoteKind, tuple[str, str]] = {
    NoteKind.SKIPPED: ("Not imported", "These files of the blog have no page in the site, and why."),
    NoteKind.LEFT: (
        "Left as they were",
        "These stand in the pages as they were written: MkDocs has nothing like them. Write something else.",
    ),
    NoteKind.DEAD: ("Dead links", "These lead nowhere in the blog, too, or to what was not imported."),
    NoteKind.MISSING: (
        "What the site had that this one has not",
        "These belong to no page. What is to be done for each is for you to say.",
    ),
    NoteKind.CHANGED: ("Changed", "These were carried, but not as they were."),
}


def report(rows: Sequence[Row], copied: int, notes: Iterable[ImportNote], proposals: Sequence[Proposal],
           hints: Sequence[str], command: str, of: str = "blog") -> str:
    """Return the report. `copied` counts files that are no pages; `hints` are paragraphs on the site as
    a whole; `command` is what the import was called with; `of` is the word for what was imported.
    """
    ordered = sorted(set(notes))
    parts = [f"# What became of the {of}\n\n`{command}`\n",
             f"{some(len(rows), 'page')} and {some(copied, 'file')} were imported; "
             + (", ".join(counts(ordered)) or "nothing was left") + ".\n"]
    parts += [f"{hint}\n" for hint in hints]
    for kind, (title, words) in _SECTIONS.items():
        those = [note for note in ordered if note.kind is kind]
        if those:
            told = words.replace("the blog", f"the {of}")
            parts.append(f"## {title}\n\n{told}\n\n" + "".join(f"- {_item(note)}\n" for note in those))
    parts += _proposed(proposals)
    parts.append("## Pages\n\n| Was | Is | Address |\n| --- | --- | --- |\n"
                 + "".join(f"| {_cell(r.path)} | {_cell(r.made)} | {_cell(r.address)} |\n" for r in rows))
    return "\n".join(parts)


def counts(notes: Iterable[ImportNote]) -> Iterator[str]:
    """Yield how many notes there are of each kind that there is: `2 dead links`."""
    those = Counter(note.kind for note in notes)
    words = {
        NoteKind.SKIPPED: ("file not imported", "files not imported"),
        NoteKind.LEFT: ("place left as it was", "places left as they were"),
        NoteKind.DEAD: ("dead link", "dead links"),
        NoteKind.MISSING: ("part of the site missing", "parts of the site missing"),
        NoteKind.CHANGED: ("change", "changes"),
    }
    for kind, (one, more) in words.items():
        if n := those[kind]:
            yield f"{n} {one if n == 1 else more}"


def _item(note: ImportNote) -> str:
    where = f"{note.path}:{note.line}" if note.line else note.path
    return f"{_code(where)}: {_plain(note.what)}"


def _plain(text: str) -> str:
    """Return a sentence on one line; what in it looks like a tag or a link is shown as it is."""
    line = " ".join(text.split())
    return line.replace("\\", "\\\\").replace("<", "&lt;").replace("[", "\\[").replace("*", "\\*")


def _code(text: str) -> str:
    line = " ".join(text.split())
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def _cell(text: str) -> str:
    return _code(text).replace("|", "\\|") if text else ""


def _proposed(proposals: Sequence[Proposal]) -> Iterator[str]:
    if not proposals:
        return
    yield (
        "## Goals that these posts may serve\n\nPosts that link to one another and share a category may be "
        "steps towards one goal. Import again with one of these options, or paste the line into the front "
        "matter of each; the words are yours to choose.\n"
    )
    for proposal in proposals:
        option = f'`--category-goal "{proposal.category}={proposal.goal}"`\n\n' if proposal.category else ""
        posts = "".join(f"- {_code(path)}\n" for path in proposal.posts)
        yield f"{option}```yaml\ngoal: {proposal.goal}\n```\n\n{posts}"
