#!/usr/bin/env bash
# Package: MkDocs 1.6.1 and Zensical 0.0.73.
# Guess:   Zensical builds "your existing mkdocs.yml", so one page has one text in both; a page without
#          `---` has no front matter.
# Instead: MkDocs still reads the old MultiMarkdown form: a first paragraph of `Word: text` lines is
#          metadata and gone from the page. Zensical prints it.
# Matters: "Status: ..." as a note's first line shows nothing for years, then stands in public on the day
#          the site changes its builder; and whoever starts a page with "Note: ..." loses it in MkDocs.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 zensical==0.0.73
mkdir docs
printf 'site_name: Notes\nsite_url: https://example.org/\n' > mkdocs.yml
printf 'Status: she said no\nWhy: too early\n\n# A talk\n\nText.\n' > docs/index.md
for builder in mkdocs zensical; do
    rm -rf site
    "env/bin/$builder" build > log 2>&1
    echo "$builder: $(grep -c 'Status: she said no' site/index.html || true)"
done | tee seen
diff seen - <<'END'
mkdocs: 0
zensical: 1
END
