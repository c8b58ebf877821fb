#!/usr/bin/env bash
# Package: mkdocs-material 9.8.2 (its meta plugin) on MkDocs 1.6.1.
# Guess:   what a post says about a key comes before what its folder's `.meta.yml` says: `tags:` left empty takes the
#          tags of the folder away, weight 1.5 comes before weight 1, a due time before a due day.
# Instead: each ends the build with a traceback of the library that merges: the two types must be the same, and an
#          empty value, a float beside an integer, a time beside a day are others. Lists are added, so that
#          no way is left to have fewer tags than the folder.
# Matters: a folder's file that was fine for years makes each later post a risk for the whole site: the post alone is
#          right, and is built where the folder has no such file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q mkdocs==1.6.1 mkdocs-material==9.8.2
export NO_MKDOCS_2_WARNING=1
mkdir -p docs/log
printf 'site_name: Notes\ntheme: {name: material}\nplugins: [meta, tags]\n' > mkdocs.yml
printf '# Home\n' > docs/index.md
printf 'tags: [work]\nweight: 1\ndue: 2026-05-03\n' > docs/log/.meta.yml
for front in 'tags: [go]' 'tags: []' 'tags:' 'weight: 2' 'weight: 1.5' 'due: 2026-05-03 10:00:00'; do
  for folder in log .; do
    rm -rf site docs/post.md docs/log/post.md
    printf -- '---\n%s\n---\n# Post\n' "$front" > "docs/$folder/post.md"
    if env/bin/mkdocs build -q > said 2>&1; then
      tags=$({ grep -oE '"md-tag">[a-z]+' "site/$folder/post/index.html" || true; } | sed 's/.*>//' | sort | xargs)
      echo "$folder, $front: built, tags: ${tags:-none}"
    else
      echo "$folder, $front: $(tail -1 said)"
    fi
  done
done | tee seen
diff seen - <<'END'
log, tags: [go]: built, tags: go work
., tags: [go]: built, tags: go
log, tags: []: built, tags: work
., tags: []: built, tags: none
log, tags:: TypeError: destination type: <class 'list'> differs from source type: <class 'NoneType'> for key: "tags"
., tags:: built, tags: none
log, weight: 2: built, tags: work
., weight: 2: built, tags: none
log, weight: 1.5: TypeError: destination type: <class 'int'> differs from source type: <class 'float'> for key: "weight"
., weight: 1.5: built, tags: none
log, due: 2026-05-03 10:00:00: TypeError: destination type: <class 'datetime.date'> differs from source type: <class 'datetime.datetime'> for key: "due"
., due: 2026-05-03 10:00:00: built, tags: none
END
