#!/usr/bin/env bash
# Package: @11ty/eleventy 3.1.8, gray-matter 4.0.3, smol-toml 1.9.1 and toml 5.0.1 (npm).
# Guess:   a day that no calendar has, 30 February or the 1st of month 13, is refused, or stays the text it is.
# Instead: Eleventy and gray-matter read YAML's 2026-02-30 as 2 March and 2026-13-01 as New Year's Day of 2027, gray-matter
#          reads the year 0001 as 1901. smol-toml reads TOML's 30 February as 2 March too, but refuses month 13; toml
#          refuses both.
# Matters: a slip of the finger dates a post in another month or year, on the page and in its place in the list, while
#          Python's readers stop at the same file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export TZ=UTC
npm install --silent --no-audit --no-fund --prefix . @11ty/eleventy@3.1.8 gray-matter@4.0.3 smol-toml@1.9.1 toml@5.0.1 > /dev/null
cat > read.mjs <<'END'
import matter from 'gray-matter';
import * as smol from 'smol-toml';
import toml from 'toml';
const seen = (read) => {
  try {
    const day = read();
    return day instanceof Date ? day.toISOString().slice(0, 10) : day;
  } catch {
    return 'refused';
  }
};
for (const day of ['2026-02-28', '2026-02-30', '2026-13-01', '0001-01-01']) {
  const text = `date = ${day}`;
  console.log(day, 'gray-matter', seen(() => matter(`---\ndate: ${day}\n---\n`).data.date),
    'smol-toml', seen(() => smol.parse(text).date), 'toml', seen(() => toml.parse(text).date));
}
END
mkdir src
printf -- '---\ndate: 2026-02-30\n---\nx\n' > src/february.md
printf -- '---\ndate: 2026-13-01\n---\nx\n' > src/thirteen.md
printf -- '---\npermalink: /list.txt\n---\n{%% for page in collections.all %%}{{ page.date | date: "%%Y-%%m-%%d" }} {{ page.url }}\n{%% endfor %%}' > src/list.liquid
{
  node read.mjs
  npx eleventy --input=src --output=out > said
  grep -E 'february|thirteen' out/list.txt
} | tee seen
diff seen - <<'END'
2026-02-28 gray-matter 2026-02-28 smol-toml 2026-02-28 toml 2026-02-28
2026-02-30 gray-matter 2026-03-02 smol-toml 2026-03-02 toml refused
2026-13-01 gray-matter 2027-01-01 smol-toml refused toml refused
0001-01-01 gray-matter 1901-01-01 smol-toml 0001-01-01 toml 0001-01-01
2026-03-02 /february/
2027-01-01 /thirteen/
END
