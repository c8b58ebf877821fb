#!/usr/bin/env bash
# Package: mkdocs-roamlinks-plugin 0.3.2 on MkDocs 1.6.1.
# Guess:   it makes links of [[wiki links]]; a plain Markdown link that leads to the file beside the page is left
#          as it is.
# Instead: each link to a `name.md` without a slash is looked up in the whole docs folder by its name, and the last
#          file of that name wins: `[notes](notes.md)` leads to a page of the same name in another folder. --strict
#          passes.
# Matters: correct links of a site change their target when the plugin is added, or a page of that name elsewhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-roamlinks-plugin==0.3.2
mkdir -p docs/birds/2019
echo '# Home' > docs/index.md
printf '# Wren\n\n[notes](notes.md) and [notes](./notes.md).\n' > docs/birds/wren.md
echo '# Notes' > docs/birds/notes.md
echo '# Notes of 2019' > docs/birds/2019/notes.md
for plugins in '' 'roamlinks'; do
  printf 'site_name: Notes\nplugins: [%s]\n' "$plugins" > mkdocs.yml
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
  echo "plugins [$plugins]: $(grep -o '<a href="[^"]*">notes</a>' site/birds/wren/index.html | tr '\n' ' ')"
done | tee seen
diff seen - <<'END'
plugins []: <a href="../notes/">notes</a> <a href="../notes/">notes</a> 
plugins [roamlinks]: <a href="../2019/notes/">notes</a> <a href="../notes/">notes</a> 
END
