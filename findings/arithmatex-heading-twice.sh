#!/usr/bin/env bash
# Package: pymdown-extensions 13.1.2 (pymdownx.arithmatex) with Markdown's own toc.
# Guess:   a heading `# The mass $m_0$ of it` is called "The mass m_0 of it", whatever draws the formula, and
#          so is its anchor; `generic` only chooses the brackets.
# Instead: as it is set up by default, the formula stands there twice, once to be seen before the script ran
#          and once for the script, and all that is made of the words of a heading has both: its name is
#          "The mass m_0m_0 of it" and its anchor #the-mass-m_0m_0-of-it. So has the alt text of a picture.
#          With `generic: true` each has it once, and the anchor is another one.
# Matters: switching `generic` on, as Material's guide asks for, breaks every link to a heading with a formula;
#          tables of contents, search and screen readers say formulas twice until then.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pymdown-extensions==13.1.2 markdown==3.11.3
cat > look.py <<'END'
import markdown

for generic in (False, True):
    reader = markdown.Markdown(extensions=["pymdownx.arithmatex", "toc"],
                               extension_configs={"pymdownx.arithmatex": {"generic": generic}})
    html = reader.convert("# The mass $m_0$ of it\n\n![mass $m_0$ in kg](x.png)\n")
    [heading] = reader.toc_tokens
    alt = html.partition("alt=")[2].partition(" src")[0]
    print(f"generic {generic}: #{heading['id']}, {heading['name']}, alt {alt}")
END
env/bin/python look.py | tee seen
diff seen - <<'END'
generic False: #the-mass-m_0m_0-of-it, The mass m_0m_0 of it, alt "mass m_0m_0 in kg"
generic True: #the-mass-m_0-of-it, The mass \(m_0\) of it, alt "mass \(m_0\) in kg"
END
