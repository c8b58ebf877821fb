#!/usr/bin/env bash
# Package: wordpress-export-to-markdown 2.2.2 (npm), beside pelican-import of Pelican 4.12.0, on one export of WordPress.
# Guess:   of a blog's posts those that WordPress shows become posts; what is private or waits for review is left
#          out, or marked.
# Instead: drafts and what is in the trash are left out, and posts with the status `private`, `pending` or `future` become
#          posts like all others, with nothing in their front matter. And the day is that of Greenwich: a post of the
#          evening of 1 May in New York, which WordPress and pelican-import date so, is of 2 May.
# Matters: a diary kept as private posts is public with the first build of the new site, and no line in the log says so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q pelican==4.12.0 beautifulsoup4 lxml pypandoc-binary
npm install --silent --no-audit --no-fund --prefix . wordpress-export-to-markdown@2.2.2 > /dev/null
cat > write.py <<'END'
head = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Wrens</title><link>https://birds.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://birds.example</wp:base_site_url>"""
item = """<item><title>A {0} post</title><link>https://birds.example/{0}/</link>
<pubDate>Sat, 02 May 2026 03:30:00 +0000</pubDate><dc:creator>wren</dc:creator><guid>https://birds.example/{0}/</guid>
<content:encoded><![CDATA[<p>Words.</p>]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>{1}</wp:post_id><wp:post_date>2026-05-01 23:30:00</wp:post_date>
<wp:post_date_gmt>2026-05-02 03:30:00</wp:post_date_gmt><wp:post_name>{0}</wp:post_name><wp:status>{0}</wp:status>
<wp:post_parent>0</wp:post_parent><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password></item>"""
posts = [item.format(status, n) for n, status in enumerate(("publish", "private", "pending", "future", "draft", "trash"), 1)]
open("blog.xml", "w").write(head + "".join(posts) + "</channel></rss>")
END
python3 write.py
node node_modules/wordpress-export-to-markdown/index.js --wizard=false --input=blog.xml --output=new \
  --save-attached-images=false --save-scraped-images=false --include-other-types=false > /dev/null
mkdir pelican
PATH=$PATH:$(env/bin/python -c "import os, pypandoc; print(os.path.dirname(pypandoc.get_pandoc_path()))") \
  env/bin/pelican-import --wpfile -m markdown -o pelican blog.xml > /dev/null 2>&1
{
  for post in new/*/index.md; do echo "to-markdown: $(sed -n '2,/^---/p' "$post" | grep -v -- --- | paste -sd ' ')"; done
  for post in pelican/*.md; do echo "pelican: $(grep -E '^(Title|Date|Status)' "$post" | paste -sd ' ')"; done
} | tee seen
diff seen - <<'END'
to-markdown: title: "A future post" date: "2026-05-02"
to-markdown: title: "A pending post" date: "2026-05-02"
to-markdown: title: "A private post" date: "2026-05-02"
to-markdown: title: "A publish post" date: "2026-05-02"
pelican: Title: A draft post Date: 2026-05-01 23:30 Status: draft
pelican: Title: A publish post Date: 2026-05-01 23:30 Status: published
END
