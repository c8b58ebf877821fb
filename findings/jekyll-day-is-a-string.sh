#!/usr/bin/env bash
# Package: PyYAML 6.0.3 and js-yaml 3.14.1 (the one gray-matter uses), beside Ruby's own YAML.
# Guess:   `date: 2026-05-03 23:30:00 -0500`, the form in Jekyll's manual, is a point in time to any YAML
#          reader, or to none.
# Instead: to Ruby it is; to PyYAML and js-yaml it is a string, since YAML's own rule wants `-05:00` or `-5`.
#          With the colon all three agree; without seconds all three see a string.
# Matters: posts that come from Jekyll sort wrongly among those with real dates (or stop the build, a string
#          can't be compared with a date), and only those written with a zone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v ruby > /dev/null || apt-get install -y -qq ruby > /dev/null
python3 -m venv env
env/bin/pip install -q PyYAML==6.0.3
npm install --silent --no-audit --no-fund --prefix . js-yaml@3.14.1 > /dev/null
printf '%s\n' '2026-05-03 23:30:00 -0500' '2026-05-03 23:30:00 -05:00' '2026-05-03 23:30' > days
cat > read.py <<'END'
import yaml

for day in open("days").read().splitlines():
    print("PyYAML ", type(yaml.safe_load(f"date: {day}")["date"]).__name__)
END
cat > read.cjs <<'END'
const yaml = require('js-yaml');
for (const day of require('fs').readFileSync('days', 'utf8').trim().split('\n'))
  console.log('js-yaml', yaml.safeLoad(`date: ${day}`).date.constructor.name);
END
cat > read.rb <<'END'
require "yaml"
File.readlines("days", chomp: true).each do |day|
  puts "Ruby    #{YAML.safe_load("date: #{day}", permitted_classes: [Time])["date"].class}"
end
END
{ ruby read.rb; env/bin/python read.py; node read.cjs; } | tee seen
diff seen - <<'END'
Ruby    Time
Ruby    Time
Ruby    String
PyYAML  str
PyYAML  datetime
PyYAML  str
js-yaml String
js-yaml Date
js-yaml String
END
