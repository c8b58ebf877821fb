#!/usr/bin/env bash
# Package: mkdocs-macros-plugin 1.5.0 on MkDocs 1.6.1.
# Guess:   a page's own keys are under `page.meta`; `config` in a page is MkDocs' configuration.
# Instead: each key of the front matter is a variable of its own and hides the one of that name: with a key
#          `config` in a post, `{{ config.site_name }}` there is what the post says, or an error shown as text,
#          and the strict build passes.
# Matters: `config` is a plain word to an author; shared snippets break in just the posts that use it as a key.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-macros-plugin==1.5.0
mkdir docs
printf 'site_name: Notes\nplugins: [macros]\n' > mkdocs.yml
text='# Setup\n\nFrom (({{ config.site_name }})).\n'
printf -- '---\ntitle: Setup\n---\n\n%b' "$text" > docs/index.md
printf -- '---\nconfig: {site_name: my editor}\n---\n\n%b' "$text" > docs/map.md
printf -- '---\nconfig: emacs\n---\n\n%b' "$text" > docs/word.md
env/bin/mkdocs build --strict -q > log 2>&1
grep -oh '((.*))' site/index.html site/map/index.html site/word/index.html | tee seen
diff seen - <<'END'
((Notes))
((my editor))
(({{ no such element: str object['site_name'] }}))
END
