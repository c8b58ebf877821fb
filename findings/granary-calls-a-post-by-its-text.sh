#!/usr/bin/env bash
# Package: granary 11.0 (pip), which turns feeds and sites of one format into others.
# Guess:   a post of a JSON Feed has in Atom the title, the tags and the authors that it had.
# Instead: its title is gone, and its text stands in the title's place; tags and the second author are lost in what granary
#          keeps between, and so in JSON Feed again as well. A plain text, `content_text`, becomes HTML as it is: of
#          "the <b> of HTML" the tag is markup now.
# Matters: readers of the Atom feed see "Small birds." in place of "Wrens", and nobody finds the post by its topic.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q granary==11.0
cat > turn.py <<'END'
import re
import warnings

from granary import atom, jsonfeed

warnings.simplefilter("ignore")
posts = [
    {"id": "1", "url": "https://birds.example/1", "title": "Wrens", "content_html": "<p>Small birds.</p>", "tags": ["C++", "birds"],
     "authors": [{"name": "Ada"}, {"name": "Ben"}], "date_published": "2026-05-01T09:30:00Z"},
    {"id": "2", "url": "https://birds.example/2", "title": "Bold", "content_text": "The <b> of HTML", "date_published": "2026-05-02T09:30:00Z"},
]
feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "home_page_url": "https://birds.example", "items": posts}
activities, actor = jsonfeed.jsonfeed_to_activities(feed)
entries = re.findall(r"<entry>.*?</entry>", atom.activities_to_atom(activities, {}, title="Notes"), re.S)
for post, entry in zip(posts, entries, strict=True):
    seen = {name: re.findall(f"<{name}[^>]*>([^<]*)", entry) for name in ("title", "name")}
    print(post["title"], "in Atom:", seen, entry.count("<category"), "categories")
for post in jsonfeed.activities_to_jsonfeed(activities, {})["items"]:
    print(post["title"], "in JSON:", {key: post.get(key) for key in ("tags", "authors", "content_text", "content_html")})
END
env/bin/python -W ignore turn.py | tee seen
diff seen - <<'END'
Wrens in Atom: {'title': ['Small birds.'], 'name': ['Ada']} 0 categories
Bold in Atom: {'title': ['The  of HTML'], 'name': []} 0 categories
Wrens in JSON: {'tags': None, 'authors': [{'name': 'Ada'}], 'content_text': None, 'content_html': '<p>Small birds.</p>'}
Bold in JSON: {'tags': None, 'authors': None, 'content_text': None, 'content_html': 'The <b> of HTML'}
END
