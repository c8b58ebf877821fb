#!/usr/bin/env bash
# Package: markdownify 1.2.3, html2text 2025.4.15 and html-to-markdown 3.21.2 (PyPI), turndown 7.2.5 and rehype-remark
#          10.0.1 (npm), read again by Markdown 3.11.3.
# Guess:   text of a page of HTML is text again after a way through Markdown: what could be read as markup is escaped, as
#          all of them do for a star or a bracket.
# Instead: four of the five write `&lt;int&gt;` as `<int>`, which Markdown passes on as a tag: "std::vector<int>" is
#          shown as "std::vector". rehype-remark writes `\<int>`, the escape of CommonMark; Python-Markdown has no such
#          escape, and shows "std::vector\". markdownify also makes a list of a paragraph that begins with a year and a
#          point, whose number is then 1.
# Matters: posts about C++, generics or HTML that are moved from a blog's export to MkDocs lose the words between the
#          angles. Nothing fails, and the Markdown looks right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q markdownify==1.2.3 html2text==2025.4.15 html-to-markdown==3.21.2 markdown==3.11.3
npm install --silent --no-audit --no-fund --prefix . turndown@7.2.5 rehype-remark@10.0.1 rehype-parse@9.0.1 \
    remark-stringify@11.0.0 unified@11.0.5 > /dev/null
cat > export.html <<'END_OF_HTML'
<p>A std::vector&lt;int&gt; of wrens.</p>
<p>2026. A good year for wrens.</p>
END_OF_HTML
cat > convert.mjs <<'END_OF_JS'
import fs from 'node:fs';
import Turndown from 'turndown';
import { unified } from 'unified';
import parse from 'rehype-parse';
import remark from 'rehype-remark';
import stringify from 'remark-stringify';
const html = fs.readFileSync('export.html', 'utf8');
fs.writeFileSync('turndown.md', new Turndown().turndown(html));
fs.writeFileSync('rehype-remark.md', String(unified().use(parse, { fragment: true }).use(remark).use(stringify).processSync(html)));
END_OF_JS
cat > convert.py <<'END_OF_PY'
from pathlib import Path

import html2text
import html_to_markdown
import markdown
import markdownify
from bs4 import BeautifulSoup

html = Path("export.html").read_text()
texts = {
    "markdownify": markdownify.markdownify(html),
    "html2text": html2text.html2text(html),
    "html-to-markdown": html_to_markdown.convert(html).content,
    "turndown": Path("turndown.md").read_text(),
    "rehype-remark": Path("rehype-remark.md").read_text(),
}
for name, text in texts.items():
    page = BeautifulSoup(markdown.markdown(text), "html.parser")
    print(name, [(tag.name, tag.get_text()) for tag in page.find_all(["p", "li"])])
END_OF_PY
node convert.mjs
env/bin/python convert.py | tee seen
diff seen - <<'SEEN'
markdownify [('p', 'A std::vector of wrens.'), ('li', 'A good year for wrens.')]
html2text [('p', 'A std::vector of wrens.'), ('p', '2026. A good year for wrens.')]
html-to-markdown [('p', 'A std::vector of wrens.'), ('p', '2026. A good year for wrens.')]
turndown [('p', 'A std::vector of wrens.'), ('p', '2026. A good year for wrens.')]
rehype-remark [('p', 'A std::vector\\ of wrens.'), ('p', '2026. A good year for wrens.')]
SEEN
