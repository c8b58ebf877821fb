#!/usr/bin/env bash
# Package: jekyll-titles-from-headings 0.5.3 with Jekyll 4.3.1, as Debian has them; GitHub Pages turns it on for every site.
# Guess:   a post that has no title is called by its first heading; one that has a `title` keeps it, as a page does.
# Instead: with `collections: true`, which lets it look at posts, the heading takes the place of the title that the post's
#          front matter says; with `strip_title: true` the heading leaves the text as well. A page's title stays.
# Matters: titles in lists, feeds and searches are other ones than the author wrote, and the words of the front matter are on
#          no page at all; it was turned on for the posts that had none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll', '4.3.1'; gem 'jekyll-titles-from-headings', '0.5.3'" 2> /dev/null ||
    apt-get install -y -qq jekyll ruby-jekyll-titles-from-headings > /dev/null
mkdir -p blog/_posts blog/_layouts
printf 'plugins: [jekyll-titles-from-headings]\ntitles_from_headings:\n  collections: true\n  strip_title: true\n' > blog/_config.yml
echo '{{ page.title }}: {{ content | strip_html | strip }}' > blog/_layouts/one.html
page() { printf -- '---\nlayout: one\n%s---\n# The nest of the wren\n\nWords.\n' "$1" > "blog/$2"; }
page $'title: "News: wrens in May"\n' _posts/2026-05-01-wrens.md
page '' _posts/2026-05-02-nests.md
page $'title: "About: wrens"\n' about.md
jekyll build -q -s blog -d out
for name in 2026/05/01/wrens 2026/05/02/nests about; do echo "$name: $(tr -s '\n' ' ' < out/$name.html)"; done | sed 's/ *$//' | tee seen
diff seen - <<'END'
2026/05/01/wrens: The nest of the wren: Words.
2026/05/02/nests: The nest of the wren: Words.
about: About: wrens: The nest of the wren Words.
END
