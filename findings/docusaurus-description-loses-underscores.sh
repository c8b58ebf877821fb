#!/usr/bin/env bash
# Package: @docusaurus/utils 3.10.2 (npm): `createExcerpt` makes the description of a page or post that says none itself.
# Guess:   the description is the first paragraph of the page, as it is printed, without its markup.
# Instead: every pair of _, * or ~ is taken out, also within words and between numbers: snake_case_name is snakecasename and
#          2 * 3 * 4 is "2  3  4"; a name of code loses what looks like a tag, `Vec<T>`; a first line that begins with
#          "export" or "import" counts as a program's and is passed over, of plain Markdown (`format: md`) as of MDX.
# Matters: the description is what search engines, shared links and the blog's feed show: names that nobody wrote, and
#          a post that begins "import of notes is new" is described by its second paragraph.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @docusaurus/utils@3.10.2 > /dev/null
cat > excerpt.mjs <<'END'
import utils from '@docusaurus/utils';
for (const text of [
  'Call snake_case_name for this.\n\nMore.',
  'It is 2 * 3 * 4 wrens.\n\nMore.',
  'With `Vec<T>` it is quick.\n\nMore.',
  'import of old notes is new.\n\nSmaller things follow.',
  'export to paper too.\n\nSmaller things follow.',
  'Wrens are small birds\nof the forest.',
]) console.log(JSON.stringify(text.split('\n\n')[0]), '->', JSON.stringify(utils.createExcerpt(text)));
END
node excerpt.mjs | tee seen
diff seen - <<'END'
"Call snake_case_name for this." -> "Call snakecasename for this."
"It is 2 * 3 * 4 wrens." -> "It is 2  3  4 wrens."
"With `Vec<T>` it is quick." -> "With Vec it is quick."
"import of old notes is new." -> "Smaller things follow."
"export to paper too." -> "Smaller things follow."
"Wrens are small birds\nof the forest." -> "Wrens are small birds"
END
