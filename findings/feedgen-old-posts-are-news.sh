#!/usr/bin/env bash
# Package: feedgen 1.0.0, read with feedparser 6.0.14.
# Guess:   an entry with a day of publication and no day of change was changed when it was published.
# Instead: in Atom it was changed at the moment the feed was made: after every build all posts, years old,
#          have the time of that build as `updated`, and readers that sort by it show them all as new. The
#          same feed written as RSS carries the right day, so only half of the subscribers see it.
# Matters: a static site makes its feed at each build; two builds of the same posts are never the same bytes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q feedgen==1.0.0 feedparser==6.0.14
cat > feed.py <<'END'
from datetime import datetime, timezone

import feedparser
from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("https://example.org/")
feed.title("Notes")
feed.description("Notes")
feed.link(href="https://example.org/")
entry = feed.add_entry()
entry.id("https://example.org/talk/")
entry.title("A talk")
entry.link(href="https://example.org/talk/")
entry.published(datetime(2019, 5, 3, tzinfo=timezone.utc))
year = datetime.now(timezone.utc).year
for form in (feed.atom_str(), feed.rss_str()):
    read = feedparser.parse(form)
    post = read.entries[0]
    changed = post.get("updated_parsed", post.published_parsed).tm_year
    print(read.version, post.published_parsed.tm_year, "this year" if changed == year else changed)
END
env/bin/python -W ignore feed.py | tee seen
diff seen - <<'END'
atom10 2019 this year
rss20 2019 2019
END
