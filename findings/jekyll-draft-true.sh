#!/usr/bin/env bash
# Package: Jekyll 4.3 as Debian 12 ships it (needs apt-get and its rights where jekyll is missing).
# Guess:   `draft: true` in a post's front matter keeps it back, as it does in Hugo and Material's blog,
#          since Jekyll knows drafts, the switch --drafts and a variable page.draft.
# Instead: without --drafts the post is published; only the folder _drafts and `published: false` count.
#          `Published: false` and `published: "false"` publish as well.
# Matters: an importer may not hide by `draft` what the old blog showed, nor show what others hid;
#          and one folder of Markdown can't be given to two builders unseen.
set -euo pipefail
command -v jekyll > /dev/null || apt-get install -y -qq jekyll > /dev/null
[[ $(jekyll --version) == 'jekyll 4.3.'* ]]
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir _posts
printf 'permalink: /:title/\n' > _config.yml
post() { printf -- '---\ntitle: %s\n%s\n---\nText.\n' "$1" "$2" > "_posts/2026-05-03-$1.md"; }
post a-draft 'draft: true'
post b-capital 'Published: false'
post c-quoted 'published: "false"'
post d-plain 'published: false'
jekyll build -q
(cd _site && ls) | tee seen
diff seen - <<'END'
a-draft
b-capital
c-quoted
END
