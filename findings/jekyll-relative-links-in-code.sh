#!/usr/bin/env bash
# Package: jekyll-relative-links 0.7.0 with Jekyll 4.3.1, as Debian has them; GitHub Pages turns it on for every site.
# Guess:   links to `nest.md` lead to the page that is made of it, in each form that a link of Markdown has; code is as it was
#          written.
# Instead: in backticks, fences and indented code it writes the address of the page, too: a lesson on links shows `[b](/nest.html)`.
#          Links with a title in single quotes, in angle brackets or of HTML keep `nest.md`, which is no page.
# Matters: what readers copy from a page on Markdown does not work where they paste it; and half of the links that look alike are
#          dead, with neither said in the build.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll', '4.3.1'; gem 'jekyll-relative-links', '0.7.0'" 2> /dev/null ||
    apt-get install -y -qq jekyll ruby-jekyll-relative-links > /dev/null
mkdir blog
echo 'plugins: [jekyll-relative-links]' > blog/_config.yml
printf -- '---\n---\nWords.\n' > blog/nest.md
cat > blog/index.md <<'END'
---
---
[a](nest.md "Nest") `[b](nest.md)` [c](nest.md 'Nest') [d](<nest.md>) <a href="nest.md">e</a>

```
[f](nest.md)
```
END
jekyll build -q -s blog -d out
grep -oE '<a href="[^#"]*"[^>]*>[a-z]<|\[[a-z]\]\([^)]*\)' out/index.html | tee seen
diff seen - <<'END'
<a href="/nest.html" title="Nest">a<
[b](/nest.html)
<a href="nest.md" title="Nest">c<
<a href="nest.md">d<
<a href="nest.md">e<
[f](/nest.html)
END
