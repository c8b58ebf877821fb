#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog), Markdown 3.11.3.
# Guess:   in a list of posts a link to a part of the post leads to the post, however it is written: Material sees to it
#          for `[figure](#fig)`.
# Instead: of a link in HTML, `<a href="#fig">figure</a>`, which Markdown allows anywhere in a paragraph, the address
#          stays as it is. In the list it leads to a part of that page, where there is none.
# Matters: the post itself is right, and a strict build says nothing: a reader of the list clicks, and nothing happens.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2 Markdown==3.11.3
mkdir -p docs/blog/posts
printf 'site_name: Ada\ntheme: {name: material, font: false}\nplugins: [blog]\nvalidation: {links: {anchors: warn}}\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
printf '# Blog\n' > docs/blog/index.md
printf -- '---\ndate: 2026-01-02\n---\n# A post\n\nSee [one](#fig) and <a href="#fig">two</a>.\n\n<!-- more -->\n\n## Fig\n' \
  > docs/blog/posts/a.md
NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict -d out
for page in 2026/01/02/a-post/index index; do
  echo "$page: $(grep -o 'href="[^"]*#fig">[a-z]*' "out/blog/$page.html" | grep -v '>$' | tr '\n' ' ')"
done | tee seen
diff seen - <<'END'
2026/01/02/a-post/index: href="#fig">one href="#fig">two 
index: href="2026/01/02/a-post/#fig">one href="#fig">two 
END
