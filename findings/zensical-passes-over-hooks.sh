#!/usr/bin/env bash
# Package: MkDocs 1.6.1 and Zensical 0.0.73.
# Guess:   a setting of mkdocs.yml that Zensical does not follow is told, at least by `--strict`.
# Instead: `hooks` is passed over in silence: a hook that takes a paragraph out of the page does so in MkDocs; in
#          Zensical the paragraph is on the page and in the search index, and the strict build finds "No issues".
# Matters: what a hook keeps from readers is public on the day the site changes its builder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 zensical==0.0.73
mkdir docs
printf 'site_name: Notes\nhooks: [hook.py]\n' > mkdocs.yml
printf 'def on_page_markdown(markdown, **more):\n    return markdown.split("INTERNAL")[0]\n' > hook.py
printf '# Home\n\nFor all.\n\nINTERNAL pay talks\n' > docs/index.md
{
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict -d plain
  echo "MkDocs:   $({ grep -rl 'pay talks' plain || true; } | sort | tr '\n' ' ')"
  env/bin/zensical build --strict 2>&1 | grep issues
  echo "Zensical: $({ grep -rl 'pay talks' site || true; } | sort | tr '\n' ' ')"
} | sed 's/ *$//' | tee seen
diff seen - <<'END'
MkDocs:
No issues found
Zensical: site/index.html site/search.json
END
