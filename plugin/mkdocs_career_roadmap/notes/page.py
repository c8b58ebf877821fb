"""One note on its way into a site: its text with all that it shows, its links, its properties."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import quote, unquote

from mkdocs_career_roadmap.new_site.arrange import with_one_title
from mkdocs_career_roadmap.new_site.lines import ImportNote, NoteKind, TextLine
from mkdocs_career_roadmap.new_site.markdown import attributes, kinds
from mkdocs_career_roadmap.new_site.markdown.deepest import TOO_DEEP
from mkdocs_career_roadmap.new_site.markdown.heading_ids import raw_text
from mkdocs_career_roadmap.new_site.markdown.kinds import Footnote, LinkDefinition, MarkdownBlock
from mkdocs_career_roadmap.new_site.markdown.spans import Span
from mkdocs_career_roadmap.new_site.markdown.write_page import write_page
from mkdocs_career_roadmap.new_site.markdown.writing import PageWriting

from .embedded import EmbedPlace, LinkCount, NoteSection, SectionPlace, SectionTarget
from .heading_ids import NoteHeadingIds
from .markdown.comments import without_comments
from .markdown.parser import parser
from .markdown.read_blocks import ANCHOR, BlockReader, NoteText, without_id
from .markdown.read_spans import HIDDEN, NoteSpans, parted_size, without_names
from .markdown.sections import NoteParts, folded
from .names import VaultNames
from .properties import alias_addresses, title_of, written_properties
from .vault import VaultNote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):|//")
_OPEN = frozenset({"http", "https", "mailto", "tel", "ftp", "doi", "data"})
"""What an address may begin with; others, as `file:` and `obsidian:`, name what lies on the author's
machine.
"""
PICTURES = frozenset({"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"})
_SOUNDS = frozenset({"3gp", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"})
_FILMS = frozenset({"mkv", "mov", "mp4", "ogv", "webm"})
_ONLY_OBSIDIAN = frozenset({"canvas", "base", "excalidraw"})
_DEPTH, _EMBEDS = 5, 100
_SAFE = "/!$&'*+,;=@~"


@dataclass(frozen=True)
class NotesPlaces:
    """Where everything lies that was named, and what was not."""

    names: VaultNames
    notes: Mapping[str, VaultNote]
    """Of the whole vault, by path."""
    pages: Mapping[str, str]
    """From the path of each note that was named to that of its page in the docs folder."""
    attach: Callable[[str], str]
    """Takes a file of the vault into the site, and returns its path there."""
    breaks_lines: bool
    block_ids: frozenset[str]
    """The ids of blocks that any link names."""
    count: LinkCount
    lines: dict[str, tuple[list[TextLine], list[int]]] = field(default_factory=dict)
    """The texts of notes without their comments, and the lines of those that nothing ends, by path, as far as
    they were asked for.
    """
    headings: dict[str, dict[str, str]] = field(default_factory=dict)
    """The ids of the headings of notes, as far as they were asked for."""
    parts: dict[str, NoteParts] = field(default_factory=dict)
    """What may be embedded of notes, as far as it was asked for."""
    sections: dict[tuple[str, str], NoteSection] = field(default_factory=dict)
    """What was embedded, by note and part; without a part: all of it. Each is read once, however many pages
    show it.
    """

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages, from the root of the site."""
        return frozenset(map(_address, self.pages.values()))


@dataclass(frozen=True, slots=True)
class NotePage:
    """A page of the new site."""

    note: VaultNote
    path: str
    """From the docs folder."""
    text: str
    notes: tuple[ImportNote, ...]
    has_tags: bool
    has_maths: bool


def page_of(note: VaultNote, places: NotesPlaces, goal: str | None) -> NotePage:
    """Return the page of a note that was named."""
    path = places.pages[note.path]
    around = _Surroundings(places, note, path, NoteText())
    lines = around.lines_of(note, says=True)
    reader = BlockReader(around, around.text)
    blocks = reader.read(lines)

    def begin(_link: object, links: dict[str, LinkDefinition], notes: dict[str, Footnote]) -> PageWriting:
        return PageWriting(
            lambda address, _line, _html: address,
            lambda _page, leaf: around.text.of(leaf),
            {},
            links,
            notes,
            NoteHeadingIds(),
            has_tasks=True,
            hard_wrap=places.breaks_lines,
        )

    written, page = write_page(blocks, lambda address, _line, _html: address, begin)
    title = title_of(note)
    body = "\n".join(line.text for line in with_one_title(written, title)).strip("\n")
    folder = posixpath.dirname(path)
    addresses = [one for one in alias_addresses(note, folder) if one not in places.addresses]
    front, said = written_properties(
        note, path, reader.tags, addresses, goal, around.words_of, lambda text: without_names(around, text)
    )
    notes = [
        ImportNote(kind, note.path, line, what)
        for kind, line, what in dict.fromkeys((*around.said, *page.notes))
    ]
    notes += [ImportNote(NoteKind.CHANGED, note.path, 0, what) for what in said]
    return NotePage(
        note,
        path,
        f"{front}\n{body}\n".lstrip("\n"),
        tuple(notes),
        "\ntags:\n" in front,
        any(mark in body for mark in ("$$", "\\(")),
    )


def tags_in(note: VaultNote) -> list[str]:
    """Return the tags that stand in the text of a note, as a reader of it sees them."""
    lines, _ = without_comments(_lines(note))
    around = _Surroundings(
        NotesPlaces(VaultNames.none(), {}, {}, lambda path: path, True, frozenset(), LinkCount()),
        note,
        note.path,
        NoteText(),
    )
    reader = BlockReader(around, around.text)
    reader.read(lines)
    return reader.tags


def _lines(note: VaultNote) -> list[TextLine]:
    return [TextLine(note.body_line + at, text) for at, text in enumerate(note.body.split("\n"))]


def _address(path: str) -> str:
    """Return the address of a page, from the root of the site."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    parts = [one for one in (folder, "" if stem == "index" else stem) if one]
    return f"/{'/'.join(parts)}/" if parts else "/"


class _Surroundings:
    """What the text of a note, or of one that is embedded in it, is a part of."""

    def __init__(
        self,
        places: NotesPlaces,
        note: VaultNote,
        path: str,
        text: NoteText,
        above: _Surroundings | None = None,
    ) -> None:
        """`note` is what is read, `path` the page that it becomes a part of; `above` is what embeds it."""
        self._places, self._note, self._path, self.text, self._above = places, note, path, text, above
        self.said: list[tuple[NoteKind, int, str]] = above.said if above else []
        self._budget: list[int] = above._budget if above else [_EMBEDS]
        self._line_above = 0

    # What is said

    def say(self, kind: NoteKind, line: int, what: str) -> None:
        at = self._line_above if self._above else line
        self.said.append((kind, at, what))

    def leave_out(self, line: int, what: str) -> None:
        self.say(NoteKind.CHANGED, line, f"{what}, was left out")

    def leave_flat(self, line: int) -> None:
        self.say(NoteKind.CHANGED, line, TOO_DEEP)

    def wants(self, block_id: str) -> bool:
        return block_id.lower() in self._places.block_ids

    # Links

    def wiki(self, inner: str, line: int) -> list[Span]:
        target, part, words = _parted(inner)
        count = self._places.count
        count.links += 1
        found = self._places.names.find(target, self._note.path)
        if found is None:
            self.say(NoteKind.DEAD, line, f"[[{inner}]] leads to no note")
            return [Span("text", 0, words or _shown(target, part))]
        if not self._is_open(found):
            return [self._hidden(found, words, line)]
        count.linked += 1
        address = self._to(found, part, line)
        return [Span("a", 0, address=address, children=[Span("text", 0, words or _shown(target, part))])]

    def words_of(self, inner: str) -> str | None:
        """Return the words for a link in a property; None: they are those of what is not published."""
        target, part, words = _parted(inner)
        found = self._places.names.find(target, self._note.path)
        if found is None or self._is_open(found):
            note = self._places.notes.get(found or "")
            name = title_of(note) if note else target.rpartition("/")[2]
            return words or name or part
        return None if not words or self._names(found, words) else words

    def address(self, href: str, line: int, *, in_html: bool = False) -> str | None:
        if not href.strip():
            return href
        if match := _SCHEME.match(href.strip()):
            if match[0] == "//" or match[1].lower() in _OPEN:
                return href
            self.say(
                NoteKind.DEAD,
                line,
                f"an address that begins with {match[1].lower()}: is no address for others",
            )
            return None
        self._places.count.links += 1
        path, part = _split(href)
        found = self._places.names.find_file(path, self._note.path)
        if found is None:
            self.say(NoteKind.DEAD, line, f"{href} leads nowhere")
            return None
        if not self._is_open(found):
            self._say_hidden(line)
            return None
        self._places.count.linked += 1
        return self._to(found, part, line, in_html=in_html)

    def hides(self, href: str, words: str) -> bool:
        if match := _SCHEME.match(href.strip()):  # what lies on the author's machine
            is_open = match[0] == "//" or match[1].lower() in _OPEN
            return not is_open and _letters(words) in _letters(unquote(href))
        found = self._places.names.find_file(_split(href)[0], self._note.path)
        return found is not None and not self._is_open(found) and self._names(found, words)

    def _is_open(self, path: str) -> bool:
        """True for a note that was named, and a file that a note may show."""
        if path in self._places.notes:
            is_held = path != self._note.path and self._places.notes[path].is_held
            return path in self._places.pages and not is_held
        return path.rpartition(".")[2].lower() not in _ONLY_OBSIDIAN

    def _names(self, path: str, words: str) -> bool:
        """True for words with the name of a file in them, or one of its other names."""
        note = self._places.notes.get(path)
        stem = path.rpartition("/")[2].rpartition(".")[0]
        names = [path, path.rpartition(".")[0], stem, *([*note.aliases, title_of(note)] if note else [])]
        said = f" {_letters(words)} "
        parts = [_letters(name) for name in names]
        return (
            not words.strip()
            or any(f" {one} " in said for one in parts if one)
            or any(name in words for name in names if name and not _letters(name))
        )

    def _hidden(self, path: str, words: str, line: int) -> Span:
        self._say_hidden(line)
        return Span("text", 0, HIDDEN if not words or self._names(path, words) else words)

    def _say_hidden(self, line: int) -> None:
        self._places.count.hidden += 1
        self.say(NoteKind.CHANGED, line, "a link to what is not published is words alone")

    def _to(self, found: str, part: str, line: int, *, in_html: bool = False) -> str:
        """Return the address of a file that is open, from this page."""
        if found in self._places.notes:
            part = self._fragment(found, part, line) if part else ""
        return self._address_on_page(SectionTarget(found, part, in_html))

    def _address_on_page(self, to: SectionTarget) -> str:
        if to.path in self._places.notes:
            target = self._places.pages[to.path]
            if to.in_html:
                here = posixpath.relpath(_address(target), _address(self._path))
                return f"{quote(here, safe=_SAFE)}/{to.part}"
            if target == self._path and to.part:
                return to.part
            folder = posixpath.dirname(self._path) or "."
            return quote(posixpath.relpath(target, folder), safe=_SAFE) + to.part
        target = self._places.attach(to.path)
        rest = f"#{quote(to.part, safe=_SAFE)}" if to.part else ""
        start = _address(self._path) if to.in_html else f"/{posixpath.dirname(self._path)}"
        return quote(posixpath.relpath(f"/{target}", start), safe=_SAFE) + rest

    def _fragment(self, found: str, part: str, line: int) -> str:
        if part.startswith("^"):
            if self._part_of(found, part) is not None:
                return f"#{ANCHOR}{part[1:].lower()}"
            self.say(NoteKind.DEAD, line, f"there is no block {part!r}, so the link leads to the page")
            return ""
        ids = self._headings(found)
        heading = ids.get(folded(part.rpartition("#")[2]))
        if heading is None:
            self.say(NoteKind.DEAD, line, f"there is no heading {part!r}, so the link leads to the page")
            return ""
        return f"#{quote(heading, safe=_SAFE)}"

    def _headings(self, found: str) -> dict[str, str]:
        known = self._places.headings
        if found not in known:
            known[found] = {}
            note = self._places.notes[found]
            quiet = _Quiet(
                replace(self._places, count=LinkCount()), note, self._places.pages[found], NoteText()
            )
            ids = NoteHeadingIds()
            tokens = parser().parse("\n".join(line.text for line in self.lines_of(note)), {})
            for at, token in enumerate(tokens):
                if token.type == "heading_open":
                    spans = NoteSpans(quiet, 0).of(without_id(tokens[at + 1])[0])
                    known[found].setdefault(folded(raw_text(spans)), ids.next(spans)[0])
        return known[found]

    def lines_of(self, note: VaultNote, *, says: bool = False) -> list[TextLine]:
        """Return the text of a note without its comments."""
        known = self._places.lines
        if note.path not in known:
            known[note.path] = without_comments(_lines(note))
        lines, unclosed = known[note.path]
        for line in unclosed if says else ():
            self.say(
                NoteKind.CHANGED, line, "a comment begins here that nothing ends, so the rest is left out"
            )
        return lines

    # Embeds

    def embed(self, inner: str, line: int) -> list[Span]:
        """Return what stands for an embed within a paragraph: a file, or a link to a note."""
        target, part, words = _parted(inner)
        count = self._places.count
        count.embeds += 1
        found = self._places.names.find(target, self._note.path)
        if found is None:
            self.say(NoteKind.DEAD, line, f"![[{inner}]] shows nothing: there is no such file")
            return [Span("text", 0, "")]
        if not self._is_open(found):
            self._say_hidden(line)
            return [Span("text", 0, HIDDEN)]
        if found in self._places.notes:
            if part and self._part_of(found, part) is None:
                self.say(NoteKind.DEAD, line, f"![[{inner}]] shows nothing: there is no such part")
            return self.wiki(inner, line)
        count.shown += 1
        return [self._file(found, part, words, line)]

    def section(self, inner: str, line: int) -> list[MarkdownBlock]:
        """Return the blocks of a note that is embedded between paragraphs; none: there are none to show."""
        target, part, _ = _parted(inner)
        found = self._shown_note(target, part)
        if found is None:
            return []
        chain = [self._note.path, *(above._note.path for above in self._all_above())]
        if (found in chain and not part) or len(chain) > _DEPTH or self._budget[0] <= 0:
            return []
        self._budget[0] -= 1
        count = self._places.count
        count.embeds += 1
        count.shown += 1
        at = self._line_above if self._above else line
        name = Span("text", 0, title_of(self._places.notes[found]))
        link = Span("a", 0, address=self._to(found, part, line), children=[name])
        first = kinds.Paragraph(at, self.text.leaf([Span("strong", 0, mark="**", children=[link])], at))
        return [kinds.Quote(at, children=[first, *self._put(found, part, at)])]

    def _put(self, found: str, part: str, line: int) -> list[MarkdownBlock]:
        """Return the blocks of a section on this page, with all that it shows itself."""
        key = (found, part)
        known = self._places.sections
        if key not in known:
            known[key] = _ReadOnce(self._places, self._places.notes[found]).read(part)
        section = known[key]
        within = _Surroundings(self._places, self._places.notes[found], self._path, self.text, self)
        within._line_above = line
        self.said += [(kind, line, what) for kind, what in section.said]
        self._places.count.add(section.count)

        def embedded(inner: str) -> list[MarkdownBlock]:
            shown = within.section(inner, line)
            return shown or [kinds.Paragraph(line, self.text.leaf(list(within.embed(inner, line)), line))]

        prefix = f"{_EMBEDS - self._budget[0]}-"
        return SectionPlace(self.text, line, prefix, self._address_on_page, embedded).put(section)

    def _all_above(self) -> Iterator[_Surroundings]:
        above = self._above
        while above is not None:
            yield above
            above = above._above

    def _shown_note(self, target: str, part: str) -> str | None:
        """Return the note that an embed shows, or a part of; None: it shows none."""
        found = self._places.names.find(target, self._note.path)
        if found is None or found not in self._places.notes or not self._is_open(found):
            return None
        return None if part and self._part_of(found, part) is None else found

    def _part_of(self, found: str, part: str) -> list[TextLine] | None:
        known = self._places.parts
        if found not in known:
            known[found] = NoteParts(self.lines_of(self._places.notes[found]))
        return known[found].find(part)

    def _file(self, found: str, part: str, words: str, line: int) -> Span:
        ending = found.rpartition(".")[2].lower()
        name = found.rpartition("/")[2]
        if ending in PICTURES:
            alt, size = parted_size(words)
            return Span("img", 0, alt, address=self._to(found, "", line), attributes=size)
        if ending in _SOUNDS or ending in _FILMS:
            tag = "audio" if ending in _SOUNDS else "video"
            source = self._to(found, part, line, in_html=True)
            opening = f"<{tag} controls{attributes.in_tag({'src': source})}>"
            return Span("html", 0, opening, mark=tag, children=[Span("text", 0, words or name)])
        return Span("a", 0, address=self._to(found, part, line), children=[Span("text", 0, words or name)])


class _Quiet(_Surroundings):
    """The same for a text that is only looked at."""

    def say(self, kind: NoteKind, line: int, what: str) -> None:
        pass

    def _address_on_page(self, to: SectionTarget) -> str:  # noqa: ARG002
        return "x"

    def section(self, inner: str, line: int) -> list[MarkdownBlock]:  # noqa: ARG002
        return []


class _ReadOnce(_Surroundings):
    """The same for a section that any page may show."""

    def __init__(self, places: NotesPlaces, note: VaultNote) -> None:
        super().__init__(replace(places, count=LinkCount()), note, "", NoteText())
        self._targets: list[SectionTarget] = []

    def read(self, part: str) -> NoteSection:
        """Return the note, or a part of it that is there."""
        lines = self._part_of(self._note.path, part) if part else self.lines_of(self._note)
        blocks = [self._without_heading(one) for one in BlockReader(self, self.text).read(lines or [])]
        said = list(dict.fromkeys((kind, what) for kind, _, what in self.said))
        return NoteSection(blocks, self.text, self._targets, said, self._places.count)

    def wants(self, block_id: str) -> bool:  # noqa: ARG002
        return False

    def section(self, inner: str, line: int) -> list[MarkdownBlock]:
        target, part, _ = _parted(inner)
        return [] if self._shown_note(target, part) is None else [EmbedPlace(line, inner=inner)]

    def _address_on_page(self, to: SectionTarget) -> str:
        self._targets.append(to)
        return SectionTarget.mark(len(self._targets) - 1)

    def _without_heading(self, block: MarkdownBlock) -> MarkdownBlock:
        """Return a block of an embedded note: its headings are none of the page's contents."""
        block.children = [self._without_heading(child) for child in block.children]
        if isinstance(block, kinds.Header):
            bold = Span("strong", 0, mark="**", children=self.text.of(block.lines))
            return kinds.Paragraph(block.line, self.text.leaf([bold], block.line))
        return block


def _letters(text: str) -> str:
    """Return the words of a text, in small letters, with a space between each two."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _parted(inner: str) -> tuple[str, str, str]:
    """Return the file that a link names, the part of it without its sign, and the words for it."""
    target, _, words = inner.partition("|")
    path, _, part = target.rstrip("\\").partition("#")
    return path.strip(), part.strip(), words.strip()


def _shown(target: str, part: str) -> str:
    """Return what Obsidian shows for a link without words."""
    return " > ".join(one for one in (target.removesuffix(".md"), *part.split("#")) if one)


def _split(href: str) -> tuple[str, str]:
    path, _, part = href.strip().partition("#")
    return path.partition("?")[0], unquote(part)
