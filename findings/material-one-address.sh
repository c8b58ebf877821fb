#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its blog plugin) on MkDocs 1.6.1.
# Guess:   three posts of one day, "Learn C", "Learn C++" and "C, learn", get three addresses, or the
#          build tells that two of them collide.
# Instead: the address is made from the title without its signs: the first two are /learn-c/, one file is
#          written over the other, and the blog's index links twice to what is left. Categories C and C++
#          become one page too, named after one of them. --strict passes.
# Matters: one of the posts is nowhere in the site, and nothing says so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p docs/blog/posts
printf 'site_name: Notes\nsite_url: https://example.org/\ntheme: {name: material, font: false}\nplugins: [blog]\n' > mkdocs.yml
echo '# Home' > docs/index.md
post() { printf -- '---\ndate: 2026-05-03\ncategories: ["%s"]\n---\n\n# %s\n\nText of %s.\n' "$2" "$3" "$1" > "docs/blog/posts/$1.md"; }
post one C 'Learn C'
post two C++ 'Learn C++'
post three Talks 'C, learn'
NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
(cd site/blog && find 2026 category -name index.html | sort) | tee seen
echo "articles of 'one' and 'two' in the site: $(grep -lE '<p>Text of (one|two)' -r site/blog/2026 | wc -l)" | tee -a seen
diff seen - <<'END'
2026/05/03/c-learn/index.html
2026/05/03/learn-c/index.html
category/c/index.html
category/talks/index.html
articles of 'one' and 'two' in the site: 1
END
