#!/usr/bin/env bash
# Package: python-liquid 2.3.6, beside LiquidJS 10.29.0, two readers of Shopify's template language.
# Guess:   `page.limit` asks for what a page has under that name, as Ruby's Liquid and LiquidJS do.
# Instead: a name behind a dot is refused if it is a word of any tag or of a value: `limit`, `offset`, `for`, `with`,
#          `required`, `reversed`, `continue`, `empty`, `blank`, `true` ... The error says "expected an identifier". In
#          brackets the same name is read; `size` and `first` are no such words.
# Matters: templates that Jekyll and LiquidJS render stop with a syntax error for a key that an author wrote into
#          front matter or data, such as `limit: 5` of a list or `required: true` of a field.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-liquid==2.3.6
npm install --silent --no-audit --no-fund liquidjs@10.29.0 > /dev/null
cat > cases.json <<'END'
["{{ list.limit }}", "{{ list['limit'] }}", "{{ field.required }}", "{{ list.size }}",
 "{% if list.reversed %}backwards{% endif %}", "{% for one in list.items limit: 1 %}{{ one }}{% endfor %}"]
END
cat > data.json <<'END'
{"list": {"limit": 5, "reversed": true, "items": ["a", "b"]}, "field": {"required": true}}
END
cat > ask.py <<'END'
import json

import liquid

data = json.load(open("data.json"))
for text in json.load(open("cases.json")):
    try:
        print(text, "->", liquid.parse(text).render(**data))
    except liquid.exceptions.LiquidError as error:
        print(text, "->", type(error).__name__, str(error).split("\n")[0])
END
cat > ask.js <<'END'
const { Liquid } = require("liquidjs");
const engine = new Liquid(), data = require("./data.json");
for (const text of require("./cases.json")) console.log(text, "->", engine.parseAndRenderSync(text, data));
END
{ echo python-liquid; env/bin/python ask.py; echo LiquidJS; node ask.js; } | tee seen
diff seen - <<'END'
python-liquid
{{ list.limit }} -> LiquidSyntaxError expected an identifier, found limit
{{ list['limit'] }} -> 5
{{ field.required }} -> LiquidSyntaxError expected an identifier, found required
{{ list.size }} -> 3
{% if list.reversed %}backwards{% endif %} -> LiquidSyntaxError expected an identifier, found reversed
{% for one in list.items limit: 1 %}{{ one }}{% endfor %} -> a
LiquidJS
{{ list.limit }} -> 5
{{ list['limit'] }} -> 5
{{ field.required }} -> true
{{ list.size }} -> 3
{% if list.reversed %}backwards{% endif %} -> backwards
{% for one in list.items limit: 1 %}{{ one }}{% endfor %} -> a
END
