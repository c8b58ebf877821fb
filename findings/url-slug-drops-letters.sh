#!/usr/bin/env bash
# Package: url-slug 5.2.0 (npm).
# Guess:   as accents go, all letters of Europe become plain ones: "Kraków" is krakow, so "Łódź" is lodz.
# Instead: only letters that fall apart into a letter and a mark are kept: ó becomes o, but Ł, Ø, Æ, đ, Þ are dropped from
#          the front of a word, and ß in the middle breaks a word in two. A name in Chinese is nothing at all.
# Matters: the address of a post "Lab in Łódź" is lab-in-odz, and "Øst" and "Ást" are st and ast; all posts with Chinese
#          titles share one empty address.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . url-slug@5.2.0 > /dev/null
cat > read.cjs <<'END'
const { default: slug } = require('url-slug');
for (const name of ['Kraków', 'Łódź', 'Ørsted', 'đường', 'Þór', 'Straße', '東京']) console.log(`${name} "${slug(name)}"`);
END
node read.cjs | tee seen
diff seen - <<'END'
Kraków "krakow"
Łódź "odz"
Ørsted "rsted"
đường "uong"
Þór "or"
Straße "stra-e"
東京 ""
END
