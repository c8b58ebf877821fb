"""What of a view a reader may ask for alone, without leaving the page.

A filter is a link to a place of its own page, such as `#goal=honest-models`, and rules of style that follow
the target of the page's address: so it needs no script, and whoever gets the address sees the same. The
script adds that several hold at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ...roadmap.model import Milestone, Post
from ...vocabulary.fields import FIELDS, Status
from ...vocabulary.names import fold_word, slug
from ..shapes import MANY, Choice, Facet, Filters
from ..viewer import Viewer

FEWEST = 5
"""Of fewer milestones than these nobody asks for some."""
MOST_CHOICES = 40
"""So many people, or years, are offered, those with the most milestones: more are no choice any more."""
_KINDS = next(field.choices for field in FIELDS if field.name == "kind")
_Value = tuple[int, str]
"""An answer: where it stands among the others, and what an address has of it."""
_Answers = dict[str, dict[_Value, str]]
"""From the id of each milestone to its answers with their titles."""


def filters_of(view: Viewer, milestones: Iterable[Milestone]) -> Filters | None:
    """Return what one may ask of these milestones, each of which counts once. None: there is nothing to tell
    apart, or so few of them that one sees it anyway; and nobody asks a block in another page.
    """
    every = {m.id: m for m in milestones}
    return None if view.shown.is_embedded else _filters(view, every, _questions(view, list(every.values())))


def filters_of_posts(view: Viewer, posts: Iterable[Post]) -> Filters | None:
    """Return what one may ask of these posts; their keys go by their paths. None: as of milestones."""
    w, every = view.words, {post.path: post for post in posts}
    goals, statuses = list(view.roadmap.goal), list(Status)
    said = {path: ({one.status or post.status for one in post.outcomes} or {post.status})
            for path, post in every.items()}
    return _filters(view, every, (
        ("goal", {path: {(goals.index(id), id): view.title(view.roadmap.goal[id])
                         for id in post.goals if id in goals} for path, post in every.items()}),
        ("status", {path: {(statuses.index(status), str(status)): w(status) for status in some if status}
                    for path, some in said.items()}),
        ("year", {path: {(-post.day.year, str(post.day.year)): str(post.day.year)} if post.day else {}
                  for path, post in every.items()}),
        _people({path: post.people for path, post in every.items()})))


def _filters(
    view: Viewer, ids: Collection[str], questions: Iterable[tuple[str, _Answers]]
) -> Filters | None:
    if len(ids) < FEWEST:
        return None
    facets, keys = [], dict.fromkeys(ids, "")
    for question, answers in questions:
        n = Counter(value for values in answers.values() for value in values)
        if len(n) < 2:
            continue
        most = {value for value, _ in n.most_common(MOST_CHOICES)}
        titles = {value: title for values in answers.values() for value, title in values.items()}
        ordered = sorted(most)
        key = {value: f"{question[0]}{number}" for number, value in enumerate(ordered)}
        facets.append(Facet(question, tuple(
            Choice(key[value], f"{question}={value[1]}", titles[value], n[value],
                   _page(view, question, value[1]) if len(ids) > MANY else None) for value in ordered)))
        for id, values in answers.items():
            keys[id] += "".join(f" {key[value]}" for value in values if value in key)
    return Filters(tuple(facets), {id: own.strip() for id, own in keys.items()}) if facets else None


def _page(view: Viewer, question: str, answer: str) -> str | None:
    """Return the page that says as much as an answer would leave; None: no page does."""
    if question == "goal":
        return view.link(view.roadmap.goal[answer].page)
    return view.link(f"{view.settings.folder}/{int(answer):04}.md") if question == "year" else None


def _questions(view: Viewer, every: Sequence[Milestone]) -> Iterator[tuple[str, _Answers]]:
    """Yield the questions, each by its word in addresses, which is its label, too, and the answers. No two
    begin with the same letter.
    """
    w, goals, statuses = view.words, {goal.id: at for at, goal in enumerate(view.goals)}, list(Status)
    yield "goal", {m.id: {(goals[id], id): view.title(view.roadmap.goal[id]) for id in m.goals if id in goals}
                   for m in every}
    yield "status", {m.id: {(statuses.index(m.status), str(m.status)): w(m.status)} for m in every}
    yield "kind", {
        m.id: {(_KINDS.index(m.kind), m.kind): w("replication_kind" if m.kind == "replication" else m.kind)}
        if m.kind else {} for m in every}
    yield "year", {m.id: {(-year, str(year)): str(year) for year in _years(view, m)} for m in every}
    yield _people({m.id: m.people for m in every})


def _people(of: Mapping[str, Sequence[str]]) -> tuple[str, _Answers]:
    """Return the question with whom, from people's names by what they took part in."""
    names = sorted({fold_word(name) for some in of.values() for name in some})
    taken = Counter(map(slug, names))  # as of "Bo Lind" and "Bo, Lind"
    number = {folded: (at, name if (name := slug(folded)) and taken[name] == 1 else f"{name}.{at}")
              for at, folded in enumerate(names)}
    return "person", {id: {number[fold_word(name)]: name for name in some} for id, some in of.items()}


def _years(view: Viewer, m: Milestone) -> list[int]:
    """Return the years in which a milestone was worked on, or that of its target if that is still to come."""
    posts = view.roadmap.post
    years = {day.year for path in m.posts if (day := posts[path].day)}
    if m.status.has_begun and m.started:
        last = m.finished.last if m.finished else date.max if not m.status.is_closed else m.started.last
        end = min(last, view.roadmap.as_of).year
        years.update(range(max(m.started.first.year, end - MOST_CHOICES), end + 1))
    elif m.target and not years:
        years.add(m.target.year)
    return sorted(years)
