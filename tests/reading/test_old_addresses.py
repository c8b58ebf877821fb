"""Which files answer at the addresses that a page had before."""

from __future__ import annotations

import pytest
from each import each
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.old_addresses import MAX_NAME, MAX_PARTS, files_of


@each(("address", "files"), [
    ("/a/b.html", ("a/b.html",)),
    ("/a/b.HTM", ("a/b.HTM",)),
    ("a/b.html", ("a/b.html",)),
    ("/a/b/", ("a/b/index.html",)),
    ("/a/b", ("a/b.html", "a/b/index.html", "a/b")),
    ("/2020/v1.2", ("2020/v1.2.html", "2020/v1.2/index.html", "2020/v1.2")),
    ("/", ("index.html",)),
    ("/a//b.html", ("a/b.html",)),
    ("https://old.example/a/b.html", ("a/b.html",)),
    ("HTTP://old.example", ("index.html",)),
    ("//old.example/a/", ("a/index.html",)),
    ("/sch%C3%B6n/a%20b.html", ("schön/a b.html",)),
    ("/schön.html", ("schön.html",)),
    ("/at 12:30.html", ("at 12:30.html",)),
    ("/...html", ("...html",)),
])
def test_files_of_an_address(address: str, files: tuple[str, ...]) -> None:
    assert files_of(address) == files


@each(("address", "why"), [
    ("/../a.html", "has a part '..'"),
    ("/a/%2e%2e/b", "has a part '..'"),
    ("/a%2F..%2Fb", "has a part '..'"),
    ("./a", "has a part '.'"),
    ("/a\\b", "has a backslash or a control character"),
    ("/a%5Cb", "has a backslash or a control character"),
    ("/a\0b", "has a control character"),
    ("/a%00b", "has a backslash or a control character"),
    ("/C:/a", "names a drive, C:"),
    ("/a/c%3Ab", "names a drive, c:"),
    ("C:/a", "begins with c:"),
    ("javascript:alert(1)", "begins with javascript:"),
    ("/?p=12", "has a query or a fragment, for which there cannot be a file"),
    ("/a#b", "has a query or a fragment, for which there cannot be a file"),
    ("/a?", "has a query or a fragment, for which there cannot be a file"),
    ("/%FF", "has a percent code that is not UTF-8"),
    ("//[", "is no address"),
    ("/a" * 51, f"has more than {MAX_PARTS} parts"),
    (f"/{'ü' * 121}", f"has a part of more than {MAX_NAME} bytes"),
])
def test_address_at_which_no_file_can_lie_is_refused(address: str, why: str) -> None:
    with pytest.raises(ValueError, match=" ") as refused:
        files_of(address)
    assert str(refused.value) == why


PARTS = st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "%2e", "%2F", "%5c", "C:", "?", "#", "//", "%00",
                                  "http:", "\ud800", "é"]) | st.text(max_size=3), max_size=8).map("".join)


@given(PARTS)
def test_no_address_leads_out_of_the_site(address: str) -> None:
    try:
        files = files_of(address)
    except ValueError:
        return
    assert files
    for file in files:
        assert file
        assert "\\" not in file
        assert "\0" not in file
        assert not set(file.split("/")) & {"", ".", ".."}
