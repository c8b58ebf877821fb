#!/usr/bin/env bash
# Package: dateparser 1.5.0 (PyPI).
# Guess:   a library that reads "2026-Q3" as a quarter reads "2026-H2" as a half of the year, or says None; a word
#          that is no date in any language of the world, such as C++, is None as well.
# Instead: the second half of 2026 is February and the first January, though the third quarter is August. "C++",
#          "C#" and "R" are yesterday; "Rust" and "Go" are None. "v2.3" is 2 March.
# Matters: whoever asks it which value of a post's front matter is a date gets a date for the goal `C++`, and a
#          plan for the second half of the year is shown as ten months late.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q dateparser==1.5.0
env/bin/python - <<'END' | tee seen
from datetime import datetime

import dateparser

at = {"RELATIVE_BASE": datetime(2026, 11, 28, 9)}
for languages in (["en"], None):
    for text in ("2026-Q3", "2026-H1", "2026-H2", "C++", "C#", "R", "Rust", "Go", "v2.3"):
        day = dateparser.parse(text, languages=languages, settings=at)
        print("English" if languages else "any", text, day and day.date())
END
diff seen - <<'END'
English 2026-Q3 2026-08-28
English 2026-H1 2026-01-28
English 2026-H2 2026-02-28
English C++ None
English C# None
English R None
English Rust None
English Go None
English v2.3 None
any 2026-Q3 2026-08-28
any 2026-H1 2026-01-28
any 2026-H2 2026-02-28
any C++ 2026-11-27
any C# 2026-11-27
any R 2026-11-27
any Rust None
any Go None
any v2.3 2026-03-02
END
