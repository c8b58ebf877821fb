#!/usr/bin/env bash
# Package: newspaper4k 0.9.6 (pip).
# Guess:   a page whose <title>, og:title and heading are the same has this title; its article:published_time is its day, and
#          `<meta name="author">` its author.
# Instead: a title is cut at "/" and "_", and the longer part is the title: "TCP/IP explained" is "IP explained", and
#          "snake_case names" is "case names". A day in the address is believed rather than the page's own, so that a review of the
#          year that ends in 2025-12-31 is of that day. Authors named 李明 or "Finch, Robin" are nobody.
# Matters: a list of read articles, a digest or a data set of blogs names and dates posts as nobody did, though each page says
#          it in three places.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q newspaper4k==0.9.6
cat > read.py <<'END'
import newspaper


def article(title, name="post", author="Jenny Wren"):
    text = "<p>" + "The wren sings in the hedge and builds more than one nest in spring. " * 6 + "</p>"
    head = (f'<title>{title}</title><meta property="og:title" content="{title}"><meta name="author" content="{author}">'
            '<meta property="article:published_time" content="2026-01-08T09:30:00+00:00">')
    made = newspaper.Article(f"https://birds.example/{name}/")
    made.download(input_html=f"<html><head>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>")
    made.parse()
    return made


for title in ("Learn C++", "TCP/IP explained", "snake_case names", "AC/DC"):
    print(f"{title}: {article(title).title}")
for name in ("post", "the-year-until-2025-12-31"):
    print(f"{name}: {article('Wrens', name).publish_date:%Y-%m-%d}")
for author in ("Jenny Wren", "李明", "Finch, Robin"):
    print(f"{author}: {article('Wrens', author=author).authors}")
END
env/bin/python read.py 2> /dev/null | tee seen
diff seen - <<'END'
Learn C++: Learn C++
TCP/IP explained: IP explained
snake_case names: case names
AC/DC: AC
post: 2026-01-08
the-year-until-2025-12-31: 2025-12-31
Jenny Wren: ['Jenny Wren']
李明: []
Finch, Robin: []
END
