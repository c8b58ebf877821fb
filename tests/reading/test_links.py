"""Addresses in our fields: which are refused, and that none that is taken leads elsewhere."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.reading.entry import Entry, Source
from mkdocs_career_roadmap.reading.page import read
from mkdocs_career_roadmap.vocabulary.settings import Settings
from payloads import BAD_LINKS, PAYLOADS

BASE = "https://ada.example/people/ada/roadmap/milestones/x/"
FIELDS = ("evidence", "evidence.url", "replicates.paper")
BAD = [PAYLOADS[name] for name in BAD_LINKS] + [
    "\tjavascript:x", "javascript:", "javascript\x02:x", "feed:javascript:x", "view-source:x", "\x0cdata:x",
    "file:///etc/passwd", "blob:https://a/b", "about:blank", "ftp://a/b", "intent://x", "\\/evil.example",
    "https://example.org\\@evil.example", "http:\\\\evil.example", "/\\/evil.example", "\x7f//evil.example",
    "x\x00y", "//[", "////evil.example", "jAvAsCrIpT:x"]
GOOD = ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:ada@example.org", "paper.pdf",
        "../a/b.md", "/top/x", "#part", "?q=1", "a%3Ab.pdf", "./a:b",
        "https://example.org/javascript:x", "javascript&colon;x", "https://example.org//double",
        "ärzte.md", "./data:x"]


def entry(of: str, text: str) -> tuple[Entry, list[str]]:
    """Return what a post says with an address in a field, and the problems with it."""
    field, _, part = of.partition(".")
    value: Any = text
    if part:
        value = [{"title": "T", part: text}] if field == "evidence" else {part: text}
    front = f"date: 2026-01-01\nmilestone: M\n{field}: {json.dumps(value)}\n"
    found = read(Source("posts/a.md", f"---\n{front}---\n"), Settings())
    assert found.entry is not None
    return found.entry, [told.code for told in found.problems]


def taken(of: str, text: str) -> str | None:
    """Return the address that a reader could follow; None: it was refused."""
    found, _ = entry(of, text)
    if of.startswith("evidence"):
        return found.evidence[0].url if found.evidence else None
    return found.replicates.url if found.replicates else None


@pytest.mark.parametrize("text", BAD)
@pytest.mark.parametrize("of", FIELDS)
def test_address_that_runs_or_leads_to_an_unnamed_host_is_refused_and_told(of: str, text: str) -> None:
    assert taken(of, text) is None
    assert entry(of, text)[1] == ["bad-link"]


@pytest.mark.parametrize("text", GOOD)
@pytest.mark.parametrize("of", FIELDS)
def test_other_addresses_are_taken_as_they_are(of: str, text: str) -> None:
    found, codes = entry(of, text)
    assert codes == []
    kept = found.evidence[0].url if of != "replicates.paper" else found.replicates and found.replicates.paper
    assert kept == text


@pytest.mark.parametrize("text", ["Smith: on \\alpha", "javascript: the good parts", "// a comment"])
def test_name_of_a_paper_is_no_address_whatever_its_signs(text: str) -> None:
    found, codes = entry("replicates.paper", text)
    assert codes == []
    assert found.replicates is not None
    assert (found.replicates.paper, found.replicates.url) == (text, None)


def test_paper_with_an_address_of_several_words_is_checked_as_an_address() -> None:
    assert entry("replicates.paper", "https://example.org\\@evil.example a")[1] == ["bad-link"]


PARTS = st.sampled_from([
    "javascript:", "JAVASCRIPT:", "data:", "vbscript:", "http:", "https:", "mailto:", "//", "/", "\\",
    "evil.example", "@", ":", ".", "..", "#", "?", "%", "&colon;", " ", "\t", "\n", "\x00", "\x01", "\x1f",
    "\x7f", "\u00a0", "\u2028", "\ufeff", "a", "1", "[", "]", "\u3002", "\uff0f"])
addresses = st.one_of(st.lists(PARTS, min_size=1, max_size=6).map("".join), st.text(min_size=1))


@pytest.mark.parametrize("of", FIELDS)
@given(text=addresses)
def test_address_that_is_taken_stays_on_the_site_or_names_its_host(of: str, text: str) -> None:
    url = taken(of, text)
    if url is not None:
        there = urlsplit(urljoin(BASE, url))
        assert there.scheme in ("http", "https", "mailto")
        assert there.netloc == urlsplit(BASE).netloc or url.lower().startswith(("http", "mailto:"))
