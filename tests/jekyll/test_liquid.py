"""The Liquid of a Jekyll page: what is run comes out as from Jekyll, and what is not stands there."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.liquid import Scope, carry, controls, untouched
from mkdocs_career_roadmap.jekyll.shapes import Carried, Kind, Line

from .liquid_oracle import JEKYLL, built

CONFIG = """\
title: My Blog & Co
url: https://example.org
baseurl: /x
author:
  name: Ana <Ł> "Q"
  links: [one, two]
amount: 3
ratio: 1.5
yes_is: true
timezone: UTC
"""
FRONT_MATTER = """\
title: "On `x` and Straße"
tags: [a, b]
n: 12
f: 2.50
off: false
nothing:
deep:
  - name: first
    "a key": 1
  - [x, [y, z]]
text: "  <p>Hi & <b>you</b></p>\\n<!-- no -->  "
day: 2014-03-09
when: "2014-03-09 15:04:05 +0100"
word: "ångström ÉCLAIR o'clock"
path_: "/a b/ü?q=x y&r=1+2#f g"
"""
FILES = {
    "_config.yml": CONFIG,
    "_posts/2014-01-02-first.md": "---\ntitle: First\n---\n",
    "about.md": "---\ntitle: About\n---\n",
    "assets/x y.txt": "text",
}
ADDRESSES = {
    "2014-01-02-first": "/2014/01/02/first.html",
    "_posts/2014-01-02-first.md": "/2014/01/02/first.html",
    "about.md": "/about.html",
    "assets/x y.txt": "/assets/x y.txt",
}


def scope(**page: object) -> Scope:
    return Scope(
        site=yaml.safe_load(CONFIG),
        page=yaml.safe_load(FRONT_MATTER) | page,
        baseurl="/x",
        url="https://example.org",
        post_url=ADDRESSES.get,
        file_url=ADDRESSES.get,
    )


def carried(body: str, is_markdown: bool = True, first_line: int = 1, **page: object) -> Carried:
    return carry(body, first_line, scope(**page), is_markdown)


def text(body: str, is_markdown: bool = True, **page: object) -> str:
    return "\n".join(line.text for line in carried(body, is_markdown, **page).lines)


def notes(body: str, is_markdown: bool = True) -> list[tuple[int, str]]:
    return [(line, said) for _, line, said in carried(body, is_markdown).notes]


# --- as Jekyll does ---

SAME = [
    "plain { text } % }} %}",
    "a {% raw %}{{ x }} {% if %} {% endraw %} b",
    "a {% raw -%}  {{ x }}  {% endraw %}  b",
    "a {%- raw %}  {{ x }}  {% endraw -%}  b",
    "{% raw %}`{%`{% endraw %} and {% raw %}{{{% endraw %}",
    "{% raw %}{% and %}{% endraw %}",
    "{% raw %}{% raw %}{% endraw %}",
    "{%raw%}{{x}}{%endraw%}",
    "{% raw %}\n{{ x }}\n{% endraw %}\n",
    "a {% comment %} no {{ x }} {% endcomment %} b",
    "a {% comment %} 1 {% comment %} 2 {% endcomment %} 3 {% endcomment %} b",
    "a {% comment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %} b",
    "a {% comment %}{% if x %}{% endif %}{% foo %}{% endcomment %} b",
    "a  {%- comment -%} x {%- endcomment -%}  b",
    "a  {%- comment -%} x {% endcomment %}  b",
    "a\n{% comment %}\nx\n{% endcomment %}\nb",
    "a {% # a note %} b {%- # and\n # more -%} c",
    'a {{ "{%" }} b {{ "{{" }} c',
    "{{ }}|{{-}}|{{--}}|{{ nil }}|{{ null }}|{{ true }}|{{ false }}|{{ blank }}|{{ empty }}",
    '{{ "a" }}{{ \'b\' }}{{ 12 }}{{ -3 }}{{ 1.50 }}{{ -0.5 }}{{ 100000.0 }}',
    "{{ site.title }} {{ site.author.name }} {{ site.author.links[1] }} {{ site['title'] }}",
    '{{ site["author"]["name"] }} {{ site.author.links }} {{ site.amount }} {{ site.ratio }} {{ site.yes_is }}',
    "{{ site.baseurl }}{{ site.url }}/a {{ site.author.nope }} {{ site.author.nope.deeper }}",
    "{{ page.title }} {{page.n}} {{ page.f }} {{ page.off }} {{ page.nothing }} {{ page.none }} {{ page.tags }}",
    '{{ page.deep[0].name }} {{ page.deep[0]["a key"] }} {{ page.deep[1] }} {{ page.deep[-1][0] }}',
    "{{ page.deep.first.name }} {{ page.deep.last }} {{ page.deep.size }} {{ page.title.size }} {{ page.deep[7] }}",
    "{{ page.day }} {{ page.when }}",
    "a\n  {{- page.n -}}  \nb",
    "a  {{- page.n }}  b {{ page.n -}}  c",
    "a {{ page.none -}}   b   {{- page.none }} c",
    "a   {%- assign x = 1 %}\n\n {%- assign y = 2 -%}\n b {{ x }}{{ y }}",
    "{% assign x = 'v' %}{{ x }}{% assign x = x | append: 'w' %}{{ x }}{{x.size}}",
    "{% assign x = page.deep %}{{ x[0].name }}",
    "{% assign x=nil %}[{{ x }}]{% assign y = page.n %}{{y}}",
    "{% assign page = 1 %}{{ page }}{{ page.title }}",
    "{% capture c %} a {{ page.n }}\n{% endcapture %}[{{ c }}]{{ c | strip }}",
    "{% capture c -%}  a  {%- endcapture -%}  [{{ c }}]",
    "{% capture c %}{% capture d %}1{% endcapture %}{{ d }}2{% endcapture %}{{ c }}",
    "a  {% capture c %}{% raw %}{{ x }}{% endraw %}{% endcapture %}{{ c }}",
    "{% echo page.n | append: 'x' %}",
    "{% post_url 2014-01-02-first %} {%post_url 2014-01-02-first%} {% link about.md %} {%- link assets/x y.txt %}",
    "[a]({% post_url 2014-01-02-first %}#top) {% link _posts/2014-01-02-first.md %}",
    "{{ '/a' | relative_url }} {{ 'a' | relative_url }} {{ '' | relative_url }} {{ '/' | relative_url }}",
    "{{ 'http://e.org/ü x' | relative_url }} {{ 'mailto:a@b.c' | relative_url }} {{ nil | relative_url }}",
    "{{ page.path_ | relative_url }} {{ page.path_ | absolute_url }} {{ '/%7Ea%2Fb' | relative_url }}",
    "{{ '/a/../b/./c' | relative_url }} {{ '/a//b/' | relative_url }} {{ '/../a/..' | relative_url }}",
    "{{ '/a' | absolute_url }} {{ '' | absolute_url }} {{ 'https://X.org/' | absolute_url }} {{ '#f' | relative_url }}",
    "{{ '?a=%2B+%20&b' | relative_url }} {{ '/a.b-c_d~e' | relative_url }} {{ 12 | relative_url }}",
    "{{ '/a' | prepend: site.baseurl | prepend: site.url }} {{ 'a' | append: 1 | append: nil | append: true }}",
    "{{ page.text | escape }} {{ site.author.name | escape }} {{ page.word | escape }} {{ page.text | xml_escape }}",
    "{{ site.author.name | xml_escape }} {{ page.word | xml_escape }} {{ '\"q\"' | xml_escape }} {{ nil | xml_escape }}",
    "{{ 'foo, bar;baz?*~' | cgi_escape }} {{ 'foo, b/a r+' | url_encode }} {{ nil | url_encode }} {{ 1 | url_encode }}",
    "{{ 'foo, bar \\baz? ü %20' | uri_escape }} {{ 'http://foo.com/?q=foo, \\bar?' | uri_escape }}",
    "{{ page.word | upcase }} {{ page.word | downcase }} {{ page.word | capitalize }} {{ page.title | upcase }}",
    "[{{ page.text | strip }}] [{{ page.text | strip_html }}] [{{ page.text | lstrip }}] [{{ page.text | rstrip }}]",
    "{{ '<script>a<b</script>c<style>d</style>e<!-- f -->g<br>h < i' | strip_html }}",
    "{{ 'aXbXc' | replace: 'X', '-' }} {{ 'aXbXc' | remove: 'X' }} {{ 'abc' | replace: '', '-' }} {{ 1 | replace: 1, 2 }}",
    "{{ 'aXbXc' | replace_first: 'X', '-' }} {{ 'aXbXc' | remove_first: 'X' }} {{ 'aXb' | replace: 'X' }}",
    "{{ 'The _config.yml file' | slugify }} {{ 'The _config.yml file' | slugify: 'pretty' }} {{ nil | slugify }}",
    "{{ 'The _cönfig.yml file' | slugify: 'ascii' }} {{ 'The cönfig  F' | slugify: 'raw' }} {{ 'A Ö' | slugify: 'none' }}",
    "{{ page.word | slugify }} {{ '--a--' | slugify }} {{ '!' | slugify }} {{ '- a -' | slugify: 'default' }}",
    "{{ page.none | default: 'd' }} {{ page.off | default: 'd' }} {{ '' | default: 'd' }} {{ page.n | default: 'd' }}",
    "{{ site.nope | default: page.title | upcase }} {{ page.none | default: nil }} {{ page.none | default }}",
    "{{ page.text | normalize_whitespace }} {{ 'a\nb' | newline_to_br }} {{ 'a\nb' | strip_newlines }}",
    "{{ '/a/index.html' | strip_index }} {{ '/a/b.html' | strip_index }}",
    "{{ page.when | date: '%Y-%m-%d %H:%M:%S %z %:z %j %U %W %V %G %g %u %w %C %y %s' }}",
    "{{ page.when | date: '%B %b %h %A %a %p %P %I %l %k %e %-d %-m %_d %^b %^A %#p %%' }}",
    "{{ page.when | date: '%c|%D|%F|%R|%T|%x|%X|%r|%v|%n|%t|%010Y|%3d|%-I|%_H|%020F|%10A|%-y' }}",
    "{{ page.day | date: '%B %-d, %Y' }} {{ '2014-01-05' | date: '%U %W %j %a' }} {{ '2014/1/5' | date: '%F' }}",
    "{{ 'no such' | date: '%Y' }} {{ page.day | date: '' }} {{ 0 | date: '%F %T' }} {{ '1400000000' | date: '%F' }}",
    "{{ nil | date: '%Y' }} {{ '2014-01-05T06:07:08Z' | date: '%F %T %z' }}",
    "{{ page.day | date_to_string }} {{ page.day | date_to_long_string }} {{ page.when | date_to_string }}",
    "{{ page.day | date_to_string: 'ordinal' }} {{ page.day | date_to_string: 'ordinal', 'US' }} {{ nil | date_to_string }}",
    "{{ '2014-01-11' | date_to_long_string: 'ordinal' }} {{ '2014-01-22' | date_to_long_string: 'ordinal', 'US' }}",
    "{{ page.when | date_to_xmlschema }} {{ page.when | date_to_rfc822 }}",
    "{{ page.title|upcase|downcase }} {{ page['title'] | append:'x'|append : \"y\" }} {{ page.n|date:'%Y' }}",
    "{{\npage.title\n|\nupcase\n}} after",
    "a\n{% assign\nx = 1\n%}\n{{ x }}",
    "`{{ page.n }}` ``` {{ page.n }} ```",
]


@pytest.fixture(scope="module")
def jekylls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if not JEKYLL:
        pytest.skip("Jekyll is not installed")
    return dict(zip(SAME, built(tmp_path_factory.mktemp("jekyll"), FILES, SAME, FRONT_MATTER), strict=True))


@pytest.mark.parametrize("body", SAME, ids=range(len(SAME)))
def test_what_is_run_comes_out_as_from_jekyll(jekylls: dict[str, str], body: str) -> None:
    result = carried(body, is_markdown=False)
    assert "\n".join(line.text for line in result.lines) == jekylls[body]
    assert [note for note in result.notes if note[0] is Kind.LEFT] == []
