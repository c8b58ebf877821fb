"""Whether a page must be kept back from a built site, and what its author is told of that."""

from __future__ import annotations

from yaml.nodes import ScalarNode

from ..vocabulary.codes import Severity
from ..vocabulary.fields import BY_KEY, Role
from ..vocabulary.problems import Place, problem
from ..vocabulary.settings import Settings
from .folder_defaults import PageDefaults, keeping_told
from .front_matter import FIRST_LINE, FrontMatter
from .keep_back import DRAFT, PRIVATE, Kept, keeps_back, kept_back, unread_hint, waits_for, without_labels
from .values import ValueReader
from .yaml_nodes import mappings_of

_LESS_OF_IT = ("odd-fence", "second-front-matter")
"""What is told of front matter that nobody reads, unless it may keep the page back."""


def why_kept_back(
    front: FrontMatter, role: Role | None, reader: ValueReader, defaults: PageDefaults, settings: Settings,
) -> tuple[str, str]:
    """Return why the page must be kept back, PRIVATE or DRAFT or empty, and the key that says so.

    What nobody can read says so, too: to publish what was meant to be private cannot be undone.
    """
    if unreadable := next((key for key in sorted(front.withheld) if _may_keep_back(key, front)), None):
        return PRIVATE, unreadable  # an alias, a tag, what another mapping lends; told already
    is_of_roadmap, word = role is not None, ""
    if kept := kept_back(without_labels(front.pairs, settings.status_labels)):
        is_kept = kept.keeps(is_of_roadmap=is_of_roadmap)
        _tell_kept(kept, front.place(kept.node), reader, is_kept=is_kept)
        word = kept.key
        if is_kept:
            return kept.why, word
    if settings.today and (day := waits_for(front.pairs, settings.today)):
        reader.problems.append(problem(
            "kept-back", front.keys.get(day[0], Place(front.path)),
            f"{day[0]} keeps this page back from the built site, as it would in other tools; that is worked "
            "out when the site is built"))
        return DRAFT, day[0]
    lost = [(front.region.text, FIRST_LINE)] if front.lost else []
    for text, first in (*lost, (front.body, front.body_line)):
        if (hint := unread_hint(text)) is None:
            continue
        line, words = hint
        reader.problems[:] = [p for p in reader.problems if p.code not in _LESS_OF_IT]
        reader.problems.append(problem(
            "private-unread", Place(front.path, line + first - 1, 1),
            f"{words!r} stands here, but not in a front matter that can be read, between two lines `---` at "
            "the top of the file; the page is kept back: put it there, or take it out"))
        return PRIVATE, word
    above = defaults.kept_back(front.pairs)
    if isinstance(above, Kept):
        return (above.why if above.keeps(is_of_roadmap=is_of_roadmap) else ""), word
    return above or "", word


def _may_keep_back(key: str, front: FrontMatter) -> bool:
    lent = mappings_of(front.values[key]) if key == "<<" else ()
    return keeps_back(key) or any(
        kept_back((name.value, value) for name, value in mapping.value if isinstance(name, ScalarNode))
        for mapping in lent)


def tell_unlocked(key: str, front: FrontMatter, reader: ValueReader) -> str:
    """Tell of a page that wants to be locked on a site where nothing does, and return why it is kept back."""
    reader.problems.append(problem(
        "kept-back", front.keys.get(key, Place(front.path)),
        f"{key} keeps this page back from the built site, since no plugin locks it there; add encryptcontent "
        "to the plugins, or write `visibility: public` to publish it as it is"))
    return PRIVATE


def _tell_kept(kept: Kept, place: Place, reader: ValueReader, *, is_kept: bool) -> None:
    """Tell of words that keep a page back, unless they are those of the guide."""
    if kept.is_canonical:
        return
    if not is_kept:
        reader.problems.append(problem(
            "not-kept-back", place,
            f"{kept.key} does not keep this page back, since other tools mean less by it; write "
            "`visibility: private` to do so, or `visibility: public` if it may be read"))
    elif kept.key in ("visibility", "draft", "published") and not kept.is_sure:
        reader.read(BY_KEY[kept.key], kept.node)  # which knows what such a value may be a slip of
    else:
        reader.problems.append(keeping_told(kept, place, "this page"))


def is_unknown(front: FrontMatter, settings: Settings) -> bool:
    """True when nobody knows what the front matter says, and the site does not take that lightly."""
    return front.lost is not None and settings.severity(front.lost.code) is Severity.ERROR
