#!/usr/bin/env bash
# Package: kramdown-parser-gfm 1.1.0 with kramdown 2.4.0, as Debian has them: the Markdown of Jekyll and of GitHub Pages.
# Guess:   a second heading with the same words gets a second id, `nests-1`, wherever the two stand on the page.
# Instead: headings within HTML (`<div markdown="1">`, `<details markdown="1">`) are counted by another counter, by another
#          rule: the page has the id `nests` twice, and "Öl & eggs" has two ids that differ, `öl--eggs` and `l--eggs`.
# Matters: links and tables of contents lead to the first of the two, checkers of HTML complain, and who moves a heading
#          into a box changes its address, and that of the heading behind it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "require 'kramdown-parser-gfm'" 2> /dev/null || apt-get install -y -qq ruby-kramdown-parser-gfm > /dev/null
printf '%s\n' '<div markdown="1">' '## Nests' '## Öl & eggs' '</div>' '' '## Nests' '## Öl & eggs' '## Nests' > page.md
ruby -e "require 'kramdown'; require 'kramdown-parser-gfm'
puts Kramdown::Document.new(File.read('page.md', encoding: 'utf-8'), input: 'GFM').to_html" | grep -o '<h2.*h2>' | tee seen
diff seen - <<'END'
<h2 id="nests">Nests</h2>
<h2 id="l--eggs">Öl &amp; eggs</h2>
<h2 id="nests">Nests</h2>
<h2 id="öl--eggs">Öl &amp; eggs</h2>
<h2 id="nests-1">Nests</h2>
END
