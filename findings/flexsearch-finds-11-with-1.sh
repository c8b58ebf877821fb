#!/usr/bin/env bash
# Package: flexsearch 0.8.212 (npm), a search that sites of documents have in the page.
# Guess:   a search for 11 finds what has 11 in it, and with `tokenize: "forward"` also what begins so, as 111.
# Instead: its default encoder writes equal letters in a row once, digits too: 1, 11 and 111 are one word, and so are 10, 100 and
#          1000, "too" and "to", "C++" and "C", and the versions 3.1 and 3.11. With "forward" a search for 11 finds 1999. Only
#          the encoder `Exact` does not.
# Matters: who looks for issue 10, chapter 1 or "Python 3.1" in documents gets hundred, eleven and 3.11 with it, as equal hits.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . flexsearch@0.8.212 > /dev/null
cat > find.mjs <<'END'
import FlexSearch from 'flexsearch';
const titles = ['Chapter 1', 'Chapter 11', 'Issue 10', 'Issue 1000', 'Python 3.1', 'Python 3.11', 'Birds of 1999', 'Learn C', 'Learn C++'];
const asked = ['1', '10', '3.1', 'C++'];
function look(name, options, words) {
  const index = new FlexSearch.Index(options);
  titles.forEach((title, at) => index.add(at, title));
  for (const word of words) console.log(`${name}, ${word}: ${index.search(word).sort((a, b) => a - b).map((at) => titles[at]).join(', ')}`);
}
look('default', {}, asked);
look('forward', { tokenize: 'forward' }, ['11']);
look('exact', { encoder: FlexSearch.Charset.Exact }, asked);
END
node find.mjs | tee seen
diff seen - <<'END'
default, 1: Chapter 1, Chapter 11, Python 3.1, Python 3.11
default, 10: Issue 10, Issue 1000
default, 3.1: Python 3.1, Python 3.11
default, C++: Learn C, Learn C++
forward, 11: Chapter 1, Chapter 11, Issue 10, Issue 1000, Python 3.1, Python 3.11, Birds of 1999
exact, 1: Chapter 1, Python 3.1
exact, 10: Issue 10
exact, 3.1: Python 3.1
exact, C++: Learn C, Learn C++
END
