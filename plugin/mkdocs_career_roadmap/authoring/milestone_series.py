"""Which posts of a blog were one piece of work, by what they say already: a milestone for each such series.

Pure. Nothing is made up: the names are those of the series, of its folder, or of its first post.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .series import Member, find_series, fold_category

MOST = 12
"""How many posts of a folder, or that link to one another, may be one milestone: more are a subject."""
_NUMBERS = {word: number for words in (
    "one two three four five six seven eight nine ten", "i ii iii iv v vi vii viii ix x")
    for number, word in enumerate(words.split(), 1)}
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_WORD = r"(?:part|pt\.?|teil|partie|parte|chapter|kapitel|chapitre|episode|lesson|week|vol\.?|no\.?|#)"
_BETWEEN = r"[\s,:;.(\[|\u2013\u2014-]"
_TITLES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"(?P<stem>.*?\w\W*?){_BETWEEN}+{_WORD}\s*{_NUMBER}\b.*",           # A compiler, part 2: tokens
    rf"{_WORD}\s*{_NUMBER}\s+(?:of|von|de)\s+(?P<stem>[^:\u2013\u2014]*\w).*",  # Part 2 of A compiler
    r"(?P<stem>.*?\w\W*?)\s*[(\[](?P<n>\d{1,3})\s*(?:/|of|von|de)\s*\d{1,3}[)\]].*",  # A compiler (2/5)
    r"(?P<stem>.*?\w\W*?)\s*第\s*(?P<n>\d{1,3})\s*[回部章話篇].*",
    rf"(?P<stem>.*?\w)\s+{_NUMBER}",                                      # A compiler 2, A compiler II
))
ALL_FOLDERS = frozenset({
    "", ".", "posts", "_posts", "post", "blog", "articles", "writing", "notes", "content"})
"""Names of folders in which a blog keeps all that it has."""
_LOOKED_AT = 300
"""Letters of a title in which a number is looked for."""
_LARGEST = 30
"""A higher number in a title is more likely a year, or one of many things."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A post that may be one of a series."""

    path: str
    title: str
    day: date | None
    series: str
    """The name of its series, where its front matter has one. Empty: it does not say."""
    categories: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def folder(self) -> str:
        """The folder in which it lies beside others; a post that has a folder of its own lies above that."""
        folder, name = posixpath.split(self.path)
        is_bundle = posixpath.splitext(name)[0].lower() in ("index", "readme")
        return posixpath.dirname(folder) if is_bundle else folder


@dataclass(frozen=True, slots=True)
class SeriesOfPosts:
    """Two posts or more that were one piece of work."""

    title: str
    why: str
    """What says so, for a sentence."""
    posts: tuple[Candidate, ...]
    """By their days."""

    @property
    def first(self) -> date | None:
        return next((post.day for post in self.posts if post.day), None)

    @property
    def last(self) -> date | None:
        return next((post.day for post in reversed(self.posts) if post.day), None)


def find_milestones(posts: Sequence[Candidate]) -> list[SeriesOfPosts]:
    """Return the series among some posts, by their first days; none is an empty list.

    A post is in one series only: in that of its front matter, else of its numbered title, else of its folder,
    else of those it is linked with.
    """
    left, found = list(posts), []
    for find in (_by_front_matter, _by_title, _by_folder, _by_links):
        series = [one for one in find(left) if len(one.posts) > 1]
        taken = {post.path for one in series for post in one.posts}
        left = [post for post in left if post.path not in taken]
        found += series
    return sorted(found, key=lambda one: (one.first or date.max, one.title))


def _series(title: str, why: str, posts: Iterable[Candidate]) -> SeriesOfPosts:
    ordered = sorted(posts, key=lambda post: (post.day or date.max, post.path))
    return SeriesOfPosts(" ".join((title or ordered[0].title).split()), why, tuple(ordered))


def _by_front_matter(posts: Sequence[Candidate]) -> Iterator[SeriesOfPosts]:
    named: dict[str, list[Candidate]] = {}
    for post in posts:
        if post.series:
            named.setdefault(fold_category(post.series), []).append(post)
    for members in named.values():
        yield _series(members[0].series, "by `series`", members)


def _by_title(posts: Sequence[Candidate]) -> Iterator[SeriesOfPosts]:
    """Yield what is numbered in the titles. The first part often has no number."""
    numbered: dict[str, dict[int, Candidate]] = {}
    stems: dict[str, str] = {}
    for post in posts:
        if part := _part_of(post.title):
            stem, number = part
            folded = fold_category(stem)
            stems.setdefault(folded, stem)
            numbered.setdefault(folded, {}).setdefault(number, post)
    for post in posts:
        folded = fold_category(post.title)
        if folded in numbered:
            numbered[folded].setdefault(1, post)
    for folded, by_number in numbered.items():
        yield _series(stems[folded], "numbered in their titles", by_number.values())


def _part_of(title: str) -> tuple[str, int] | None:
    """Return what a title is a part of, and which one. None: it does not say."""
    title = " ".join(title[:_LOOKED_AT].split())
    for pattern in _TITLES:
        if match := pattern.fullmatch(title):
            written = match["n"].casefold()
            number = int(written) if written.isdecimal() else _NUMBERS[written]
            stem = match["stem"].strip(" \t,:;.([|–—-")
            return (stem, number) if stem and number <= _LARGEST else None
    return None


def _by_folder(posts: Sequence[Candidate]) -> Iterator[SeriesOfPosts]:
    lying: dict[str, list[Candidate]] = {}
    for post in posts:
        lying.setdefault(post.folder, []).append(post)
    for folder, members in lying.items():
        name = posixpath.basename(folder)
        if name.lower() not in ALL_FOLDERS and not re.fullmatch(r"[\d._-]+", name) and len(members) <= MOST:
            yield _series(title_of_folder(name), "in one folder", members)


def title_of_folder(name: str) -> str:
    """Return the name of a folder as a title."""
    words = re.sub(r"^[\d._-]+(?=\D)", "", name).replace("-", " ").replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]


def _by_links(posts: Sequence[Candidate]) -> Iterator[SeriesOfPosts]:
    by_path = {post.path: post for post in posts}
    members = [Member(post.path, post.title, post.categories, post.links) for post in posts]
    for series in find_series(members):
        if len(series.members) <= MOST:
            yield _series("", "linked with one another", (by_path[m.path] for m in series.members))
