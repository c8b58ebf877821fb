#!/usr/bin/env bash
# Package: markdownify 1.2.3, html2text 2025.4.15 and html-to-markdown 3.21.2 (pip), turndown 7.2.5 and node-html-markdown 2.0.0
#          (npm), which make Markdown of HTML.
# Guess:   Markdown has no sign for a raised figure and takes HTML instead: <sup> stays as it is, as other tags without a sign do.
# Instead: all five drop the tag and keep the figure: 10<sup>6</sup> wrens are 106, and H<sub>2</sub>O is lucky. html2text also
#          drops links within the page, so that the first footnote to 2026 makes it the year 20261. node-html-markdown joins the
#          lines of a table's cell: 1<br>2 is 12.
# Matters: a blog that moves from WordPress or Blogger to Markdown has other numbers in it, and they look as good as the old ones.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . turndown@7.2.5 node-html-markdown@2.0.0 > /dev/null
python3 -m venv env
env/bin/pip install -q markdownify==1.2.3 html2text==2025.4.15 html-to-markdown==3.21.2
cat > convert.py <<'END'
import html2text
import html_to_markdown
import markdownify

PARTS = ("<p>10<sup>6</sup> wrens</p>", '<p>in 2026<sup><a href="#fn1">1</a></sup> wrens</p>',
         "<table><tr><th>Wrens</th></tr><tr><td>1<br>2</td></tr></table>")
for name, convert in (("markdownify", markdownify.markdownify), ("html2text", html2text.html2text),
                      ("html-to-markdown", lambda text: html_to_markdown.convert(text).content)):
    print(f"{name}:", *(repr(convert(part).strip()) for part in PARTS))
END
cat > convert.mjs <<'END'
import TurndownService from 'turndown';
import { NodeHtmlMarkdown } from 'node-html-markdown';
const parts = ['<p>10<sup>6</sup> wrens</p>', '<p>in 2026<sup><a href="#fn1">1</a></sup> wrens</p>',
  '<table><tr><th>Wrens</th></tr><tr><td>1<br>2</td></tr></table>'];
const turndown = new TurndownService();
console.log('turndown:', ...parts.map((part) => JSON.stringify(turndown.turndown(part))));
console.log('node-html-markdown:', ...parts.map((part) => JSON.stringify(NodeHtmlMarkdown.translate(part))));
END
{ env/bin/python convert.py; node convert.mjs; } | tee seen
diff seen - <<'END'
markdownify: '106 wrens' 'in 2026[1](#fn1) wrens' '| Wrens |\n| --- |\n| 1 2 |'
html2text: '106 wrens' 'in 20261 wrens' 'Wrens  \n---  \n1  \n2'
html-to-markdown: '106 wrens' 'in 2026[1](#fn1) wrens' '| Wrens |\n| ----- |\n| 1 2   |'
turndown: "106 wrens" "in 2026[1](#fn1) wrens" "Wrens\n\n1  \n2"
node-html-markdown: "106 wrens" "in 2026[1](#fn1) wrens" "| Wrens |\n| ----- |\n| 12    |"
END
