"""The Liquid of a Jekyll page: what is run comes out as from Jekyll, and what is not stands there."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import yaml
from depth import tries
from each import each
from hostile import LIQUID
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.liquid import LiquidScope, carry, controls, untouched
from mkdocs_career_roadmap.jekyll.liquid.engine import LiquidEngine
from mkdocs_career_roadmap.jekyll.liquid.filters import FILTERS
from mkdocs_career_roadmap.jekyll.liquid.known_includes import known_include
from mkdocs_career_roadmap.jekyll.liquid.pictures import picture_of
from mkdocs_career_roadmap.new_site.lines import Carried, NoteKind, TextLine
from work import LINEAR, growth

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


def scope(**page: object) -> LiquidScope:
    return LiquidScope(
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
    "{{ \"a\" }}{{ 'b' }}{{ 12 }}{{ -3 }}{{ 1.50 }}{{ -0.5 }}{{ 100000.0 }}",
    "{{ site.title }} {{ site.author.name }} {{ site.author.links[1] }} {{ site['title'] }}",
    '{{ site["author"]["name"] }} {{ site.author.links }}',
    "{{ site.amount }} {{ site.ratio }} {{ site.yes_is }}",
    "{{ site.baseurl }}{{ site.url }}/a {{ site.author.nope }} {{ site.author.nope.deeper }}",
    "{{ page.title }} {{page.n}} {{ page.f }} {{ page.off }} {{ page.nothing }} {{ page.none }}",
    "{{ page.tags }}",
    '{{ page.deep[0].name }} {{ page.deep[0]["a key"] }} {{ page.deep[1] }} {{ page.deep[-1][0] }}',
    "{{ page.deep.first.name }} {{ page.deep.last }} {{ page.deep.size }} {{ page.title.size }}",
    "{{ page.deep[7] }}",
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
    "{% post_url 2014-01-02-first %} {%post_url 2014-01-02-first%}",
    "{% assign name = 'about' %}{% link {{ name }}.md %}",
    "{% link about.md %} {%- link assets/x y.txt %}",
    "[a]({% post_url 2014-01-02-first %}#top) {% link _posts/2014-01-02-first.md %}",
    "{{ '/a' | relative_url }} {{ 'a' | relative_url }} {{ '' | relative_url }} {{ '/' | relative_url }}",
    "{{ 'http://e.org/ü x' | relative_url }} {{ 'mailto:a@b.c' | relative_url }} {{ nil | relative_url }}",
    "{{ page.path_ | relative_url }} {{ page.path_ | absolute_url }} {{ '/%7Ea%2Fb' | relative_url }}",
    "{{ '/a/../b/./c' | relative_url }} {{ '/a//b/' | relative_url }} {{ '/../a/..' | relative_url }}",
    "{{ '/a' | absolute_url }} {{ '' | absolute_url }} {{ 'https://X.org/' | absolute_url }}",
    "{{ '#f' | relative_url }}",
    "{{ '?a=%2B+%20&b' | relative_url }} {{ '/a.b-c_d~e' | relative_url }} {{ 12 | relative_url }}",
    "{{ '/a' | prepend: site.baseurl | prepend: site.url }}",
    "{{ 'a' | append: 1 | append: nil | append: true }}",
    "{{ page.text | escape }} {{ site.author.name | escape }} {{ page.word | escape }}",
    "{{ page.text | xml_escape }}",
    "{{ site.author.name | xml_escape }} {{ page.word | xml_escape }} {{ '\"q\"' | xml_escape }}",
    "{{ nil | xml_escape }}",
    "{{ 'foo, bar;baz?*~' | cgi_escape }} {{ 'foo, b/a r+' | url_encode }}",
    "{{ nil | url_encode }} {{ 1 | url_encode }}",
    "{{ 'foo, bar \\baz? ü %20' | uri_escape }} {{ 'http://foo.com/?q=foo, \\bar?' | uri_escape }}",
    "{{ page.word | upcase }} {{ page.word | downcase }} {{ page.word | capitalize }}",
    "{{ page.title | upcase }}",
    "[{{ page.text | strip }}] [{{ page.text | strip_html }}]",
    "[{{ page.text | lstrip }}] [{{ page.text | rstrip }}]",
    "{{ '<script>a<b</script>c<style>d</style>e<!-- f -->g<br>h < i' | strip_html }}",
    "{{ 'aXbXc' | replace: 'X', '-' }} {{ 'aXbXc' | remove: 'X' }}",
    "{{ 'abc' | replace: '', '-' }} {{ 1 | replace: 1, 2 }}",
    "{{ 'aXbXc' | replace_first: 'X', '-' }} {{ 'aXbXc' | remove_first: 'X' }} {{ 'aXb' | replace: 'X' }}",
    "{{ 'The _config.yml file' | slugify }} {{ 'The _config.yml file' | slugify: 'pretty' }}",
    "{{ nil | slugify }}",
    "{{ 'The _cönfig.yml file' | slugify: 'ascii' }} {{ 'The cönfig  F' | slugify: 'raw' }}",
    "{{ 'A Ö' | slugify: 'none' }}",
    "{{ page.word | slugify }} {{ '--a--' | slugify }} {{ '!' | slugify }}",
    "{{ '- a -' | slugify: 'default' }}",
    "{{ page.none | default: 'd' }} {{ page.off | default: 'd' }} {{ '' | default: 'd' }}",
    "{{ page.n | default: 'd' }}",
    "{{ site.nope | default: page.title | upcase }} {{ page.none | default: nil }} {{ page.none | default }}",
    "{{ page.text | normalize_whitespace }} {{ 'a\nb' | newline_to_br }} {{ 'a\nb' | strip_newlines }}",
    "{{ page.tags | join }} {{ page.tags | join: ', ' }} {{ page.n | join: '-' }}",
    "{{ nil | join }} {{ page.tags | size }}",
    "{{ 'äb' | size }} {{ nil | size }} {{ site.author | size }} {{ page.day | size }}",
    "{{ page.none | join: ',' }}",
    "{{ '' | strip_index | absolute_url }} {{ '/a/index.html' | strip_index }}",
    "{{ '/a/b.html' | strip_index }}",
    "{{ page.when | date: '%Y-%m-%d %H:%M:%S %z %:z %j %U %W %V %G %g %u %w %C %y %s' }}",
    "{{ page.when | date: '%B %b %h %A %a %p %P %I %l %k %e %-d %-m %_d %^b %^A %#p %%' }}",
    "{{ page.when | date: '%c|%D|%F|%R|%T|%x|%X|%r|%v|%n|%t|%010Y|%3d|%-I|%_H|%020F|%10A|%-y' }}",
    "{{ page.day | date: '%B %-d, %Y' }} {{ '2014-01-05' | date: '%U %W %j %a' }}",
    "{{ '2014/1/5' | date: '%F' }}",
    "{{ 'June 2016' | date: '%Y %B %-d' }} {{ 'January 19, 2023' | date: '%B %e' }}",
    "{{ '3rd Feb 2001 10:05 PM' | date: '%F %T' }} {{ 'Sunday' | date: '' }} {{ 'in a day' | date: '%Y' }}",
    "{{ 'Fri, 5 Mar 1999' | date: '%a %F' }} {{ '20190305' | date: '%F' }} {{ '5.3.2019' | date: '%F' }}",
    "{{ 'no such' | date: '%Y' }} {{ page.day | date: '' }} {{ 0 | date: '%F %T' }}",
    "{{ '1400000000' | date: '%F' }}",
    "{{ nil | date: '%Y' }} {{ '2014-01-05T06:07:08Z' | date: '%F %T %z' }}",
    "{{ page.day | date_to_string }} {{ page.day | date_to_long_string }} {{ page.when | date_to_string }}",
    "{{ page.day | date_to_string: 'ordinal' }} {{ page.day | date_to_string: 'ordinal', 'US' }}",
    "{{ nil | date_to_string }}",
    "{{ '2014-01-11' | date_to_long_string: 'ordinal' }}",
    "{{ '2014-01-22' | date_to_long_string: 'ordinal', 'US' }}",
    "{{ page.when | date_to_xmlschema }} {{ page.when | date_to_rfc822 }}",
    "{{ page.title|upcase|downcase }} {{ page['title'] | append:'x'|append : \"y\" }} {{ page.n|date:'%Y' }}",
    "{{\npage.title\n|\nupcase\n}} after",
    "a\n{% assign\nx = 1\n%}\n{{ x }}",
    "`{{ page.n }}` ``` {{ page.n }} ```",
]


@pytest.fixture(scope="module")
def jekylls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if not JEKYLL:
        pytest.fail("Jekyll is not installed; run tests/jekyll/install-jekyll.sh")
    return dict(zip(SAME, built(tmp_path_factory.mktemp("jekyll"), FILES, SAME, FRONT_MATTER), strict=True))


@pytest.mark.parametrize("body", SAME, ids=range(len(SAME)))
def test_what_is_run_comes_out_as_from_jekyll(jekylls: dict[str, str], body: str) -> None:
    result = carried(body, is_markdown=False)
    assert "\n".join(line.text for line in result.lines) == jekylls[body]
    assert [note for note in result.notes if note[0] is NoteKind.LEFT] == []


# --- code ---

CODE = [
    "{% highlight ruby %}\nputs 1\n{% endhighlight %}",
    "{% highlight c %}x{% endhighlight %}",
    "{% highlight C++ %}\n\n\n  a\n\n  b\n\n{% endhighlight %}",
    "{% highlight html %}{% raw %}\n<b>{{ x }}</b> &amp; ``` {% if %}\n{% endraw %}{% endhighlight %}",
    "{% highlight text %}\n{{ page.n }} {% comment %}no{% endcomment %}\n\tx\n{% endhighlight %}",
    '{% highlight js mark_lines="1 3" foo=bar %}\na\nb\nc\n{% endhighlight %}',
    "{%- highlight js -%}\n  a\n  b\n  {%- endhighlight -%}  tail",
    "{% highlight c %}{% endhighlight %}",
]


def _code(fenced: list[str]) -> str:
    opening = fenced[0]
    ticks = opening[: len(opening) - len(opening.lstrip("`"))]
    return "\n".join(fenced[1 : fenced.index(ticks)])


@pytest.fixture(scope="module")
def highlighted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if not JEKYLL:
        pytest.fail("Jekyll is not installed; run tests/jekyll/install-jekyll.sh")
    pages = built(tmp_path_factory.mktemp("jekyll"), FILES, CODE, FRONT_MATTER)
    return dict(zip(CODE, pages, strict=True))


@pytest.mark.parametrize("body", CODE, ids=range(len(CODE)))
def test_highlighted_code_is_the_code_that_jekyll_shows(highlighted: dict[str, str], body: str) -> None:
    shown = re.search("<code[^>]*>(.*)</code>", highlighted[body], re.DOTALL)
    assert shown
    code = html.unescape(re.sub("<[^>]*>", "", shown[1]))
    assert _code(text(body).split("\n")) == code
    plain = re.search("<code[^>]*>(.*)</code>", text(body, is_markdown=False), re.DOTALL)
    assert plain
    assert html.unescape(plain[1]) == code


@each(
    ("body", "result"),
    [
        ("{% highlight Ruby %}\nx\n{% endhighlight %}\n", "```ruby\nx\n```\n"),
        ("{% highlight c linenos %}\nx\n{% endhighlight %}", '```c linenums="1"\nx\n```'),
        (
            '{% highlight c linenos=table hl_lines="1 3" %}\nx\n{% endhighlight %}',
            '```c linenums="1" hl_lines="1 3"\nx\n```',
        ),
        ('{% highlight c mark_lines="2" %}\nx\n{% endhighlight %}', '```c hl_lines="2"\nx\n```'),
        ("{% highlight c %}\n```\n{% endhighlight %}", "````c\n```\n````"),
        (
            "1. a\n\n   {% highlight c %}\n   x\n\n     y\n   {% endhighlight %}\nb",
            "1. a\n\n   ```c\n   x\n\n     y\n   ```\nb",
        ),
        ("  {% highlight c %}\nx\n\n y\n  {% endhighlight %}", "  ```c\n  x\n\n   y\n  ```"),
        ("- {% highlight c %}\n  x\n  {% endhighlight %}\n- b", "- ```c\n  x\n  ```\n- b"),
        ("> {% highlight c %}\n> x\n>\n> {% endhighlight %}\n> b", "> ```c\n> x\n>\n> ```\n> b"),
        ("a: {% highlight c %}x{% endhighlight %} b", "a:\n```c\nx\n```\nb"),
        ("- a: {% highlight c %}x{% endhighlight %} b", "- a:\n  ```c\n  x\n  ```\n  b"),
        (
            "{% highlight c %}x{% endhighlight %}{% highlight d %}y{% endhighlight %}",
            "```c\nx\n```\n```d\ny\n```",
        ),
        ("{% highlight c %}{{ foo }}`{% endhighlight %}", "```c\n{{ foo }}`\n```"),
        (
            (
                '{% capture a %}b\n{% highlight c linenos hl_lines="1 2" %}\nd < "e"\n\n  &amp;\n'
                "{% endhighlight %}\n{% endcapture %}f {{ a }}{{ a }}"
            ),
            (
                'f b\n```c linenums="1" hl_lines="1 2"\nd < "e"\n\n  &amp;\n```\nb\n'
                '```c linenums="1" hl_lines="1 2"\nd < "e"\n\n  &amp;\n```\n'
            ),
        ),
        ("{% capture a %}{% highlight c %}{% endhighlight %}{% endcapture %}{{ a }}", "```c\n```"),
        (
            "{% capture a %}{% highlight c %}b{% endhighlight %}{% endcapture %}{{ a | upcase }}",
            '<FIGURE CLASS="HIGHLIGHT"><PRE><CODE CLASS="LANGUAGE-C" DATA-LANG="C">B</CODE></PRE></FIGURE>',
        ),
        (
            "<div>\n{% capture a %}{% highlight c %}a<b{% endhighlight %}{% endcapture %}{{ a }}\n</div>",
            '<div>\n<pre><code class="language-c">a&lt;b</code></pre>\n</div>',
        ),
        (
            "<div>\n{% highlight c %}\na<b\n{% endhighlight %}\n</div>",
            '<div>\n<pre><code class="language-c">a&lt;b</code></pre>\n</div>',
        ),
    ],
)
def test_code_becomes_a_fenced_block(body: str, result: str) -> None:
    assert text(body) == result


# --- what is left ---


@each(
    ("body", "result"),
    [
        ("a {% include x.html %} b", "a `{% include x.html %}` b"),
        ("{% for x in y %}\n- {{ x }}\n{% endfor %}", "`{% for x in y %}`\n- `{{ x }}`\n`{% endfor %}`"),
        ("{% if a %}{{ b }}{% else %}{% endif %}", "`{% if a %}{{ b }}{% else %}{% endif %}`"),
        ("{% include x\n  a=1\n\n%}", "`{% include x a=1 %}`"),
        ("{% include x a='`' %}", "`` {% include x a='`' %} ``"),
        ("`a`{% foo %}`b`", "`a` `{% foo %}` `b`"),
        ("a `{% foo %}` ``b ` {% foo %}`` {% foo %}", "a `{% foo %}` ``b ` {% foo %}`` `{% foo %}`"),
        ("a \\`{% foo %}\\`", "a \\` `{% foo %}`\\`"),
        ("```\n{% foo %}\n```\n{% foo %}", "```\n{% foo %}\n```\n`{% foo %}`"),
        ("~~~~ c\n{% foo %}\n~~~\n{% foo %}\n~~~~", "~~~~ c\n{% foo %}\n~~~\n{% foo %}\n~~~~"),
        ("a\n\n    {% foo %}\n\n- a\n\n    {% foo %}", "a\n\n    {% foo %}\n\n- a\n\n    `{% foo %}`"),
        ("a\n    {% foo %}", "a\n    `{% foo %}`"),
        ('a <a href="{{ foo }}">{{ foo }}</a>', 'a <a href="{{ foo }}">`{{ foo }}`</a>'),
        (
            "<div>\n{% foo %}\n\n{% foo %}\n</div>\n\n{% foo %}",
            "<div>\n{% foo %}\n\n{% foo %}\n</div>\n\n`{% foo %}`",
        ),
        ("<div><div></div>{% foo %}</div>{% foo %}", "<div><div></div>{% foo %}</div>`{% foo %}`"),
        ('<div markdown="1">\n{% foo %}\n</div>', '<div markdown="1">\n`{% foo %}`\n</div>'),
        ("<pre><pre>\n{% foo %}</pre> {% foo %}", "<pre><pre>\n{% foo %}</pre> `{% foo %}`"),
        ("<!--\n{% foo %}\n\n{% foo %}--> {% foo %}", "<!--\n{% foo %}\n\n{% foo %}--> `{% foo %}`"),
        ("a <!-- {% foo %} --> {% foo %}", "a <!-- {% foo %} --> `{% foo %}`"),
        ("[a]({{ foo }}/b) ![]({% link no %})", "[a]({{ foo }}/b) ![]({% link no %})"),
        ("[{{ foo }}](b)", "[`{{ foo }}`](b)"),
        ("[a]: {{ foo }}/b\n{{ foo }}", "[a]: {{ foo }}/b\n`{{ foo }}`"),
        ("$$ \\mathbf{{x}} $$ {{x}}", "$$ \\mathbf{{x}} $$ `{{x}}`"),
        ("a\n\n  {%- include x -%}\n\nb", "a\n\n  `{%- include x -%}`\n\nb"),
        ("a {{ b", "a {{ b"),
        ("a {{ b }", "a {{ b }"),
        ("a {% if", "a {% if"),
        ("a {% if {{ page.n }} {% foo %}", "a {% if {{ page.n }} `{% foo %}`"),
        ("{% %}", "`{% %}`"),
        ("{% raw %} {{ page.n }}", "`{% raw %}` 12"),
        ("{% raw x %}{{ page.n }}{% endraw %}", "`{% raw x %}`12`{% endraw %}`"),
        ("{% raw %}{{ a }}{%- endraw -%} b", "{{ a }} b"),
    ],
)
def test_what_is_not_run_stands_there_as_text(body: str, result: str) -> None:
    assert text(body) == result
    plain = text(body, is_markdown=False)
    assert plain == body or "raw" in body or "page.n" in body
    assert notes(body) != [] or "endraw -" in body


@each(
    ("body", "said"),
    [
        ("a\n{% include x.html %}", [(2, "the tag include x.html is not carried")]),
        ("{% if a %}\n{% else %}\n{% endif %}", [(1, "the tag if a is not carried")]),
        (
            "{% if a %}\nthe secret\n{% else %}open{% endif %}",
            [(1, "the tag if a is not carried, so this is seen now, whatever it decides: the secret"),
             (3, "the tag else is not carried, so this is seen now, whatever it decides: open")],
        ),
        (
            "{% unless a %}{{ b }} c{% endunless %}",
            [(1, "the tag unless a is not carried, so this is seen now, whatever it decides: {{ b }} c"),
             (1, "the output {{ b }} is not carried: b is not known")],
        ),
        ("{% if a %}{% comment %}never{% endcomment %}{% endif %}", [(1, "the tag if a is not carried")]),
        ("{% for a in b %}c{% endfor %}", [(1, "the tag for a in b is not carried")]),
        ("{% my_tag %}{% endmy_tag %}", [(1, "the tag my_tag is not carried")]),
        ("{% else %}", [(1, "the tag else belongs to nothing")]),
        (
            "\n{% endif %}{% endcapture %}",
            [(2, "the tag endif closes nothing"), (2, "the tag endcapture closes nothing")],
        ),
        ("{% post_url no %}", [(1, "the post_url no names no post")]),
        ("{% link no.md %}", [(1, "the link no.md names no file")]),
        (
            "{% link {{ foo }}.md %}",
            [(1, "the tag link {{ foo }}.md is not carried: foo is not known")],
        ),
        ("{{ site.posts }}", [(1, "the output {{ site.posts }} is not carried: site.posts is not known")]),
        (
            "{{ site.data.a[0].b }}",
            [(1, "the output {{ site.data.a[0].b }} is not carried: site.data.a[0].b is not known")],
        ),
        (
            "{{ 'a' | markdownify }}",
            [(1, "the output {{ 'a' | markdownify }} is not carried: the filter markdownify is not carried")],
        ),
        (
            "{{ site.nope }}",
            [(1, "site.nope is not in the configuration, so nothing stands here, as in Jekyll")],
        ),
        ("{{ site.nope | default: 'x' }}{{ page.nope }}", []),
        ("a\n\n{{ b", [(3, "the output {{ is not closed")]),
        ("a\n{% b\n{{ c }", [(2, "the tag {% is not closed"), (3, "the output {{ c } is not closed")]),
        (
            "{% highlight c %}\n{% capture x %}",
            [(1, "the tag highlight is never closed"), (2, "the tag capture is never closed")],
        ),
        ("{% raw %}", [(1, "the tag raw is never closed")]),
        (
            "x\n{% comment %}",
            [(2, "the comment that begins here is never closed, so all that follows it is left out")],
        ),
        ("{{ b }} {{ b }}", [(1, "the output {{ b }} is not carried: b is not known")]),
    ],
)
def test_what_is_not_run_is_noted(body: str, said: list[tuple[int, str]]) -> None:
    assert notes(body) == said


@each(
    "body",
    [
        "{% assign x = site.posts %}{{ x }}",
        "{% assign x = 1 %}{% if a %}{% assign x = 2 %}{% endif %}{{ x }}",
        "{% assign x = 1 %}{% for a in b %}{{ x }}{% assign x = 2 %}{% endfor %}",
        "{% assign x = 1 %}{% for a in b %}{% if c %}{% assign x = 2 %}{% endif %}{% endfor %}{{ x }}",
        "{% assign x = 1 %}{% include a.html %}{{ x }}",
        "{% assign page = 'x' %}{% include a.html %}{{ page }} {{ page.n }}",
        "{% for x in site.posts %}{{ x }}{% endfor %}",
        "{% for page in site.posts %}{{ page.n }}{% endfor %}",
        "{% capture x %}{% include a.html %}{% endcapture %}{{ x }}",
        "{% if a %}{% capture x %}1{% endcapture %}{% endif %}{{ x }}",
    ],
)
def test_a_variable_that_may_be_something_else_is_not_known(body: str) -> None:
    assert any("is not known" in said for _, said in notes(body))
    assert text(body).endswith("}`")


@pytest.mark.parametrize(
    "body",
    [
        "{% assign x = 1 %}{% if a %}{{ x }}{% endif %}{{ x }}",
        "{% assign x = 1 %}{% for a in b %}{% endfor %}{{ x }}",
        "{% for page in b %}{% endfor %}{{ page.n }}",
        "{% for a in b %}{{ page.n }}{% endfor %}",
    ],
)
def test_a_variable_that_nothing_changes_stays_known(body: str) -> None:
    assert not any("is not known" in said for _, said in notes(body))


NOT_RUN = [
    *(
        "{{ a b }}",
        "{{ (1..3) }}",
        "{{ 1 == 1 }}",
        "{{ a[ }}",
        "{{ 'a' | date: x: 1 }}",
        "{{ a[1.5] }}",
        "{{ | upcase }}",
    ),
    *(
        "{{ 'a' 'b' }}",
        "{{ 'a' | }}",
        "{{ 'a }}",
        "{{ page[page.none] }}",
        "{{ page }}",
        "{{ site }}",
        "{{ a[b] }}",
    ),
    *("{{ 9999999999999999999 }}", "{{ 12345678901234567890.5 }}", "{{ site.author }}", "{{ page.deep }}"),
    *(
        "{{ page.nested }}",
        "{{ page.content }}",
        "{{ page.next.url }}",
        "{{ page.count }}",
        "{{ site.things }}",
    ),
    *("{{ page.title[page.none].x.size.size }}", "{{ page.huge }}", "{{ page.n.size }}"),
    *(
        "{{ 'a' | nope }}",
        "{{ 'a' | append }}",
        "{{ 'a' | upcase: 1 }}",
        "{{ 1 | size }}",
        "{{ site.author | join }}",
    ),
    *(
        "{{ 'a' | replace: 'a', page.slash }}",
        "{{ 'a' | slugify: 'latin' }}",
        "{{ 1 | slugify }}",
        "{{ 1 | cgi_escape }}",
    ),
    *("{{ 'now' | date: '%Y' }}", "{{ 'Jan 1st' | date: '%Y' }}", "{{ '2014-13-01' | date: '%Y' }}"),
    "{{ '3 May 2001 10:00 PST' | date: '%F' }}",
    *("{{ page.day | date: '%E' }}", "{{ page.day | date: '%1000Y' }}", "{{ page.day | date_to_xmlschema }}"),
    *("{{ 'x' | date_to_string }}", "{{ page.aware | date_to_string }}", "{{ 'a b:c' | relative_url }}"),
    *("{{ page.lines | relative_url }}", "{{ '//a b' | relative_url }}", "{{ '/%ff' | relative_url }}"),
    *(
        "{% assign = 1 %}",
        "{% assign x = a b %}",
        "{% capture %}",
        "{% link a:b c.md %}",
        "{% link bad.md %}",
    ),
]


@each("body", NOT_RUN)
def test_what_can_not_be_told_is_left_and_noted(body: str) -> None:
    nested: list[object] = []
    for _ in range(30):
        nested = [nested]
    page = {"nested": nested, "huge": 10**400, "slash": "\\\\1", "lines": "a\nb", "aware": datetime.now(UTC)}
    known = scope(**page)
    site = dict(known.site) | {"collections": {"things": {}}, "things": 1, "timezone": "No/Where"}
    odd = LiquidScope(
        site, known.page, "", "", ADDRESSES.get, lambda path: "a b:c" if path == "bad.md" else None
    )
    result = carry(body, 1, odd)
    assert "\n".join(line.text for line in result.lines) == f"`{body}`"
    assert [kind for kind, _, _ in result.notes] == [NoteKind.LEFT]


def test_values_are_printed_as_in_ruby() -> None:
    page = {
        "naive": datetime(2014, 3, 9, 1, 2, 3),
        "early": datetime(99, 1, 1, tzinfo=UTC),
        "list": [1, [None, True]],
    }
    assert text("{{ page.naive }} {{ page.early }} {{ page.list }}", **page) == (
        "2014-03-09 01:02:03 UTC 0099-01-01 00:00:00 +0000 1true"
    )


# --- lines ---


def test_lines_know_where_they_came_from() -> None:
    body = (
        "a {{ page.n }}\n{% comment %}\nx\n{% endcomment %}\nb\n{% raw %}\nc\n{% endraw %}\n"
        "{% highlight c %}\n\nd\n{% endhighlight %}\n"
        "{%- assign x = 1 -%}\n\n\ne {{ 'f\ng' }} {{ page.none -}}\n\nh"
    )
    assert carried(body, first_line=11).lines == [
        TextLine(11, "a 12"),
        TextLine(14, ""),
        TextLine(15, "b"),
        TextLine(16, ""),
        TextLine(17, "c"),
        TextLine(18, ""),
        TextLine(19, "```c"),
        TextLine(21, "d"),
        TextLine(22, "```"),
        TextLine(26, "e f"),
        TextLine(26, "g h"),
    ]


def test_windows_line_ends_count_as_others() -> None:
    assert carried("a\r\n{{ page.n }}\r\n").lines == [TextLine(1, "a"), TextLine(2, "12"), TextLine(3, "")]
    assert carried("a\r\nb").lines == [TextLine(1, "a"), TextLine(2, "b")]


def test_a_page_that_is_not_for_liquid_is_untouched() -> None:
    assert untouched("{{ a }}\n{% b %}", 4) == Carried([TextLine(4, "{{ a }}"), TextLine(5, "{% b %}")], [])
    assert untouched("", 4) == Carried([TextLine(4, "")], [])


def test_controls_are_those_that_are_run() -> None:
    hidden = (
        "{% comment %}{% comment %}{% endcomment %}{% if a %}{% endcomment %}{% raw %}{% if b %}{% endraw %}"
    )
    body = f"{{% for x in y %}}\n{hidden}\n{{%- include z -%}}"
    assert controls(body) == [(1, "for"), (3, "include")]
    assert controls("a {% assign x = 1 %}") == []


# --- whatever comes ---

PARTS = st.lists(
    st.sampled_from(
        [
            *(
                "{{",
                "}}",
                "{%",
                "%}",
                "}",
                "{",
                "-",
                " ",
                "\n",
                "\n\n",
                "    ",
                "`",
                "```",
                "<div>",
                "</div>",
                "<!--",
                "](",
                '"',
                "'",
            ),
            *(
                "- ",
                "> ",
                "$$",
                "|",
                "x",
                "page.title",
                "site.author",
                "{{ page.n }}",
                "{{ foo }}",
                "{{- x -}}",
                "{% # ",
            ),
            *(
                "{% if x %}",
                "{% endif %}",
                "{% for page in x %}",
                "{% endfor %}",
                "{% include a %}",
                "{% assign x = 1 %}",
            ),
            *(
                "{% capture x %}",
                "{% endcapture %}",
                "{% highlight c %}",
                "{%- endhighlight -%}",
                "{% comment %}",
            ),
        ]
    ),
    max_size=25,
).map("".join)


@tries(400)
@given(
    st.one_of(PARTS, st.text(), PARTS.map(lambda part: f"{part}{{% raw %}}{part}{{% endraw %}}{part}")),
    st.booleans(),
)
def test_any_text_is_carried(body: str, is_markdown: bool) -> None:
    result = carried(body, is_markdown, first_line=5)
    numbers = [line.number for line in result.lines]
    assert numbers == sorted(numbers)
    assert set(numbers) <= set(range(5, 6 + body.count("\n")))
    assert all("\n" not in line.text for line in result.lines)
    assert {line for _, line, _ in result.notes} <= set(range(5, 6 + body.count("\n")))
    controls(body)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.binary(),
    st.dates(),
    st.datetimes(timezones=st.one_of(st.none(), st.just(UTC))),
    st.sampled_from(["2014-03-09", "9999-12-31 23:00 -1200", "ordinal", "%c %s %10Z"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda part: st.one_of(st.lists(part), st.dictionaries(st.text(), part)),
    max_leaves=4,
)
EXPRESSIONS = ["page.a", "page.a[page.b]", "page.a.first", "page.a.size", "page[page.a]", "page.a[0]"]


@tries(300)
@given(VALUES, VALUES, st.sampled_from(EXPRESSIONS), st.sampled_from(["", "page.b", "page.b, page.a"]))
def test_any_value_goes_through_any_filter(a: object, b: object, value: str, arguments: str) -> None:
    given = f": {arguments}" if arguments else ""
    body = "".join(f"{{{{ {value} | {name}{given} }}}}" for name in FILTERS)
    site, page = {"timezone": "Asia/Tokyo"}, {"a": a, "b": b}
    zoned = LiquidScope(site, page, "/x", "http://e.org", ADDRESSES.get, ADDRESSES.get)
    assert carry(body, 1, zoned).lines


@given(st.text().filter(lambda body: "{{" not in body and "{%" not in body and "\r\n" not in body))
def test_a_text_without_liquid_is_unchanged(body: str) -> None:
    assert "\n".join(line.text for line in carried(body).lines) == body


@tries(400)
@given(PARTS, PARTS, st.sampled_from(["{% comment %}", "{%- comment -%}", "{%comment x%}"]))
def test_what_a_comment_holds_never_comes_through(before: str, behind: str, opening: str) -> None:
    result = carried(f"{before}{opening}SECRET{{% endcomment %}}{behind}")
    assert not any("SECRET" in line.text for line in result.lines)
    assert not any("SECRET" in said for _, _, said in result.notes)


@each("part", LIQUID)
def test_work_grows_with_the_text_whatever_it_is(part: str) -> None:
    assert growth(lambda times: carried(part * times), 300) < LINEAR


@pytest.mark.parametrize(
    "body",
    [
        "{% capture a %}{{ a }}{{ a }}x{% endcapture %}" * 60 + "{{ a }}",
        "{% assign a = 'x' %}" + "{% assign a = a | append: a %}" * 60 + "{{ a }}" * 60,
        "{% assign a = 'x' %}" + "{% assign a = a | replace: 'x', 'xx' %}" * 60 + "{{ a }}" * 60,
    ],
)
def test_a_text_that_doubles_itself_is_left_before_it_is_too_long(body: str) -> None:
    result = carried(body)
    assert sum(len(line.text) for line in result.lines) < 10_000_000
    assert result.notes


def test_times_are_of_the_sites_zone() -> None:
    when = datetime(2014, 3, 9, 23, 30, tzinfo=UTC)
    there = LiquidScope({"timezone": "Europe/Berlin"}, {"date": when}, "", "", ADDRESSES.get, ADDRESSES.get)
    body = "{{ page.date | date_to_string }} {{ page.date | date: '%F %Z' }} {{ page.date }}"
    assert [line.text for line in carry(body, 1, there).lines] == [
        "10 Mar 2014 2014-03-09 UTC 2014-03-09 23:30:00 +0000"
    ]


@pytest.mark.parametrize(
    ("body", "picture"),
    [
        ('{% include figure.liquid path="assets/a.png" class="wide" %}',
         '<img src="/blog/assets/a.png" alt="">'),
        ("{% include figure image_path='/a.jpg' alt='A \"b\"' caption='Two  words' %}",
         '<figure><img src="/blog/a.jpg" alt="A &quot;b&quot;"><figcaption>Two words</figcaption></figure>'),
        ('{% include figure.liquid path="https://example.org/b/a.png?raw=true" %}',
         '<img src="https://example.org/b/a.png?raw=true" alt="">'),
        ('{% include image.html src="https://example.org/a.svg" width=page.none %}',
         '<img src="https://example.org/a.svg" alt="">'),
    ])
def test_an_include_that_shows_a_picture_becomes_the_picture(body: str, picture: str) -> None:
    assert picture_of(body[10:-2], "/blog", lambda _: "") == picture
    scope = LiquidScope({}, {}, "/blog", "", ADDRESSES.get, ADDRESSES.get)
    assert "<img" in "".join(line.text for line in carry(body, 1, scope).lines)


@pytest.mark.parametrize("markup", [
    'chart.html path="a.png"', "figure.html", 'figure.html path="notes.md"', 'figure.html path="a.png" | x',
    'figure.html path="{{ x }}.png"'])
def test_an_include_that_names_no_picture_is_none(markup: str) -> None:
    assert picture_of(markup, "", lambda _: "") is None


GALLERY = {"gallery": [{"image_path": "/a.jpg", "url": "/big/a.jpg", "alt": "A"}, "b.png"],
           "other": [{"x": 1}], "rows": ["a"],
           "feature_row": [{"image_path": "f.png", "alt": "F", "title": "One *thing*", "excerpt": "Why.",
                            "url": "/why/", "btn_label": "Why"}, {"title": "Two"}]}


@each(("markup", "html"), [
    ('youtube.html id="abcdefghijk"', '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" '),
    ('youtubePlayer.html id="abcdefghijk"', '<iframe src="https://www.youtube-nocookie.com/embed/abcdefgh'),
    ('youtube url="https://youtu.be/abcdefghijk?t=3"', '<iframe src="https://www.youtube-nocookie.com/embed/abc'),
    ('video id="abcdefghijk" provider="youtube"', '<iframe src="https://www.youtube-nocookie.com/embed/abc'),
    ('video id="123456789" provider="vimeo"', '<iframe src="https://player.vimeo.com/video/123456789" '),
    ('video.liquid path="https://www.youtube.com/embed/abcdefghijk"', '<iframe src="https://www.youtube-nocoo'),
    ('video.liquid path="assets/v.mp4" class="x"', '<video src="/b/assets/v.mp4" controls></video>'),
    ('audio.liquid path="assets/a.mp3"', '<audio src="/b/assets/a.mp3" controls></audio>'),
    ('gallery caption="Two  of *them*"',
     ('<figure><a href="/b/big/a.jpg"><img src="/b/a.jpg" alt="A"></a><img src="/b/b.png" alt="">'
      "<figcaption>Two of <em>them</em></figcaption></figure>")),
    ("embed/youtube.html id='abcdefghijk'", '<iframe src="https://www.youtube-nocookie.com/embed/abcdefgh'),
    ("extensions/bilibili.html id='BV1xx411c7mD'", '<iframe src="https://player.bilibili.com/player.html?bvid=BV1'),
    ('youtube.html content="https://www.youtube.com/watch?v=abcdefghijk"', '<iframe src="https://www.youtube'),
    ('video id="1a2b3c" provider="google-drive"', '<iframe src="https://drive.google.com/file/d/1a2b3c/prev'),
    ('embed/spotify.html id="abc123"', '<iframe src="https://open.spotify.com/embed/track/abc123" '),
    ('codepen.html hash="aBc" username="ada"', '<iframe src="https://codepen.io/ada/embed/aBc" '),
    ("embed/twitch.html id='12'", '<a href="https://www.twitch.tv/videos/12">'),
    ('pdf.html file="/files/a.pdf"', '<iframe src="/b/files/a.pdf" title="a.pdf" '),
    ('video.liquid path="v.webm" poster="p.png" caption="A  film"',
     ('<figure><video src="/b/v.webm" poster="/b/p.png" controls></video><figcaption>A film</figcaption>'
      "</figure>")),
    ('image-caption.html imageurl="/i.png" title="T" caption="C"',
     '<figure><img src="/b/i.png" alt="" title="T"><figcaption>C</figcaption></figure>'),
    ('note.html content="Mind *this*."', '<div class="admonition note"><p>Mind <em>this</em>.</p></div>'),
    ('callout.html content="x" type="danger" title="A < B"',
     '<div class="admonition danger"><p class="admonition-title">A &lt; B</p><p>x</p></div>'),
    ('alert.html text="x" type="of its own"', '<div class="admonition note"><p>x</p></div>'),
    ('twitter.html url="https://twitter.com/ada/status/1"',
     '<blockquote class="twitter-tweet"><p><a href="https://twitter.com/ada/status/1">'),
    ('gist.html id="ada/0123abc"', '<a href="https://gist.github.com/ada/0123abc">gist ada/0123abc</a>'),
    ('button.html link="/x/" text="More"', '<a class="md-button" href="/b/x/">More</a>'),
    ('icon-github.html username="ada"', '<a href="https://github.com/ada">ada</a>'),
    ('repository/repo.liquid repository="ada/birds"', '<a href="https://github.com/ada/birds">ada/birds</a>'),
    ('feature_row',
     ('<div><img src="/b/f.png" alt="F"><h2>One <em>thing</em></h2><p>Why.</p><p><a class="md-button" '
      'href="/b/why/">Why</a></p></div><div><h2>Two</h2></div>')),
    ("bib_search.liquid", ""), ("mathjax.html", ""), ("table-of-contents.html", ""),
])
def test_an_include_of_a_theme_becomes_what_it_shows(markup: str, html: str) -> None:
    found = known_include(markup, "/b", lambda _: "", GALLERY)
    assert found is not None
    assert found.startswith(html) if html else found == ""


@each("markup", [
    "youtube.html", 'youtube.html id="a b"', 'video id="abcdefghijk" provider="none"', 'gallery id="none"',
    'gallery id="other"', 'feature_row id="rows"', 'feature_row id="none"', "note.html",
    "button.html text='x'", 'twitter.html url="https://example.org/1"', 'gist.html id="a b"', 'pdf.html',
    'icon-github.html username="a b"', "embed/twitch.html id='x'", 'image-caption.html src="a.md"',
    'codepen.html hash="a" user="a b"', 'audio.html',
     'card.html id="abcdefghijk"', 'youtube.html id="abcdefghijk" | x'])
def test_an_include_that_is_not_known_or_shows_nothing_is_none(markup: str) -> None:
    assert known_include(markup, "", lambda _: "", GALLERY) is None


TAGS = [
    ("{% youtube abcdefghijk %}", '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk" '),
    ("{% youtube 'https://youtu.be/abcdefghijk' %}", '<iframe src="https://www.youtube-nocookie.com/embed/abcde'),
    ("{% vimeo page.film %}", '<iframe src="https://player.vimeo.com/video/12345" '),
    ("{% twitter https://twitter.com/ada/status/1 limit=5 %}", '<blockquote class="twitter-tweet"><p><a '),
    ("{% gist ada/0123abc birds.py %}", '<a href="https://gist.github.com/ada/0123abc">gist ada/0123abc</a>'),
    ("{% img left /a.png 30 40 'One' 'Two' %}", '<img src="/b/a.png" alt="Two" title="One">'),
    ("{% img /a.png Some title %}", '<img src="/b/a.png" alt="Some title" title="Some title">'),
    ("{% img https://example.org/a.png %}", '<img src="https://example.org/a.png" alt="">'),
    ('{% jupyter_notebook "nb/a.ipynb" %}', '<a href="/b/nb/a.ipynb">a.ipynb</a>'),
    ("{% remote_include https://example.org/a.md %}", '<a href="https://example.org/a.md">https://example.org/a.md'),
    ("{% file_exists {{ page.file }} %}", "true"), ("{% file_exists none.md %}", "false"), ("{% seo %}", ""),
    ("{% details More *of* it %}x{% enddetails %}",
     '\n<details markdown="1">\n<summary markdown="span">More *of* it</summary>\n\nx\n\n</details>\n'),
    ('{% figure caption:"A *nest*" class:"a b" %}x{% endfigure %}',
     '\n<figure class="a b" markdown="1">\n\nx\n\n<figcaption markdown="span">A *nest*</figcaption>\n</figu'),
    ("{% figure %}{% figure class:'a' %}x{% endfigure %}{% endfigure %}",
     '\n<figure markdown="1">\n\n\n<figure class="a" markdown="1">\n\nx\n\n</figure>\n\n\n</figure>\n'),
    ("{% tabs a %}{% tab a One two %}x{% endtab %}{% tab a 'Three' %}y{% endtab %}{% endtabs %}",
     "\n\n\n**One two**\n\nx\n\n\n**Three**\n\ny\n\n"),
    ("{% mermaid %}\na-->b\n{% endmermaid %}", "```mermaid\na-->b\n```"),
]
OF_TAGS = {"film": 12345, "file": "about.md"}


@pytest.mark.parametrize("runs", [False, True])
@pytest.mark.parametrize(("body", "shown"), TAGS)
def test_a_tag_of_a_plugin_becomes_what_it_shows(body: str, shown: str, runs: bool) -> None:
    scope = LiquidScope({}, OF_TAGS, "/b", "", ADDRESSES.get, {"about.md": "/about.html"}.get)
    if runs and "mermaid" not in body:  # within a block it is python-liquid that meets the tag
        body = f"{{% if page.film %}}{body}{{% endif %}}"
        engine = LiquidEngine({})
        scope = replace(scope, run=lambda text, known, unknown: engine.run(
            text, scope, {}, OF_TAGS, known, unknown))
    carried = carry(body, 1, scope)
    found = "\n".join(line.text for line in carried.lines)
    assert found.startswith(shown) if shown else found == ""
    assert not any(note[0] is NoteKind.LEFT for note in carried.notes)


@each("tag", [
    "youtube", "vimeo a/b", "twitter https://example.org/", "gist", "img", "jupyter_notebook",
    "remote_include a.md",
    "details x", "enddetails", "tab x", "endtabs", "card x", "figure x", "endfigure"])
def test_a_tag_that_shows_nothing_known_stays_and_is_told(tag: str) -> None:
    carried = carry(f"a {{% {tag} %}} b", 1, LiquidScope({}, {}, "", "", ADDRESSES.get, ADDRESSES.get))
    assert carried.lines[0].text == f"a `{{% {tag} %}}` b"
    assert [note[0] for note in carried.notes] == [NoteKind.LEFT]


def test_what_a_block_begins_is_as_deep_as_its_tag() -> None:
    body = "- a\n\n  {% details b %}\n  c\n  {% enddetails %}\n"
    carried = carry(body, 1, LiquidScope({}, {}, "", "", ADDRESSES.get, ADDRESSES.get))
    assert all(line.text.startswith(("  ", "- ")) for line in carried.lines if line.text.strip())


def test_an_include_of_a_theme_is_known_within_a_block_that_is_run() -> None:
    scope = LiquidScope({}, {"film": True}, "/b", "", ADDRESSES.get, ADDRESSES.get)
    engine = LiquidEngine({"own.html": "own", "video.html": "the blog's"})
    scope = replace(scope, run=lambda text, known, unknown: engine.run(
        text, scope, {}, {"film": True}, known, unknown))
    body = ("{% if page.film %}{% include pdf.html file='a.pdf' %}{% include own.html %}"
            "{% include video.html id='x' %}{% endif %}{% include video.html path='v.mp4' %}")
    text = carry(body, 1, scope).lines[0].text
    assert text.startswith('<iframe src="/b/a.pdf"')
    assert text.endswith("</iframe>ownthe blog'sthe blog's")


def test_a_table_of_contents_is_left_to_the_theme_and_told() -> None:
    carried = carry("a {% include toc %} b", 1, LiquidScope({}, {}, "", "", ADDRESSES.get, ADDRESSES.get))
    assert [line.text for line in carried.lines] == ["a  b"]
    assert [what for _, _, what in carried.notes] == [
        "the tag include toc is taken for a table of contents, which stands beside the page here"]


@each(("body", "rows"), [
    ("a\n\n{% box x %}\n| a | b |\n|---|---|\n| 1 | 2 |\n{% endbox %}\nz",
     ["1 a", "2 ", "3 `{% box x %}`", "3 ", "4 | a | b |", "5 |---|---|", "6 | 1 | 2 |", "7 ",
      "7 `{% endbox %}`", "7 ", "8 z"]),
    ("- i\n  {% box %}\n  ~~~\n  c\n  ~~~\n  {% endbox %}",
     ["1 - i", "2   ", "2   `{% box %}`", "2 ", "3   ~~~", "4   c", "5   ~~~", "6   ",
      "6   `{% endbox %}`", "6 "]),
    ("> {% box %}\n> x\n> {% endbox %}", ["1 > `{% box %}`", "2 > x", "3 > `{% endbox %}`"]),
    ("a {% box %}\n{% endbox %} b", ["1 a `{% box %}`", "2 `{% endbox %}` b"]),
    ("a\n{% single %}\nb", ["1 a", "2 `{% single %}`", "3 b"]),
    ("a\n{% endbox %}\nb", ["1 a", "2 `{% endbox %}`", "3 b"]),
    ("a\n\n{% box %}\n{% box %}\n\n{% endbox %}\n{% endbox %}",
     ["1 a", "2 ", "3 `{% box %}`", "3 ", "4 `{% box %}`", "4 ", "5 ", "6 `{% endbox %}`", "6 ",
      "7 `{% endbox %}`", "7 "]),
])
def test_the_ends_of_a_block_of_a_plugin_stand_apart(body: str, rows: list[str]) -> None:
    """What is between is a text by itself for such a plugin, as a table or code is."""
    result = carried(body)
    assert [f"{line.number} {line.text}" for line in result.lines] == rows
    assert any(kind is NoteKind.LEFT for kind, _, _ in result.notes)
