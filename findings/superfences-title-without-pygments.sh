#!/usr/bin/env bash
# Package: pymdown-extensions 13.1.2 with Markdown 3.11.3 and Pygments 2.21.0.
# Guess:   `use_pygments: false`, for a highlighter in the browser, changes the colours of the code blocks. A title that it
#          can't show is left out, or kept as an attribute.
# Instead: a fence with a title or with marked lines is no fence any more: the block is a word of code in a paragraph, its
#          language and title are printed as code, its lines run together. A fence without options is one as before, and
#          so is one with options in braces.
# Matters: the pages that were written with most care are the broken ones. A strict build says nothing, and whoever looks
#          at one page with a plain block sees all well.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pymdown-extensions==13.1.2 markdown==3.11.3 pygments==2.21.0
cat > write.py <<'END_OF_PY'
import re

import markdown

for pygments in (True, False):
    for info in ("py", 'py title="count.py"', 'py hl_lines="2"', '{ .py title="count.py" }'):
        page = markdown.markdown(
            f"```{info}\nwrens = 41\nlarks = 2\n```",
            extensions=["pymdownx.superfences", "pymdownx.highlight"],
            extension_configs={"pymdownx.highlight": {"use_pygments": pygments}},
        )
        kind = "a block" if "<pre" in page else "a paragraph"
        print("Pygments" if pygments else "without ", info, "->", kind, repr(re.sub("<[^>]*>", "", page)))
END_OF_PY
env/bin/python write.py | tee seen
diff seen - <<'SEEN'
Pygments py -> a block 'wrens = 41\nlarks = 2\n'
Pygments py title="count.py" -> a block 'count.pywrens = 41\nlarks = 2\n'
Pygments py hl_lines="2" -> a block 'wrens = 41\nlarks = 2\n'
Pygments { .py title="count.py" } -> a block 'count.pywrens = 41\nlarks = 2\n'
without  py -> a block 'wrens = 41\nlarks = 2'
without  py title="count.py" -> a paragraph 'py title="count.py"\nwrens = 41\nlarks = 2'
without  py hl_lines="2" -> a paragraph 'py hl_lines="2"\nwrens = 41\nlarks = 2'
without  { .py title="count.py" } -> a block 'wrens = 41\nlarks = 2'
SEEN
