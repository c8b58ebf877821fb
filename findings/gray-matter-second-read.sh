#!/usr/bin/env bash
# Package: gray-matter 4.0.3 (npm), which much of JavaScript's Markdown world reads front matter with.
# Guess:   front matter that is no YAML raises an error, each time the text is read.
# Instead: the first read raises; the second read of the same text returns quietly, with no data and the
#          raw front matter as part of the page's text. (What failed was put in a cache half made.)
# Matters: a preview that reads a saved file twice shows the keys to readers and forgets the error; a
#          check that runs after another reader finds nothing. `draft: true` is lost with the rest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . gray-matter@4.0.3 > /dev/null
cat > read.cjs <<'END'
const matter = require('gray-matter');
const text = '---\ntitle: Plan: next year\ndraft: true\n---\nText.\n';
for (const time of ['first', 'second']) {
  try {
    const page = matter(text);
    console.log(time, JSON.stringify(page.data), JSON.stringify(page.content));
  } catch (error) {
    console.log(time, error.name);
  }
}
END
node read.cjs | tee seen
diff seen - <<'END'
first YAMLException
second {} "---\ntitle: Plan: next year\ndraft: true\n---\nText.\n"
END
