"""A blog of N posts about nothing, with its roadmap: the same N is the same blog everywhere.

`python benchmarks/corpus.py N FOLDER [--theme material]` writes FOLDER/docs, and
beside it with.yml and without.yml: the same author's files with and without the plugin.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

AS_OF = date(2026, 1, 5)
FIRST = date(2020, 1, 6)
SCOPES = ("exercise", "project", "paper", "system", "program")

# No two of these are one letter apart, so neither are two names made of them.
VERBS = [
    "build", "measure", "reproduce", "understand", "simplify", "extend", "compare", "sharpen",
    "collect", "explain",
]
KINDS = [
    "quiet", "brisk", "hollow", "amber", "velvet", "crooked", "distant", "narrow", "frozen", "golden",
    "patient", "marbled", "salted", "wandering", "tilted", "woven", "hidden", "paper", "copper",
    "seventh",
]
THINGS = [
    "lantern", "orchard", "harbour", "kettle", "bramble", "compass", "furnace", "meadow", "turbine",
    "walrus", "anvil", "sparrow", "pendulum", "glacier", "thimble", "ladder", "quarry", "beacon",
    "molehill", "trellis",
]
FILLER = [
    "a", "the", "of", "and", "to", "in", "it", "that", "was", "with", "for", "on", "as", "by", "at",
    "from", "this", "then", "when", "which", "one", "two", "after", "before", "under", "over", "small",
    "large", "early", "late", "slow", "fast", "warm", "cold", "first", "last", "same", "other", "every",
    "borin", "tavel", "quimp", "dorsel", "fanner", "gribbet", "lomen", "sorrit", "mavel", "pindle",
    "ruskin", "toble", "wexen", "yarrit", "zomber", "kelvo", "nabbit", "ortel", "pliver", "quessen",
    "rodel", "stammer", "umber", "vintle", "water", "stone", "river", "table", "window", "paper",
    "number", "model", "curve", "error", "batch", "layer", "sample", "figure", "result", "change",
    "reason", "plan", "made", "found", "kept", "took", "gave", "ran", "held", "turned", "counted",
    "moved", "left", "showed", "wrote", "read",
]
CODE = """\
```python
def {name}(batch):
    # [not a link](nowhere.md)
    return [x * {n} for x in batch]
```"""
MKDOCS = """\
site_name: A blog of {n} posts
site_url: https://blog.example/
docs_dir: docs
site_dir: {site}
theme:
  name: {theme}
  {font}
plugins:
  - search
{ours}
nav:
  - Home: index.md
  - About: about.md
not_in_nav: |
  /posts/
  /goals/
  /milestones/
"""


@dataclass(slots=True, kw_only=True)
class Step:
    """A milestone to be written about."""

    title: str
    goal: str
    begins: date
    ends: date
    status: str
    scope: int
    needs: list[Step] = field(default_factory=list)
    has_page: bool = False
    posts: list[str] = field(default_factory=list)
    """The paths of its posts, oldest first."""

    @property
    def id(self) -> str:
        return _slug(self.title)


def pages(n: int) -> dict[str, str]:
    """Return the text of every page of a blog with `n` posts, by its path."""
    rng = Random(n)
    goals = [f"Towards {name}" for name in _names(rng, KINDS[::-1], THINGS, count=max(1, n // 50))]
    steps = _steps(rng, goals, max(1, n // 5))
    found = {
        "index.md": "# Home\n\n" + _paragraph(rng) + "\n",
        "about.md": "# About\n\n" + _paragraph(rng) + "\n",
        **{f"goals/{_slug(goal)}.md": _goal_page(rng, goal) for goal in goals},
    }
    found |= _posts(rng, steps, n, [*found][2:])
    found |= {f"milestones/{step.id}.md": _milestone_page(rng, step) for step in steps if step.has_page}
    return found


def write(n: int, folder: Path, theme: str = "mkdocs") -> None:
    """Write the blog, and one configuration with and one without the plugin."""
    for path, text in pages(n).items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ours = f"  - career-roadmap:\n      as_of: {AS_OF}"
    for name, plugin in (("with", ours), ("without", "")):
        (folder / f"{name}.yml").write_text(MKDOCS.format(
            n=n, site=f"site-{name}", theme=theme, ours=plugin,
            font="font: false" if theme == "material" else ""), encoding="utf-8")


# --- names ---


def _slug(title: str) -> str:
    return title.lower().replace(" ", "-")


def _names(rng: Random, *lists: Sequence[str], count: int) -> list[str]:
    """Return names of one word from each list, all different; beyond that they are numbered."""
    names = [""]
    for words in lists:
        names = [f"{name} {word}".strip() for name in names for word in words]
    rng.shuffle(names)
    return [name if turn == 0 else f"{name} {turn + 1}"
            for turn in range(-(-count // len(names))) for name in names][:count]


# --- the plan ---


def _steps(rng: Random, goals: Sequence[str], count: int) -> list[Step]:
    """Return `count` milestones, each goal's one after another in time.

    What ended before `AS_OF` is done, mostly; what is still to begin is planned.
    """
    titles = [name.capitalize() for name in _names(rng, VERBS, KINDS, THINGS, count=count)]
    steps: list[Step] = []
    for at, goal in enumerate(goals):
        day = FIRST + timedelta(rng.randrange(2000))
        own: list[Step] = []
        for title in titles[at::len(goals)]:
            ends = day + timedelta(rng.randint(50, 150))
            step = Step(title=title, goal=goal, begins=day, ends=ends, status=_status(rng, day, ends),
                        scope=min(5, 1 + len(own) // 3))
            step.needs = _needs(rng, step, own, steps)
            step.has_page = step.status in ("planned", "idea") or rng.random() < 0.23
            own.append(step)
            day = ends - timedelta(rng.randrange(20))
        steps += own
    return steps


def _status(rng: Random, begins: date, ends: date) -> str:
    if begins >= AS_OF:
        return "idea" if rng.random() < 0.2 else "planned"
    if ends >= AS_OF:
        return "paused" if rng.random() < 0.2 else "active"
    return "dropped" if rng.random() < 0.06 else "done"


def _needs(rng: Random, step: Step, own: Sequence[Step], others: Sequence[Step]) -> list[Step]:
    """Return what ended before: so there is no circle, and nothing done before what it needs."""
    found = [before for before in own[-2:] if rng.random() < 0.6]
    if others and rng.random() < 0.3:
        other = rng.choice(others)
        if other.ends < step.begins and other.status == "done":
            found.append(other)
    return found


# --- pages ---


def _goal_page(rng: Random, goal: str) -> str:
    return (f"---\ntype: goal\ntitle: {goal}\ndescription: {_sentence(rng)}\ntarget: 2027-06\n---\n\n"
            f"# {goal}\n\n{_paragraph(rng)}\n")


def _milestone_page(rng: Random, step: Step) -> str:
    lines = ["type: milestone", f"title: {step.title}", f"goal: {step.goal}",
             f"scope: {SCOPES[step.scope - 1]}", *_need_lines(step)]
    if step.status in ("planned", "idea"):
        lines += [f"status: {step.status}", f"target: {step.ends:%Y-%m}"]
    return "\n".join(["---", *lines, "---", "", _paragraph(rng), "", _paragraph(rng), ""])


def _need_lines(step: Step) -> list[str]:
    return ["depends_on:", *(f"  - {need.title}" for need in step.needs)] if step.needs else []


def _posts(rng: Random, steps: Sequence[Step], n: int, targets: list[str]) -> dict[str, str]:
    """Deal `n` posts to the milestones that were begun, and write them, oldest first."""
    begun = [step for step in steps if step.begins < AS_OF]
    dealt: list[tuple[date, int, Step]] = []
    for at in range(n):
        step = begun[at % len(begun)]
        span = (min(step.ends, AS_OF) - step.begins).days
        nth, of = at // len(begun), (n - 1 - at % len(begun)) // len(begun) + 1
        dealt.append((step.begins + timedelta(span * nth // of), at, step))
    dealt.sort(key=lambda post: post[:2])
    found = {}
    for day, at, step in dealt:
        path = f"posts/{day.year}/{day}-{rng.choice(KINDS)}-{at}.md"
        step.posts.append(path)
        is_last = at + len(begun) >= n
        found[path] = "\n".join(_post(rng, path, step, day, is_last, targets))
        targets.append(path)
    return found


def _post(
    rng: Random, path: str, step: Step, day: date, is_last: bool, targets: Sequence[str],
) -> Iterator[str]:
    title = _sentence(rng).rstrip(".")
    yield from ("---", f"title: {title}", f"date: {day}", f"milestone: {rng.choice([step.title, step.id])}")
    if len(step.posts) == 1:
        yield from (f"goal: {step.goal}", f"scope: {step.scope}", *_need_lines(step))
    if rng.random() < 0.5:
        yield f"description: {_sentence(rng)}"
    yield from ("tags:", f"  - {rng.choice(THINGS)}")
    if is_last and step.status != "active":
        yield f"status: {step.status}"
        if step.status != "done":
            yield f"reason: {_sentence(rng)}"
    if rng.random() < 0.04:
        yield f"sharpens: {_sentence(rng)}"
    if rng.random() < 0.1:
        yield from ("lessons:", f"  - {_sentence(rng)}", f"  - {_sentence(rng)}")
    yield from ("---", "", f"# {title}", "", *_body(rng, path, targets))


def _body(rng: Random, path: str, targets: Sequence[str]) -> Iterator[str]:
    """Yield 600 to 1000 words in sections, with a list, code, and links now and then."""
    up = "../" * path.count("/")
    sections = rng.randint(5, 6)
    for at in range(sections):
        yield from (f"## {_sentence(rng).rstrip('.')}", "", _paragraph(rng), "", _paragraph(rng))
        if at == 1:
            yield from ("", *(f"- {_sentence(rng)}" for _ in range(rng.randint(3, 6))))
        if at == 2:
            yield from ("", CODE.format(name=rng.choice(THINGS), n=rng.randint(2, 9)))
        if targets and rng.random() < 0.3:
            yield from ("", f"See [{_sentence(rng)}]({up}{rng.choice(targets)}) for more.")
        yield ""
    if rng.random() < 0.1:
        yield from ("## What didn't work", "", f"- {_sentence(rng)}", f"- {_sentence(rng)}", "")


def _paragraph(rng: Random) -> str:
    sentences = [_sentence(rng) for _ in range(rng.randint(4, 6))]
    marked = rng.randrange(len(sentences))
    sentences[marked] = rng.choice(["**{}**", "*{}*", "{} `a = b`", "{}"]).format(sentences[marked])
    return " ".join(sentences)


def _sentence(rng: Random) -> str:
    return " ".join(rng.choices(FILLER, k=rng.randint(7, 15))).capitalize() + "."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", default="mkdocs", choices=["mkdocs", "material"])
    args = parser.parse_args()
    write(args.posts, args.folder, args.theme)


if __name__ == "__main__":
    main()
