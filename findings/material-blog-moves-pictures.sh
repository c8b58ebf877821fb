#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog), mkdocs 1.6.1.
# Guess:   a picture beside a post is published where it lies, `blog/posts/trip/map.svg`, as every other file of a site is.
# Instead: the folder of posts is taken out of its address: it is `blog/trip/map.svg`. If the blog has a file there, both
#          have one address; the post shows the other's picture, and a strict build says nothing.
# Matters: addresses of pictures that others link to change when a folder becomes a blog's folder of posts, and whoever keeps
#          covers in `blog/2026/` and the pictures of posts in `blog/posts/2026/` loses one of the two.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p docs/blog/posts/trip docs/blog/trip
printf 'site_name: Ada\ntheme: {name: material, font: false}\nplugins: [blog]\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
printf '# Blog\n\n![cover](trip/map.svg)\n' > docs/blog/index.md
printf -- '---\ndate: 2026-01-02\n---\n# A post\n\n![map](map.svg)\n' > docs/blog/posts/trip/trip.md
printf '<svg xmlns="http://www.w3.org/2000/svg"><title>of the post</title></svg>\n' > docs/blog/posts/trip/map.svg
built() {
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build --strict -q -d out 2>&1
  echo "$1: $(cd out && find . -name map.svg | sort | xargs grep -o 'of the [a-z]*')"
}
{
  built 'alone'
  printf '<svg xmlns="http://www.w3.org/2000/svg"><title>of the cover</title></svg>\n' > docs/blog/trip/map.svg
  built 'beside another'
  grep -o 'src="[^"]*map.svg"' out/blog/2026/01/02/a-post/index.html
} | tee seen
diff seen - <<'END'
alone: of the post
beside another: of the cover
src="../../../../trip/map.svg"
END
