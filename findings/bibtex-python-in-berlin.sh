#!/usr/bin/env bash
# Package: @retorquere/bibtex-parser 9.0.29 and biblatex-csl-converter 3.2.2 (npm), beside bibtex-parse-js 0.0.24 (npm).
# Guess:   a reader of BibTeX gives the title that stands there; lower case is for a style to choose. `and others` are no person, and
#          a pound is a pound.
# Instead: the first puts titles into lower case as it reads, the second as it writes CSL: "Learning Python in Berlin" is
#          "Learning python in berlin", Mac OS is mac OS; and "others" is the last author of the paper. The first sorts the
#          keywords, the second leaves out \pounds and \S.
# Matters: a page of publications, made of a file without braces around each name, spells cities and languages small, and has a
#          co-author called others.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @retorquere/bibtex-parser@9.0.29 biblatex-csl-converter@3.2.2 bibtex-parse-js@0.0.24 \
    > /dev/null
cat > wrens.bib <<'END'
@article{wren,
  title = {Learning Python in Berlin: The Birds of Hull and Mac OS},
  author = {Wren, Jenny and others},
  keywords = {wrens, birds},
  note = {costs \pounds 5},
  date = {2026-05},
}
END
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { parse } from '@retorquere/bibtex-parser';
import { CSLExporter, parse as parseBiblatex } from 'biblatex-csl-converter';
import bibtexParseJs from 'bibtex-parse-js';
const text = readFileSync('wrens.bib', 'utf8');
const show = (name, title, authors, keywords, note) => console.log(`${name}: ${title} | ${authors} | ${keywords} | ${note}`);
const names = (people) => people.map((person) => person.lastName ?? person.family ?? person.literal).join(' and ');
const first = parse(text).entries[0].fields;
show('bibtex-parser', first.title, names(first.author), first.keywords, first.note);
const entries = parseBiblatex(text).entries;
const csl = Object.values(new CSLExporter(entries).parse())[0];
show('biblatex-csl-converter', csl.title, names(csl.author), Object.values(entries)[0].fields.keywords, csl.note);
const third = bibtexParseJs.toJSON(text)[0].entryTags;
show('bibtex-parse-js', third.title, third.author, third.keywords, third.note);
END
node read.mjs | tee seen
diff seen - <<'END'
bibtex-parser: Learning python in berlin: The birds of hull and mac OS | Wren and others | birds,wrens | costs £5
biblatex-csl-converter: Learning python in berlin: the birds of hull and mac OS | Wren and others | wrens,birds | costs  5
bibtex-parse-js: Learning Python in Berlin: The Birds of Hull and Mac OS | Wren, Jenny and others | wrens, birds | costs \pounds 5
END
