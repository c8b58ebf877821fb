#!/usr/bin/env bash
# Package: mkdocs-rss-plugin 1.19.0 on MkDocs 1.6.1.
# Guess:   on a site whose posts say their day in both forms of Material's blog, `date: 2020-05-03` and
#          `date: {created: 2020-05-03}`, `as_creation: date` finds the day of each, or tells of those where not.
# Instead: `date` finds none in the second form, and `date.created` none in the first; such a post is dated today at
#          every build, on top of the feed. --strict passes.
# Matters: whoever adds `updated` to one old post makes it news for all subscribers, each time the site is built.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-rss-plugin==1.19.0
mkdir docs
post() { printf -- '---\ntitle: %s\ndescription: x\ndate: %s\n---\n' "$2" "$3" > "docs/$1.md"; }
post index Home 2020-01-01
post a Plain 2020-05-03
post b Mapping '{created: 2020-05-03, updated: 2021-06-01}'
for key in date date.created; do
  printf 'site_name: Notes\nsite_url: https://example.org/\nplugins: [rss: {use_git: false, date_from_meta: {as_creation: %s}}]\n' "$key" > mkdocs.yml
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
  env/bin/python - "$key" <<'END'
import sys, time
from email.utils import parsedate
from xml.etree import ElementTree as ET
for item in ET.parse("site/feed_rss_created.xml").iter("item"):
    year = parsedate(item.findtext("pubDate"))[0]
    print(sys.argv[1], item.findtext("title"), "this year" if year == time.gmtime().tm_year else year)
END
done | sort | tee seen
diff seen - <<'END'
date Home 2020
date Mapping this year
date Plain 2020
date.created Home this year
date.created Mapping 2020
date.created Plain this year
END
