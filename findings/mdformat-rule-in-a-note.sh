#!/usr/bin/env bash
# Package: mdformat 1.0.0 with mdformat-frontmatter 2.2.0, and mdit-py-plugins 0.7.0 (PyPI); markdown-it-front-matter
#          0.2.4 (npm).
# Guess:   front matter ends at a line of three hyphens at the margin; a rule inside an indented text of several lines
#          (`note: |`) is part of that text, as YAML, python-frontmatter and MkDocs have it.
# Instead: markdown-it's front matter ends at a line of hyphens that is indented by up to three spaces. mdformat makes a
#          heading of the keys below it, and writes the file so.
# Matters: a formatter that runs before each commit takes `status`, `draft` or `date` out of the front matter, prints
#          them on the page instead, and cuts the note. It calls that formatting, and a second run changes nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mdformat==1.0.0 mdformat-frontmatter==2.2.0 mdit-py-plugins==0.7.0 python-frontmatter==1.3.0
npm install --silent --no-audit --no-fund --prefix . markdown-it@15.0.3 markdown-it-front-matter@0.2.4 > /dev/null
cat > post.md <<'END_OF_POST'
---
title: Wrens
note: |
  Forty-one in May.
  ---
  More in June.
draft: true
---

Text.
END_OF_POST
cat > read.mjs <<'END_OF_JS'
import fs from 'node:fs';
import MarkdownIt from 'markdown-it';
import plugin from 'markdown-it-front-matter';
let yaml;
const html = new MarkdownIt().use(plugin, (text) => { yaml = text; }).render(fs.readFileSync('post.md', 'utf8'));
console.log('markdown-it-front-matter reads', JSON.stringify(yaml), 'and prints', JSON.stringify(html));
END_OF_JS
keys() { env/bin/python -c 'import frontmatter; print(list(frontmatter.load("post.md").metadata.items()))'; }
{
  keys
  node read.mjs
  env/bin/mdformat post.md
  cat post.md
  keys
  env/bin/mdformat --check post.md && echo 'well formatted'
} | tee seen
diff seen - <<'SEEN'
[('title', 'Wrens'), ('note', 'Forty-one in May.\n---\nMore in June.\n'), ('draft', True)]
markdown-it-front-matter reads "title: Wrens\nnote: |\n  Forty-one in May.\n " and prints "<h2>More in June.\ndraft: true</h2>\n<p>Text.</p>\n"
---
title: Wrens
note: |-
  Forty-one in May.
---

## More in June. draft: true

Text.
[('title', 'Wrens'), ('note', 'Forty-one in May.')]
well formatted
SEEN
