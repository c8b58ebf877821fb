#!/usr/bin/env bash
# Package: Jekyll 4.3.1 on Psych 4.0.3, Ruby's YAML, as Debian has them; beside PyYAML 6.0.4 (pip) and js-yaml 4.3.0 (npm).
# Guess:   `rating: 4,5` is a text to YAML, whose numbers have a point; and so is `opens: 09:30`, or it is the number that 12:30 is
#          in YAML 1.1, 750.
# Instead: to Ruby 4,5 is 45 and 0,5 is 5; pages 12,14 are page 1214. A time is a count of seconds, 45000 for 12:30, where PyYAML
#          counts sixtieths, 750, and js-yaml has a text; and 09:30, a text to both, is 34200.
# Matters: the rating of a book or the hour of a meetup, as half of Europe writes them, is ten times as good or a number in the
#          page, in its sort order and its search; the blog that moves to Jekyll or away from it changes what it says.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll', '4.3.1'; gem 'psych', '4.0.3'" 2> /dev/null || apt-get install -y -qq jekyll > /dev/null
python3 -m venv env
env/bin/pip install -q pyyaml==6.0.4
npm install --silent --no-audit --no-fund --prefix . js-yaml@4.3.0 > /dev/null
mkdir blog
cat > blog/index.html <<'END'
---
rating: 4,5
half: 0,5
read: 12,14
starts: 12:30
opens: 09:30
---
{{ page.rating }} {{ page.half }} {{ page.read }} {{ page.starts }} {{ page.opens }}
END
sed -n '2,6p' blog/index.html > data.yml
jekyll build -q -s blog -d out
cat > read.py <<'END'
import yaml

print("PyYAML:", *yaml.safe_load(open("data.yml")).values())
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import yaml from 'js-yaml';
console.log('js-yaml:', ...Object.values(yaml.load(readFileSync('data.yml', 'utf8'))));
END
{ echo "Jekyll: $(cat out/index.html)"; env/bin/python read.py; node read.mjs; } | tee seen
diff seen - <<'END'
Jekyll: 45 5 1214 45000 34200
PyYAML: 4,5 0,5 12,14 750 09:30
js-yaml: 4,5 0,5 12,14 12:30 09:30
END
