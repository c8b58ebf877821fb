#!/usr/bin/env bash
# Package: obsidian-parse 0.1.1.
# Guess:   a reader of Obsidian's notes knows that within a table the `|` of `[[Note|name]]` is written `\|`,
#          as Obsidian's own tables need it.
# Instead: the backslash becomes part of the note's name: the link leads to a note `Note\` that nobody has.
#          The width of a picture (`![[map.png|300]]`) becomes part of its name too.
# Matters: a graph or a check made from it calls every link in a table dead and every sized picture missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q obsidian-parse==0.1.1
cat > note.md <<'END'
See [[Plan|the plan]] and ![[map.png|300]].

| what | when |
| --- | --- |
| [[Plan\|the plan]] | May |
END
cat > read.py <<'END'
from pathlib import Path

from obsidian_parse import parse_markdown_file

note = parse_markdown_file(Path("note.md"))
print([link.target for link in note.wikilinks])
print([embed.target for embed in note.embeds])
END
env/bin/python read.py | tee seen
diff seen - <<'END'
['Plan', 'Plan\\']
['map.png|300']
END
