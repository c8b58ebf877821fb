#!/usr/bin/env bash
# Package: PyYAML 6.0.4 (pip), which writes; js-yaml 5.5.0, yaml 2.9.1 and gray-matter 4.0.3 (npm), which read.
# Guess:   what PyYAML has to quote so that a text stays a text, it quotes: '0123' and '12:30' have their quotes. So the post that a
#          script wrote says the same to a site of JavaScript.
# Instead: it quotes by YAML 1.1 alone: the ISBN 0198526636 and the commits 7e10 and 7e10453 stand bare, and other readers find
#          numbers. The ISBN loses its zero, a commit is 70000000000, or Infinity, each reader in its own way.
# Matters: in a list of books those in English that have an 8 or 9 in their number get another one, the rest stay right; and of
#          fifty short names of commits one is no name any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pyyaml==6.0.4
npm install --silent --no-audit --no-fund --prefix . js-yaml@5.5.0 yaml@2.9.1 gray-matter@4.0.3 > /dev/null
cat > write.py <<'END'
import yaml

print(yaml.safe_dump({"isbn": "0198526636", "short": "7e10", "long": "7e10453", "mode": "0123"}, sort_keys=False), end="")
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import * as jsYaml from 'js-yaml';
import YAML from 'yaml';
import matter from 'gray-matter';
const text = readFileSync('post.yml', 'utf8');
const say = (name, data) => console.log(`${name}:`, ...Object.values(data).map((value) => (typeof value === 'string' ? `"${value}"` : value)));
say('js-yaml', jsYaml.load(text));
say('yaml', YAML.parse(text));
say('gray-matter', matter(`---\n${text}---\n`).data);
END
env/bin/python write.py > post.yml
{ cat post.yml; node read.mjs; } | tee seen
diff seen - <<'END'
isbn: 0198526636
short: 7e10
long: 7e10453
mode: '0123'
js-yaml: 198526636 70000000000 "7e10453" "0123"
yaml: 198526636 70000000000 Infinity "0123"
gray-matter: "0198526636" 70000000000 Infinity "0123"
END
