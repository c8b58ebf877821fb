#!/usr/bin/env bash
# Package: mkdocs-include-markdown-plugin 7.3.0 on MkDocs 1.6.1.
# Guess:   a Markdown post that is included in another page brings its text; its front matter
#          belongs to the build and stays behind, as it does when the post is a page itself.
# Instead: the front matter comes along and is printed, with every key, above the text; the closing
#          rule makes a heading of the keys.
# Matters: a key that no template shows (a note to oneself, a guess about a mentor) is public as soon
#          as some page includes the post, while the post's own page hides it. --strict says nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-include-markdown-plugin==7.3.0
mkdir docs
printf 'site_name: Notes\nplugins: [include-markdown]\n' > mkdocs.yml
printf -- '---\ntitle: First talk\nforecast: she will say no\n---\n\nIt went well.\n' > docs/talk.md
printf '# All posts\n\n{%% include-markdown "talk.md" %%}\n' > docs/index.md
env/bin/mkdocs build -q --strict
for page in talk/ ""; do
    printf '%s: ' "${page:-home}"
    grep -c 'forecast: she will say no' "site/${page}index.html" || true
done | tee seen
diff seen - <<'END'
talk/: 0
home: 1
END
