"""What a folder says of all pages in it and below: the file `.meta.yml` of Material's plugin meta."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode

from ..vocabulary.fields import BY_KEY, Kind
from ..vocabulary.problems import Place, Problem, problem
from .entry import Source
from .front_matter import FrontMatter
from .keep_back import PRIVATE, Kept, kept_back, shows, unread_hint
from .slips_in_keys import slips_in_keys
from .yaml_nodes import Region, compose, unsafe

META_FILE = ".meta.yml"
_NAMES = (META_FILE, ".meta.yaml")
"""In any case: by another than the first that plugin does not read it, but its author meant it."""

OF_FIELDS = ("no-effect", "unknown-field", "yaml-reference")
"""The codes of what is told of defaults for the sake of the roadmap alone."""
_OF_ROADMAP = frozenset({"goal", "milestone", "milestones", "depends_on", "part_of"})
"""Fields of which any makes a file of defaults one for the roadmap."""
_IDLE = ("sharpens", "redirect_from")
"""Fields that are one page's alone, and no words of other tools' for a whole folder."""

_Pairs = list[tuple[str, Node]]


@dataclass(frozen=True, slots=True)
class PageDefaults:
    """What the folders above one page say of it."""

    levels: tuple[_Pairs | None, ...] = ()
    """The nearest folder first; None: nobody could read what it says, and it may keep the page back."""
    fronts: tuple[FrontMatter, ...] = ()
    """What each of them says, with its places; the nearest folder first."""

    def added_to(self, own: _Pairs) -> _Pairs:
        """Return what holds of a page that says `own` of itself: the nearest goes before the others."""
        found = list(own)
        for pairs in self.levels:
            names = {name for name, _ in found}
            found += [pair for pair in pairs or () if pair[0] not in names]
        return found

    @property
    def is_of_roadmap(self) -> bool:
        """True if by them a page is about a goal or a milestone, or says more of one."""
        return any(name in _OF_ROADMAP for pairs in self.levels for name, _ in pairs or ())

    def kept_back(self, own: _Pairs) -> Kept | str | None:
        """Return what keeps back a page that says `own` of itself and nothing of the kind; a text where
        nobody could read it; None: nothing does.
        """
        shared: Kept | None = None
        for pairs in self.levels:
            if pairs is None:
                return PRIVATE
            if kept := kept_back(pairs):
                if shows(own, kept.why):
                    return None
                if not kept.is_shared:
                    return kept
                shared = shared or kept  # a folder further up may say more
            own = [*own, *pairs]
        return shared

    def of_translation(self, why: str) -> PageDefaults:
        """Return the same of the translation of a page that is kept back, for a reason: it is, too."""
        key, value = ("visibility", "private") if why == PRIVATE else ("draft", "true")
        return PageDefaults(([(key, ScalarNode("tag:yaml.org,2002:str", value))], *self.levels), self.fronts)


NO_DEFAULTS = PageDefaults()


@dataclass(frozen=True)
class FolderDefaults:
    """The defaults of all folders of a site; the nearest goes before those above it."""

    pairs: Mapping[str, _Pairs] = field(default_factory=dict, repr=False)
    """By folder: each key with its value."""
    fronts: Mapping[str, tuple[FrontMatter, ...]] = field(default_factory=dict, repr=False)
    """By folder: its files."""
    unread: frozenset[str] = frozenset()
    """Folders whose defaults nobody could read, and that may keep their pages back."""
    problems: tuple[Problem, ...] = ()

    def of(self, path: str) -> PageDefaults:
        """Return what the folders of a file say of it."""
        if not self.pairs and not self.unread:
            return NO_DEFAULTS
        folders = [folder for folder in _above(path) if folder in self.pairs or folder in self.unread]
        return PageDefaults(tuple(self.pairs.get(folder) for folder in folders),
                            tuple(front for folder in folders for front in self.fronts.get(folder, ())))


NO_FOLDERS = FolderDefaults()


def is_folder_defaults(path: str, meta_file: str = "") -> bool:
    """True for a file with the defaults of a folder. `meta_file` is another name that the site has for it."""
    name = posixpath.basename(path)
    return name.lower() in _NAMES or (bool(meta_file) and name == meta_file)


def folder_defaults(sources: Iterable[Source]) -> FolderDefaults:
    """Return what the files `.meta.yml` among the sources say. None of them: nothing."""
    pairs: dict[str, _Pairs] = {}
    fronts: dict[str, tuple[FrontMatter, ...]] = {}
    unread: set[str] = set()
    problems: list[Problem] = []
    for source in sources:
        folder = posixpath.dirname(source.path)
        region = Region(source.path, source.text, 1)
        node, wrong = compose(region)
        if wrong is None and node is not None and not isinstance(node, MappingNode):
            wrong = problem("not-a-mapping", region.at(node.start_mark),
                            "the defaults of a folder must be lines of the form `key: value`")
        if wrong:
            problems.append(wrong)
            if unread_hint(source.text):
                unread.add(folder)
        elif isinstance(node, MappingNode):
            here = [(key.value, value) for key, value in node.value if isinstance(key, ScalarNode)]
            pairs[folder] = [*pairs.get(folder, ()), *here]
            front = _front(region, node)
            fronts[folder] = (*fronts.get(folder, ()), front)
            kept = kept_back(here)
            problems += [*_told(kept, region), *_told_of_fields(front, kept.key if kept else "")]
    return FolderDefaults(pairs, fronts, frozenset(unread), tuple(problems))


def _told_of_fields(front: FrontMatter, told: str) -> list[Problem]:
    """Return what is wrong with the keys of a file of defaults; that of the key `told` was told already."""
    problems = [problem(
        "no-effect", front.keys[key],
        f"{key} says nothing of all pages of a folder; write it on the page that it is of")
        for key in _IDLE if key in front.keys]
    is_of_roadmap = not _OF_ROADMAP.isdisjoint(front.keys)
    problems += slips_in_keys(front, told, is_of_roadmap=is_of_roadmap)
    unread = [key for key in front.withheld if key in BY_KEY and BY_KEY[key].kind is not Kind.HOST]
    problems += [problem(
        "yaml-reference", front.keys[key], f"{key} uses an alias or a tag of YAML; write the value out")
        for key in (unread if is_of_roadmap else ())]
    return problems


def _front(region: Region, node: MappingNode) -> FrontMatter:
    """Return a file of defaults as front matter without a page. Of a key that stands twice the last counts,
    as it does for what constructs it.
    """
    front = FrontMatter(region.path, "", region=region)
    seen: set[int] = set()
    for key, value in node.value:
        if isinstance(key, ScalarNode):
            front.keys[key.value], front.values[key.value] = region.at(key.start_mark), value
            if any(unsafe(value, seen)):
                front.withheld.add(key.value)
    return front


def _told(kept: Kept | None, region: Region) -> list[Problem]:
    if kept is None or kept.is_canonical or kept.is_shared:
        return []
    return [keeping_told(kept, region.at(kept.node.start_mark), "the pages of this folder")]


def keeping_told(kept: Kept, place: Place, what: str) -> Problem:
    """Return the problem of words that keep pages back and are not those of the guide."""
    right = "draft: true" if kept.why != PRIVATE else "visibility: private"
    if kept.is_sure:
        return problem("kept-back", place, f"{kept.key} keeps {what} back from the built site; write "
                       f"`{right}` to say so, or `visibility: public` instead to show it")
    return problem("unclear-visibility", place, f"nobody can tell whether {kept.key} is to keep {what} back "
                   f"from the built site, so it does; write `{right}`, or `visibility: public`")


def _above(path: str) -> list[str]:
    """Return the folders that a page lies in, the nearest first."""
    folders = []
    while path:
        path = posixpath.dirname(path)
        folders.append(path)
    return folders
