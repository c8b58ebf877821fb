#!/usr/bin/env bash
# Package: feedsmith 3.0.1 beside 2.9.6 (npm).
# Guess:   a call that makes an Atom feed with version 2 makes one with version 3, or raises; it refuses a feed that
#          lacks what a feed must have.
# Instead: version 3 wants an object where version 2 took the title, the summary and the content as strings, and drops
#          a string without a word: a feed of nameless posts with no text. The author of an RSS item is dropped too.
# Matters: nothing raises in plain JavaScript, the feed is well-formed and dated, and its readers get empty news. Atom
#          says that a feed and each entry must have a title.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > write.mjs <<'END_OF_JS'
import { generateAtomFeed, generateRssFeed, parseAtomFeed } from 'feedsmith';
const day = new Date('2026-05-03');
const atom = generateAtomFeed({
  id: 'https://example.org/', title: 'Notes', updated: day,
  entries: [{ id: 'https://example.org/1', title: 'Wrens counted', summary: 'Forty-one.', content: '<p>Forty-one.</p>', updated: day }],
});
const rss = generateRssFeed({
  title: 'Notes', link: 'https://example.org/', description: 'Birds',
  items: [{ title: 'Wrens counted', authors: ['Ann Wren'], pubDate: day, guid: { value: 'https://example.org/1' } }],
});
const lines = (text, tag) => text.replace(/\s+/g, ' ').match(new RegExp(`<${tag}\\b[^>]*>.*?</${tag}>`, 'g')) ?? [];
for (const tag of ['title', 'summary', 'content', 'id']) console.log('Atom', tag, lines(atom, tag).length);
for (const tag of ['title', 'author']) console.log('RSS', tag, lines(rss, tag).length);
const read = parseAtomFeed(atom).entries[0];
console.log('read again:', read.title?.value ?? read.title, read.summary?.value ?? read.summary);
END_OF_JS
for version in 2.9.6 3.0.1; do
    mkdir "$version"
    npm install --silent --no-audit --no-fund --prefix "$version" "feedsmith@$version" > /dev/null
    cp write.mjs "$version"
    echo "feedsmith $version"
    node "$version/write.mjs"
done | tee seen
diff seen - <<'SEEN'
feedsmith 2.9.6
Atom title 2
Atom summary 1
Atom content 1
Atom id 2
RSS title 2
RSS author 1
read again: Wrens counted Forty-one.
feedsmith 3.0.1
Atom title 0
Atom summary 0
Atom content 0
Atom id 2
RSS title 2
RSS author 0
read again: undefined undefined
SEEN
