#!/usr/bin/env bash
# Package: feed 6.0.0 (npm), its Atom read with atoma 0.0.17 and feedparser 6.0.14.
# Guess:   a post's `category: [{name: "Birds"}]` is in the feed a category named Birds, in RSS, JSON and Atom alike.
# Instead: in Atom it becomes `<category label="Birds"/>` without `term`, the one attribute that the standard
#          requires there: feedparser gives None as the tag's term, and atoma ends with a KeyError.
# Matters: the first post with a category takes the blog away from strict readers, and only from those that chose
#          the Atom address.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q atoma==0.0.17 feedparser==6.0.14
npm install --silent --no-audit --no-fund --prefix . feed@6.0.0 > /dev/null
cat > write.mjs <<'END'
import fs from 'node:fs';
import { Feed } from 'feed';
const day = new Date('2026-05-03T10:00:00Z');
const home = 'https://example.org/';
const feed = new Feed({ title: 'Notes', id: home, link: home, updated: day });
feed.addItem({ title: 'Wrens', id: `${home}1`, link: `${home}1`, date: day, category: [{ name: 'Birds' }] });
fs.writeFileSync('atom.xml', feed.atom1());
fs.writeFileSync('rss.xml', feed.rss2());
END
node write.mjs
cat > read.py <<'END'
import atoma
import feedparser

for name, read in (("rss.xml", atoma.parse_rss_bytes), ("atom.xml", atoma.parse_atom_bytes)):
    data = open(name, "rb").read()
    print(name, "feedparser", [x.term for x in feedparser.parse(data).entries[0].tags])
    try:
        read(data)
        print(name, "atoma read it")
    except Exception as error:
        print(name, "atoma", repr(error))
END
{ grep -o '<category.*' atom.xml; env/bin/python read.py; } | tee seen
diff seen - <<'END'
<category label="Birds"/>
rss.xml feedparser ['Birds']
rss.xml atoma read it
atom.xml feedparser [None]
atom.xml atoma KeyError('term')
END
