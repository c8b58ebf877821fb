"""A small site that has a little of everything."""

from __future__ import annotations

from conftest import files_of

PRIVATE = ("xylophone", "quokka", "okapi", "zeppelin", "wombat")
"""Words of its private pages and of their names, which stand nowhere else."""


def lab(posts: str = "posts") -> dict[str, str]:
    """Return its files by path, the posts in that folder."""
    return files_of(_LAB.replace("POSTS", posts))


_LAB = """
    -- index.md
    # Home

    Welcome.
    -- about.md
    # About me

    It began with [one post](POSTS/second.md#first-try) towards [this goal](goals/vision.md).
    -- goals/vision.md
    ---
    type: goal
    id: efficient-vision
    title: Efficient vision
    description: See well on a small chip.
    target: 2029
    ---
    Because chips are small.
    -- goals/zeppelin.md
    ---
    type: goal
    title: Zeppelin
    visibility: private
    ---
    Wombat.
    -- roadmap/goals/honest-models.md
    ---
    type: goal
    title: Honest models
    ---
    # Honest models

    A model should know.
    -- roadmap/milestones/survey.md
    ---
    type: milestone
    title: Write a survey
    goal: Honest models
    ---
    What is known.

    ## Plan

    Read.
    -- POSTS/first.md
    ---
    title: How it began
    date: 2026-01-10
    goal: Efficient vision
    milestone: Reproduce a detector
    ---
    Words.
    -- POSTS/second.md
    ---
    title: A bug & a <fix>
    date: 2026-02-01
    goal: Efficient vision
    milestone: Reproduce a detector
    status: active
    ---
    ## First try

    It failed.
    -- POSTS/third.md
    ---
    title: It converges
    date: 2026-02-20
    milestone: Reproduce a detector
    sharpens: See well on one watt.
    ---
    Words.
    -- POSTS/fourth.md
    ---
    title: It is done
    date: 2026-03-02
    milestone: Reproduce a detector
    status: done
    evidence:
      - {title: The code, url: https://example.com/code}
      - {title: The paper, url: paper.pdf}
      - {title: The beginning, url: first.md}
    ---
    After [the bug](second.md).
    -- POSTS/paper.pdf
    Numbers.
    -- POSTS/watt.md
    ---
    title: Counting watts
    date: 2026-03-10
    goal: Efficient vision
    milestone: Run on one watt
    depends_on: Reproduce a detector
    ---
    Words.
    -- POSTS/both.md
    ---
    title: Two at once
    date: 2026-03-15
    milestone: [Run on one watt, Say when unsure]
    ---
    Words.
    -- POSTS/unsure.md
    ---
    title: Being unsure
    date: 2026-03-16
    goal: Honest models
    milestone: Say when unsure
    status: planned
    depends_on: Run on one watt
    ---
    Words.
    -- POSTS/survey.md
    ---
    title: No survey
    date: 2026-03-20
    milestone: survey
    status: dropped
    reason: Others wrote it.
    ---
    Words.
    -- POSTS/goal-only.md
    ---
    title: On honesty
    date: 2026-03-21
    goal: Honest models
    ---
    Words.
    -- POSTS/draft.md
    ---
    title: Half a thought
    date: 2026-03-22
    milestone: Unfinished draft
    draft: true
    ---
    Words.
    -- POSTS/okapi.md
    ---
    title: Xylophone
    date: 2026-03-23
    milestone: Reproduce a detector
    visibility: private
    ---
    Quokka.
    -- POSTS/future.md
    ---
    title: Not yet
    date: 2026-05-01
    milestone: Run on one watt
    status: done
    ---
    Words.
"""
