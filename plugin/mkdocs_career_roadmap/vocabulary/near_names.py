"""Which known name was meant, by its words: the same in another order or form, mistyped, or with one more.

Letters alone do not tell: "Part 1" and "Part 2" differ by one and are two, while "A paper on wrens" and
"Wren paper" differ by most and are one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import category, combining, normalize

from .near_words import ENDINGS, MORE, NUMBERS, OPPOSITES, PREFIXES, SAME, SMALL, TURNING
from .slips import edit_distance

_ENOUGH = 3
"""Words that two names must share for one more to make no difference."""
_MOST_APART = 2
"""Words of one of two near names that the other has not, or not so."""
_COMMON = 50
"""Names with one word in common of which no more are looked at: the word tells too little."""
_RAREST = 3
"""Words of a name by which others are looked for: near ones have all of its words but two."""
_LONG = 9
"""Letters of a word that is no other one with a letter changed: test and text are."""
_SHORT = 5
"""Letters of a word of which fewer make too many others for one changed letter to be a slip."""
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,3}")
_ASIDE = re.compile(r":\s|\s[-\u2013\u2014]\s|[(\[]")
"""What stands before a part of a name that is added on purpose."""
_NO_WORD = {ord(c): " " for c in map(chr, range(128)) if not c.isalnum() and c not in "+#_"}
"""From each character of ASCII that parts words to a space."""
_NUMBER_MARK = re.compile(r"(?<=\d)[.,](?=\d)")


@lru_cache(maxsize=10000)  # a site has few words and many names
def _cut(word: str) -> str:
    """Return a word without its ending, as far as a list of endings goes: labels and labelling are one."""
    if len(word) < 4 or not word.isascii():
        return word
    found = re.sub("iz(?=[eai])", "is", word)
    for least in (3, 4):
        ending = next((e for e in ENDINGS if found.endswith(e) and len(found) - len(e) >= least), "")
        found = found.removesuffix(ending)
    if len(found) > 3 and found[-1] == found[-2]:
        found = found[:-1]
    return re.sub("ct$", "c", found)


_MEANING = {_cut(word): _cut(words[0]) for words in SAME for word in words}


@dataclass(frozen=True)
class _Words:
    """A name, as far as it is compared."""

    name: str
    labels: tuple[str, ...]
    """What numbers it among others: digits, words for numbers, Roman numbers, single letters."""
    turning: Counter[str]
    """How often it has each of the words that turn its meaning."""
    words: tuple[str, ...]
    """Its other words, in lower case and without accents; of small ones only if there are no others."""
    aside: frozenset[str]
    """Words behind a colon, a dash between spaces or a bracket."""

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(_MEANING.get(cut, cut) for cut in map(_cut, self.words))

    @cached_property
    def stem_set(self) -> frozenset[str]:
        return frozenset(self.stems)

    @cached_property
    def initials(self) -> frozenset[str]:
        return frozenset(word[0] for word in self.words)

    @cached_property
    def joined(self) -> str:
        """Its words as one, so that "data set" is "dataset"."""
        return "".join(self.words)


def _tokens(text: str) -> list[str]:
    """Return the words of a text: letters, marks and digits, with the signs of a name such as C++."""
    text = _NUMBER_MARK.sub("_", text).replace("'", "")
    if text.isascii():  # as most names are
        return text.translate(_NO_WORD).split()
    return "".join(
        c if c.isalnum() or c in "+#_" or category(c) in ("Mn", "Mc") else " " for c in text).split()


def _plain(name: str) -> str:
    """Return a name in lower case and without the accents of Latin letters, which people leave out."""
    if name.isascii():
        return name.casefold()
    kept: list[str] = []
    for c in normalize("NFD", name.casefold().replace("\u2019", "'")):
        if not (combining(c) and kept and kept[-1].isascii()):
            kept.append(c)
    return normalize("NFC", "".join(kept))


def _is_label(word: str, *, is_last: bool) -> bool:
    if not (word.isascii() and word.isalpha()) and any(c.isnumeric() for c in word):
        return True
    if len(word) == 1 or not word.isalpha():
        return word.isascii() and (is_last or word not in "aeoy&")
    return _ROMAN.fullmatch(word) is not None


def _words(name: str) -> _Words:
    text = _plain(name)
    found = _tokens(text)
    labels, turning, words, small = [], [], [], []
    for at, word in enumerate(found):
        is_last = at == len(found) - 1
        if word in NUMBERS:
            labels += [str(NUMBERS[word])] if word != "one" or is_last else []
        elif _is_label(word, is_last=is_last):
            labels.append(word)
        elif word in TURNING:
            turning.append(word)
        elif word in SMALL:
            small.append(word)
        else:
            words.append(word)
    head = _ASIDE.split(text)[0]
    return _Words(name, tuple(labels), Counter(turning), tuple(words or small),
                  frozenset(_tokens(text[len(head):])))


def is_near(one: str, two: str) -> bool:
    """True for names that are probably one, written in two ways."""
    return _near(_words(one), _words(two))


def differ_on_purpose(one: str, two: str) -> bool:
    """True for names that differ in what tells the parts of a series apart, in opposites, or in a letter that
    makes another word.
    """
    a, b = _words(one), _words(two)
    return a.labels != b.labels or _turned(a, b) or _are_opposed(a, b) or _has_another_word(a, b)


def _has_another_word(a: _Words, b: _Words) -> bool:
    """True if one word of a name is another one in the other name, and no form of it or slip: too short for a
    slip (test and text), or begun with another letter (rain and grain), where fingers seldom err.
    """
    only_a, only_b = _apart(a, b)
    if len(only_a) != 1 or len(only_b) != 1 or _is_slip(only_a[0], only_b[0]):
        return False
    return only_a[0][0] != only_b[0][0] or min(len(only_a[0]), len(only_b[0])) < _SHORT


def _near(a: _Words, b: _Words) -> bool:
    if a.labels != b.labels or not (a.words and b.words):
        return False
    if a.joined != b.joined and len(a.stem_set & b.stem_set) < max(
            len(a.stem_set), len(b.stem_set)) - _MOST_APART:
        return False  # which is so of nearly all, and quickly known
    if a.joined != b.joined and _has_word_alone(a, b) and _has_word_alone(b, a):
        return False  # and this of most that are left: no slip makes one of the other
    if _turned(a, b) or _are_opposed(a, b):
        return False
    if a.joined == b.joined:
        return True
    if len(a.words) == len(b.words) == 1 and not _is_form(a.words[0], b.words[0]):
        return False
    only_a, only_b = _apart(a, b)
    shared = len(a.words) - len(only_a)
    slips = _take_slips(only_a, only_b)
    more, longer = (only_a, a) if only_a else (only_b, b)
    if (only_a and only_b) or slips + len(more) > _MOST_APART or (slips and not shared):
        return False
    return not more or (len(more) == 1 and shared + slips >= _ENOUGH
                        and more[0] not in MORE and more[0] not in longer.aside)


def _has_word_alone(a: _Words, b: _Words) -> bool:
    """True if a name has a word that is none of the other in any form, nor a slip, which begins alike."""
    initials, stems = b.initials, b.stem_set
    for stem, word in zip(a.stems, a.words, strict=True):  # of many pairs: no generator
        if stem not in stems and word[0] not in initials:
            return True
    return False


def _is_form(one: str, two: str) -> bool:
    """True for a word and the same with an ending, or mistyped: by their stems, ready and reader are one."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short) or _is_slip(one, two)


def _apart(a: _Words, b: _Words) -> tuple[list[str], list[str]]:
    """Return the words of each, sorted, of which the other has not the stem."""
    rest = sorted(zip(b.stems, b.words, strict=True))
    only = []
    for stem, word in sorted(zip(a.stems, a.words, strict=True)):
        found = next((pair for pair in rest if pair[0] == stem), None)
        if found:
            rest.remove(found)
        else:
            only.append(word)
    return only, [word for _, word in rest]


def _take_slips(ones: list[str], others: list[str]) -> int:
    """Take the words out of both lists that are slips of one another, and return how many."""
    slips = 0
    for word in list(ones):
        other = next((other for other in others if _is_slip(word, other)), None)
        if other:
            ones.remove(word)
            others.remove(other)
            slips += 1
    return slips


def _is_slip(one: str, two: str) -> bool:
    """True for words that fingers mix up. In short ones only letters that are swapped or doubled are
    forgiven, and a changed letter in long ones only: all else makes other words, such as test and text.
    """
    short = min(len(one), len(two))
    if short < 4 or one[0] != two[0]:
        return False
    if sorted(one) == sorted(two) or _single(one) == _single(two):
        return edit_distance(one, two, 1) == 1
    is_changed = len(one) == len(two)
    limit = 1 if short < _LONG else 2
    return short > 5 and (short >= _LONG or not is_changed) and edit_distance(one, two, limit) <= limit


def _single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _are_opposed(a: _Words, b: _Words) -> bool:
    ones, others = set(a.words) - set(b.words), set(b.words) - set(a.words)
    return any(_is_opposite(one, other) for one in ones for other in others)


def _is_opposite(one: str, two: str) -> bool:
    """True for words that differ by how they begin: supervised and unsupervised, import and export."""
    if frozenset((one, two)) in OPPOSITES:
        return True
    end = 0
    while end < min(len(one), len(two)) and one[-1 - end] == two[-1 - end]:
        end += 1
    # What they end in alike may be a part of how one begins: in-door, out-door, but re-port, ex-port.
    return end > 2 and any(
        {one[: len(one) - at], two[: len(two) - at]} <= PREFIXES | {""} for at in range(3, end + 1))


def _is_part(a: _Words, b: _Words) -> bool:
    """True if a name has all words of another, which has two or more, and the same labels."""
    return len(a.words) > 1 and a.labels == b.labels and a.stem_set <= b.stem_set


def _turned(a: _Words, b: _Words) -> bool:
    """True if words that turn the meaning are not the same, or give the other words another order."""
    if a.turning != b.turning:
        return True
    return bool(a.turning) and a.stems != b.stems and sorted(a.stems) == sorted(b.stems)


class KnownNames:
    """Names by their words, so that the near ones of a name are found without a look at all of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_key: defaultdict[str, list[_Words]] = defaultdict(list)
        for name in dict.fromkeys(names):
            words = _words(name)
            for key in (_whole(words), *words.stem_set):
                self._by_key[key].append(words)

    def near(self, name: str) -> list[str]:
        """Return the names that this one probably is, the nearest first; never itself."""
        return self._found(name, _near)

    def near_or_around(self, name: str) -> list[str]:
        """Return the same with names of which this one is a part of two words or more, or the other way."""
        return self._found(name, lambda a, b: _near(a, b) or _is_part(a, b) or _is_part(b, a))

    def _found(self, name: str, is_meant: Callable[[_Words, _Words], bool]) -> list[str]:
        meant = _words(name)
        apart: dict[str, int] = {}
        rarest = sorted(meant.stem_set, key=lambda stem: (len(self._by_key.get(stem, ())), stem))[:_RAREST]
        for key in (_whole(meant), *rarest):
            for other in self._by_key.get(key, ())[:_COMMON]:
                if other.name != name and other.name not in apart and is_meant(meant, other):
                    apart[other.name] = len(meant.stem_set ^ other.stem_set)
        return sorted(apart, key=lambda other: (apart[other], abs(len(other) - len(name)), other))


def _whole(words: _Words) -> str:
    """Return all words as one, so that it is no stem."""
    return f"={words.joined}"
