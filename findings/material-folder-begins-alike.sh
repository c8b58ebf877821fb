#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog plugin) on MkDocs 1.6.1.
# Guess:   the blog takes the pages below blog/posts for posts; pages and files in a folder beside it, such as
#          blog/posts-drawn/, are none of its business.
# Instead: whatever begins with the letters `blog/posts` is in it: a dated page of that folder becomes a post at an
#          address of its day, and files move to folders that nobody made: blog/posts-drawn/wren.svg to
#          blog-drawn/wren.svg, blog/posts.pdf to blog.pdf. --strict passes.
# Matters: links from elsewhere to these pages and files are dead, and the blog lists what was no post.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p docs/blog/posts docs/blog/posts-drawn
printf 'site_name: Notes\ntheme: {name: material, font: false}\nplugins: [blog]\n' > mkdocs.yml
echo '# Home' > docs/index.md
printf -- '---\ndate: 2026-05-03\n---\n\n# A post\n' > docs/blog/posts/a.md
printf -- '---\ndate: 2026-05-04\n---\n\n# Drawings\n' > docs/blog/posts-drawn/index.md
echo '<svg xmlns="http://www.w3.org/2000/svg"/>' > docs/blog/posts-drawn/wren.svg
echo x > docs/blog/posts.pdf
NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
(cd site && find . -path './blog*' -type f | sort) | tee seen
diff seen - <<'END'
./blog-drawn/wren.svg
./blog.pdf
./blog/2026/05/03/a-post/index.html
./blog/2026/05/04/drawings/index.html
./blog/archive/2026/index.html
./blog/index.html
END
