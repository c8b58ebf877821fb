#!/usr/bin/env bash
# Package: cairosvg 2.9.1 beside resvg-py 0.5.0 (PyPI).
# Guess:   a colour that browsers draw is drawn, or the drawing fails: `hsl()` is twenty years old in CSS.
# Instead: cairosvg does not know it and draws black, with exit 0 and no word; `rgb()` without commas, the form of today's
#          style sheets, raises ValueError. resvg draws both as browsers do.
# Matters: a card for sharing that is drawn from the site's own palette (Material's style sheet writes its colours as
#          hsl) comes out black on black.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cairosvg==2.9.1 resvg-py==0.5.0 pillow==12.0.0 2> /dev/null
cat > draw.py <<'END'
from io import BytesIO

import cairosvg
import resvg_py
from PIL import Image

for fill in "#1b9e77", "rgb(27, 158, 119)", "hsl(120, 100%, 25%)", "rgb(27 158 119)":
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="{fill}"/></svg>'
    drawn = []
    for draw in lambda: cairosvg.svg2png(bytestring=svg.encode()), lambda: bytes(resvg_py.svg_to_bytes(svg_string=svg)):
        try:
            drawn.append(Image.open(BytesIO(draw())).convert("RGB").getpixel((1, 1)))
        except ValueError:
            drawn.append("ValueError")
    print(fill, *drawn, sep=" | ")
END
venv/bin/python draw.py | tee seen
diff seen - <<'END'
#1b9e77 | (27, 158, 119) | (27, 158, 119)
rgb(27, 158, 119) | (27, 158, 119) | (27, 158, 119)
hsl(120, 100%, 25%) | (0, 0, 0) | (0, 128, 0)
rgb(27 158 119) | ValueError | (27, 158, 119)
END
