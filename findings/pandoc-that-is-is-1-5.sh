#!/usr/bin/env bash
# Package: pandoc 3.9 as in pypandoc-binary 1.17 (pip), beside Markdown 3.10.3 (pip).
# Guess:   a paragraph that begins with "i. e.", "c. 1900" or "v. 2.0" is one, when a post is converted to GitHub's Markdown;
#          pandoc knows lists by letters, and its manual says how it tells "B. Russell" from one.
# Instead: that holds for capitals alone: a small letter or a Roman number with a dot begins a list, and gfm has lists by figures
#          only. "i. e. a bird" is "1.  5.  a bird", German "d. h." is "4.  8.", "v. 2.0 is out" is "22. 2.0 is out", the bird of
#          c. 1900 is in point 3. "p. 5" and "cf." are on a list of abbreviations, and stay.
# Matters: footnotes, diaries and lists of sources are where sentences begin so; the texts say something else after a move from
#          one dialect to the other, or after a formatting of the file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pypandoc-binary==1.17 markdown==3.10.3
cat > convert.py <<'END'
import markdown
import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
for text in ("i. e. a bird", "d. h. ein Vogel", "v. 2.0 is out", "c. 1900 a wren sang", "vi. is an editor", "di. 5. Mai", "p. 5 has a wren",
             "B. Wren sang"):
    print(f"{text}: {pypandoc.convert_text(text, 'gfm', 'markdown').strip()!r}, {markdown.markdown(text)}")
END
env/bin/python convert.py | tee seen
diff seen - <<'END'
pandoc 3.9
i. e. a bird: '1.  5.  a bird', <p>i. e. a bird</p>
d. h. ein Vogel: '4.  8.  ein Vogel', <p>d. h. ein Vogel</p>
v. 2.0 is out: '22. 2.0 is out', <p>v. 2.0 is out</p>
c. 1900 a wren sang: '3.  1900 a wren sang', <p>c. 1900 a wren sang</p>
vi. is an editor: '6.  is an editor', <p>vi. is an editor</p>
di. 5. Mai: '501. 5.  Mai', <p>di. 5. Mai</p>
p. 5 has a wren: 'p.\xa05 has a wren', <p>p. 5 has a wren</p>
B. Wren sang: 'B. Wren sang', <p>B. Wren sang</p>
END
