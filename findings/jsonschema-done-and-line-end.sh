#!/usr/bin/env bash
# Package: jsonschema 4.26.0 and fastjsonschema 2.22.3 (PyPI), ajv 8.20.0 (npm), PyYAML 6.0.3.
# Guess:   `"pattern": "^done$"` lets through the word and nothing else, with every validator: JSON Schema has the
#          regular expressions of JavaScript. A key that is a year is a fault of the data and told as one.
# Instead: jsonschema lets through "done" with a line end after it, which is what YAML's `status: |` gives;
#          fastjsonschema and ajv refuse it. Where the schema has `patternProperties`, front matter with the key 2026
#          ends both Python validators with a TypeError in place of their own error.
# Matters: a post that the check passed is not "done" where it is compared, and one odd key in one post ends the check
#          of all posts with a traceback.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q jsonschema==4.26.0 fastjsonschema==2.22.3 PyYAML==6.0.3
npm install --silent --no-audit --no-fund --prefix . ajv@8.20.0 > /dev/null
cat > check.py <<'END'
import fastjsonschema
import jsonschema
import yaml

status = {"properties": {"status": {"pattern": "^done$"}}}
keys = {"patternProperties": {"^[a-z]": {"type": "string"}}}
for schema, text in ((status, "status: done"), (status, "status: |\n  done\n"), (keys, "2026: run")):
    post = yaml.safe_load(text)
    for name, check in (
        ("jsonschema", lambda: jsonschema.Draft202012Validator(schema).validate(post)),
        ("fastjsonschema", lambda: fastjsonschema.validate(schema, post)),
    ):
        try:
            check()
            print(post, name, "passes")
        except Exception as error:
            print(post, name, type(error).__name__)
END
cat > check.cjs <<'END'
const Ajv = require('ajv/dist/2020');
const passes = new Ajv().compile({ type: 'object', properties: { status: { type: 'string', pattern: '^done$' } } });
for (const status of ['done', 'done\n']) console.log(JSON.stringify(status), 'ajv', passes({ status }) ? 'passes' : 'refuses');
END
{
  env/bin/python check.py
  node check.cjs
} | tee seen
diff seen - <<'END'
{'status': 'done'} jsonschema passes
{'status': 'done'} fastjsonschema passes
{'status': 'done\n'} jsonschema passes
{'status': 'done\n'} fastjsonschema JsonSchemaValueException
{2026: 'run'} jsonschema TypeError
{2026: 'run'} fastjsonschema TypeError
"done" ajv passes
"done\n" ajv refuses
END
