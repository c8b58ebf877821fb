#!/usr/bin/env bash
# Package: ablog 0.11.13 with Sphinx 9.0.4 (pip).
# Guess:   the tags C, C++ and C# have a page each, or share one that lists the posts of all three; a clash is a warning, which ends
#          a build with -W. And a post of "May 2026" is of the first of May, or refused.
# Instead: they have one address, tag/c.html, and it lists the post of one of them; the posts of the two others are on no page of
#          a tag, and their links lead to this one. The post of May has the day that today is of its month, in the feed too.
# Matters: most of a tag's posts are gone, without a word; and a post wanders through May, in every reader of the feed, with each build.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q ablog==0.11.13 sphinx==9.0.4
cat > conf.py <<'END'
extensions = ["ablog"]
exclude_patterns = ["env"]
project = blog_title = "Wrens"
blog_baseurl = "https://birds.example"
html_theme = "alabaster"
END
printf 'Home\n====\n\n.. toctree::\n   :glob:\n\n   post-*\n' > index.rst
post() { printf '%s\n==========\n\n.. post:: %s\n   :tags: %s\n\nWords.\n' "$2" "$3" "$4" > "post-$1.rst"; }
post a 'On plain C' 'May 01, 2026' 'C'
post b 'On plus' 'May 02, 2026' 'C++'
post c 'On sharp' 'May 03, 2026' 'C#'
post d 'On wrens' 'May 2026' 'Birds'
env/bin/python -m sphinx -q -W -b html . out
python3 - <<'END' | tee seen
import datetime, pathlib, re

print(*sorted(path.name for path in pathlib.Path("out/blog/tag").iterdir()))
text = pathlib.Path("out/blog/tag/c.html").read_text()
listed = re.findall(r"ablog-post-title\">.*?>([^<]*)</a>", text, re.S)
print("posts on tag/c.html:", len({title.strip() for title in listed}))
links = re.findall(r'href="(tag/[^"]+)">([^<]+)<', pathlib.Path("out/blog/tag.html").read_text())
print("the list of tags:", ", ".join(f"{tag} leads to {address}" for address, tag in sorted(links, key=lambda link: link[1])))
entry = re.search(r"<title>On wrens.*?<published>([^<T]*)", pathlib.Path("out/blog/atom.xml").read_text(), re.S)
print("On wrens:", "the day of today" if entry[1] == f"2026-05-{datetime.date.today():%d}" else entry[1])
END
diff seen - <<'END'
birds.html c.html
posts on tag/c.html: 1
the list of tags: Birds leads to tag/birds.html, C leads to tag/c.html, C# leads to tag/c.html, C++ leads to tag/c.html
On wrens: the day of today
END
