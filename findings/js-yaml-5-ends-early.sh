#!/usr/bin/env bash
# Package: js-yaml 5.5.0 beside 4.3.2 (npm), read by MkDocs 1.6.1.
# Guess:   the front matter of a post is what `dump` writes, between two lines of three hyphens.
# Instead: where the last value is a text that ends with an empty line, version 5 puts the end mark of a YAML document
#          (`...`) after it. That is YAML, and also the other line that may end front matter, so the hyphens below it are
#          text: the page begins with a rule. Version 4 wrote no mark.
# Matters: a text box of an editor gives such a text by one Enter too many, and then only where that key is the last. The
#          page of a post without a title in its front matter takes its title from its file name, no more from its heading.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1
mkdir docs
printf 'site_name: Notes\nplugins: []\ntheme: {name: null, custom_dir: theme}\n' > mkdocs.yml
mkdir theme
printf '{{ page.title }}: {{ page.content }}\n' > theme/main.html
cat > write.cjs <<'END_OF_JS'
const yaml = require(`./${process.argv[2]}/node_modules/js-yaml`);
const data = { status: 'done', note: 'Forty-one.\n\n' };
console.log('---\n' + yaml.dump(data) + '---\n\n# Wrens counted\n\nIn May.');
END_OF_JS
for version in 4.3.2 5.5.0; do
    npm install --silent --no-audit --no-fund --prefix "$version" "js-yaml@$version" > /dev/null
    node write.cjs "$version" > docs/wrens.md
    echo "js-yaml $version"
    sed -n '2,/^---/p' docs/wrens.md
    NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
    echo "$(cat site/wrens/index.html)"
done | tee seen
diff seen - <<'SEEN'
js-yaml 4.3.2
status: done
note: |+
  Forty-one.

---
Wrens counted: <h1 id="wrens-counted">Wrens counted</h1>
<p>In May.</p>
js-yaml 5.5.0
status: done
note: |+
  Forty-one.

...
---
Wrens: <hr />
<h1 id="wrens-counted">Wrens counted</h1>
<p>In May.</p>
SEEN
