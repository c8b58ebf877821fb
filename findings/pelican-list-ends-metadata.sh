#!/usr/bin/env bash
# Package: Pelican 4.12.0 with Markdown 3.11.3.
# Guess:   Pelican reads the block between `---` lines as front matter: lists, quotes and all; or refuses.
# Instead: it is no YAML. A list indented by two spaces, as most editors write it, ends the metadata: every
#          key below it is text of the page. `status: draft` above the list holds the post back; below the
#          list it is printed, and the post is published. Exit code 0.
# Matters: the order of keys decides whether a draft is public, and only in this builder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pelican==4.12.0 markdown==3.11.3
mkdir content
head='title: Post\ndate: 2026-05-04\n'
list='tags:\n  - rust\n  - talks\n'
printf -- '---\n%bslug: above\nstatus: draft\n%b---\n\nText.\n' "$head" "$list" > content/above.md
printf -- '---\n%bslug: below\n%bstatus: draft\n---\n\nText.\n' "$head" "$list" > content/below.md
env/bin/pelican content -o output -q > log 2>&1
(cd output && find . -name above.html -o -name below.html | sort) | tee seen
grep -o 'status: draft' output/below.html | sort -u | tee -a seen
diff seen - <<'END'
./below.html
./drafts/above.html
status: draft
END
