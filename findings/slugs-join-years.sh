#!/usr/bin/env bash
# Package: slug 12.0.1, slugify 1.6.9, limax 4.2.3 and @sindresorhus/slugify 3.0.1 (npm).
# Guess:   what is no letter or figure is a hyphen between words in an address, or nothing at their end: so say four makers of slugs
#          with more or less one voice.
# Instead: slug drops a dash and a dot between figures: 2024–2026 is 20242026, and version 1.10 is 110. slugify and limax write a
#          bar as a word, "or" (in German "oder"), and slugify leaves "wren's" its apostrophe. @sindresorhus/slugify parts words
#          at capitals: IPv6 is i-pv6, LaTeX la-te-x.
# Matters: a title "Wrens | Larks", the form of half the titles of the web, is at wrens-or-larks; and a site that changes from
#          one package to the next loses more addresses than those with accents.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . slug@12.0.1 slugify@1.6.9 limax@4.2.3 @sindresorhus/slugify@3.0.1 > /dev/null
cat > write.mjs <<'END'
import slug from 'slug';
import slugify from 'slugify';
import limax from 'limax';
import sindre from '@sindresorhus/slugify';
for (const title of ['2024–2026', 'version 1.10', 'Wrens | Larks', "a wren's nest", 'IPv6 and LaTeX'])
  console.log(`${title}: ${slug(title)}, ${slugify(title, { lower: true })}, ${limax(title)}, ${sindre(title)}`);
console.log('in German:', slugify('Wrens | Larks', { lower: true, locale: 'de' }));
END
node write.mjs | tee seen
diff seen - <<'END'
2024–2026: 20242026, 2024-2026, 2024-2026, 2024-2026
version 1.10: version-110, version-1.10, version-1-10, version-1-10
Wrens | Larks: wrens-larks, wrens-or-larks, wrens-or-larks, wrens-larks
a wren's nest: a-wrens-nest, a-wren's-nest, a-wrens-nest, a-wrens-nest
IPv6 and LaTeX: ipv6-and-latex, ipv6-and-latex, ipv6-and-latex, i-pv6-and-la-te-x
in German: wrens-oder-larks
END
