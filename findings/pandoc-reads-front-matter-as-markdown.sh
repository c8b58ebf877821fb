#!/usr/bin/env bash
# Package: pandoc 3.9 as in pypandoc-binary 1.17 (PyPI); PyYAML 6.0.4 looks at what it wrote.
# Guess:   a post that pandoc reads and writes as Markdown (`-s`, to put its tables or lists in order) keeps its front
#          matter; values are data, and a string in quotes stays a string.
# Instead: each string is read as Markdown and written as Markdown. From gfm to gfm an address gets angle brackets; from
#          pandoc's own Markdown to gfm `~wren/41~` of an address is a subscript, in HTML. `[x]` and `$5` get
#          backslashes. The string "1.10" loses its quotes and is the number 1.1.
# Matters: keys that programs read (links, versions, ids) are changed in every post that went through a clean-up of its
#          text, and the change is hard to see beside those that were wanted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pypandoc-binary==1.17 PyYAML==6.0.4
cat > post.md <<'END_OF_POST'
---
title: 'Wrens: counted'
home: https://example.org/~wren/41~2026
mail: ann@example.org
version: '1.10'
id: '[x]'
cost: $5 to $6
---

Text.
END_OF_POST
cat > convert.py <<'END_OF_PY'
import pypandoc
import yaml


def front_matter(text):
    return yaml.safe_load(text.split("---\n")[1])


before = front_matter(open("post.md").read())
print("pandoc", pypandoc.get_pandoc_version())
for source, target in (("gfm", "gfm"), ("markdown", "gfm"), ("markdown", "markdown")):
    once = pypandoc.convert_file("post.md", target, format=source, extra_args=["--standalone"])
    after = front_matter(once)
    for key, value in before.items():
        if after[key] != value:
            print(f"{source} to {target}: {key} was {value!r}, is {after[key]!r}")
END_OF_PY
env/bin/python convert.py | tee seen
diff seen - <<'SEEN'
pandoc 3.9
gfm to gfm: home was 'https://example.org/~wren/41~2026', is '<https://example.org/~wren/41~2026>'
gfm to gfm: mail was 'ann@example.org', is '<ann@example.org>'
gfm to gfm: version was '1.10', is 1.1
gfm to gfm: id was '[x]', is '\\[x\\]'
gfm to gfm: cost was '$5 to $6', is '\\$5 to \\$6'
markdown to gfm: home was 'https://example.org/~wren/41~2026', is 'https://example.org/<sub>wren/41</sub>2026'
markdown to gfm: version was '1.10', is 1.1
markdown to gfm: id was '[x]', is '\\[x\\]'
markdown to gfm: cost was '$5 to $6', is '\\$5 to \\$6'
markdown to markdown: version was '1.10', is 1.1
markdown to markdown: id was '[x]', is '\\[x\\]'
markdown to markdown: cost was '$5 to $6', is '\\$5 to \\$6'
SEEN
