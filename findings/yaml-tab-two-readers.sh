#!/usr/bin/env bash
# Package: PyYAML 6.0.3.
# Guess:   SafeLoader and CSafeLoader read the same YAML; the second is only faster.
# Instead: of `title:<tab>Wren` CSafeLoader makes the title, as the standard and Hugo have it, and
#          SafeLoader refuses the whole front matter.
# Matters: programs take CSafeLoader where it is there: a post builds on one machine and fails on
#          another, or in the next program, with a message about a token.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pyyaml==6.0.3
printf 'title:\tWren\ndate: 2026-05-01\n' > post.yaml
env/bin/python - <<'END' | tee seen
import yaml

text = open("post.yaml").read()
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    try:
        print(loader.__name__, yaml.load(text, Loader=loader)["title"])
    except yaml.YAMLError as error:
        print(loader.__name__, error.problem)
END
diff seen - <<'END'
SafeLoader found character '\t' that cannot start any token
CSafeLoader Wren
END
