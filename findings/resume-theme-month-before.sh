#!/usr/bin/env bash
# Package: jsonresume-theme-stackoverflow 3.3.0 (npm), beside jsonresume-theme-elegant 1.16.1: themes of JSON Resume.
# Guess:   work that began in `2026-05`, as the format writes months, began in May, wherever the page is made.
# Instead: west of Greenwich stackoverflow prints April, and of studies from 2020 on December 2019: the month is read
#          as its first moment in Greenwich and printed in the zone of the machine. elegant prints May in both.
# Matters: one file is two lives, by where it was built: right on a server, a month early on a laptop in America.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . jsonresume-theme-stackoverflow@3.3.0 jsonresume-theme-elegant@1.16.1 > /dev/null
cat > print.cjs <<'END'
const resume = {
  basics: { name: 'Ada Wren', label: 'Drawer', summary: 'Birds.', location: { city: 'Nest' }, profiles: [] },
  work: [{ name: 'Nest', position: 'Drawer', startDate: '2026-05', endDate: '2026-08', summary: 'Drew.', highlights: [] }],
  education: [{ institution: 'School', area: 'Birds', studyType: 'BA', startDate: '2020', endDate: '2023', courses: [] }],
};
for (const theme of ['stackoverflow', 'elegant']) {
  const html = require('jsonresume-theme-' + theme).render(structuredClone(resume));
  const text = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ').replace(/,/g, '');
  const days = text.match(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +20\d\d/g);
  console.log(process.env.TZ, theme, days.join(', '));
}
END
for zone in UTC America/New_York; do TZ=$zone node print.cjs; done | tee seen
diff seen - <<'END'
UTC stackoverflow May 2026, Aug 2026, Jan 2020, Jan 2023
UTC elegant May 2026, Aug 2026, Jan 2020, Jan 2023
America/New_York stackoverflow Apr 2026, Jul 2026, Dec 2019, Dec 2022
America/New_York elegant May 2026, Aug 2026, Jan 2020, Jan 2023
END
