#!/usr/bin/env bash
# Package: mike 2.2.0 with mkdocs 1.6.1, beside mkdocs-section-index 0.3.12, which brings properdocs 1.6.7 (pip).
# Guess:   mike builds the versions of a site with the MkDocs that one builds it with; a plugin that is installed, and not in
#          mkdocs.yml, changes nothing.
# Instead: mkdocs-section-index requires ProperDocs, and where that is installed mike builds with it: the next version is made by
#          another program than the last one, and than `mkdocs build` beside it. It has no theme of its own, so that a site
#          with MkDocs' theme can be built and not be deployed.
# Matters: the versions of one site differ in who made them, and hooks that ask for it do other things; or the release stops at
#          a theme that was there in the test.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
export PATH="$work/env/bin:$PATH" NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true
pip install -q mkdocs==1.6.1 mike==2.2.0
mkdir site site/docs site/theme
cd site
cat > hook.py <<'END'
import pathlib
import sys


def on_pre_build(config):
    print("built by", pathlib.Path(sys.argv[0]).name, file=open("../built", "a"))
END
printf 'site_name: Wrens\nplugins: [mike]\nhooks: [hook.py]\ntheme: {name: null, custom_dir: theme}\n' > mkdocs.yml
printf 'site_name: Wrens\nplugins: [mike]\ntheme: mkdocs\n' > themed.yml
echo '{{ page.content }}' > theme/main.html
echo '# Wrens' > docs/index.md
git init -q
git config user.name Wren
git config user.email wren@birds.example
git add .
git commit -q -m "Begin"
try() {
    rm -f ../built
    mkdocs build -q > /dev/null 2>&1 && echo "$1, mkdocs: $(cat ../built)"
    rm -f ../built
    mike deploy "$2" > /dev/null 2>&1 && echo "$1, mike: $(tail -n 1 ../built)"
    mkdocs build -q -f themed.yml > /dev/null 2>&1 && echo "$1, mkdocs, MkDocs' theme: built"
    mike deploy -F themed.yml "$2" > ../log 2>&1 && echo "$1, mike, MkDocs' theme: built" || echo "$1, mike, MkDocs' theme: $(grep -o 'Unrecognised.*' ../log)"
}
{ try before 1.0; pip install -q mkdocs-section-index==0.3.12 properdocs==1.6.7; try after 1.1; } | tee ../seen
cd ..
diff seen - <<'END'
before, mkdocs: built by mkdocs
before, mike: built by mkdocs
before, mkdocs, MkDocs' theme: built
before, mike, MkDocs' theme: built
after, mkdocs: built by mkdocs
after, mike: built by properdocs
after, mkdocs, MkDocs' theme: built
after, mike, MkDocs' theme: Unrecognised theme name: 'mkdocs'.
END
