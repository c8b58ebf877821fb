#!/usr/bin/env bash
# Package: yamlfix 1.19.1 (PyPI), read by PyYAML 6.0.4.
# Guess:   a formatter of YAML takes away quotes only where the value stays the same; Python reads its output as its input.
# Instead: it keeps the quotes that 1_000, on, 010 or a day need, and drops those of a time: 12:30 is 750 to PyYAML, and
#          1:30:00 is 5400. yamlfix reads YAML 1.2, where a bare 12:30 is a string; Python's usual reader has 1.1.
# Matters: the hours of a talk in mkdocs.yml or a data file are a number after the hook that formats it. They were quoted
#          because somebody knew, and all other quotes that matter are still there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q yamlfix==1.19.1 PyYAML==6.0.4
cat > data.yml <<'END_OF_YAML'
---
start: '12:30'
length: '1:30:00'
thousand: '1_000'
answer: 'on'
day: '2026-05-03'
version: '1.10'
id: '010'
bits: '0b11'
END_OF_YAML
cp data.yml before.yml
env/bin/yamlfix data.yml > log 2>&1
cat > compare.py <<'END_OF_PY'
import yaml

before, after = (yaml.safe_load(open(name)) for name in ("before.yml", "data.yml"))
for key, value in before.items():
    print(key, repr(value), "stays" if after[key] == value else f"is {after[key]!r}")
END_OF_PY
env/bin/python compare.py | tee seen
diff seen - <<'SEEN'
start '12:30' is 750
length '1:30:00' is 5400
thousand '1_000' stays
answer 'on' stays
day '2026-05-03' stays
version '1.10' stays
id '010' stays
bits '0b11' stays
SEEN
