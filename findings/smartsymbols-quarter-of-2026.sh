#!/usr/bin/env bash
# Package: pymdown-extensions 13.1.2 with Markdown 3.11.3.
# Guess:   smartsymbols makes ½ of a fraction that stands alone; a day (1/4/2026), a part of an address and a version are
#          none, as nothing else that is joined to a slash or a digit.
# Instead: 1/2, 1/3, 1/4 and the other fractions it knows are replaced wherever no digit stands beside them: a quarter of
#          2026, "v½", and an address in the text whose path has a ⅔ (magiclink saves that one).
# Matters: some days of a year are printed as fractions and the others are not, so few notice; an address that is copied
#          from the page leads nowhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pymdown-extensions==13.1.2 markdown==3.11.3
cat > write.py <<'END_OF_PY'
import html

import markdown

texts = ["Half of it: 1/2.", "Wrens of 1/4/2026", "Wrens of 6/4/2026", "Pages 1/2/3", "Since v1/2", "https://example.org/2/3/wrens"]
for text in texts:
    for extra in ([], ["pymdownx.magiclink"]):
        page = html.unescape(markdown.markdown(text, extensions=["pymdownx.smartsymbols", *extra]))
        if not extra or "href" in page:
            print(page)
END_OF_PY
env/bin/python write.py | tee seen
diff seen - <<'SEEN'
<p>Half of it: ½.</p>
<p>Wrens of ¼/2026</p>
<p>Wrens of 6/4/2026</p>
<p>Pages ½/3</p>
<p>Since v½</p>
<p>https://example.org/⅔/wrens</p>
<p><a href="https://example.org/2/3/wrens">https://example.org/2/3/wrens</a></p>
SEEN
