#!/usr/bin/env bash
# Package: markdown-it-py 4.3.0 (under mdformat, MyST and Sphinx, rich, textual, Jupyter), beside mistune 3.2.1
#          and, of the same package, the preset "js-default".
# Guess:   a list of lists is read to its last level; a bound on nesting is told, or what lies deeper is text.
# Instead: `MarkdownIt()` is the preset "commonmark", in which a list of ten levels ends the page: the tenth
#          point, the paragraph after the list and the chapter after that are not in the HTML. Nothing is
#          raised. Twenty-one quotes in each other lose only what is in the innermost ones, and the page goes on.
# Matters: an outline of a long plan cuts off the page it stands on. mdformat, which writes from what was read and
#          then compares the HTML of both, saves the text by giving up: "a bug in mdformat or one of its plugins".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q markdown-it-py==4.3.0 mistune==3.2.1 mdformat==1.0.0
cat > outline.py <<'END'
import re
from pathlib import Path

import mistune
from markdown_it import MarkdownIt

END = "\nAfter the list.\n\n# A chapter\n\nIts words.\n"
nine, ten = (
    "# Plan\n\n" + "".join(f"{'  ' * n}- step {n + 1}\n" for n in range(levels)) + END for levels in (9, 10)
)
quotes = "".join(f"{'> ' * n}answer {n}\n\n" for n in range(1, 22)) + END
Path("outline.md").write_text(ten)
for name, text in (("nine levels", nine), ("ten levels", ten), ("21 quotes", quotes)):
    for reader, html in (
        ("commonmark", MarkdownIt().render(text)),
        ("js-default", MarkdownIt("js-default").render(text)),
        ("mistune", mistune.html(text)),
    ):
        last = re.findall(r"(?:step|answer) \d+", html)[-1]
        print(f"{name}, {reader}: {last}", *(word for word in ("After", "chapter", "words") if word in html))
END
env/bin/python outline.py | tee seen
if env/bin/mdformat outline.md 2> told; then exit 1; fi
grep -o "Formatted Markdown renders to different HTML than input Markdown" told | tee -a seen
diff seen - <<'END'
nine levels, commonmark: step 9 After chapter words
nine levels, js-default: step 9 After chapter words
nine levels, mistune: step 9 After chapter words
ten levels, commonmark: step 9
ten levels, js-default: step 10 After chapter words
ten levels, mistune: step 10 After chapter words
21 quotes, commonmark: answer 19 After chapter words
21 quotes, js-default: answer 21 After chapter words
21 quotes, mistune: answer 21 After chapter words
Formatted Markdown renders to different HTML than input Markdown
END
