#!/usr/bin/env bash
# Package: keepachangelog 2.0.0 (pip), a reader and writer of the changelogs that keepachangelog.com describes.
# Guess:   a point that goes on in the next line is one point, as in Markdown, and so is one with points below it; and
#          `## [1.1.0] - 2026-05-02 [YANKED]`, the form's own mark of a release taken back, is of 2 May.
# Instead: each line is a point: the second half of a sentence stands as a change of its own, with a dash when it is
#          written back, and points below others are their equals. The day of the release is "2026-05-02 [yanked]".
# Matters: whoever lists or counts what is new from such a file, as release notes, feeds and roadmaps do, shows torn sentences;
#          and sorts the release that was taken back as the newest of its day, or ends at a day that is none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q keepachangelog==2.0.0
cat > CHANGELOG.md <<'END'
# Changelog

## [1.1.0] - 2026-05-02 [YANKED]

### Added

- Wrens, which are drawn
  in their nests only.
- Birds:
  - larks
  - owls

## [1.0.0] - 2026-05-01

### Fixed

- Larks sing.
END
cat > read.py <<'END'
import keepachangelog

changes = keepachangelog.to_dict("CHANGELOG.md")
for version, change in changes.items():
    print(version, repr(change["metadata"]["release_date"]), change.get("added", change.get("fixed")))
print(keepachangelog.from_dict(changes).split("Versioning", 1)[1].split("\n\n", 1)[1].split("\n\n")[0])
END
env/bin/python read.py | tee seen
diff seen - <<'END'
1.1.0 '2026-05-02 [yanked]' ['Wrens, which are drawn', 'in their nests only.', 'Birds:', 'larks', 'owls']
1.0.0 '2026-05-01' ['Larks sing.']
## [1.1.0] - 2026-05-02 [yanked]
### Added
- Wrens, which are drawn
- in their nests only.
- Birds:
- larks
- owls
END
