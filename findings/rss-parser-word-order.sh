#!/usr/bin/env bash
# Package: rss-parser 3.13.0 (npm).
# Guess:   the content of an Atom entry comes out as it was written, whichever of Atom's three types it has.
# Instead: with type="xhtml" all plain words come first and all marked words after them: "Plan <em>first</em>, then
#          <b>write</b>." is read as "Plan , then .firstwrite". The same text as type="html" is right.
# Matters: pages that gather posts of other blogs print sentences that nobody wrote; nothing is missing and
#          nothing raises, so a test that searches for words passes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . rss-parser@3.13.0 > /dev/null
cat > read.cjs <<'END'
const Parser = require('rss-parser');
const feed = (content) => `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:notes</id><title>Notes</title>
<updated>2026-05-03T10:00:00Z</updated><entry><id>urn:one</id><title>One</title><updated>2026-05-03T10:00:00Z</updated>
${content}</entry></feed>`;
const forms = {
  html: '<content type="html">Plan &lt;em&gt;first&lt;/em&gt;, then &lt;b&gt;write&lt;/b&gt;.</content>',
  xhtml: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    + 'Plan <em>first</em>, then <b>write</b>.</div></content>',
};
(async () => {
  for (const [name, content] of Object.entries(forms)) {
    const read = await new Parser().parseString(feed(content));
    console.log(`${name}: ${read.items[0].contentSnippet}`);
  }
})();
END
node read.cjs | tee seen
diff seen - <<'END'
html: Plan first, then write.
xhtml: Plan , then .firstwrite
END
