#!/usr/bin/env bash
# Package: Markdown 3.11.3 (its extension attr_list); zensical 0.0.73, which turns it on by itself, beside MkDocs 1.6.1.
# Guess:   braces at the end of a heading are attributes where they look so: {#id}, {.class}, {key=value}. Other words in
#          braces, a set or a placeholder of a template, are text.
# Instead: any words in braces are attributes. "The sets {a, b}" is "The sets", with an attribute named a_; a placeholder
#          {name} or a note {draft} is gone too, from the heading, its anchor and the table of contents. In the middle of a
#          heading, or at the end of a line of a paragraph, the same braces are printed.
# Matters: posts about mathematics, f-strings or templates lose the very words that they are about. A strict build passes;
#          and a site that never turned the extension on has it after the move to Zensical, with other anchors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q markdown==3.11.3 mkdocs==1.6.1 zensical==0.0.73
cat > write.py <<'END_OF_PY'
import markdown

for text in ("## The sets {a, b}", "## Hello {name}", "## Wrens {x | x > 1}", "## The {name} of it", "A paragraph {name}", "## Wrens {#w}"):
    print(text, "->", markdown.markdown(text, extensions=["attr_list"]))
END_OF_PY
mkdir docs
printf '# Notes\n\n## Hello {name}\n\n## The sets {a, b}\n' > docs/index.md
printf 'site_name: Notes\nplugins: []\n' > mkdocs.yml
{
    env/bin/python write.py
    for builder in mkdocs zensical; do
        rm -rf site
        NO_MKDOCS_2_WARNING=1 "env/bin/$builder" build --strict > log 2>&1
        echo "$builder: $(grep -o '<h2[^<]*' site/index.html | paste -sd' ')"
    done
} | tee seen
diff seen - <<'SEEN'
## The sets {a, b} -> <h2 a_ b>The sets</h2>
## Hello {name} -> <h2 name>Hello</h2>
## Wrens {x | x > 1} -> <h2 1 _ x>Wrens</h2>
## The {name} of it -> <h2>The {name} of it</h2>
A paragraph {name} -> <p>A paragraph {name}</p>
## Wrens {#w} -> <h2 id="w">Wrens</h2>
mkdocs: <h2 id="hello-name">Hello {name} <h2 id="the-sets-a-b">The sets {a, b}
zensical: <h2 id="hello" name>Hello <h2 a_ b id="the-sets">The sets
SEEN
