"""A site whose files are changed together: what they say now, and what is to be written at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from yaml.nodes import ScalarNode

from ...flow import Site, build
from ...project.check import located
from ...project.config import Project
from ...project.errors import ProjectError
from ...project.on_disk.change_set import FileChange
from ...project.on_disk.new_files import shown
from ...project.read_site import reader_of
from ...reading.entry import Entry, Source
from ...reading.folder_defaults import folder_defaults, is_folder_defaults
from ...roadmap.fold import fold
from ...roadmap.gather import Gathered, gather
from ...roadmap.model import Goal, Milestone, Roadmap
from ...vocabulary.codes import Severity
from ...vocabulary.fields import Role
from ...vocabulary.names import slug
from ...vocabulary.paths import is_page
from ...vocabulary.phrases import hint
from ...vocabulary.problems import Problem, settle
from ..names_in_use import Named, NamesInUse, names_in_use, usual_folder
from .links import pairs_of, with_label, with_links, with_paths
from .mentions import Mention
from .pages import NewName, mentions_on, with_names
from .text import MARK
from .toml_links import with_toml_label, with_toml_paths

_END = date(9999, 12, 31)


@dataclass
class SiteFiles:
    """The pages, folder defaults and configurations of a site, as texts that are changed."""

    project: Project
    day: date
    read: dict[str, str] = field(default_factory=dict, repr=False)
    """What lies in the docs folder, by path, as it is on the disk."""
    now: dict[str, str] = field(default_factory=dict, repr=False)
    """The same as it is to be: what is not in it is to go."""
    configs: dict[Path, tuple[str, str]] = field(default_factory=dict, repr=False)
    """The configuration and those that it inherits from: as each is, and as it is to be."""
    merged: dict[tuple[Role, str], str] = field(default_factory=dict)
    """Ids that come to stand for what another id does."""
    wrong: list[str] = field(default_factory=list)
    """Why files could not be changed, for people."""
    told: list[str] = field(default_factory=list)
    """What people want to know besides."""

    # --- what the site says ---

    @cached_property
    def site(self) -> Site:
        """The site as it is on the disk."""
        return self._built(self.read)

    @cached_property
    def names(self) -> NamesInUse:
        return names_in_use(self.site.entries, self.site.roadmap)

    @cached_property
    def roadmap(self) -> Roadmap:
        """The roadmap with all that is dated ahead."""
        return fold(self.site.entries, as_of=_END, settings=self.project.settings)[0]

    @cached_property
    def _gathered(self) -> Gathered:
        return gather(self.site.entries, _END)

    def _known(self, role: Role, id: str) -> str | None:
        """Return the id of what has an id, a title, another name or an id of before. None: nothing has."""
        known = self._gathered.aliases.get((role, id), id)
        return known if known in self.names.of(role) else None

    def id_of(self, mention: Mention) -> str | None:
        """Return what a name in a file means. None: nothing that is known."""
        return self._known(mention.role, mention.id)

    def about(self, path: str, mentions: Iterable[Mention]) -> set[str]:
        """Return the milestones that a file with these names is about, by their ids: those that a post names,
        that its folder gives it, or the one that it is the page of.
        """
        named = {id for m in mentions if m.field == "milestone" and (id := self.id_of(m))}
        return named | (self.about_of(self.entries[path]) if path in self.entries else set())

    def about_of(self, entry: Entry) -> set[str]:
        """Return the same of what a page says."""
        own = {entry.id} if entry.role is Role.MILESTONE else set()
        return own | {self._gathered.id_of(Role.MILESTONE, name) for name in entry.milestone}

    def goal_of(self, path: str) -> str | None:
        """Return the id of the goal that a page names, itself or by its folder. None: it names none."""
        name = self.entries[path].goal if path in self.entries else None
        return self._gathered.id_of(Role.GOAL, name) if name else None

    def entry_fields(self, path: str) -> Container[str]:
        """Return the fields that a page on the roadmap has; none of any other."""
        return self.entries[path].places if path in self.entries else ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self.site.entries}

    def find(self, role: Role, written: str) -> Named:
        """Return what somebody means by a name. Raises ProjectError."""
        if id := self._known(role, slug(written)):
            return self.names.of(role)[id]
        meant = self.names.meant(role, written)
        raise ProjectError(f"there is no {role} {written!r}"
                           + hint(meant, f"`career-roadmap list {role}s` prints those there are"))

    def thing(self, role: Role, id: str) -> Goal | Milestone:
        """Return a goal or a milestone of the roadmap, with all that is dated ahead."""
        return self.roadmap.goal[id] if role is Role.GOAL else self.roadmap.milestone[id]

    def pages_of(self, role: Role, id: str) -> tuple[str, ...]:
        """Return where the page of something is, and where it was when ids were made otherwise."""
        thing = self.thing(role, id)
        before = (f"{self.project.settings.folder}/{role}s/{old}.md" for old in thing.ids_before)
        return thing.page, *before

    def is_private(self, role: Role, id: str) -> bool:
        """True when no built site has it, so that its name must not come to stand on a public page."""
        return self.thing(role, id).is_private

    def is_kept_back(self, path: str) -> bool:
        """True for a page that no built site has: a private one, or a draft."""
        return path not in self.entries or self.entries[path].is_private

    def _means(self, role: Role, name: str) -> tuple[str, str]:
        """Return the ids that a name stands for, before the change and after it."""
        id = self._known(role, slug(name)) or slug(name)
        return id, self.merged.get((role, id), id)

    # --- what is changed ---

    def edit(self, path: str, change: Callable[[str, str], str]) -> None:
        """Change a file of the docs folder; what it cannot take is noted in `wrong`."""
        try:
            self.now[path] = change(path, self.now[path])
        except ValueError as error:
            self.wrong.append(f"{shown(self.project.at(path))}: {error}")

    def rename(self, new_name: NewName, paths: Iterable[str] | None = None) -> None:
        """Change names on all pages, or on some."""
        for path in list(self.now if paths is None else paths):
            self.edit(path, lambda path, raw: with_names(path, raw, new_name, self._means))

    def mentions(self, path: str) -> list[Mention]:
        """Return the names that a file has now."""
        return mentions_on(path, self.now[path])

    def move_links(self, moved: Mapping[str, str]) -> None:
        """Let what leads to pages lead to where they are now."""
        if not moved:
            return
        for path in filter(is_page, list(self.now)):
            self.edit(path, lambda path, raw: with_links(path, raw, moved))
        for config, (before, now) in self.configs.items():
            change = with_toml_paths if config.suffix == ".toml" else with_paths
            self.configs[config] = before, change(now, moved)
            if left := [old for old in moved if old in self.configs[config][1]]:
                self.told.append(f"{shown(config)} still names {', '.join(left)}; change that by hand")

    def relabel(self, page: str, old: str, new: str) -> None:
        """Change what a menu calls a page, where that is its old title."""
        for config, (before, now) in self.configs.items():
            change = with_toml_label if config.suffix == ".toml" else with_label
            self.configs[config] = before, change(now, page, old, new)

    def add(self, path: str, text: str) -> None:
        """Add a new page."""
        if path in self.now or (self.project.at(path)).exists():
            self.wrong.append(f"{shown(self.project.at(path))} is there already; rename it, and run "
                              "this again")
        self.now[path] = text

    def new_path(self, role: Role, id: str) -> str:
        """Return where the page of a goal or a milestone comes to lie that has none yet."""
        return f"{self.names.folders.get(role, usual_folder(self.project, role))}/{id}.md".lstrip("/")

    # --- what comes of it ---

    def changes(self) -> list[FileChange]:
        """Return what is to be written. Raises ProjectError, with all that is in the way."""
        if self.wrong:
            raise ProjectError("\n".join(dict.fromkeys(self.wrong)))
        if worse := self._worse():
            raise ProjectError("\n".join(["with this there would be new problems, so nothing is done:",
                                          *map(str, worse)]))
        found = [FileChange(self.project.at(path), _bytes(self.read.get(path)), _bytes(self.now.get(path)))
                 for path in sorted({*self.read, *self.now}) if self.read.get(path) != self.now.get(path)]
        found += [FileChange(path, _bytes(before), _bytes(now))
                  for path, (before, now) in self.configs.items() if before != now]
        return found

    def _worse(self) -> list[Problem]:
        """Return the errors and warnings that come with the changes, with the paths one would write."""
        before, after = (_weighty(self.project, site) for site in (self.site, self._built(self.now)))
        fewer = Counter(p.code for p in before)
        more = {code for code, n in Counter(p.code for p in after).items() if n > fewer[code]}
        known = {(p.code, p.message) for p in before}
        return [located(self.project, p) for p in after
                if p.code in more and (p.code, p.message) not in known]

    def _built(self, texts: Mapping[str, str]) -> Site:
        left_out, project = self.project.left_out(), self.project
        sources = [Source(path, text.removeprefix(MARK)) for path, text in sorted(texts.items())]
        return build(
            [s for s in sources if is_page(s.path) and s.path not in left_out], as_of=self.day,
            settings=project.settings, words=project.words, keep_private=True, left_out=left_out,
            reader=reader_of(project.private),
            defaults=folder_defaults(s for s in sources if is_folder_defaults(s.path)))


def _weighty(project: Project, site: Site) -> list[Problem]:
    return [p for p in settle(site.problems, project.settings.severities)
            if p.severity in (Severity.ERROR, Severity.WARNING)]


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


# --- reading ---


def site_files(project: Project, day: date) -> SiteFiles:
    """Return the files of a site. One that is no UTF-8, or leads out of the site, is none of them."""
    files = SiteFiles(project, day)
    for path in project.folder.walk():
        if isinstance(path, str) and (is_page(path) or is_folder_defaults(path)):
            text = None if project.folder.refusal(path) else _text(project.docs / path)
            if text is None:
                files.told.append(f"{shown(project.docs / path)} cannot be read and stays as it is")
            else:
                files.read[path] = text
    for found in project.private.sources() if project.private else ():
        if isinstance(found, Source) and (text := _text(project.at(found.path))) is not None:
            files.read[found.path] = text
    files.now = dict(files.read)
    files.configs = {path: (text, text) for path in _configs(project.config)
                     if (text := _text(path)) is not None}
    return files


def _configs(config: Path | None) -> Iterator[Path]:
    """Yield a configuration and those that it inherits from; all of them were read before."""
    seen: set[Path] = set()
    while config and config not in seen:
        seen.add(config)
        yield config
        parent = _parent(config)
        config = config.parent / parent if parent else None


def _parent(config: Path) -> str | None:
    """Return what a configuration inherits from, as it is written."""
    pairs = pairs_of((_text(config) or "").removeprefix(MARK))
    return next((value.value for key, value in pairs
                 if key.value == "INHERIT" and isinstance(value, ScalarNode)), None)


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None

