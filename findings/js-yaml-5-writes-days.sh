#!/usr/bin/env bash
# Package: js-yaml 5.5.0 beside 4.3.2 (npm).
# Guess:   what `dump` wrote `load` of the same release reads back: a Date is a Date. And YAML with a merge key (`<<`)
#          that version 4 merged is merged or refused by version 5.
# Instead: `dump` writes the Date as a bare timestamp, which `load` now reads as a string. A merge key is kept as a key
#          that is named "<<": the post has no goal, and nothing raises. Text that is only a comment, null before, raises.
# Matters: editors of front matter read, change and write posts with it; the code that had a Date has a string after
#          the first saving, and posts that share their goal by an anchor have lost it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . four@npm:js-yaml@4.3.2 five@npm:js-yaml@5.5.0 > /dev/null
cat > read.cjs <<'END'
for (const name of ['four', 'five']) {
  const yaml = require(name);
  const text = yaml.dump({ day: new Date('2026-05-03T10:00:00Z') });
  const day = yaml.load(text).day;
  console.log(name, text.trim(), '->', day instanceof Date ? 'Date' : typeof day);
  const post = 'base: &base {goal: run, status: idea}\npost:\n  <<: *base\n  status: done\n';
  console.log(name, JSON.stringify(yaml.load(post).post));
  try {
    console.log(name, 'only a comment:', yaml.load('# nothing\n'));
  } catch (error) {
    console.log(name, 'only a comment:', error.message.split('\n')[0]);
  }
}
END
node read.cjs | tee seen
diff seen - <<'END'
four day: 2026-05-03T10:00:00.000Z -> Date
four {"goal":"run","status":"done"}
four only a comment: null
five day: 2026-05-03T10:00:00.000Z -> string
five {"<<":{"goal":"run","status":"idea"},"status":"done"}
five only a comment: expected a document, but the input is empty
END
