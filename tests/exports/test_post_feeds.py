"""Feeds of posts: as RFC 4287 and version 1.1 of JSON Feed want them."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from helpers import fold_of, goal_page, post
from mkdocs_career_roadmap.exports.feed import Channel
from mkdocs_career_roadmap.exports.post_feeds import (
    MOST_POSTS,
    PostFeed,
    Read,
    feed_of_posts,
    is_of_posts,
    post_feeds,
)
from mkdocs_career_roadmap.reading.entry import Entry

from .test_feed import breaches_of

A = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/ada/"
ALL = PostFeed("posts/feed.xml")
WORK = (
    goal_page("sight", title="Sight"),
    goal_page("sound", title="Sound"),
    post("2026-03-01", path="p/first.md", goal="Sight", title="Begin & <end>", description="It began."),
    post("2026-03-02", path="p/second.md", goal=["Sight", "Sound"], title="Go on"),
    post("2026-03-03", path="p/third.md", milestone="Alone", title="Apart"),
    post(None, path="p/some.md", goal="Sight", title="Some day"),
)
_TEXT = {"type": "string", "minLength": 1}
_AUTHORS = {"type": "array", "minItems": 1, "items": {
    "type": "object", "minProperties": 1, "properties": {"name": _TEXT}, "additionalProperties": False}}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
JSON_FEED: dict[str, Any] = {
    "type": "object", "required": ["version", "title", "items"], "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": _TEXT, "home_page_url": _TEXT,
        "feed_url": _TEXT, "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z]+)?$"},
        "authors": _AUTHORS,
        "items": {"type": "array", "uniqueItems": True, "items": {
            "type": "object", "required": ["id", "content_html"], "additionalProperties": False,
            "properties": {
                "id": _TEXT, "url": {"type": "string", "pattern": "^https://"}, "title": _TEXT,
                "content_html": _TEXT, "summary": _TEXT, "date_published": _DAY, "authors": _AUTHORS,
                "tags": {"type": "array", "minItems": 1, "items": _TEXT}}}}}}
"""What https://www.jsonfeed.org/version/1.1/ asks of what ours can have."""


def made(of: PostFeed, *entries: Entry, html: str = "<p>Words &amp; more.</p>", author: str = "Ada") -> str:
    return feed_of_posts(
        fold_of(*entries), of, Channel("Posts – Site", author, f"{SITE}roadmap/{of.name}", SITE),
        Read(lambda path: f"{SITE}{path}", lambda _: html, lambda _: (author,) if author else (), "zh_TW"))


def titles(of: PostFeed, *entries: Entry) -> list[str]:
    return [entry.title for entry in feedparser.parse(made(of, *entries).encode()).entries]


def test_all_and_each_goal_with_a_dated_post_have_two_feeds() -> None:
    assert [feed.name for feed in post_feeds(fold_of(*WORK))] == [
        "posts/feed.xml", "posts/feed.json", "goals/sight/feed.xml", "goals/sight/feed.json",
        "goals/sound/feed.xml", "goals/sound/feed.json"]
    assert post_feeds(fold_of(WORK[0], WORK[-1])) == ()


def test_a_feed_has_its_posts_the_newest_first_and_none_without_a_day() -> None:
    assert titles(ALL, *WORK) == ["Apart", "Go on", "Begin & <end>"]
    assert titles(PostFeed("goals/sound/feed.xml", "sound"), *WORK) == ["Go on"]
    assert [is_of_posts(name) for name in ("goals/sound/feed.json", "feed.xml", "roadmap.json")] == [
        True, False, False]


def test_a_feed_has_thirty_posts_at_most() -> None:
    many = [post(f"2026-01-{1 + at % 28:02}", goal="G", title=f"Post {at}") for at in range(MOST_POSTS + 5)]
    assert len(titles(ALL, *many)) == MOST_POSTS


def test_atom_keeps_to_its_rules() -> None:
    root = ET.fromstring(made(ALL, *WORK))
    assert [breach for element in (root, *root.findall(f"{A}entry")) for breach in breaches_of(element)] == []
    ids = [id.text for id in root.iter(f"{A}id")]
    assert len(ids) == len(set(ids)) == 4


def test_atom_has_the_whole_text_day_author_goal_and_what_the_post_says_of_itself() -> None:
    feed = feedparser.parse(made(ALL, *WORK).encode())
    assert not feed.bozo
    entry = feed.entries[2]
    assert (entry.title, entry.summary, entry.author) == ("Begin & <end>", "It began.", "Ada")
    assert [(part.type, part.value) for part in entry.content] == [("text/html", "<p>Words &amp; more.</p>")]
    assert entry.published == entry.updated == "2026-03-01T12:00:00Z"
    assert [tag.term for tag in feed.entries[1].tags] == ["Sight", "Sound"]
    assert entry.link == f"{SITE}p/first.md"


def test_json_feed_keeps_to_its_schema_and_says_the_same() -> None:
    feed = json.loads(made(PostFeed("posts/feed.json"), *WORK))
    jsonschema.validate(feed, JSON_FEED)
    assert (feed["language"], feed["feed_url"]) == ("zh-TW", f"{SITE}roadmap/posts/feed.json")
    last = feed["items"][2]
    assert (last["title"], last["content_html"], last["summary"]) == (
        "Begin & <end>", "<p>Words &amp; more.</p>", "It began.")
    assert last["date_published"] == "2026-03-01T12:00:00Z"
    assert [item["id"] for item in feed["items"]] == [
        entry.id for entry in feedparser.parse(made(ALL, *WORK).encode()).entries]


@pytest.mark.parametrize("name", ["posts/feed.xml", "posts/feed.json"])
def test_a_host_that_knows_no_text_and_no_author_gives_the_beginning(name: str) -> None:
    text = made(PostFeed(name), *WORK, html="", author="")
    if name.endswith("xml"):
        assert feedparser.parse(text.encode()).entries[2].summary == "It began."
        assert "<content" not in text
    else:
        feed = json.loads(text)
        jsonschema.validate(feed, JSON_FEED)
        assert [item["content_html"] for item in feed["items"]] == ["Apart", "Go on", "It began."]


def test_signs_that_no_xml_can_have_do_not_break_it() -> None:
    text = made(ALL, post("2026-03-01", goal="A \x0b", title="B \x0c"), html="<p>\x00\x1f</p>")
    assert feedparser.parse(text.encode()).entries[0].content[0].value == "<p>\ufffd\ufffd</p>"


def test_feed_without_posts_is_no_text() -> None:
    assert made(ALL, WORK[0]) == ""
