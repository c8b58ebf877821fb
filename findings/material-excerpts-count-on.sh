#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog), Markdown 3.11.3.
# Guess:   each list of posts shows the beginning of a post as if it were rendered there: the same Markdown is the same
#          HTML, but for where its links lead.
# Instead: one parser renders a post's beginning for all lists and is never reset, so the marks of footnotes are counted
#          on from page to page: `fnref:1` on the first, `fnref2:1` on the archive, `fnref3:1` on the category.
# Matters: a second category of a post changes the ids on pages that have nothing to do with it: links to them are dead,
#          and whoever compares two builds, or keeps what was built, finds changes that nobody wrote.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2 Markdown==3.11.3
mkdir -p docs/blog/posts
printf 'site_name: Ada\ntheme: {name: material, font: false}\nplugins: [blog]\nmarkdown_extensions: [footnotes]\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
printf '# Blog\n' > docs/blog/index.md
post='# A post\n\nA claim[^1].\n\n[^1]: Its source.\n\n<!-- more -->\n\nMore.\n'
built() {
  printf -- "---\ndate: 2026-01-02\ncategories: [$1]\n---\n$post" > docs/blog/posts/a.md
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q -d out
  for page in index archive/2026/index category/word/index; do
    echo "categories $1, $page: $(grep -o 'id="fnref[^"]*"' "out/blog/$page.html")"
  done
}
{ built 'Word'; built 'Earlier, Word'; } | tee seen
diff seen - <<'END'
categories Word, index: id="fnref:1"
categories Word, archive/2026/index: id="fnref2:1"
categories Word, category/word/index: id="fnref3:1"
categories Earlier, Word, index: id="fnref:1"
categories Earlier, Word, archive/2026/index: id="fnref2:1"
categories Earlier, Word, category/word/index: id="fnref4:1"
END
