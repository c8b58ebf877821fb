#!/usr/bin/env bash
# Package: python-frontmatter 1.3.0 with Markdown 3.11.3.
# Guess:   reading a post and writing it back changes at most its front matter; the text is kept.
# Instead: white space around the whole text is cut, the indentation of its first line too: a post that
#          begins with an indented code block begins with a paragraph afterwards.
# Matters: a script that only adds a tag to a hundred posts changes what some of them show: a command turns
#          into prose, its line breaks are lost and its signs are read as markup.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-frontmatter==1.3.0 markdown==3.11.3
cat > read.py <<'END'
import frontmatter
import markdown

text = "    rm *.o *.a\n\nThat is all it takes."
post = frontmatter.loads(f"---\ntitle: Clean\n---\n\n{text}\n")
print(repr(text))
print(repr(post.content))
print(markdown.markdown(text).splitlines()[0])
print(markdown.markdown(post.content).splitlines()[0])
END
env/bin/python read.py | tee seen
diff seen - <<'END'
'    rm *.o *.a\n\nThat is all it takes.'
'rm *.o *.a\n\nThat is all it takes.'
<pre><code>rm *.o *.a
<p>rm *.o *.a</p>
END
