#!/usr/bin/env bash
# Package: mdformat 1.0.0 with mdformat-mkdocs 5.3.0 (PyPI), read by Markdown 3.11.3 as in MkDocs 1.6.1.
# Guess:   the plugin that formats "for MkDocs" writes what MkDocs reads; mdformat itself compares the HTML of before and
#          after and refuses to write where they differ.
# Instead: two spaces at the end of a line become a backslash, the line break of CommonMark. Python-Markdown has no such
#          break: the page prints the backslash and runs the lines together. mdformat compared with its own reader.
# Matters: poems, addresses and signatures of all posts get a backslash for each line, from a hook whose check said that
#          nothing was changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mdformat==1.0.0 mdformat-mkdocs==5.3.0 markdown==3.11.3 mkdocs==1.6.1
mkdir docs
printf 'Forty-one wrens,  \ntwo larks.\n' > docs/index.md
printf 'site_name: Notes\nplugins: []\ntheme: {name: null, custom_dir: theme}\n' > mkdocs.yml
mkdir theme
printf '{{ page.content }}\n' > theme/main.html
show() {
    cat -E docs/index.md
    NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
    echo "page: $(tr '\n' ' ' < site/index.html)"
}
{
    show
    env/bin/mdformat docs/index.md
    echo 'formatted'
    show
} | tee seen
diff seen - <<'SEEN'
Forty-one wrens,  $
two larks.$
page: <p>Forty-one wrens,<br /> two larks.</p>
formatted
Forty-one wrens,\$
two larks.$
page: <p>Forty-one wrens,\ two larks.</p>
SEEN
