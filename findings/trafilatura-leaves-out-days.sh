#!/usr/bin/env bash
# Package: trafilatura 2.3.1 (pip), beside markdownify 1.2.3 (pip).
# Guess:   of an article it gives the text, and with `output_format="markdown"` its Markdown: a quotation has its >, a list that
#          begins at 3 its numbers, and a listing its blank lines.
# Instead: the words within <time> are gone: "We began on 1 May 2026." is "We began on ." in each of its forms. The quotation is a
#          paragraph like all others, the list begins at 1, and the blank lines of the listing are gone.
# Matters: an import, a search index or a summary of a blog has no dates in its sentences, and says in the author's own voice
#          what somebody else said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q trafilatura==2.3.1 lxml_html_clean==0.4.6 markdownify==1.2.3
cat > read.py <<'END'
import markdownify
import trafilatura

LONG = "<p>" + "The wren sings in the hedge and builds more than one nest in spring. " * 6 + "</p>"
PART = """<p>We began on <time datetime="2026-05-01">1 May 2026</time>.</p>
<blockquote><p>Never draw a wren.</p></blockquote>
<ol start="3"><li>Nest</li><li>Song</li></ol>
<pre><code>draw(1)

draw(2)
</code></pre>"""
page = f"<html><head><title>Wrens</title></head><body><article><h1>Wrens</h1>{LONG}{PART}{LONG}</article></body></html>"
for form in ("txt", "markdown"):
    text = trafilatura.extract(page, output_format=form)
    print(f"trafilatura, {form}:", [line for line in text.split("\n") if "hedge" not in line])
print("markdownify:", [line for line in markdownify.markdownify(PART).split("\n")])
END
env/bin/python read.py | tee seen
diff seen - <<'END'
trafilatura, txt: ['Wrens', 'We began on .', 'Never draw a wren.', '- Nest', '- Song', 'draw(1)', 'draw(2)']
trafilatura, markdown: ['# Wrens', '', '', 'We began on .', '', 'Never draw a wren.', '', '', '1. Nest', '2. Song', '', '```', 'draw(1)', 'draw(2)', '```']
markdownify: ['We began on 1 May 2026.', '', '> Never draw a wren.', '', '3. Nest', '4. Song', '', '```', 'draw(1)', '', 'draw(2)', '```']
END
