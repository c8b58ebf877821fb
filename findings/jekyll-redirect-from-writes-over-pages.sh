#!/usr/bin/env bash
# Package: jekyll-redirect-from 0.16.0 with Jekyll 4.3.1, as Debian has them: GitHub Pages has the same plugin.
# Guess:   an old address that a page has today is left to the page, or somebody is told of two files in one place.
# Instead: the page is gone: `redirect_from: /talks/` of a post takes the place of the page `/talks/`, and neither
#          the build nor `jekyll doctor` says a word. A file or a post at such an address stays, and then it is
#          the redirect that is gone; `redirects.json` names all three as if they were there.
# Matters: a page of talks that became a post once, and later a page again, is a redirect to the old post; whoever
#          moves a blog and asks redirects.json which old addresses lead on is told wrong for two of the three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll-redirect-from', '0.16.0'" 2> /dev/null || apt-get install -y -qq jekyll ruby-jekyll-redirect-from > /dev/null
mkdir -p blog/_posts blog/notes
cd blog
printf 'plugins: [jekyll-redirect-from]\nurl: https://birds.example\n' > _config.yml
printf -- '---\npermalink: /talks/\n---\nAll talks.\n' > talks.md
printf '<p>All notes.</p>\n' > notes/index.html
printf -- '---\nredirect_from: /talks/\n---\nOn wrens.\n' > _posts/2026-05-01-wrens.md
printf -- '---\nredirect_from: /notes/\n---\nOn larks.\n' > _posts/2026-05-02-larks.md
printf -- '---\nredirect_from: /2026/05/01/wrens.html\n---\nOn owls.\n' > _posts/2026-05-03-owls.md
{
  jekyll build 2>&1 | grep -ciE "warn|conflict|error" || true
  jekyll doctor 2>&1 | grep -ciE "warn|conflict|error" || true
  for page in talks/index.html notes/index.html 2026/05/01/wrens.html; do
    printf '%s: ' "$page"
    grep -oE 'All talks|All notes|On wrens|location="[^"]*"' "_site/$page"
  done
  cat _site/redirects.json
  echo
} | tee ../seen
diff ../seen - <<'END'
0
0
talks/index.html: location="https://birds.example/2026/05/01/wrens.html"
notes/index.html: All notes
2026/05/01/wrens.html: On wrens
{"/talks/":"https://birds.example/2026/05/01/wrens.html","/notes/":"https://birds.example/2026/05/02/larks.html","/2026/05/01/wrens.html":"https://birds.example/2026/05/03/owls.html"}
END
