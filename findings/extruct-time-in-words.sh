#!/usr/bin/env bash
# Package: extruct 0.18.0 (PyPI).
# Guess:   microdata is read as HTML defines it: `<time>2026-06-01</time>` is that day, with or without `datetime`, and
#          marking part of a text leaves the text as it is.
# Instead: without the attribute the day is the empty string. Text gets a blank at each edge of a mark: "C<b>++</b>" is
#          "C ++" and "H<sub>2</sub>O" is "H 2 O".
# Matters: a page whose theme prints days in ISO's form, and so leaves the attribute out, has no day for whoever checks
#          its structured data with it; the skill C++ is another one as soon as part of it is bold or code.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q extruct==0.18.0
env/bin/python - <<'END' | tee seen
import extruct

for text in (
    '<time itemprop="it" datetime="2026-06-01">1 June</time>',
    '<time itemprop="it">2026-06-01</time>',
    '<p itemprop="it">C++</p>',
    '<p itemprop="it">C<b>++</b></p>',
    '<p itemprop="it">H<sub>2</sub>O</p>',
):
    page = f'<div itemscope itemtype="https://schema.org/CreativeWork">{text}</div>'
    item = extruct.extract(page, syntaxes=["microdata"])["microdata"][0]
    print(text, "is", repr(item["properties"]["it"]))
END
diff seen - <<'END'
<time itemprop="it" datetime="2026-06-01">1 June</time> is '2026-06-01'
<time itemprop="it">2026-06-01</time> is ''
<p itemprop="it">C++</p> is 'C++'
<p itemprop="it">C<b>++</b></p> is 'C ++'
<p itemprop="it">H<sub>2</sub>O</p> is 'H 2 O'
END
