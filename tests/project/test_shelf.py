"""What lies on a shelf is what was put there, wherever it lies, and places are used again."""

from __future__ import annotations

import copy
import gc
import pickle
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.project.on_disk import shelf as module
from mkdocs_career_roadmap.project.on_disk.shelf import Shelf, Shelved


def opened() -> Shelf:
    shelf = Shelf()
    shelf.open()
    assert shelf.is_open
    return shelf


def in_memory(shelved: Shelved) -> bool:
    return shelved._shelf is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5000), st.binary(min_size=1, max_size=3))))
def test_what_was_put_there_is_there_whatever_came_and_went(steps: list[tuple[int, int, bytes]]) -> None:
    shelf = opened()
    lying: dict[int, tuple[bytes, Shelved]] = {}
    for slot, length, of in steps:
        content = (of * length)[:length]
        lying[slot] = content, shelf.content(content)
        assert all(shelved.content == content for content, shelved in lying.values())


@pytest.mark.parametrize("text", ["", "short", "ä" * 5000, "\ud800" + "x" * 300])
@pytest.mark.parametrize("is_open", [True, False])
def test_text_comes_back(text: str, *, is_open: bool) -> None:
    shelf = opened() if is_open else Shelf()
    shelved = shelf.text(text)
    assert shelved.text == text
    assert in_memory(shelved) is (not is_open or len(text) < 256)
    for other in (copy.copy(shelved), copy.deepcopy(shelved), pickle.loads(pickle.dumps(shelved))):
        assert other.text == text
        assert in_memory(other)
        assert other != shelved


def test_places_are_used_again() -> None:
    shelf = opened()
    for number in range(50):
        kept = [shelf.content(bytes([number]) * length) for length in range(1000, 1040)]
    assert [one.content[0] for one in kept] == [49] * 40
    assert shelf._end < 3 * 40 * 1200


def test_places_are_not_much_longer_than_what_lies_there() -> None:
    for length in range(1, 5000):
        place = module._place_for(length)
        assert length <= place <= length * 9 / 8
        assert module._place_for(place) == place


def test_file_that_takes_no_more_leaves_it_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = opened()
    before = shelf.content(b"a" * 1000)
    real = shelf._file

    class Full:
        def seek(self, at: int) -> None:
            assert real is not None
            real.seek(at)

        def read(self, length: int) -> bytes:
            assert real is not None
            return real.read(length)

        def write(self, content: bytes) -> int:
            assert real is not None
            if len(content) > 2000:
                raise OSError("no space left")
            return real.write(content[:700])

    monkeypatch.setattr(shelf, "_file", Full())
    kept = [shelf.content(letter * 1000) for letter in (b"b", b"c")] + [shelf.content(b"d" * 3000)]
    assert [one.content for one in (before, *kept)] == [b"a" * 1000, b"b" * 1000, b"c" * 1000, b"d" * 3000]
    assert all(map(in_memory, kept))
    monkeypatch.setattr(shelf, "_file", real)
    assert not in_memory(shelf.content(b"e" * 1000))
    assert before.content == b"a" * 1000


def test_there_is_no_shelf_where_no_file_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**how: object) -> None:
        raise FileNotFoundError("no folder for what is temporary")

    monkeypatch.setattr(module, "TemporaryFile", none)
    shelf = Shelf()
    shelf.open()
    assert not shelf.is_open
    assert shelf.text("x" * 1000).text == "x" * 1000


def test_file_is_closed_with_the_shelf() -> None:
    shelf = opened()
    shelved = shelf.content(b"x" * 1000)
    file = shelf._file
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del shelf, shelved
        gc.collect()
    assert file is not None
    assert file.closed
