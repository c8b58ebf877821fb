#!/usr/bin/env bash
# Package: python-liquid 2.3.6, beside liquidjs 10.30.1 (npm).
# Guess:   a Liquid template renders the same in every Liquid that passes for one.
# Instead: `{{ 2.5 | round }}` is 2 in Python's and 3 in JavaScript's (and in Ruby's own), because Python
#          rounds halves to the even neighbour; 0.5 is 0.
# Matters: ratings, shares and reading times that a Jekyll blog computes in its includes differ by one after
#          an import that renders them with this library, for every second half.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-liquid==2.3.6
npm install --silent --no-audit --no-fund --prefix . liquidjs@10.30.1 > /dev/null
printf '%s' '{{ 0.5 | round }} {{ 1.5 | round }} {{ 2.5 | round }} {{ 3.5 | round }}' > page
cat > render.py <<'END'
from liquid import Environment

print("Python    ", Environment().from_string(open("page").read()).render())
END
cat > render.cjs <<'END'
const { Liquid } = require('liquidjs');
const page = require('fs').readFileSync('page', 'utf8');
console.log('JavaScript', new Liquid().parseAndRenderSync(page));
END
{ env/bin/python render.py; node render.cjs; } | tee seen
diff seen - <<'END'
Python     0 2 2 4
JavaScript 1 2 3 4
END
