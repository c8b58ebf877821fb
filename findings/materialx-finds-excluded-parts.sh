#!/usr/bin/env bash
# Package: mkdocs-materialx 10.2.2 (the fork of Material that searches with Pagefind), beside mkdocs-material 9.8.2.
# Guess:   the fork keeps out of its search what Material keeps out: pages with `search: exclude`, and the parts below a
#          heading marked `data-search-exclude`, both of which Material documents.
# Instead: the page is kept out. The words below the heading are in the index and are found; so is the page "404 - Not found".
# Matters: who moves to the fork finds drafts of tables and spoilers of exercises in the search, and nothing was said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for theme in material materialx; do python3 -m venv "$theme"; done
material/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
materialx/bin/pip install -q mkdocs==1.6.1 mkdocs-materialx==10.2.2
mkdir docs
printf '# Home\n\nWords.\n' > docs/index.md
printf -- '---\nsearch:\n  exclude: true\n---\n# Shy\n\nZebra.\n' > docs/shy.md
printf '# Half\n\nOkapi.\n\n## Part {: data-search-exclude }\n\nWalrus.\n' > docs/half.md
for theme in material materialx; do
  printf 'site_name: Ada\ntheme: {name: %s, font: false}\nplugins: [search]\nmarkdown_extensions: [attr_list]\n' "$theme" > mkdocs.yml
  NO_MKDOCS_2_WARNING=1 "$theme/bin/mkdocs" build --strict -q -d "out-$theme"
done
python3 - <<'END' | tee seen
import gzip, json, pathlib

docs = json.loads(pathlib.Path("out-material/search/search_index.json").read_text())["docs"]
found = {"material": " ".join(doc["title"] + doc["text"] for doc in docs)}
parts = pathlib.Path("out-materialx/search/fragment").glob("*.pf_fragment")
found["materialx"] = " ".join(gzip.decompress(part.read_bytes()).decode("utf-8", "ignore") for part in parts)
for theme, text in found.items():
    print(theme, [word for word in ("Okapi", "Zebra", "Walrus", "Not found") if word in text])
END
diff seen - <<'END'
material ['Okapi']
materialx ['Okapi', 'Walrus', 'Not found']
END
