#!/usr/bin/env bash
# Package: Markdown 3.11.3 (pip), which MkDocs and Zensical build with, beside 3.10.3 and markdown-it-py 4.3.0, CommonMark's rules.
# Guess:   a star within bold words is a star, as in `**16*16 px**` and `**C*-algebra**`, or at worst it begins or ends something:
#          a mark in the wrong place.
# Instead: 3.11 takes letters away: "8*8 px or **16*16 px**" is printed as 88 px or 166 px*. Of `**/*.py` after another pattern the
#          dot is gone, of `f(*args)` the a. And a single star within bold words, which 3.10 left alone, makes two emphases of
#          them and prints a star before.
# Matters: sizes, products and patterns of files are other ones after an update of the library, in the page and in its search, and
#          a build says nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > show.py <<'END'
import re
from importlib.metadata import version

import markdown
from markdown_it import MarkdownIt

SENTENCES = ("8*8 px or **16*16 px**", "**/*.md and **/*.py", "Use *args in **f(*args)**", "a **C*-algebra** is")
for sentence in SENTENCES:
    html = markdown.markdown(sentence)
    letters, shown = (re.sub(r"<[^>]+>|\*", "", text) for text in (sentence, html))
    print(version("markdown"), html, "" if letters == shown else f"(lost: {len(letters) - len(shown)})")
    if version("markdown").startswith("3.11"):
        print("CommonMark", MarkdownIt().render(sentence).strip())
END
for version in 3.10.3 3.11.3; do
    python3 -m venv env-$version
    env-$version/bin/pip install -q markdown==$version markdown-it-py==4.3.0
    env-$version/bin/python show.py
done | sed 's/ *$//' | tee seen
diff seen - <<'END'
3.10.3 <p>8<em>8 px or </em><em>16</em>16 px**</p>
3.10.3 <p><strong>/*.md and </strong>/*.py</p>
3.10.3 <p>Use <em>args in </em><em>f(</em>args)**</p>
3.10.3 <p>a <strong>C*-algebra</strong> is</p>
3.11.3 <p>8<em>8 px or <strong>16</strong>6 px</em>*</p> (lost: 1)
CommonMark <p>8<em>8 px or **16</em>16 px**</p>
3.11.3 <p>**/*.md and <strong>/</strong>py</p> (lost: 1)
CommonMark <p>**/<em>.md and **/</em>.py</p>
3.11.3 <p>Use <em>args in <strong>f(</strong>rgs)</em>*</p> (lost: 1)
CommonMark <p>Use *args in *<em>f(<em>args)</em></em></p>
3.11.3 <p>a *<em>C<em>-algebra</em></em> is</p>
CommonMark <p>a <em><em>C</em>-algebra</em>* is</p>
END
