#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog), MkDocs 1.6.1.
# Guess:   two builds of the same folder, one after another, with nothing changed in between, list the same pages in the
#          same order.
# Instead: a blog without a start page gets one written into the docs folder by the first build, where it comes after all
#          posts; in the second build it comes before them. So the map of the site is another one.
# Matters: the docs folder has a page that nobody wrote, and whoever compares two builds of one text, or keeps what was
#          built by what it was made of, finds a change in files that a change of text would not reach.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p docs/blog/posts
printf 'site_name: Ada\nsite_url: https://example.org/\ntheme: {name: material, font: false}\nplugins: [blog]\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
printf '# Zebra\n' > docs/zebra.md
printf -- '---\ndate: 2026-01-02\n---\n# A post\n\nWords.\n' > docs/blog/posts/a.md
built() {
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q -d out
  echo "build $1: $(grep -o '<loc>[^<]*' out/sitemap.xml | sed 's/<loc>https:..example.org//' | tr '\n' ' ')"
}
{ built 1; built 2; } | tee seen
diff seen - <<'END'
build 1: / /zebra/ /blog/2026/01/02/a-post/ /blog/ /blog/archive/2026/ 
build 2: / /zebra/ /blog/ /blog/2026/01/02/a-post/ /blog/archive/2026/ 
END
