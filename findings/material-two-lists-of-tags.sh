#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its tags plugin) on MkDocs 1.6.1.
# Guess:   where two pages of a site hold a list of all tags, the tags of a post lead to one of them, the same in
#          every build: the first in the menu, or the one that is named first.
# Instead: which list they lead to hangs on the seed of Python's hashes, which is another one in every process. The
#          same sources give two different sites, on the same day and machine.
# Matters: a site with tags.md and the same list on its home page changes on every page with each build: deployments
#          by difference carry all of it, and comparing two builds to find what changed finds everything.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir docs
printf 'site_name: Notes\ntheme: {name: material, font: false}\nplugins: [tags]\n' > mkdocs.yml
printf '# Home\n\n<!-- material/tags -->\n' > docs/index.md
printf '# Tags\n\n<!-- material/tags -->\n' > docs/tags.md
printf -- '---\ntags: [birds]\n---\n\n# A post\n' > docs/post.md
for seed in 0 1 2 3 4 5 6 7; do
  PYTHONHASHSEED=$seed SOURCE_DATE_EPOCH=1767225600 NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
  grep -oE 'href="[^"]*" class="md-tag"' site/post/index.html
done | sort | uniq -c | tee seen
test "$(wc -l < seen)" -eq 2
