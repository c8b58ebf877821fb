"""`feed.xml`: what happened, as RFC 4287 wants a feed to be."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest
from each import each
from helpers import fold_of, goal_page, milestone_page, page, post
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.exports.feed import MOST, Channel, events, feed, tag_base
from mkdocs_career_roadmap.reading.entry import Entry
from mkdocs_career_roadmap.vocabulary.labels import Words, words_for
from roadmap.test_fold_laws import ANY_SITE, law

A = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/ada/roadmap/feed.xml"
CHANNEL = Channel("Roadmap", "Ada", ADDRESS, "https://example.org/ada/roadmap/")


def url(path: str) -> str | None:
    return None if path.startswith("gone") else f"https://example.org/ada/{path}"


def text_of(*entries: Entry, channel: Channel = CHANNEL, words: Words | None = None) -> str:
    return feed(fold_of(*entries), words or Words(), channel, url)


def titles(*entries: Entry) -> list[str]:
    return [f"{e.updated[:10]} {e.title}" for e in feedparser.parse(text_of(*entries).encode()).entries]


def breaches(text: str) -> list[str]:
    """Return what a feed has that RFC 4287 forbids, of all that ours could have."""
    root = ET.fromstring(text)
    entries = root.findall(f"{A}entry")
    people, ids = root.findall(f"{A}author"), [e.findtext(f"{A}id") for e in (root, *entries)]
    own = [link.get("href") for link in root.findall(f"{A}link") if link.get("rel") == "self"]
    rules = {
        "the root is a feed": root.tag == f"{A}feed",
        "it has an author with a name": people and all(p.findtext(f"{A}name") for p in people),
        "it leads to itself": own == [ADDRESS],
        "every id is another": len(ids) == len(set(ids)),
        "every entry has one content": all(len(e.findall(f"{A}content")) == 1 for e in entries),
        "no content is empty": all(e.findtext(f"{A}content") for e in entries),
    }
    return [rule for rule, kept in rules.items() if not kept] + [
        breach for element in (root, *entries) for breach in breaches_of(element)]


def breaches_of(element: ET.Element) -> list[str]:
    """Return the same of what feeds and entries share."""
    links = element.findall(f"{A}link")
    kinds = [(link.get("rel"), link.get("type")) for link in links]
    moment = element.findtext(f"{A}updated") or ""
    rules = {
        "it has one id, title and updated": all(
            len(element.findall(A + name)) == 1 for name in ("id", "title", "updated")),
        "the id is a tag": re.fullmatch(r"tag:[a-z0-9.-]+,2026:[!-~]+", element.findtext(f"{A}id") or ""),
        "updated is a moment": re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)
        and datetime.fromisoformat(moment),
        "no two links are of one kind": len(kinds) == len(set(kinds)),
        "addresses are whole": all(
            re.match(r"https?://[^/]+/[!-~]*$", link.get("href") or "") for link in links),
    }
    return [rule for rule, kept in rules.items() if not kept]


HISTORY = (
    post("2026-01-10", path="a.md", milestone="Detector", goal="Sight", status="active", title="Begun"),
    post("2026-02-10", path="b.md", milestone="Detector", status="paused"),
    post("2026-03-10", path="c.md", milestone="Detector", status="active"),
    post("2026-04-10", path="d.md", milestone="Detector", status="done", title="It works",
         description="At last.", sharpens="See at night."),
    post("2026-05-10", path="e.md", milestone="Camera", status="planned"),
    post("2026-06-10", path="f.md", milestone="Camera", status="dropped", title="No",
         reason="Others have it."),
)


# --- what it tells ---


def test_it_tells_what_began_ended_and_got_sharper_the_newest_first() -> None:
    assert titles(*HISTORY) == [
        "2026-06-10 Camera: Dropped", "2026-04-10 Sight: sharpened, “See at night.”",
        "2026-04-10 Detector: Done", "2026-01-10 Sight: Started", "2026-01-10 Detector: Started"]


def test_entry_leads_to_the_post_and_says_what_it_says() -> None:
    entries = feedparser.parse(text_of(*HISTORY).encode()).entries
    assert [e.link for e in entries[:3:2]] == ["https://example.org/ada/f.md", "https://example.org/ada/d.md"]
    assert [e.content[0].value for e in entries[:3:2]] == [
        "<p>Others have it.</p><p>No</p>", "<p>It works</p><p>At last.</p>"]


def test_what_was_reached_in_part_is_told_with_its_reason() -> None:
    half = post("2026-08-10", path="g.md", milestone="Lens", status="partly reached", reason="Half is clear.")
    assert titles(*HISTORY, half)[0] == "2026-08-10 Lens: Partly reached"
    (entry,) = feedparser.parse(text_of(half).encode()).entries
    assert entry.content[0].value.startswith("<p>Half is clear.</p>")


def test_reason_of_what_was_dropped_once_is_not_told_when_it_goes_on() -> None:
    again = post("2026-07-10", milestone="Camera", status="active")
    found = feedparser.parse(text_of(*HISTORY, again).encode()).entries
    dropped = next(e for e in found if "Dropped" in e.title)
    assert dropped.content[0].value == "<p>No</p>"


def test_entry_of_a_page_that_is_not_in_the_site_leads_to_the_milestone_or_nowhere() -> None:
    gone = page("gone.md", date="2026-01-10", milestone="m", status="done")
    (entry,) = feedparser.parse(text_of(gone).encode()).entries
    assert entry.link == "https://example.org/ada/roadmap/milestones/m.md"
    goal = goal_page("g", path="gone-g.md", date="2026-01-10", status="done")
    (entry,) = feedparser.parse(text_of(goal).encode()).entries
    assert "links" not in entry
    assert breaches(text_of(goal)) == []


def test_page_that_says_nothing_more_is_told_by_its_title() -> None:
    goal = goal_page("g", title="See", date="2026-01-10", status="done")
    (entry,) = feedparser.parse(text_of(goal).encode()).entries
    assert entry.content[0].value == "<p>See</p>"


@pytest.mark.parametrize("written", ["2026", "2026-Q4", "2026-12"])
def test_what_was_done_on_no_exact_day_is_no_news(written: str) -> None:
    assert text_of(milestone_page("m", status="done", started=written, finished=written)) == ""
    assert text_of(milestone_page("m", status="active", started=written)) == ""


def test_what_was_done_on_a_day_that_its_page_names_is_news_of_that_day() -> None:
    assert titles(milestone_page("m", status="done", started="2026-01-02", finished="2026-05-06")) == [
        "2026-05-06 M: Done", "2026-01-02 M: Started"]


def test_day_is_the_same_from_one_coast_to_the_other() -> None:
    for entry in feedparser.parse(text_of(*HISTORY).encode()).entries:
        assert entry.updated.endswith("T12:00:00Z")


def test_what_looks_like_markup_is_text() -> None:
    said = post("2026-01-10", milestone="m", status="done", title="Keep <20 ms> & less")
    (entry,) = feedparser.parse(text_of(said).encode()).entries
    assert entry.content[0].value == "<p>Keep &lt;20 ms&gt; &amp; less</p>"


def test_what_was_reached_is_told_with_its_proof() -> None:
    entries = feedparser.parse(text_of(
        post("2026-01-10", milestone="m", status="active", title="Begun", evidence=["https://example.org/draft"]),
        post("2026-02-10", path="b.md", milestone="m", status="done", title="It works", evidence=[
            {"title": "Scores <all>", "url": "scores.csv"}, {"title": "Gone", "url": "gone.csv"},
            {"value": 0.71, "unit": "F1", "was": 0.64}]),
    ).encode()).entries
    assert [entry.content[0].value for entry in entries] == [
        ('<p>It works</p><p><a href="https://example.org/draft">https://example.org/draft</a></p>'
        '<p><a href="https://example.org/ada/scores.csv">Scores &lt;all&gt;</a></p>'
        "<p>Gone</p><p>0.71 F1</p>"),
        "<p>Begun</p>"]


def test_what_has_no_day_makes_no_feed() -> None:
    assert text_of(post(None, milestone="m", status="done")) == text_of() == ""


def test_it_has_fifty_entries_at_most_the_newest_ones() -> None:
    posts = [post(f"2026-{1 + n // 28:02}-{1 + n % 28:02}", milestone=f"m{n}", status="done")
             for n in range(60)]
    found = titles(*posts)
    assert (len(found), found[0]) == (MOST, "2026-03-04 M59: Done")


def test_it_speaks_the_language_of_the_site() -> None:
    text = text_of(post("2026-01-10", milestone="m", status="done"), words=words_for("fr"))
    assert feedparser.parse(text.encode()).entries[0].title == "M\u00a0: Terminé"


# --- what the RFC wants ---


@law
@given(ANY_SITE)
def test_any_feed_keeps_the_rules_and_feedparser_reads_it(entries: list[Entry]) -> None:
    text = text_of(*entries)
    if text:
        assert breaches(text) == []
        found = feedparser.parse(text.encode())
        assert not found.bozo
        assert found.version == "atom10"
        assert len(found.entries) == min(MOST, len(events(fold_of(*entries))))


@each(("old", "new"), [
    ("<name>Ada</name>", ""), ('rel="self"', 'rel="via"'), ("T12:00:00Z", ""), ("tag:", "urn:"),
    ('type="html">', 'type="html"/><content>'), ("https://example.org", "")])
def test_a_feed_that_breaks_a_rule_would_be_seen(old: str, new: str) -> None:
    text = text_of(*HISTORY)
    assert old in text
    assert breaches(text.replace(old, new))


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_stays_text(title: str) -> None:
    text = text_of(*HISTORY, channel=Channel(title, title, ADDRESS, None))
    assert breaches(text) == []
    assert len(ET.fromstring(text)) == 5 + len(events(fold_of(*HISTORY)))


def test_markup_in_a_title_is_shown_and_not_read() -> None:
    (entry,) = feedparser.parse(text_of(
        post("2026-01-10", milestone="<b>&amp;</b>\x08", status="done")).encode()).entries
    assert entry.title_detail.type == "text/plain"
    assert ET.fromstring(text_of(post("2026-01-10", milestone="<b>&amp;</b>", status="done"))).findtext(
        f"{A}entry/{A}title") == "<b>&amp;</b>: Done"


# --- ids ---


def ids(*entries: Entry) -> list[str]:
    return [e.id for e in feedparser.parse(text_of(*entries).encode()).entries]


def test_ids_name_what_happened_and_not_the_post() -> None:
    assert ids(HISTORY[0])[1] == "tag:example.org,2026:ada/roadmap/milestone/detector/2026-01-10/started"
    renamed = post("2026-01-10", path="z.md", milestone="Detector", goal="Sight", status="active")
    assert ids(renamed) == ids(HISTORY[0])


def test_what_comes_later_changes_no_id() -> None:
    assert ids(*HISTORY)[-len(ids(*HISTORY[:3])):] == ids(*HISTORY[:3])


def test_two_of_one_kind_on_one_day_have_different_ids() -> None:
    found = ids(*(post("2026-01-10", path=f"{n}.md", milestone="m", goal="g", sharpens=f"See {n}.")
                  for n in range(2)))
    ends = [id.rpartition("2026-01-10/")[2] for id in found]
    assert [end for end in ends if "sharpened" in end] == ["sharpened/2", "sharpened"]


@pytest.mark.parametrize(("address", "base"), [
    ("https://example.org/feed.xml", "tag:example.org,2026:"),
    ("http://127.0.0.1:8000/roadmap/feed.xml", "tag:127.0.0.1,2026:roadmap/"),
    ("https://Ex_ample.org/f%C3%BCr mich/feed.xml", "tag:exx5fample.org,2026:f%C3%BCr%20mich/"),
    ("file:///feed.xml", "tag:localhost,2026:"),
])
def test_ids_begin_with_the_place_of_the_roadmap(address: str, base: str) -> None:
    assert tag_base(address) == base
