#!/usr/bin/env bash
# Package: Markdown 3.11.3 (Python-Markdown, under MkDocs, Material, Zensical and Pelican), beside
#          markdown-it-py 4.3.0.
# Guess:   `# Learn C#` is a heading about C#: a closing run of signs is one only after a space.
# Instead: Python-Markdown takes the sign away without the space: the heading, and with it the page's
#          title where no front matter gives one, says "Learn C". CommonMark keeps it.
# Matters: posts on C and on C# have the same title, the same anchor and the same entry in search; and a
#          checker built on another parser never sees it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q markdown==3.11.3 markdown-it-py==4.3.0
cat > both.py <<'END'
import markdown
from markdown_it import MarkdownIt

for text in ("# Learn C#", "# C# and more", "## From C to F##"):
    print(markdown.markdown(text), MarkdownIt().render(text).strip())
END
env/bin/python both.py | tee seen
diff seen - <<'END'
<h1>Learn C</h1> <h1>Learn C#</h1>
<h1>C# and more</h1> <h1>C# and more</h1>
<h2>From C to F</h2> <h2>From C to F##</h2>
END
