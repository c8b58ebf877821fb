#!/usr/bin/env bash
# Package: Jinja 3.1.6 with MarkupSafe 3.0.4 (pip), Liquid 5.4.0 as Debian has it, liquidjs 10.30.1, nunjucks 3.2.4 (npm); beside
#          Django 5.2.19 (pip) and striptags 3.2.0 (npm).
# Guess:   `striptags` and `strip_html`, with which templates make an excerpt of a page, take whole tags away; a > within an
#          attribute, which HTML allows, is none that ends a tag.
# Instead: four of six end the tag there: of a picture whose text is "Home > Birds" they print `Birds" src="nest.png">` into the
#          excerpt. Jinja and nunjucks print the rules of a <style> besides, which Liquid leaves out.
# Matters: descriptions of pages in searches, feeds and cards begin with half a tag and an address, for the one post that has a
#          breadcrumb, an arrow or a formula in an attribute.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
ruby -e "gem 'liquid', '5.4.0'" 2> /dev/null || apt-get install -y -qq ruby-liquid > /dev/null
python3 -m venv env
env/bin/pip install -q jinja2==3.1.6 markupsafe==3.0.4 django==5.2.19
npm install --silent --no-audit --no-fund --prefix . liquidjs@10.30.1 nunjucks@3.2.4 striptags@3.2.0 > /dev/null
cat > page.html <<'END'
<style>nav > a { color: green }</style><p><img alt="Home > Birds" src="nest.png"> Wrens build nests.</p>
END
cat > excerpt.py <<'END'
import jinja2
from django.utils.html import strip_tags

page = open("page.html").read()
print("Jinja:", jinja2.Template("{{ page | striptags }}").render(page=page))
print("Django:", strip_tags(page).strip())
END
cat > excerpt.rb <<'END'
require 'liquid'
puts 'Liquid: ' + Liquid::Template.parse('{{ page | strip_html }}').render('page' => File.read('page.html')).strip
END
cat > excerpt.mjs <<'END'
import { readFileSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import nunjucks from 'nunjucks';
import striptags from 'striptags';
const page = readFileSync('page.html', 'utf8');
console.log('liquidjs:', new Liquid().parseAndRenderSync('{{ page | strip_html }}', { page }).trim());
console.log('nunjucks:', new nunjucks.Environment(null, { autoescape: false }).renderString('{{ page | striptags }}', { page }).trim());
console.log('striptags:', striptags(page).trim());
END
{ env/bin/python excerpt.py; ruby excerpt.rb; node excerpt.mjs; } | tee seen
diff seen - <<'END'
Jinja: nav > a { color: green } Birds" src="nest.png"> Wrens build nests.
Django: nav > a { color: green } Wrens build nests.
Liquid: Birds" src="nest.png"> Wrens build nests.
liquidjs: Birds" src="nest.png"> Wrens build nests.
nunjucks: nav > a { color: green } Birds" src="nest.png"> Wrens build nests.
striptags: nav > a { color: green } Wrens build nests.
END
