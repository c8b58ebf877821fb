#!/usr/bin/env bash
# Package: MkDocs 1.6.1.
# Guess:   front matter that is no YAML (a second colon in a title) is an error, or a warning that stops
#          `mkdocs build --strict`.
# Instead: the strict build passes without a word; the block is taken as text, printed on the page and put
#          into the search index with every key, and none of the keys counts.
# Matters: the commonest slip in a title undoes `draft`, `search: exclude` and whatever a plugin reads, and
#          shows all of it to readers; "strict" in CI does not notice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1
mkdir docs
echo 'site_name: Notes' > mkdocs.yml
printf -- '---\ntitle: Plan: next year\nnote: not for readers\n---\n\n# A plan\n' > docs/index.md
{
    env/bin/mkdocs build --strict -q 2>&1
    echo "exit $?"
    for file in index.html search/search_index.json; do
        echo "$file: $(grep -c 'note: not for readers' "site/$file")"
    done
} | tee seen
diff seen - <<'END'
exit 0
index.html: 1
search/search_index.json: 1
END
