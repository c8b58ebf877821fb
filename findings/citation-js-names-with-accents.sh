#!/usr/bin/env bash
# Package: citation-js 0.7.22 (npm).
# Guess:   `{\L}ukasz Wren` has the given name Łukasz and the family name Wren, as with the letter itself, and as TeX's
#          own bibliographies print it; `and others`, BibTeX's "et al.", is no person.
# Instead: a first name whose first letter is written as a command is a particle of the family name, like "van": he is
#          cited and sorted as "Łukasz Wren". `others` is a last author of that name. And a `~` of an address in
#          `howpublished` is a space.
# Matters: most .bib files spell such letters with commands. The page shows the right letters, so nobody sees that Émile
#          Lark stands under E, cited by his full name, with a colleague named Others.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . citation-js@0.7.22 > /dev/null
cat > read.mjs <<'END_OF_JS'
import Cite from 'citation-js';
const read = (fields) => new Cite(`@misc{a, title = {Wrens}, year = 2026, ${fields}}`);
for (const name of ['Łukasz Wren', '{\\L}ukasz Wren', 'Wren, {\\L}ukasz', "{\\'E}mile Lark", '\\v{S}imon Finch', 'Ann {\\O}st', 'Ann Wren and others']) {
  const cite = read(`author = {${name}}`);
  console.log(name, '->', JSON.stringify(cite.data[0].author), cite.format('citation', { template: 'apa' }));
}
console.log(read('howpublished = {\\url{https://example.org/~wren/41}}').data[0].URL.replace('\u00a0', '<no-break space>'));
END_OF_JS
node read.mjs | tee seen
diff seen - <<'SEEN'
Łukasz Wren -> [{"given":"Łukasz","family":"Wren"}] (Wren, 2026)
{\L}ukasz Wren -> [{"family":"Wren","non-dropping-particle":"Łukasz"}] (Łukasz Wren, 2026)
Wren, {\L}ukasz -> [{"given":"Łukasz","family":"Wren"}] (Wren, 2026)
{\'E}mile Lark -> [{"family":"Lark","non-dropping-particle":"Émile"}] (Émile Lark, 2026)
\v{S}imon Finch -> [{"family":"Finch","non-dropping-particle":"Šimon"}] (Šimon Finch, 2026)
Ann {\O}st -> [{"given":"Ann","family":"Øst"}] (Øst, 2026)
Ann Wren and others -> [{"given":"Ann","family":"Wren"},{"family":"others"}] (Wren & others, 2026)
https://example.org/<no-break space>wren/41
SEEN
