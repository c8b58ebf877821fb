#!/usr/bin/env bash
# Package: hexo-front-matter 5.0.0 (npm), the reader of the blog builder Hexo.
# Guess:   a page without `---` on its first line has no front matter.
# Instead: the first `---` (or `;;;`) anywhere closes a front matter that nobody opened: when the lines
#          above it read as YAML, they become keys and are gone from the text.
# Matters: "Goal: ..." above a rule is a common way to begin a note. Such a note loses its beginning in
#          Hexo, its author may set `date` or `published` unawares, and other builders print the lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . hexo-front-matter@5.0.0 > /dev/null
cat > read.cjs <<'END'
const { parse } = require('hexo-front-matter');
console.log(JSON.stringify(parse('Goal: a talk in May\nWhy: to be heard\n\n---\n\nText.\n')));
console.log(JSON.stringify(parse('A talk in May.\n\n---\n\nText.\n')));
END
node read.cjs | tee seen
diff seen - <<'END'
{"Goal":"a talk in May","Why":"to be heard","_content":"\nText.\n"}
{"_content":"A talk in May.\n\n---\n\nText.\n"}
END
