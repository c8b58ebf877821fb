#!/usr/bin/env bash
# Package: python-frontmatter 1.3.0.
# Guess:   what stands between two rules at the top and is no list of keys is text (as MkDocs takes it), or
#          an error, as broken YAML is here.
# Instead: a sentence or a list there is dropped: neither in `metadata` nor in `content`, and gone from the
#          file when the post is written back.
# Matters: a motto or a list of points between rules is an ordinary way to begin a page; tools that add a key
#          to every page delete it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q python-frontmatter==1.3.0
cat > read.py <<'END'
import frontmatter

for top in ("A motto, not keys", "- one point\n- another"):
    post = frontmatter.loads(f"---\n{top}\n---\n\nThe text.\n")
    post["tags"] = ["new"]
    print(post.content, "|", repr(frontmatter.dumps(post)))
END
env/bin/python read.py | tee seen
diff seen - <<'END'
The text. | '---\ntags:\n- new\n---\n\nThe text.'
The text. | '---\ntags:\n- new\n---\n\nThe text.'
END
