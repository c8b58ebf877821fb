#!/usr/bin/env bash
# Package: pymdown-extensions 13.1.2 (pymdownx.slugs, what Material's manual advises for other scripts),
#          beside github-slugger 2.0.0 (npm).
# Guess:   a slug maker for Unicode keeps the letters of a word in any script.
# Instead: vowel signs and the sign that joins consonants are no "word characters" to it and go: Tamil for
#          stone and for leg become one slug, and the Hindi word for Hindi loses every vowel. GitHub's maker
#          keeps them.
# Matters: two headings, posts or tags share an address; and a link made by a Markdown editor that follows
#          GitHub leads nowhere on the built site.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pymdown-extensions==13.1.2
npm install --silent --no-audit --no-fund --prefix . github-slugger@2.0.0 > /dev/null
printf '%s\n' கல் கால் हिन्दी > words
cat > slug.py <<'END'
from pymdownx.slugs import slugify

for word in open("words", encoding="utf-8").read().split():
    print("pymdownx", word, slugify(case="lower")(word, "-"))
END
cat > slug.mjs <<'END'
import { readFileSync } from 'node:fs';
import { slug } from 'github-slugger';
for (const word of readFileSync('words', 'utf8').trim().split('\n')) console.log('github', word, slug(word));
END
(PYTHONIOENCODING=utf-8 env/bin/python slug.py; node slug.mjs) | tee seen
diff seen - <<'END'
pymdownx கல் கல
pymdownx கால் கல
pymdownx हिन्दी हनद
github கல் கல்
github கால் கால்
github हिन्दी हिन्दी
END
