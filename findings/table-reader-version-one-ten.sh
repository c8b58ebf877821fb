#!/usr/bin/env bash
# Package: mkdocs-table-reader-plugin 4.0.2 with MkDocs 1.6.1, and the pandas and tabulate that it installs.
# Guess:   a table of a CSV file is printed as it stands there; at least with `dtype="str"`, pandas' way to say that
#          all are texts, or where YAML has the text in quotes, version 1.10 is 1.10.
# Instead: 1.10 is printed as 1.1 in all three: pandas makes a number of it, and where it doesn't, tabulate does.
#          2.0 is 2, and NA, None and an empty cell are all "nan". The plugin's own way around pandas prints it right:
#          `read_raw` on a table of Markdown.
# Matters: the release before 1.9 and the one after it change places, in a strict build without a word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-table-reader-plugin==4.0.2 pandas==3.1.1 tabulate==0.10.0
mkdir docs
printf 'site_name: Ada\nplugins: [table-reader]\n' > mkdocs.yml
printf 'tool,version,level\nWren,1.10,NA\nLark,1.9,None\nOwl,2.0,\n' > docs/all.csv
printf 'tool,version\nWren,1.10\nLark,1.9\n' > docs/two.csv
printf -- '- {tool: Wren, version: "1.10"}\n- {tool: Lark, version: "1.9"}\n' > docs/two.yaml
printf '| tool | version |\n|---|---|\n| Wren | 1.10 |\n| Lark | 1.9 |\n' > docs/two.md.txt
for call in 'read_csv("all.csv")' 'read_csv("two.csv", dtype="str")' 'read_yaml("two.yaml")' 'read_raw("two.md.txt")'; do
  printf '%s\n\n{{ %s }}\n\n' "# Tools" "$call" > docs/index.md
  NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build --strict -q -d out
  echo "$call: $(sed '/<\/table>/q' out/index.html | grep -oE '<td[^>]*>[^<]*' | sed 's/.*>//' | paste -sd ' ')"
done | tee seen
diff seen - <<'END'
read_csv("all.csv"): Wren 1.1 nan Lark 1.9 nan Owl 2 nan
read_csv("two.csv", dtype="str"): Wren 1.1 Lark 1.9
read_yaml("two.yaml"): Wren 1.1 Lark 1.9
read_raw("two.md.txt"): Wren 1.10 Lark 1.9
END
