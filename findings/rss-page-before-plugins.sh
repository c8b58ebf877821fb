#!/usr/bin/env bash
# Package: mkdocs-rss-plugin 1.19.0 on MkDocs 1.6.1.
# Guess:   with `abstract_chars_count: -1` a feed has whole pages as readers see them: the plugin reads a page in
#          on_page_content with priority -75, after all others.
# Instead: it reads `page.content`, which MkDocs sets anew only after the event: what any plugin or hook does in
#          on_page_content is on the page and not in the feed, whichever comes first.
# Matters: readers of the feed see placeholders, links without their mending and texts that the site has taken out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-rss-plugin==1.19.0
mkdir docs
cat > mkdocs.yml <<'END'
site_name: Notes
site_url: https://example.org/
hooks: [hook.py]
plugins: [rss: {abstract_chars_count: -1, use_git: false}]
END
printf 'def on_page_content(html, **_):\n    return html.replace("[day]", "3 May")\n' > hook.py
printf -- '---\ntitle: Home\ndate: 2026-05-03\n---\n\nHeard on [day].\n' > docs/index.md
NO_MKDOCS_2_WARNING=1 env/bin/mkdocs build -q --strict
{ echo "page: $(grep -o 'Heard on [^.]*' site/index.html)"
  echo "feed: $(grep -o 'Heard on [^.]*' site/feed_rss_created.xml)"; } | tee seen
diff seen - <<'END'
page: Heard on 3 May
feed: Heard on [day]
END
