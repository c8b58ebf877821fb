"""The work of an import of notes grows as the vault does, and what is deep in it comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import timing
from depth import some
from new_site.odd_texts import DEEP, GROWING
from work import LINEAR, growth

from .vaults import planned, text_of


def grown(folder: Path, files_of: Callable[[int], Mapping[str, str]], size: int) -> float:
    """Return how the work of an import grows with its vault: 1 with the size, 2 with its square."""
    counts: list[int] = []

    def work(count: int) -> None:
        counts.append(count)
        planned(folder / str(count), files_of(count))

    return growth(work, size)


@pytest.mark.parametrize("text", some([*GROWING], 4, first=1))
def test_work_grows_as_a_note_does(tmp_path: Path, text: str) -> None:
    assert grown(tmp_path, lambda count: {"n.md": GROWING[text](count)}, 60) < LINEAR


@pytest.mark.parametrize("text", DEEP)
def test_what_is_deep_comes_back_with_all_its_words(tmp_path: Path, text: str) -> None:
    assert text_of(tmp_path, DEEP[text](1000)).count("deepest") == 1


VAULTS: dict[str, Callable[[int], Mapping[str, str]]] = {
    "each embeds a part of one note": lambda count: {
        "all.md": "".join(f"# h{at}\n\ntext\n\nblock ^b{at}\n\n" for at in range(count)),
        **{f"{at}.md": f"![[all#h{at}]]\n\n![[all#^b{at}]]\n" for at in range(count)},
    },
    "each embeds the next": lambda count: {f"{at}.md": f"a\n\n![[{at + 1}]]\n" for at in range(count)},
    "embeds written within one another": lambda count: {"n.md": "![[" * count + "a" + "]]" * count},
    "embeds that are not closed": lambda count: {"n.md": "![[" * count},
    "a row of embeds": lambda count: {"n.md": "![[b]] " * count, "b.md": "x\n"},
    "embeds in a tree": lambda count: {
        f"{at}.md": f"![[{2 * at + 1}]]\n\n![[{2 * at + 2}]]\n" for at in range(count)},
    "each links a heading of one note": lambda count: {
        "all.md": "".join(f"# h{at}\n" for at in range(count)),
        **{f"{at}.md": f"[[all#h{at}]]\n" for at in range(count)},
    },
    "all have one name": lambda count: {
        f"{at}/same.md": "[[same]] [[1/same]] ![[a.png]]" for at in range(count)
    },
    "all show a picture of one name": lambda count: {
        **{f"{at}/n.md": "![[a.png]]" for at in range(count)},
        **{f"{at}/a.png": "" for at in range(count)},
    },
    "all have other names": lambda count: {
        f"{at}.md": f"---\naliases: [b{at}, c{at}]\n---\n[[b{at}]]" for at in range(count)
    },
}


@pytest.mark.parametrize("notes", some([*VAULTS], 2))
def test_work_grows_as_the_number_of_notes_does(tmp_path: Path, notes: str) -> None:
    assert grown(tmp_path, VAULTS[notes], 40) < LINEAR


LONG = ["(a", "~~a ", "\\*", "==a ", "==a== ", "[[a|", "`a `` ", "%%a%% ", "<% ", "file:/", "#a/b ", "$a "]


@pytest.mark.parametrize("piece", some(LONG, 3))
def test_time_grows_as_what_no_call_shows_does(tmp_path: Path, piece: str) -> None:
    ratio = timing.growth(
        lambda text: planned(tmp_path, {"n.md": text}), lambda count: f"[a](b) {piece * count}", 300
    )
    assert ratio < timing.LIMIT
