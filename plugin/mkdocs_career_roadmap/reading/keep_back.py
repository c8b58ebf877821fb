"""Which words of a front matter say that a page is not for the public.

One rule for all of them: what can be read as "keep this back" keeps the page back. To publish what
was meant to be private cannot be undone, and a page that is missing is noticed. Where a word
belongs to other tools, too, which mean less by it, it keeps back only the pages of the roadmap.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..vocabulary.fields import BY_KEY, NO_STATUSES, Kind
from ..vocabulary.names import fold_word
from ..vocabulary.slips import edit_distance

PRIVATE = "private"
DRAFT = "draft"
"""Why a page is kept back."""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in text.split(", "))


_YES = _words("true, yes, on, y, 1, ja, wahr, oui, vrai, sí, si, verdadero, 是, 真, "
              "sì, vero, sim, verdadeiro, waar, はい, 예, نعم, हाँ")
_NO = _words("false, no, off, n, 0, never, not, not yet, nope, nein, falsch, non, faux, falso, 否, 假, 不, "
             "não, nao, nee, onwaar, いいえ, 아니요, لا, नहीं")
_NOT_NOW = _words("later, soon")
"""A no to `published`, and none to `draft`."""
_SHOWN = _words(
    "public, visible, shown, listed, published, open, everyone, all, default, world, "
    "öffentlich, sichtbar, visible, publique, público, pública, publico, publica, 公开, 公開, "
    "pubblico, pubblica, openbaar, 공개, عام, सार्वजनिक"
) | _YES
"""Values of `visibility` that show a page."""
_KEPT = _words(
    "private, internal, hidden, draft, unlisted, secret, confidential, restricted, protected, "
    "members, members only, paid, personal, me, only me, closed, "
    "privat, intern, geheim, versteckt, entwurf, privé, privée, interne, caché, brouillon, "
    "privado, privada, interno, oculto, borrador, 私密, 私有, 隐藏, 草稿, "
    "privato, privata, riservato, nascosto, bozza, rascunho, besloten, verborgen, concept, "
    "非公開, 下書き, 비공개, 초안, خاص, مسودة, निजी, मसौदा"
) | _NO | _NOT_NOW
"""Values of `visibility` that keep it back."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that says whether a page is shown."""

    why: str
    kept: frozenset[str]
    """Values that keep the page back."""
    shown: frozenset[str]
    """Values that show it."""
    is_shared: bool = False
    """True: other tools have the key as well, and mean "not in the menu" by it."""
    is_named: bool = False
    """True: a key of other tools, which may say anything; what is no word of ours says nothing to us."""
    is_weak: bool = False
    """True: it says who may find the page, and never keeps one back; its author is told."""
    yields: bool = False
    """True: `visibility: public` on the same page counts more."""
    takes_a_word: bool = False
    """True: any one word or sign may be meant for yes, as in `draft: x` and `private: me`."""


def _flag(why: str, *, is_shared: bool = False, takes_a_word: bool = False) -> _Key:
    return _Key(why, kept=_YES, shown=_NO, is_shared=is_shared, takes_a_word=takes_a_word)


def _opposite(why: str, *, is_shared: bool = False) -> _Key:
    return _Key(why, kept=_KEPT, shown=_YES | _SHOWN, is_shared=is_shared)


_OF_STATUS = frozenset(map(fold_word, NO_STATUSES))
_TAGS = _words(
    "private, draft, unpublished, privat, entwurf, privé, brouillon, privado, borrador, 私密, 草稿, "
    "privato, bozza, rascunho, 非公開, 下書き, 비공개, 초안, خاص, مسودة, निजी, मसौदा")
_OF_TAGS = _TAGS | {f"#{tag}" for tag in _TAGS}
_LISTED = _Key(PRIVATE, _OF_TAGS, frozenset(), is_named=True, yields=True)
_BUILD = _Key(DRAFT, _NO, _SHOWN, is_named=True, yields=True)
_OF_ROBOTS = frozenset({"none", "noindex", "noindex, nofollow", "noindex,nofollow", "nofollow, noindex",
                        "noindex, follow"})


_VISIBILITY = _Key(PRIVATE, _KEPT, _SHOWN)
_KEYS: Mapping[str, _Key] = {
    fold_word(name): key
    for names, key in {
        "visibility, sichtbarkeit, visibilité, visibilidad, 可见性": _VISIBILITY,
        "visibilità, visibilidade, zichtbaarheid, 公開範囲, 공개 범위, الظهور, दृश्यता": _VISIBILITY,
        "draft, entwurf, brouillon, borrador, 草稿": _flag(DRAFT, takes_a_word=True),
        "bozza, rascunho, 下書き, 초안, مسودة, मसौदा": _flag(DRAFT, takes_a_word=True),
        "private, privat, privé, privado, 私密, 私有": _flag(PRIVATE, takes_a_word=True),
        "privato, 非公開, 비공개, خاص, निजी": _flag(PRIVATE, takes_a_word=True),
        "secret, internal, confidential, restricted, embargo, embargoed, geheim, intern": _flag(PRIVATE),
        "unpublished, not published, no publish, nopublish, do not publish": _flag(DRAFT),
        "hidden, unlisted": _flag(PRIVATE, is_shared=True),
        "published, publish, dg publish, veröffentlicht, publié, publicado, 发布": _opposite(DRAFT),
        "public, öffentlich, público, 公开": _opposite(PRIVATE),
        "listed, visible": _opposite(PRIVATE, is_shared=True),
        "status": _Key(DRAFT, _OF_STATUS, frozenset(), is_named=True, yields=True),
        "state, stage": _Key(DRAFT, _TAGS, frozenset(), is_named=True, yields=True),
        "tags, tag, categories, category, keywords": _LISTED,
        "build, render": _BUILD,
        "noindex, no index": _Key(PRIVATE, _YES, _NO, is_shared=True, is_named=True, is_weak=True),
        "robots": _Key(PRIVATE, _OF_ROBOTS, frozenset(), is_shared=True, is_named=True, is_weak=True),
        "access, privacy, audience": _Key(PRIVATE, _KEPT - _NO - _NOT_NOW, _SHOWN, is_named=True),
    }.items()
    for name in names.split(", ")
}
CANONICAL = frozenset({"visibility", "draft", "published"})
"""The keys of the guide; the values it has for them stand in `_is_canonical`."""
_LOCKS = frozenset({"password", "obfuscate"})
SEALS = _LOCKS | {"level"}
"""Keys by which mkdocs-encryptcontent locks a page. The last is a word of other tools, too: where nothing
locks pages it says nothing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeps a page back."""

    key: str
    """As it is written."""
    why: str
    """PRIVATE or DRAFT."""
    node: Node
    is_sure: bool
    """False: it is a slip, or no word that we know; nobody can tell what was meant."""
    is_canonical: bool
    """True when it is written as the guide says, so that there is nothing to tell."""
    is_shared: bool
    """True when another tool may mean less by it."""
    is_weak: bool = False
    """True when it keeps no page back at all."""
    yields: bool = False
    """True when `visibility: public` counts more."""

    def keeps(self, *, is_of_roadmap: bool) -> bool:
        """Return whether it keeps back a page, of the roadmap or not."""
        return not self.is_weak and (not self.is_shared or is_of_roadmap)


def kept_back(pairs: Iterable[tuple[str, Node]]) -> Kept | None:
    """Return what keeps back a page that says this, each key with its value; None: nothing does.

    What is sure goes before what is not, and what other tools share comes last. Capitals of a key
    do not matter. A page that says `visibility: public` is not kept back by a word of other tools.
    """
    pairs = list(pairs)
    found = sorted(_all(pairs), key=lambda kept: (
        kept.is_weak, kept.is_shared, kept.yields, not kept.is_canonical, not kept.is_sure))
    if not found:
        return None
    gives_way = found[0].is_shared or found[0].yields
    return None if gives_way and shows(pairs, PRIVATE) else found[0]


def without_labels(pairs: Iterable[tuple[str, Node]], labels: Collection[str]) -> list[tuple[str, Node]]:
    """Return what a page says without a `status` that the site has as a label for its theme: there it says so
    on a page that everybody reads.
    """
    return [(name, node) for name, node in pairs
            if not (name.lower() == "status" and isinstance(node, ScalarNode) and node.value in labels)]


_PUBLISHED_ON = _words(
    "publishdate, publish date, pubdate, published, published at, published on, publish at, publish on, "
    "publication date, golivedate, go live date, embargo, embargo until, embargoed until")
_PUBLISHED_UNTIL = _words("expirydate, expiry date, unpublishdate, unpublish date, expires, expires on")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def waits_for(pairs: Iterable[tuple[str, Node]], today: date) -> tuple[str, date] | None:
    """Return the key and the day by which other tools, such as Hugo, do not show a page yet, or no more.

    None: they show it. A page that says `visibility: public` is shown.
    """
    pairs = list(pairs)
    for name, node in pairs:
        found = _DAY.match(node.value) if isinstance(node, ScalarNode) else None
        try:
            day = date.fromisoformat(found[0]) if found else None
        except ValueError:
            day = None
        key = fold_word(name)
        if day and ((key in _PUBLISHED_ON and day > today) or (key in _PUBLISHED_UNTIL and day < today)):
            return None if shows(pairs, PRIVATE) else (name, day)
    return None


def waits_at_all(pairs: Iterable[tuple[str, Node]]) -> bool:
    """Return whether what `waits_for` answers may follow from the day."""
    return any(isinstance(node, ScalarNode) and _DAY.match(node.value)
               and fold_word(name) in _PUBLISHED_ON | _PUBLISHED_UNTIL for name, node in pairs)


def shows(pairs: Iterable[tuple[str, Node]], why: str) -> bool:
    """Return whether a page says that it is to be seen, against a folder that keeps it back for a reason."""
    return any(key.why == why and _flat(node) <= key.shown for name, node in pairs
               if (key := _meant(name)) and not key.is_shared and not _is_empty(node))


def may_tell(name: str) -> bool:
    """Return whether a key may say by a single word whether a page is shown, or nothing needs to ask it."""
    return _meant(name) is not None


def keeps_back(name: str) -> bool:
    """Return whether a key is one that could keep a page back, if only its value could be read."""
    key = _meant(name)
    return name in SEALS or (key is not None and not key.is_named)


def is_no_slip(name: str) -> bool:
    """Return whether a key is, letter by letter, one that says whether a page is shown."""
    return fold_word(name) in _KEYS


def seals(pairs: Iterable[tuple[str, Node]], locks: Collection[str]) -> bool:
    """Return whether another plugin locks the page: all can see that it is there, and few what it says.

    Any value but `''` locks it, since that plugin takes `password:` for the word None. What locks all
    pages of the site, `locks`, is opened by `''` alone.
    """
    said = {name: not (isinstance(node, ScalarNode) and node.value == "" and node.style in ("'", '"'))
            for name, node in pairs if name in SEALS}
    return any(said.values()) or any(name not in said for name in locks)


def unlocked(pairs: Iterable[tuple[str, Node]]) -> str:
    """Return the key by which a page wants to be locked, where nothing locks it; empty: it has none, or
    says `visibility: public` besides.
    """
    pairs = list(pairs)
    key = next((name for name, node in pairs if name in _LOCKS and not _is_empty(node)), "")
    return "" if shows(pairs, PRIVATE) else key


def _all(pairs: Iterable[tuple[str, Node]]) -> Iterator[Kept]:
    for name, node in pairs:
        key = _meant(name)
        if key is None and name not in _RECORDS and not isinstance(node, ScalarNode):
            yield from _within(name, node)
        elif key is _BUILD and isinstance(node, MappingNode):
            yield from _rendered(name, node)
        if key is None or (_is_empty(node) and not _says_so_alone(name, key)):
            continue
        is_slip = fold_word(name) not in _KEYS
        words = _flat(node) | (_tags_in(name, node) if key is _LISTED else set())
        if words <= key.shown and isinstance(node, ScalarNode):
            continue
        sure = bool(words & key.kept) or _is_empty(node)
        if is_slip and not sure:
            continue  # a key that only resembles one of ours, with a value that says nothing
        if key is not _VISIBILITY and not sure and (key.is_named or not _may_be_flag(node, key)):
            continue  # `published: 2020-01-01`, `private: the garden`: another tool's, and a text
        is_word = isinstance(node, ScalarNode) or (key.is_named and sure)
        yield Kept(name, key.why, node, sure and not is_slip and is_word,
                   _is_canonical(name, node), key.is_shared, key.is_weak, key.yields)


def _says_so_alone(name: str, key: _Key) -> bool:
    """True for a key such as `private:`, which nobody writes on a page that everybody may read."""
    return key.why == PRIVATE and key.kept is _YES and not key.is_shared and fold_word(name) in _KEYS


_RECORDS = frozenset(key for key, of in BY_KEY.items() if of.kind is Kind.RECORDS)
"""Fields whose values say of themselves whether they are shown."""


def _within(name: str, node: Node) -> Iterator[Kept]:
    """Yield the words of the guide that slipped below another key, however deep: `meta: {draft: true}`, or a
    `visibility: private` behind one of the `milestones`.
    """
    for key, value in _pairs_within(node):
        if _is_canonical(key, value):
            why = PRIVATE if key == "visibility" else DRAFT
            yield Kept(f"{name}.{key}", why, value, is_sure=False, is_canonical=False, is_shared=False)


def _pairs_within(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield each pair in a nest of lists and mappings. A node that aliases lead to again counts once."""
    waiting, seen = [node], set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, ScalarNode) or id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, SequenceNode):
            waiting += part.value
        elif isinstance(part, MappingNode):
            yield from ((key.value, value) for key, value in part.value if isinstance(key, ScalarNode))
            waiting += (value for _, value in part.value)


def _rendered(name: str, node: MappingNode) -> Iterator[Kept]:
    """Yield what keeps a page from being written by Hugo: `build: {render: never}`."""
    for key, value in node.value:
        if isinstance(key, ScalarNode) and key.value == "render" and _flat(value) & (_NO | {"link"}):
            yield Kept(f"{name}.render", DRAFT, value, is_sure=True, is_canonical=False, is_shared=False,
                       yields=True)


def _tags_in(name: str, node: Node) -> set[str]:
    """Return the tags within a text, as Jekyll and Obsidian take it apart, and the first part of nested ones:
    `tags: a private`, `tags: [private/diary]`.
    """
    is_by_space = isinstance(node, ScalarNode) and name.lower() in ("tags", "categories")
    parts = (part for word in _flat(node) for part in re.split(r"[,;\s]+" if is_by_space else r"[,;]+", word))
    return {part.strip().partition("/")[0] for part in parts}


def _is_canonical(name: str, node: Node) -> bool:
    if not isinstance(node, ScalarNode) or name not in CANONICAL:
        return False
    word = fold_word(node.value)
    return word == "private" if name == "visibility" else word in (
        ("true", "yes", "on") if name == "draft" else ("false", "no", "off"))


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value.strip() in ("", "~", "null", "Null", "NULL") and (
        not node.style or not node.value.strip())


def _flat(node: Node) -> set[str]:
    """Return the words of a value, also of those within a list."""
    if isinstance(node, ScalarNode):
        return {fold_word(node.value)}
    if isinstance(node, SequenceNode):
        return {fold_word(part.value) for part in node.value if isinstance(part, ScalarNode)} or {""}
    return {""}


def _may_be_flag(node: Node, key: _Key) -> bool:
    """True when a value may be a slip of a word that keeps a page back."""
    if isinstance(node, MappingNode):
        return True
    words = _flat(node) - key.shown
    if key.takes_a_word and any(_MARK.fullmatch(word) for word in words):
        return True
    return any(_near(word, key.kept) or _begins_with(word, key.kept) for word in words)


def _begins_with(word: str, words: Collection[str]) -> bool:
    """True for an answer with a remark behind it: `draft: yes please`, `published: no, in May`."""
    first = re.match(r"[^\W\d_]{2,}(?=\W)", word)
    return first is not None and first[0] in words


_MARK = re.compile(r"[^\W\d_]{1,9}|[^\w\s]{1,2}")
"""One word or a sign that answers a yes-or-no: `draft: x`, `draft: tru`; not `draft: 3`, nor a sentence."""


def _near(word: str, words: Iterable[str]) -> bool:
    return len(word) > 3 and any(edit_distance(word, other, 1) <= 1 for other in words if len(other) > 3)


_UNSEEN = re.compile(r"[\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
                     r"\ufe00-\ufe0f\ufeff]")
_AROUND = re.compile(r"^(?:is|page|post|note|this|make|keep|obsidian) | (?:page|post|note)$")
"""Words around a key that do not change what it says: `isDraft`, `page_visibility`, `private-post`."""


@lru_cache(maxsize=1000)  # a site's own keys stand on every page
def _meant(name: str) -> _Key | None:
    """Return the key that a written one is, in any case, or is one edit away from."""
    seen = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", "_", normalize("NFKC", _UNSEEN.sub("", name)))
    word = _AROUND.sub("", fold_word(re.sub(r"^\W+|\W+$", "", seen)))
    if word in _KEYS:
        return _KEYS[word]
    near = (key for known, key in _KEYS.items() if len(known) > 4 and not key.is_named and (
        (_may_begin(word, known) and edit_distance(word, known, 1) <= 1)
        or (key is _VISIBILITY and word[:1] == known[0] and edit_distance(word, known, 2) <= 2)))
    return next(near, None)


def _may_begin(word: str, known: str) -> bool:
    """True when a word begins as a known one does, has lost its first letter, or has one that looks alike."""
    return word[:1] == known[0] or word == known[1:] or not word[:1].isascii()


# --- lines that look like front matter, and that nobody read ---

_LOOKED_AT = 20_000
"""Letters of a page in which it is looked for."""
_FEW = 40
"""Lines in which a front matter that went wrong is looked for."""
_INVISIBLE = re.compile(r"[\0-\b\x0e-\x1f\u00a0\u00ad\u200b-\u200f\u2060\ufeff]")
_BREAK = re.compile(r"[\v\f\x85\u2028\u2029]")
"""What ends a line for some editors, and not for MkDocs."""
_ODD = re.compile(f"{_INVISIBLE.pattern}|{_BREAK.pattern}")
_OPENS_COMMENT = re.compile(rf"<{_INVISIBLE.pattern}*!{_INVISIBLE.pattern}*-{_INVISIBLE.pattern}*-")
"""What begins a comment for a reader, who does not see what is invisible in it."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IN_COMMENT = re.compile(
    r"\s*(?:#[ \t][^\n]*\s*)?<!--\s*[\"']?([^\W\d][\w-]*)[\"']?[ \t]*:[ \t]*[\"']?([^\"'\n]*?)[\"']?\s*-->")
"""A comment at the top of a page, or below its title, that holds one pair and nothing else."""
_FENCE = re.compile(r"[ \t]*(?:[-\u2010-\u2015\u2212]{1,80}"
                    r"|-{3}[ \t]*(?:\w{1,9}|#.*)|\+{3,}|;{3,}|~{3,}|={3,}|\*{3,})[ \t]*")
_PAIR = re.compile(r"[ \t>#*-]*[\"']?([^\W\d][\w-]*)[\"']?[ \t]*[:=\uff1a][ \t]*[\"']?([^\"',}\n#]*)")
_JSON_PAIR = re.compile(r"[{,]\s*[\"']?([^\W\d][\w-]*)[\"']?\s*:\s*[\"']?([^\"',{}\n]*)")


def unread_hint(text: str) -> tuple[int, str] | None:
    """Return the line, from 1, and the words of what could keep back a page whose front matter nobody
    read; None: its first lines are no front matter, or hold no such word.

    `text` is what no reader took for front matter: a whole page, or what follows its front matter.
    """
    if _says_nothing(text):
        return None
    text = _beginning(text)
    in_comment = _IN_COMMENT.match(text)
    if in_comment and _keeps(in_comment[1], in_comment[2]) and _is_plain(in_comment[1]):
        return text.count("\n", 0, in_comment.start(1)) + 1, f"{in_comment[1]}: {in_comment[2]}"
    lines = _COMMENT.sub(_lines_only, text).split("\n")[:_FEW]
    below = _below_title(lines)
    for key, value in _pairs(lines[below]) if below else ():
        if _keeps(key, value) and _is_plain(key):
            return below + 1, f"{key}: {value}"
    for start in _openings(lines):
        for number, line in enumerate(lines[start:], start):
            if number > start and (_FENCE.fullmatch(line) or not line.strip()):
                break
            for key, value in _pairs(line):
                if _keeps(key, value):
                    return number + 1, f"{key}: {value}"
    return None


def _says_nothing(text: str) -> bool:
    """Return whether no line that counts has a pair that could keep the page back, as is soon seen: most have
    no pair at all. False: nobody knows, since there are comments, or signs that no reader sees.
    """
    begin = text[:_LOOKED_AT]
    return not _OPENS_COMMENT.search(begin) and not any(
        _ODD.search(line) or any(_keeps(*pair) for pair in _pairs(line))
        for line in begin.split("\n", _FEW)[:_FEW] if ":" in line or "=" in line or "\uff1a" in line)


def _beginning(text: str) -> str:
    """Return the part of a text that counts, as a reader sees it."""
    text = text[:_LOOKED_AT]
    # Where no comment is, nothing behind the first lines changes what they say.
    if "<!--" not in text and ("<" not in text or not _INVISIBLE.search(text)):
        text = "\n".join(text.split("\n", _FEW)[:_FEW])
    return _INVISIBLE.sub("", _BREAK.sub("\n", text)) if _ODD.search(text) else text


def _lines_only(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _is_plain(key: str) -> bool:
    """True for a key that is no text below a title, as `Status: draft` is."""
    return fold_word(key) in CANONICAL or fold_word(key) == "private"


def _below_title(lines: list[str]) -> int:
    """Return the number, from 0, of the first line below the title with which the lines begin; 0: they begin
    otherwise, or nothing follows.
    """
    written = (number for number, line in enumerate(lines) if line.strip())
    first = next(written, None)
    if first is None or not re.match(r"#[ \t]", lines[first]):
        return 0
    return next(written, 0)


def _openings(lines: list[str]) -> Iterator[int]:
    """Yield where lines begin that look like a front matter: behind what may be meant for a fence,
    or with the first words of the page.
    """
    is_first = True
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if _FENCE.fullmatch(line):
            is_first = False
            if number + 1 < len(lines) and (
                    _PAIR.match(lines[number + 1]) or lines[number + 1].lstrip().startswith("{")):
                yield number + 1
        else:
            if is_first and (_PAIR.match(line) or line.lstrip().startswith("{")):
                yield number
            is_first = False


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    if line.lstrip().startswith("{"):
        yield from ((match[1], match[2].strip()) for match in _JSON_PAIR.finditer(line))
    elif match := _PAIR.match(line):
        yield match[1], match[2].strip()


def _keeps(key: str, value: str) -> bool:
    """True when a pair could keep a page back. A sentence is no value of such a key."""
    meant = _meant(key)
    word = fold_word(value)
    if meant is None or not word or len(word.split()) > 2 or word in meant.shown:
        return False
    return word in meant.kept or _near(word, meant.kept)
