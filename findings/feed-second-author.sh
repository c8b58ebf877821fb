#!/usr/bin/env bash
# Package: feed 6.0.0 (npm), read by feedparser 6.0.14 and fastfeedparser 0.6.5 (PyPI).
# Guess:   a post by two authors has two in each of the three feeds that one object writes, and in each reader.
# Instead: the JSON feed has the first author only: `feed` still writes version 1 of JSON Feed, which has a single
#          `author`; 1.1 of 2020 has a list. fastfeedparser takes the first of an Atom entry. And feedparser, which knows
#          both, says in `author` the last one.
# Matters: who wrote a post depends on the form of the feed and on its reader; the second author of a common work is
#          nobody, or the only one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q feedparser==6.0.14 fastfeedparser==0.6.5
npm install --silent --no-audit --no-fund --prefix . feed@6.0.0 > /dev/null
cat > write.mjs <<'END_OF_JS'
import fs from 'node:fs';
import { Feed } from 'feed';
const feed = new Feed({ id: 'https://example.org/', title: 'Notes', link: 'https://example.org/', copyright: 'none' });
feed.addItem({
  title: 'Wrens counted', id: 'https://example.org/1', link: 'https://example.org/1', date: new Date('2026-05-03'),
  content: '<p>Forty-one.</p>', author: [{ name: 'Ann Wren' }, { name: 'Bob Lark' }],
});
fs.writeFileSync('atom.xml', feed.atom1());
fs.writeFileSync('feed.json', feed.json1());
const json = JSON.parse(feed.json1());
console.log('JSON feed:', json.version, JSON.stringify(json.items[0].author ?? null), JSON.stringify(json.items[0].authors ?? null));
END_OF_JS
cat > read.py <<'END_OF_PY'
import fastfeedparser
import feedparser

text = open("atom.xml").read()
for reader in (feedparser, fastfeedparser):
    entry = reader.parse(text).entries[0]
    print(reader.__name__, "of Atom:", [one["name"] for one in entry["authors"]], "author:", entry["author"])
END_OF_PY
{
    node write.mjs
    env/bin/python read.py
} | tee seen
diff seen - <<'SEEN'
JSON feed: https://jsonfeed.org/version/1 {"name":"Ann Wren"} null
feedparser of Atom: ['Ann Wren', 'Bob Lark'] author: Bob Lark
fastfeedparser of Atom: ['Ann Wren'] author: Ann Wren
SEEN
