"""`replay.json`: how the roadmap came to be what it is, as differences from one day to the next, for readers
of the overview.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..roadmap.model import Roadmap
from ..roadmap.replay import PastStep
from ..vocabulary.fields import Status
from ..vocabulary.labels import Words

MOST_SAID = 5
"""So many changes of one day are told in words; how many more there are is a number."""


def replay_json(roadmap: Roadmap, steps: Sequence[PastStep], words: Words) -> str:
    """Return the text of `replay.json`. The roadmap must be a public one: nothing is left out here.

    `words` are the statuses in words. Of each step, `day` and `says` are for readers, and `is` has the
    statuses that milestones came to have, by their numbers: where they stand in the roadmap, which the page
    has, too. An empty status: it is not on the roadmap any more.
    """
    told = [{"day": (day := words.day(step.day)),
             "is": {str(roadmap.position[id]): status or "" for id, status in step.statuses.items()},
             "says": day + words("colon") + words.listed(_says(roadmap, words, step))} for step in steps]
    return json.dumps({"words": {status: words(status) for status in Status}, "steps": told},
                      ensure_ascii=False, separators=(",", ":")) + "\n"


def _says(roadmap: Roadmap, words: Words, step: PastStep) -> Iterator[str]:
    """Yield what a step changed, in words: goals that got sharper, then milestones with their statuses."""
    said = [goal.title + words("colon") + words("sharpened_to", text=revision.after)
            for goal, revision in step.revisions]
    said += [roadmap.milestone[id].title + words("colon") + words(status)
             for id, status in step.statuses.items() if status]
    yield from said[:MOST_SAID]
    if len(said) > MOST_SAID:
        yield f"+ {len(said) - MOST_SAID}"
