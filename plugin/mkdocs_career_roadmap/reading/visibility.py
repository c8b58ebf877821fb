"""Whether a page must be kept back from a built site, and what its author is told of that."""

from __future__ import annotations

from yaml.nodes import ScalarNode

from ..vocabulary.codes import Severity
from ..vocabulary.fields import BY_KEY, Role
from ..vocabulary.problems import Place, problem
from ..vocabulary.settings import Settings
from .folder_defaults import PageDefaults, keeping_told
from .front_matter import FIRST_LINE, FrontMatter
from .keep_back import PRIVATE, Kept, keeps_back, kept_back, unread_hint
from .values import ValueReader
from .yaml_nodes import mappings_of

_LESS_OF_IT = ("odd-fence", "second-front-matter")
"""What is told of front matter that nobody reads, unless it may keep the page back."""


def why_kept_back(
    front: FrontMatter, role: Role | None, reader: ValueReader, defaults: PageDefaults,
) -> tuple[str, str]:
    """Return why the page must be kept back, PRIVATE or DRAFT or empty, and the key that says so.

    What nobody can read says so, too: to publish what was meant to be private cannot be undone.
    """
    if unreadable := next((key for key in sorted(front.withheld) if _may_keep_back(key, front)), None):
        return PRIVATE, unreadable  # an alias, a tag, what another mapping lends; told already
    if kept := kept_back(front.pairs):
        is_ours = not kept.is_shared or role is not None
        _tell_kept(kept, front.place(kept.node), reader, is_kept=is_ours)
        return (kept.why if is_ours else ""), kept.key
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
        return PRIVATE, ""
    above = defaults.kept_back(front.pairs)
    if isinstance(above, Kept):
        return ("" if above.is_shared and role is None else above.why), ""
    return above or "", ""


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
