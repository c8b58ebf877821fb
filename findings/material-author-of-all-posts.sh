#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 with its blog plugin, on MkDocs 1.6.1.
# Guess:   a post that names its authors, in the form that the blog plugin asks for, has them in `<meta name="author">`,
#          as it has them beside its text.
# Instead: the head of every post says `site_author`. The theme reads `author`, a key of its own that the plugin does
#          not know; the plugin reads `authors`, which the theme's head does not know. Only a post that names its author
#          twice, under both keys, is right in both places.
# Matters: where several people write, readers, search engines and programs that collect references are told by every
#          post that the owner of the site wrote it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p docs/blog/posts
cat > mkdocs.yml <<'END'
site_name: The lab
site_author: Olive Owner
theme: {name: material, font: false}
plugins: [blog]
END
echo '# Home' > docs/index.md
echo '# Blog' > docs/blog/index.md
printf 'authors:\n  gus:\n    name: Gus Guest\n    description: Visitor\n    avatar: https://example.org/gus.png\n' \
  > docs/blog/.authors.yml
post() { printf -- '---\ndate: 2026-05-0%s\n%s\n---\n\n# %s\n\nWords.\n' "$1" "$3" "$2" > "docs/blog/posts/$2.md"; }
post 1 listed 'authors: [gus]'
post 2 single 'author: Gus Guest'
post 3 twice $'authors: [gus]\nauthor: Gus Guest'
NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
for page in site/blog/2026/05/0?/*/index.html; do
  head=$(grep -o '<meta name="author" content="[^"]*"' "$page")
  echo "$(basename "$(dirname "$page")"): head: ${head#*content=}; beside the text: $(grep -c 'Visitor' "$page")"
done | tee seen
diff seen - <<'END'
listed: head: "Olive Owner"; beside the text: 1
single: head: "Gus Guest"; beside the text: 0
twice: head: "Gus Guest"; beside the text: 1
END
