#!/usr/bin/env bash
# Package: MkDocs 1.6.1 and Zensical 0.0.73.
# Guess:   front matter that is good YAML is read by both: a key that is a year, or nothing but a comment. A strict
#          build that finds no issues builds the site.
# Instead: Zensical says "No issues found" and then ends, without that page: keys must be strings, and a block with
#          only a comment holds no document. MkDocs passes over the year, and prints the comment as a heading.
# Matters: `# draft: true`, the line that somebody switched off with a sign in front, is a headline of the page in one
#          builder and the end of the build in the other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 zensical==0.0.73
mkdir docs
printf 'site_name: Notes\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
for front in '2026: [run, climb]' '# draft: true'; do
  rm -rf site plain
  printf -- '---\n%s\n---\n\nText.\n' "$front" > docs/post.md
  echo "== $front"
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict -d plain
  grep -oE '<h1[^<]*|<p>Text' plain/post/index.html
  env/bin/zensical build --strict 2>&1 | grep -oE 'No issues found|error reading.*' || true
  [ -e site/post/index.html ] || echo "Zensical: no page"
done | tee seen
diff seen - <<'END'
== 2026: [run, climb]
<p>Text
No issues found
error reading page metadata 'post.md': metadata mapping keys must be strings
Zensical: no page
== # draft: true
<h1 id="draft-true">draft: true
<p>Text
No issues found
error reading page metadata 'post.md': metadata must contain exactly one YAML document
Zensical: no page
END
