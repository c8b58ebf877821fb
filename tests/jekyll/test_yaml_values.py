"""Values of YAML as Ruby has them, compared with Ruby."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from depth import tries
from each import each
from hypothesis import given, seed
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.blog.ruby import (
    extension,
    lower,
    moment_of,
    slugify,
    text_of,
    transliterated,
    without_extension,
    words,
)
from mkdocs_career_roadmap.jekyll.blog.yaml_values import YamlError, mapping_of, value_of
from mkdocs_career_roadmap.reading.yaml_nodes import Region, compose

from jekyll.oracle import ruby

READ = """begin
  v = YAML.safe_load("a: " + one, permitted_classes: [Date, Time], aliases: true)["a"]
  [v.class.name, v.is_a?(Time) ? v.to_i.to_s : v.is_a?(Float) ? format("%.12g", v) : v.to_s]
rescue StandardError => e
  ["error", ""]
end"""
KINDS = {type(None): "NilClass", int: "Integer", float: "Float", str: "String", date: "Date",
    datetime: "Time",
         list: "Array", dict: "Hash"}


def read(text: str) -> dict[str, Any]:
    return mapping_of(Region("x.md", text))[0]


def told(text: str) -> list[str]:
    try:
        value = read(f"a: {text}")["a"]
    except YamlError:
        return ["error", ""]
    if isinstance(value, bool):
        return [f"{value}Class", str(value).lower()]
    if isinstance(value, datetime):
        return ["Time", str(int(value.timestamp()))]
    if isinstance(value, float):
        short = f"{value:.12g}"
        return ["Float", {"inf": "Inf", "-inf": "-Inf", "nan": "NaN"}.get(short, short)]
    return [KINDS[type(value)], text_of(value)]


PLAIN = """
yes Yes YES no No y Y n on On off OFF true True TRUE tRUE false ~ null Null NULL nul
0 1 -1 +1 007 08 09 0o7 0x1F 0b101 0xG 1_000 1,000 1,,0 1__0 _1 -0x1f +0b1 00 0_ 0,
1.0 1. .5 . -.5 +.5 1e5 1.e+5 1.5e5 1.5e+5 1.5e-05 1,0.5 .inf -.inf +.inf .Inf .NaN .nan 1.2.3 1_0.5
12:30 1:2:3 12:60 190:20:30 1:2:3.5 -1:30 12:30:45.5
2019-03-05 2019-3-5 2019-13-05 2019-02-30 2019-03-05T10:00:00Z 2019-03-05t10:00:00 2019-03-05T10:00
2019-03 2019 20190305 +5 - -- --- 5apples 1-2 @x %x `x !x &x *x |x >x [a] {a: 1} [a,b] "x" 'x' # a#b
"""
WORDS = [
    *PLAIN.split(),
    "2019-03-05 10:00:00", "2019-03-05 10:00", "2019-03-05 10:00:00 -0800", "2019-03-05 10:00:00 +09:00",
    "2019-03-05 10:00:00.5 Z", "2019-03-05 10:00:00 +9", "2019-02-30 10:00:00", "2019-03-05 25:00:00",
    "2019-03-05 24:00:00", "2019-03-05 10:00:60", "2019-03-05  10:00:00  -5", "2019-03-05 10:00:00 -05:30",
    "!!str 5", "!!str 2019-01-01", "'5'", '"yes"', "a b", "5 apples", "a: b", "", " ", "é", "x # y",
    "2019-03-05 10:00:00 UTC", "0001-01-01", "!!int 5", "- a", "[1, [2, ~]]", "{a: {b: no}}", "[a,", "\"x",
    "|\n  x",
    ">\n  x\n  y", "a\n  b", "1\n  2"]


def test_words_are_what_ruby_takes_them_for() -> None:
    assert dict(zip(WORDS, map(told, WORDS), strict=True)) == dict(
        zip(WORDS, ruby(READ, WORDS), strict=True))


@seed(1)  # the same ones each time: what Jekyll makes of odd corners is no news of a change
@tries(8, database=None)
@given(st.lists(st.text("0123456789-+:._,eExXbo TZ/~ynfals", min_size=1, max_size=12).filter(
    lambda text: not text.lstrip().startswith(":")), min_size=150, max_size=150))
def test_any_word_is_what_ruby_takes_it_for(given: list[str]) -> None:
    for word, expected in zip(given, ruby(READ, given), strict=True):
        assert [word, *told(word)] == [word, *expected]  # type: ignore[misc]


def test_a_symbol_of_ruby_is_text() -> None:
    assert read("a: :word") == {"a": ":word"}


def test_a_key_keeps_its_spelling_and_its_line() -> None:
    values, nodes, lines = mapping_of(Region("x.md", "yes: 1\n\n2019: a\nb: [c]\n", 2))
    assert values == {"yes": 1, "2019": "a", "b": ["c"]}
    assert lines == {"yes": 2, "2019": 4, "b": 5}
    assert value_of(nodes["b"]) == ["c"]


def test_of_two_keys_the_second_counts() -> None:
    assert read("a: 1\na: 2\n") == {"a": 2}


def test_a_merge_key_gives_what_it_names() -> None:
    assert read("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: {<<: [*x, {f: 4}]}\ng: {<<: 5}\n") == {
        "a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}, "e": {"b": 1, "c": 2, "f": 4}, "g": {}}


@pytest.mark.parametrize("text", ["", "\n", "# only a word\n", "~\n", "null\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    assert mapping_of(Region("x.md", text)) == ({}, {}, {})


@each(("text", "line", "what"), [
    ("a: 1\n- b\n", 2, "not valid YAML"),
    ("- a\n", 1, "key: value"),
    ("just a word\n", 1, "key: value"),
    ("a: 1\nb: *c\n", 2, "wants quotes"),
    ("a: 1\nb: &x [*x]\n", 2, "within what it names"),
    ("a: 1\n\tb: 2\n", 2, "tab"),
    ("a: \x07\n", 1, "U+0007"),
    ('a: 1\nb: "\\ud800\\udc00"\n', 2, "half a character"),
    ('a: 1\n"\\ud800": b\n', 2, "half a character"),
])
def test_what_is_no_mapping_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(YamlError, match=r".") as caught:
        read(text)
    assert caught.value.place.line == line
    assert what in str(caught.value)


def test_a_bomb_of_aliases_is_refused() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 9))
    with pytest.raises(YamlError, match="too many values"):
        read(bomb)


def test_a_number_too_long_for_python_is_text() -> None:
    digits = "9" * 5000
    assert read(f"a: {digits}") == {"a": digits}


def test_a_key_that_is_a_list_is_text() -> None:
    root, _ = compose(Region("x.md", "? [a, b]\n: 1\n"))
    assert root is not None
    assert value_of(root) == {"['a', 'b']": 1}


@each("value", [
    1e20, 1e16, 1e15, -1e15, 1234567890123456.5, 999999999999999.0, 0.0001, 0.00001, 1.5e-7, 123456.789, 2.0,
    ["a", None, 1, [True]], {"a": 'q"\\', "b": None}])
def test_a_value_is_written_as_ruby_writes_it(value: object) -> None:
    assert [text_of(value)] == ruby("one.to_s", [value])


def test_a_day_is_written_as_ruby_writes_it() -> None:
    assert text_of(date(2019, 3, 5)) == "2019-03-05"
    assert text_of(datetime(2019, 3, 5, 10, tzinfo=UTC)) == "2019-03-05 10:00:00 UTC"
    east = timezone(timedelta(hours=9))
    assert text_of(datetime(2019, 3, 5, 10, tzinfo=east)) == "2019-03-05 10:00:00 +0900"


def test_the_odd_numbers_are_written_as_ruby_writes_them() -> None:
    assert [text_of(float(text)) for text in ("inf", "-inf", "nan")] == ["Infinity", "-Infinity", "NaN"]


SLUGS = ["The _config.yml file", "C++ & C#", "  a  b ", "-a-", "--", "", "ÀÉ ß Ł", "한국어 글", "ΣΑΣ ΟΔΟΣ",
    "a\nb", "İI",
         "x~!$&'()+,;=@y", "1٣", "e\u0301", "a/b?c", "æØÞŉ", "\u00a0x\u00a0", "“q” – r", "ǅ", "٪"]
SLUGIFY = """require "jekyll"; [nil, "raw", "default", "pretty", "ascii", "latin", "none"].flat_map do |mode|
  [false, true].map { |cased| Jekyll::Utils.slugify(one, :mode => mode, :cased => cased) }
end"""


def every_slug(text: str) -> list[str]:
    return [slugify(text, mode, cased=cased)
            for mode in ("default", "raw", "default", "pretty", "ascii", "latin", "none")
            for cased in (False, True)]


def test_slugs_are_those_of_jekyll() -> None:
    assert [every_slug(text) for text in SLUGS] == ruby(f"$stderr = File.open(File::NULL, 'w'); {SLUGIFY}",
        SLUGS)


@seed(1)  # the same ones each time: what Jekyll makes of odd corners is no news of a change
@tries(4, database=None)
@given(st.lists(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]), max_size=8),
                min_size=60, max_size=60))
def test_any_slug_is_that_of_jekyll(given: list[str]) -> None:
    made = ruby(f"$stderr = File.open(File::NULL, 'w'); {SLUGIFY}", given)
    for text, expected in zip(given, made, strict=True):
        assert [text, *every_slug(text)] == [text, *expected]  # type: ignore[misc]


def test_words_and_endings_are_those_of_ruby() -> None:
    texts = ["a b", " a\t\nb ", "", "a\u00a0b", "a\0b"]
    assert [words(text) for text in texts] == ruby("one.split", texts)
    paths = ["a.md", "a.b.c", ".bashrc", "a", "a.", "x.y/z", "a..md", "x/.a.b"]
    assert [extension(path) for path in paths] == ruby("File.extname(one)", paths)
    assert without_extension("a/b...md") == "a/b"
    assert lower("ΑΣ") == "ας".replace("ς", "σ")
    assert transliterated("Øx語") == "Ox?"


@each("given", [
    (2020, 13, 1), (2020, 0, 1), (2020, 1, 0), (2020, 1, 32), (2020, 1, 1, 24, 1), (2020, 1, 1, 25),
    (2020, 1, 1, 0, 60), (2020, 1, 1, 0, 0, 61), (9999, 12, 31, 24), (0, 1, 1)])
def test_a_moment_out_of_range_is_refused(given: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"out of range|year 0|must be in"):
        moment_of(*given)
