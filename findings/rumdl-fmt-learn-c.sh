#!/usr/bin/env bash
# Package: rumdl 0.3.0 (PyPI), with markdown-it-py 4.3.0 and Markdown 3.11.3; MkDocs 1.6.1 with mkdocs-material 9.8.2.
# Guess:   `rumdl fmt` changes how a post is written and not what it says: before and after it is the same page.
# Instead: `# Learn C#`, to CommonMark a heading about C#, is taken for a closed heading that lacks a space, and becomes
#          "Learn C". Where the front matter has a title the heading is a second one of the first level, and all headings
#          move down by one; so with `flavor = "mkdocs"` too.
# Matters: MkDocs prints no title of its own accord: a page loses its heading of the first level, or has two titles in
#          Material, which adds the one of the front matter. A hook before each commit does so to all posts at once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q rumdl==0.3.0 markdown-it-py==4.3.0 markdown==3.11.3 mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir docs
printf 'site_name: Notes\nplugins: []\ntheme: {name: material, font: false}\n' > mkdocs.yml
printf '[global]\nflavor = "mkdocs"\n' > .rumdl.toml
printf -- '---\ntitle: Birds\nstatus: done\n---\n\n# Learn C#\n\nIn May.\n\n## With wrens\n\nAll of them.\n' > docs/index.md
headings() {
    grep '^#' docs/index.md
    awk 'rules > 1; /^---$/ { rules++ }' docs/index.md > body.md
    echo "CommonMark: $(env/bin/markdown-it body.md | grep -o '<h[1-6]>[^<]*' | paste -sd' ')"
    NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q
    echo "Material: $(grep -o '<h[1-6][^<]*' site/index.html | sed 's/ id="[^"]*"//' | paste -sd' ')"
}
{
    echo 'before'
    headings
    env/bin/rumdl fmt -q docs/index.md
    echo 'after'
    headings
    env/bin/rumdl check -q docs/index.md && echo 'nothing more to report'
} | tee seen
diff seen - <<'SEEN'
before
# Learn C#
## With wrens
CommonMark: <h1>Learn C# <h2>With wrens
Material: <h1>Learn C <h2>With wrens
docs/index.md:6:3: [MD025] Multiple top-level headings (level 1) in the same document [fixed]
docs/index.md:6:9: [MD020] Missing space before # at end of closed heading [fixed]
after
## Learn C
### With wrens
CommonMark: <h2>Learn C <h3>With wrens
Material: <h1>Birds <h2>Learn C <h3>With wrens
nothing more to report
SEEN
