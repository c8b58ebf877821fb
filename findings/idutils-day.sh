#!/usr/bin/env bash
# Package: idutils 1.7.1, the identifier library of Zenodo's family.
# Guess:   a day is no identifier, and the address of an arXiv paper is one (a DOI's address is).
# Instead: every day is one: of 730 days 665 are GND numbers (an authority file of libraries; the rule stops
#          reading after the month's first digit) and 65, one in eleven, are ISSNs, since their last digit is
#          a right check digit. A year alone is a PubMed id. The address of an arXiv paper is an `url` only.
# Matters: who sorts the evidence in front matter by asking the library makes persons and journals of days; and
#          counts one paper twice, by its id and by its address.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q idutils==1.7.1
cat > ask.py <<'END'
from collections import Counter
from datetime import date, timedelta

import idutils

days = [str(date(2025, 1, 1) + timedelta(day)) for day in range(730)]
kinds = Counter(kind for day in days for kind in idutils.detect_identifier_schemes(day))
print(sorted(kinds.items()))
for text in (
    "2026-11-27", "2026-11-28", "2026",
    "https://doi.org/10.1000/182", "1706.03762", "https://arxiv.org/abs/1706.03762",
):
    print(text, *idutils.detect_identifier_schemes(text))
END
env/bin/python ask.py | tee seen
diff seen - <<'END'
[('gnd', 665), ('issn', 65)]
2026-11-27 gnd
2026-11-28 issn
2026 pmid
https://doi.org/10.1000/182 doi url
1706.03762 arxiv
https://arxiv.org/abs/1706.03762 url
END
