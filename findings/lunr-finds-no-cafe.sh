#!/usr/bin/env bash
# Package: lunr.js 2.3.9 as MkDocs 1.6.1 puts it on a site, beside lunr 0.8.0 of Python, which MkDocs can make the index with.
# Guess:   a reader who types a word as it stands on a page finds the page; accents may matter, so "cafe" may find nothing.
# Instead: on an English site "café", "Łódź", "Überblick" and "Malmö" find nothing. lunr.js cuts a letter beyond a to z off
#          the two ends of an indexed word ("caf", "rebro"), and does not do so with the word searched for. "naïve" is found.
#          With `prebuild_index: python` the same browser finds them all, for Python knows more letters.
# Matters: names of towns and people are what is looked for on the page of a person's work. Adding a language to `lang`
#          is not thought of where all texts are English.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 lunr==0.8.0
mkdir docs
printf '# Notes\n\nA café in Łódź, an Überblick in Malmö and Örebro, a naïve wren.\n' > docs/index.md
cat > search.cjs <<'END_OF_JS'
const fs = require('fs');
const lunr = require('./site/search/lunr.js');
const data = JSON.parse(fs.readFileSync('site/search/search_index.json', 'utf8'));
const index = data.index ? lunr.Index.load(data.index) : lunr(function () {
  this.field('title');
  this.field('text');
  this.ref('location');
  for (const doc of data.docs) this.add(doc);
});
for (const word of ['wren', 'naïve', 'café', 'Łódź', 'Überblick', 'Malmö', 'Örebro', 'caf']) {
  console.log(word, index.search(word).length ? 'found' : 'not found');
}
END_OF_JS
for prebuild in false python; do
    printf 'site_name: Notes\nplugins: [search: {lang: en, prebuild_index: %s}]\n' "$prebuild" > mkdocs.yml
    NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
    echo "prebuild_index: $prebuild"
    node search.cjs
done | tee seen
diff seen - <<'SEEN'
prebuild_index: false
wren found
naïve found
café not found
Łódź not found
Überblick not found
Malmö not found
Örebro not found
caf found
prebuild_index: python
wren found
naïve found
café found
Łódź found
Überblick found
Malmö found
Örebro found
caf not found
SEEN
