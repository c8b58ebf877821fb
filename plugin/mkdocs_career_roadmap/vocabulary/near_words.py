"""Words by which names are told apart, or are not: the tables of `near_names`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


SMALL = _set(
    "a an the my our your its this that of on in at for with by and or & as is are be about up via per",
    "der die das den dem des ein eine einen einem einer und mit von im am zum zur fur uber",
    "le la les un une du de et en dans sur pour avec au aux el los las una y con para del",
    "teh hte adn nad")
"""Words that tell names apart no more than a comma does; without accents, as all in these tables."""

ENDINGS = tuple(sorted(_set(
    "ication ications ation ations ison isons ment ments ing ings ier iers ion ions ate ates ated er ers",
    "ies ied ed es en s e y n"), key=lambda ending: (-len(ending), ending)))
"""What words are without to be compared, the longest first."""

TURNING = _set(
    "not no non without never before after until since from to into onto vs versus against off out down",
    "under over than instead nicht kein keine ohne vor nach bis gegen sans avant apres contre sin antes",
    "despues")
"""Words that turn the meaning of a name round, or give its words an order."""

MORE = _set(
    "again next last other another more less better new newer old older final draft part phase stage half",
    "review advanced basic plus pro lite extra follow-up followup revisited continued appendix supplement")
"""Words that are added to a name to make it that of something else."""

NUMBERS: Mapping[str, int] = {word: number for number, words in enumerate((
    "zero", "one first", "two second", "three third", "four fourth", "five fifth", "six sixth",
    "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth",
)) for word in words.split()}
"""Words for numbers."""

SAME: tuple[tuple[str, ...], ...] = tuple(tuple(line.split()) for line in (
    "reproduce replicate", "paper article", "talk presentation", "build make create", "fix repair mend",
    "finish complete", "learn study", "large big", "picture image photo", "improve enhance", "begin start",
    "choose select pick"))
"""Words that say the same of work."""

PREFIXES = _set(
    "un in im il ir ex en de dis non anti re pre post sub super over under inter intra out up down on off",
    "mis macro micro mini mega multi mono bi tri semi hyper hypo des fore back uni poly")
"""Beginnings that make another word of one."""


def _pairs(lines: Iterable[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(line.split()) for line in lines)


OPPOSITES = _pairs((
    "minor major", "north south", "northern southern", "male female", "lower upper", "before after",
    "maximum minimum", "maximal minimal", "horizontal vertical", "synchronous asynchronous",
    "typical atypical", "symmetric asymmetric"))
"""Words that are near by their letters and far by what they say."""
