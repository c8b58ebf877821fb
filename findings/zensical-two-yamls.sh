#!/usr/bin/env bash
# Package: Zensical 0.0.73.
# Guess:   one program reads YAML one way: what `extra` of mkdocs.yml says and what a post says come out alike; where
#          MkDocs builds the site, a day in `extra` is no trouble.
# Instead: mkdocs.yml is read as MkDocs does it, posts are read by YAML 1.2: `12:30` is 750 in one and 12:30 in the
#          other, `010` is 8 and 10, the short commit `7e2` is itself and 700.0. A day in a post is text; the same
#          day in `extra` ends the build with a TypeError that names neither the line nor `since`.
# Matters: a template that compares a post's value with the site's (`page.meta.at == config.extra.at`) never finds them
#          equal, and a site with `extra: {since: 2020-05-03}` can't change its builder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q zensical==0.0.73
mkdir docs over
values='{a: 12:30, b: 010, c: 7e2, d: 1_000}'
printf 'site_name: Notes\ntheme: {custom_dir: over}\nextra: %s\n' "$values" > mkdocs.yml
printf -- '---\nmine: %s\nday: 2020-05-03\n---\n# Home\n' "$values" > docs/index.md
cat > over/main.html <<'END'
{% if page is defined and page.meta is defined %}{% for key in ["a", "b", "c", "d"] %}
LINE site {{ config.extra[key] }}, post {{ page.meta.mine[key] }}
{% endfor %}
LINE day of the post {{ page.meta.day }}
{% endif %}
END
{
  env/bin/zensical build --strict 2>&1 | grep issues
  grep LINE site/index.html
  printf 'site_name: Notes\nextra: {since: 2020-05-03}\n' > mkdocs.yml
  env/bin/zensical build 2>&1 | grep Error || true
} | tee seen
diff seen - <<'END'
No issues found
LINE site 750, post 12:30
LINE site 8, post 10
LINE site 7e2, post 700.0
LINE site 1000, post 1_000
LINE day of the post 2020-05-03
TypeError: unsupported dynamic value
TypeError: failed to extract field Project.extra
END
