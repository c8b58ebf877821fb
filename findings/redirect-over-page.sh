#!/usr/bin/env bash
# Package: mkdocs-redirects 1.2.3 on MkDocs 1.6.1.
# Guess:   a redirect from an address at which a page stands is refused or told, as a redirect to a page that
#          does not exist is.
# Instead: the redirect is written over the built page; --strict passes. The page stays in the navigation and
#          in the search index with its full text, and leads away.
# Matters: a renamed page whose old name comes back later (a new "Board") is never seen, and search finds words
#          that no page shows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-redirects==1.2.3
mkdir docs
printf 'site_name: Notes\nplugins: [search, {redirects: {redirect_maps: {board.md: index.md}}}]\n' > mkdocs.yml
echo '# Home' > docs/index.md
printf '# Board\n\nWhat I do now.\n' > docs/board.md
DISABLE_MKDOCS_2_WARNING=true env/bin/mkdocs build --strict -q
{
    grep -o '<title>.*</title>' site/board/index.html
    echo "text on the page: $(grep -c 'What I do now' site/board/index.html || true)"
    echo "text in search: $(grep -c 'What I do now' site/search/search_index.json)"
} | tee seen
diff seen - <<'END'
<title>Redirecting...</title>
text on the page: 0
text in search: 1
END
