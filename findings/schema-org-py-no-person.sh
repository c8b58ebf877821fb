#!/usr/bin/env bash
# Package: schema-org-py 0.2.0, models of schema.org's vocabulary for Pydantic.
# Guess:   what schema.org itself gives as an example of a profile is taken: a page whose `mainEntity` is a person, and
#          a post that was published on a day in ISO 8601.
# Instead: where the vocabulary says `Thing`, only an object whose `@type` is `Thing` is taken, and no kind of thing: a
#          ProfilePage with a Person, what search engines ask of it, is refused. So is a day that is written as a text,
#          which is the only form that JSON has for one.
# Matters: who checks the head of a page with it either believes that the page is wrong, or takes the type away until
#          the check passes, and publishes a person that is a thing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q schema-org-py==0.2.0
cat > ask.py <<'END'
import json

import schema_org
from pydantic import ValidationError

person = {"@type": "Person", "name": "Runa"}
for what in (
    {"@type": "Person", "name": "Runa"},
    {"@type": "ProfilePage", "mainEntity": person},
    {"@type": "ProfilePage", "mainEntity": {**person, "@type": "Thing"}},
    {"@type": "BlogPosting", "headline": "A day", "datePublished": "2026-05-01"},
):
    try:
        getattr(schema_org, what["@type"]).model_validate_json(json.dumps(what))
        print("taken:  ", what)
    except ValidationError as error:
        print("refused:", what)
END
env/bin/python ask.py | tee seen
diff seen - <<'END'
taken:   {'@type': 'Person', 'name': 'Runa'}
refused: {'@type': 'ProfilePage', 'mainEntity': {'@type': 'Person', 'name': 'Runa'}}
taken:   {'@type': 'ProfilePage', 'mainEntity': {'@type': 'Thing', 'name': 'Runa'}}
refused: {'@type': 'BlogPosting', 'headline': 'A day', 'datePublished': '2026-05-01'}
END
