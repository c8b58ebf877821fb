#!/usr/bin/env bash
# Package: mkdocs-static-i18n 1.3.1 on MkDocs 1.6.1.
# Guess:   with the languages en and de, `notes.de.md` is a translation; `lib.rs.md`, `script.py.md` and
#          `next.js.md` are pages like any other, as `v1.2.md` is.
# Instead: any two letters before `.md` are taken for a language. Pages of "languages" that the site does not
#          have are left out of the site: no page, no warning, --strict passes.
# Matters: notes about files and tools are named so; adding a second language to a blog removes them all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-static-i18n==1.3.1
mkdir docs
cat > mkdocs.yml <<'END'
site_name: Notes
site_url: https://example.org/
plugins:
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: de, name: Deutsch, build: true}
END
for name in index notes notes.de lib.rs script.py next.js v1.2; do
    echo "# $name" > "docs/$name.md"
done
env/bin/mkdocs build --strict > log 2>&1
if grep WARN log; then exit 1; fi
(cd site && find . -name index.html | sort) | tee seen
diff seen - <<'END'
./de/index.html
./de/notes/index.html
./de/v1.2/index.html
./index.html
./notes/index.html
./v1.2/index.html
END
