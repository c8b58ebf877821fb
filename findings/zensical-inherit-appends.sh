#!/usr/bin/env bash
# Package: zensical 0.0.73 beside MkDocs 1.6.1 with mkdocs-material 9.8.2.
# Guess:   `INHERIT` in mkdocs.yml does in Zensical what it does in MkDocs: the keys of mappings are merged, and a list of
#          the child takes the place of the parent's list.
# Instead: Zensical puts the child's list behind the parent's. A page that the child's `nav` leaves out stays in its
#          navigation, a page in both is there twice, the other site's account stands in the footer, and its Markdown
#          extensions stay on. A strict build says nothing.
# Matters: a preview or a second language inherits from the main mkdocs.yml in order to say less: after the move to
#          Zensical it shows what it was told to leave out, and an empty list takes nothing away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2 zensical==0.0.73
mkdir docs
printf '# Home\n\nHe said "wrens".\n' > docs/index.md
printf '# Drafts\n' > docs/drafts.md
cat > base.yml <<'END_OF_YAML'
site_name: Notes
theme: {name: material, font: false}
plugins: []
nav: [Home: index.md, Drafts: drafts.md]
markdown_extensions: [smarty]
extra: {social: [{icon: fontawesome/brands/github, link: "https://example.org/main"}]}
END_OF_YAML
cat > mkdocs.yml <<'END_OF_YAML'
INHERIT: base.yml
nav: [Home: index.md]
markdown_extensions: []
extra: {social: [{icon: fontawesome/brands/github, link: "https://example.org/preview"}]}
END_OF_YAML
for builder in mkdocs zensical; do
    rm -rf site
    NO_MKDOCS_2_WARNING=1 "env/bin/$builder" build --strict > log 2>&1
    echo "$builder"
    echo "navigation: $(tr -d '\n' < site/index.html | grep -o '<li class="md-nav__item[^>]*>.*' | grep -o '<span class="md-ellipsis"> *[A-Z][a-z]*' | sed 's/.*> *//' | paste -sd' ')"
    grep -o 'https://example.org/[a-z]*' site/index.html | sort -u
    grep -o 'He said .*wrens.*\.' site/index.html
done | tee seen
diff seen - <<'SEEN'
mkdocs
navigation: Home
https://example.org/preview
He said "wrens".
zensical
navigation: Home Drafts Home
https://example.org/main
https://example.org/preview
He said &ldquo;wrens&rdquo;.
SEEN
