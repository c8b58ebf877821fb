#!/usr/bin/env bash
# Package: jekyll-seo-tag 2.8.0 and jekyll-feed 0.17.0 with Jekyll 4.3.1, as Debian has them: GitHub Pages has both plugins.
# Guess:   a post's title is the page's `<title>` and its headline for search engines, escaped where it needs to be.
# Instead: it is first read as a page of Markdown, and then loses its tags: "2026. A year with wrens" is a list whose
#          2026th point is "A year with wrens", `__init__` is bold, `Vec<T>` has a tag, "[wren]: a bird" is a link's target, and so
#          nothing: that page has the title of the site. In the feed of the same blog, the first and the last are whole.
# Matters: reviews of years lose the year, and posts on code its names, in every result of a search and each shared link,
#          while the page itself looks right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'jekyll-seo-tag', '2.8.0'; gem 'jekyll-feed', '0.17.0'" 2> /dev/null || apt-get install -y -qq jekyll ruby-jekyll-seo-tag ruby-jekyll-feed > /dev/null
mkdir -p blog/_posts blog/_layouts
cd blog
printf 'plugins: [jekyll-seo-tag, jekyll-feed]\nurl: https://birds.example\ntitle: Ada\nauthor: {name: Wren}\n' > _config.yml
printf '<head>{%% seo %%}</head><h1>{{ page.title | escape }}</h1>' > _layouts/default.html
day=0
while read -r title; do
  day=$((day + 1))
  printf -- "---\nlayout: default\ntitle: '%s'\n---\nWords.\n" "$title" > "_posts/2026-05-0$day-post.md"
done <<'END'
2026. A year with wrens
Using __init__ today
Vec<T> in practice
The <time> element
[wren]: a bird
END
jekyll build -q
for page in 1 2 3 4 5; do
  html=_site/2026/05/0$page/post.html
  entry=$(grep -oE "<title type=\"html\">[^<]*</title><link href=\"[^\"]*/05/0$page/" _site/feed.xml | sed -E 's/<title type="html">([^<]*).*/\1/')
  echo "$(grep -oE '<h1>.*</h1>' $html) | $(grep -oE '<title>.*</title>' $html) | $(grep -oE '"headline":"[^"]*"' $html) | in the feed: $entry"
done | tee ../seen
cd ..
diff seen - <<'END'
<h1>2026. A year with wrens</h1> | <title>A year with wrens | Ada</title> | "headline":"A year with wrens" | in the feed: 2026. A year with wrens
<h1>Using __init__ today</h1> | <title>Using init today | Ada</title> | "headline":"Using init today" | in the feed: Using __init__ today
<h1>Vec&lt;T&gt; in practice</h1> | <title>Vec in practice | Ada</title> | "headline":"Vec in practice" | in the feed: Vec in practice
<h1>The &lt;time&gt; element</h1> | <title>The element | Ada</title> | "headline":"The element" | in the feed: The element
<h1>[wren]: a bird</h1> | <title>Ada</title> | "headline":"Ada" | in the feed: [wren]: a bird
END
