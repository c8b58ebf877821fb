"""Blocks and includes that an import runs, beside Jekyll itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from mkdocs_career_roadmap.jekyll.blog.addresses import address
from mkdocs_career_roadmap.jekyll.blog.config import read_config
from mkdocs_career_roadmap.jekyll.blog.source import read_source
from mkdocs_career_roadmap.jekyll.liquid import LiquidScope, carry
from mkdocs_career_roadmap.jekyll.liquid.engine import LiquidEngine
from mkdocs_career_roadmap.jekyll.liquid.expressions import NotKnownError
from mkdocs_career_roadmap.jekyll.page import PageConverter
from mkdocs_career_roadmap.new_site.lines import NoteKind
from mkdocs_career_roadmap.new_site.links import AddressBook

from .liquid_oracle import built

FILES: Mapping[str, str] = {
    "_config.yml": "title: Birds\nurl: https://ada.example\nbaseurl: /b\ntimezone: UTC\n"
                   "collections: {talks: {output: true, permalink: '/talks/:name/'}, "
                   "notes: {output: false}}\n"
                   "widths: [1, 2]\nimagemagick: {enabled: true}\n"
                   "defaults: [{scope: {path: '', type: talks}, values: {layout: null}}]\n",
    "_posts/2024-01-02-swifts.md": "---\ntitle: Swifts\ntags: [air, town]\nlayout: null\nrank: 2\n---\n"
                                   "They *fly*.\n",
    "_posts/2025-02-03-owls.md": "---\ntitle: Owls & co\ntags: [night]\nlayout: null\nrank: 1\n"
                                 "excerpt_separator: <!--cut-->\n---\nThey sit.<!--cut--> No.\n",
    "_posts/2023-03-04-wrens.md": "---\ntitle: Wrens\ntags: [night]\nlayout: null\nrank: 3\n---\n"
                                  "A [b]({% post_url 2025-02-03-owls %}){% capture a %}.\n\n"
                                  "c{% endcapture %}\n",
    "_talks/2023-05-06-hall.md": "---\ntitle: In a hall\nvenue: Hall\n---\nA talk.\n",
    "_talks/2024-05-06-wood.md": "---\ntitle: In a wood\nvenue: Wood\n---\nIn a {{ page.venue }}.\n",
    "_talks/2022-05-06-raw.html": "---\ntitle: Raw\nvenue: Cave\n---\n<b>Raw</b> *text*\n",
    "_notes/a.md": "---\ntitle: A note\n---\nQuiet {{ site.time }}.\n",
    "_data/odd.yml": "- {limit: 1, required: 2, for: x.limit, with: 4}\n",
    "_data/people.yml": "- {name: Ada, born: 1990}\n- {name: Bo, born: 1980}\n- {name: Cy}\n",
    "_data/places/north.json": '{"lake": "cold", "n": 3}',
    "_data/quotes.yml": "text: Ada's \"birds\" -- so... *far*\nshort: \"It's, as CVPR'25\"\n",
    "_data/birds.csv": "name,n\nswift,3\nowl,1\n",
    "_includes/who.html": "<b>{{ include.name }}</b>{% if include.of %} of {{ include.of }}{% endif %}",
    "_includes/deep/outer.html": "[{% include who.html name=include.x %}]{% assign inner = 'seen' %}",
    "_includes/loop.html": "{% for i in include.list %}{{ forloop.index }}{{ i }}{% unless forloop.last %},"
                           "{% endunless %}{% endfor %}",
    "_includes/plain.md": "*{{ page.title }}*\n",
}
BODIES = [
    "{% for p in site.posts %}{{ p.title }} {{ p.url }} {{ p.date | date: '%Y' }};{% endfor %}",
    "{% for p in site.posts limit: 1 offset: 1 %}{{ p.title | upcase }}{% endfor %}",
    ("{% for p in site.talks reversed %}<a href=\"{{ p.url | relative_url }}\">{{ p.title }}</a>{{"
     " p.venue }}\n{% endfor %}"),
    "{% for p in site.notes %}{{ p.title }}{% endfor %}",
    "{% for p in site.talks %}{{ p.content }}{{ p.excerpt }}{% endfor %}",
    "{% assign old = site.data.people | sort: 'born' %}{% for p in old %}{{ p.name }} {% endfor %}",
    ("{% for p in site.data.people %}{% if p.born < 1985 %}{{ p.name }}{% elsif p.born %}young"
     "{% else %}?{% endif %}{% endfor %}"),
    "{{ site.data.places.north.lake }}{% if site.data.places.north.n == 3 %}!{% endif %}",
    "{% for b in site.data.birds %}{{ b.name }}{{ b.n }} {% endfor %}",
    ("{% for t in site.posts %}{% for x in t.tags %}{{ x }}{% unless forloop.last %}, {% endunless %}"
     "{% endfor %};{% endfor %}"),
    "{% include who.html name=\"Ada\" %}",
    ("{% for o in site.data.odd %}{{ o.limit }}{{ o.required }}{% if o.for == 'x.limit' %}{{ o.with }}"
     "{% endif %}{% endfor %}"),
    "{% include who.html name='Ada' of=site.title %}",
    "{% include who.html name=true of=false %}{% include who.html name=nil of=true %}",
    "{% include deep/outer.html x=\"Bo\" %}{{ inner }}",
    "{% include loop.html list=site.widths %}",
    "{% include plain.md %}",
    "{% assign t = site.data.quotes %}{{ t.text | markdownify }}{{ t.short | markdownify }}",
    "{% assign old = site.data.people | where_exp: 'p', 'p.born < 1985' %}{{ old | map: 'name' | join }}",
    "{% assign two = site.posts | where_exp: 'p', 'p.rank == 2 or p.title contains \"x\"' %}{{ two | size }}",
    ("{% assign by = site.posts | group_by_exp: 'p', 'p.date | date: \"%Y\"' %}{% for g in by %}{{ g.name }}"
     ": {{ g.size }} {{ g.items | map: 'title' | join }};{% endfor %}"),
    "{% assign one = site.data.people | find: 'name', 'Bo' %}{{ one.born }}",
    "{% for p in site.talks %}[{{ p }}]{% endfor %}",
    "{% for p in site.data.people %}{{ p.name | shouted | loud: 'very' }};{% endfor %}",
    ("{% assign one = site.data.people | find_exp: 'p', 'p.born > 1985' %}{{ one.name }}"
     "{% assign no = site.posts | find_exp: 'p', 'p.rank > 5' %}{{ no.title }}"),
    "{% for p in site.posts %}{{ p.content }}{% endfor %}",
    "{% for p in site.talks %}{{ p.content | strip_html | strip }};{% endfor %}",
    "{% assign n = 'who.html' %}{% include {{ n }} name=\"Cy\" %}",
    "{% case site.title %}{% when 'Fish' %}f{% when 'Birds' %}b{% else %}x{% endcase %}",
    "{% unless site.nothing %}none{% endunless %}{% if site.nothing == nil %}nil{% endif %}",
    "{% if site.imagemagick.enabled %}on{% endif %}{% if page.missing %}no{% endif %}",
    "{% for i in (1..4) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}",
    "{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}",
    "{% for i in (1..2) %}{% cycle 'a', 'b' %}{% endfor %}",
    ("{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ j }} {% endfor %}"
     "{% endfor %}"),
    "{% for i in site.none %}x{% else %}empty{% endfor %}",
    ("{% if true %}{% capture c %}{{ 'a' | append: 'b' }}{% endcapture %}{% endif %}"
     "{% if c == 'ab' %}{{ c }}{% endif %}"),
    "{% assign w = site.talks | where: 'venue', 'Wood' %}{% for t in w %}{{ t.title }}{% endfor %}",
    ("{% assign g = site.posts | group_by: 'rank' %}{% for x in g %}{{ x.name }}:{{ x.items.size }} "
     "{% endfor %}"),
    "{% assign s = site.posts | sort: 'rank' %}{% for x in s %}{{ x.rank }}{% endfor %}",
    "{% assign m = site.posts | map: 'title' | join: '+' %}{% if m %}{{ m }}{% endif %}",
    "{% for p in site.posts %}{{ p.title | escape | truncate: 6 }}{% endfor %}",
    "{% for p in site.posts %}{{ p.excerpt | strip_html | strip_newlines }}{% endfor %}",
    "{% if site.posts.size == 2 %}{{ site.posts.first.title }}{% endif %}",
    "{%- for i in (1..2) -%} {{ i }} {%- endfor -%} end",
    "a\n{% if true %}\nb\n{% endif %}\nc",
    "{% for tag in site.tags %}{{ tag[0] }}{{ tag[1].size }} {% endfor %}",
    "{% for c in site.collections %}{% if c.label == 'talks' %}{{ c.docs.size }}{% endif %}{% endfor %}",
    "{% for c in site.collections %}{{ c.label }} {{ c.docs.size }};{% endfor %}",
    "{% if page.url contains 'case' %}here{% endif %}{% if site.posts contains 'x' %}{% endif %}",
    "{% for p in site.posts %}{% if p.url == page.url %}self{% endif %}{% endfor %}",
    ("{% if 1 == 1 %}{{ 'swifts' | slugify }} {{ 'a b' | cgi_escape }} {{ 3 | plus: 4 | times: 2 }}"
     "{% endif %}"),
    "{% if true %}{{ '2024-05-06' | date: '%-d %b %Y' }}{{ site.time_zone }}{% endif %}",
    "{% for p in site.data.people %}{{ p.born | default: 'n/a' }} {% endfor %}",
    "{% comment %}words{% endcomment %}{% raw %}{% if %}{% endraw %}{% if true %}x{% endif %}",
    "{% if true %}{% raw %}{{ a }}{% endraw %}{% comment %}c{% endcomment %}{% endif %}",
    "{% if site.title and site.title != 'x' or false %}yes{% endif %}",
    ("{% for i in (1..3) reversed %}{{ i }}{% endfor %}"
     "{% assign l = 'c,a,b' | split: ',' | sort %}{{ l | join }}"),
    ("{% if true %}{{ 'a' | array_to_sentence_string }}{{ 'a,b,c' | split: ',' |"
     " array_to_sentence_string }}{% endif %}"),
    "{% for x in site.data.people limit: 2 %}{{ x.name | append: '!' | downcase }}{% endfor %}",
    "{% for i in (1..2) %}{% post_url 2024-01-02-swifts %}{% link _talks/2023-05-06-hall.md %}{% endfor %}",
    # What Ruby's Liquid passes over: filters of a loop, texts in the place of a filter.
    "{% for p in site.posts | sort: 'rank' %}{{ p.title }} {% endfor %}",
    "{% for i in (1..4), limit: 2 %}{{ i }}{% endfor %}",
    "{% if true %}{{ site.title | 'x' }}{{ 'a | b' | upcase }}{% endif %}",
    "{% assign t = site.posts | map: 'tags' %}{{ t | join: '/' }}",
    "{% if true %}{%\n  include who.html\n  name=\"Ada\"\n  of=site.title\n%}{% endif %}",
    "{% for p in site.pages %}{% if p.excerpt %}x{% endif %}{% endfor %}",
]
UNKNOWN = [
    "{% if page.content %}x{% endif %}", "{% for p in paginator.posts %}x{% endfor %}",
    "{% if site.time %}x{% endif %}", "{% for f in site.static_files %}{{ f.path }}{% endfor %}",
    "{% if layout.x %}y{% endif %}", "{% include absent.html %}",
    "{% include who.html name=paginator.page %}",
    "{% if true %}{{ 'a' | no_such_filter }}{% endif %}", "{% if true %}{% no_such_tag %}{% endif %}",
    "{% for p in site.notes %}{{ p.content }}{% endfor %}", "{% for p in site.pages %}{{ p }}{% endfor %}",
    "{% include who.html name=\"a\" of %}", "{% include ../_config.yml %}",
    "{% for i in (1..1000) %}{% for j in (1..1000) %}x{% endfor %}{% endfor %}",
]
"""What nobody but Jekyll knows, or nobody should run."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Return what Jekyll makes of each body, and what the import does, with what it left."""
    folder = tmp_path_factory.mktemp("engine")
    wanted = built(folder, FILES, BODIES, "title: A case\n")
    return wanted, carried(folder / "source", len(BODIES))


def carried(folder: Path, n: int) -> list[tuple[str, list[str]]]:
    config = read_config(folder)
    source = read_source(folder, config)
    book = AddressBook(config.baseurl, config.url)
    carrier = PageConverter(config, source.documents, book, lambda _: None, source)
    by_path = {one.path: one for one in source.documents}
    found = []
    for at in range(n):
        document = by_path[f"case-{at}.html"]
        text = carrier._liquid(
            document, address(document, config), carrier._page_works(document), is_markdown=False)
        left = [what for kind, _, what in text.notes if kind is NoteKind.LEFT]
        found.append(("\n".join(line.text for line in text.lines), left))
    return found


@pytest.mark.parametrize("at", range(len(BODIES)), ids=BODIES)
def test_it_comes_out_as_jekyll_has_it(made: tuple[list[str], list[tuple[str, list[str]]]], at: int) -> None:
    wanted, found = made
    assert found[at] == (wanted[at], [])


CODE = [
    "{% for i in (1..2) %}{% highlight c %}\n\n  a < {{ i }}; // *b*\n\n\td\n{% endhighlight %}{% endfor %}",
    ("{% if true %}{% highlight ruby linenos %}{% raw %}{{ a.limit }}{% if %}{% endraw %}{% endhighlight %}"
     "{% endif %}"),
    ("{% for i in (1..2) %}{% comment %}{{ x | y: }}{% endcomment %}"
     "{% highlight C++ %}{{ i }}{% comment %}no{% endcomment %}\n  {% endhighlight %}{% endfor %}"),
    "{% include code.html of='&amp; <b>' %}",
    ("{% if true %}{% capture c %}{% highlight text %}\nx\n{% endhighlight %}{% endcapture %}{% endif %}"
     "{{ c }}{{ c }}"),
    ("{% capture c %}{% highlight text %}\n<x>\n{% endhighlight %}{% endcapture %}"
     "{% for i in (1..2) %}{{ c }}{% endfor %}"),
    "{% for i in (1..2) %}{% highlight c %}{% endhighlight %}{% endfor %}",
]


def test_code_that_a_block_prints_is_the_code_that_jekyll_shows(tmp_path: Path) -> None:
    own = {"_includes/code.html": "{% highlight html %}{{ include.of }}\n\n- no list\n{% endhighlight %}"}
    wanted = built(tmp_path, {**FILES, **own}, CODE, "title: A case\n")
    for body, theirs, (ours, left) in zip(CODE, wanted, carried(tmp_path / "source", len(CODE)), strict=True):
        assert (codes(ours), left) == (codes(theirs), []), body


def codes(page: str) -> list[str]:
    """Return the code of a page, without colours, numbers of lines and what an end is indented by."""
    page = re.sub(r'<pre class="lineno">.*?</pre>', "", page, flags=re.DOTALL)
    return [unescape(re.sub("<[^>]*>", "", code)).strip("\n").rstrip()
            for code in re.findall(r"<code[^>]*>(.*?)</code>", page, re.DOTALL)]


def test_code_that_a_block_prints_is_fenced_in_markdown() -> None:
    engine = LiquidEngine({})
    scope = LiquidScope({}, {}, "", "", lambda _: None, lambda _: None)
    runs = replace(scope, run=lambda text, *known: engine.run(text, scope, {}, {}, *known))
    body = ("- a\n  {% for i in (1..2) %}\n  {% highlight py linenos %}\n  print({{ i }})\n"
            "  {% endhighlight %}\n  {% endfor %}\n\n{% if true %}{% mermaid %}\na-->b\n"
            "{% endmermaid %}{% endif %}\n")
    made = carry(body, 1, runs)
    rows = [line.text for line in made.lines if line.text.strip()]
    assert rows == [
        "- a", '  ```py linenums="1"', "  print(1)", "  ```", '  ```py linenums="1"', "  print(2)", "  ```",
        "```mermaid", "a-->b", "```"]
    assert not [what for kind, _, what in made.notes if kind is NoteKind.LEFT]


def test_names_behind_dots_beside_a_raw_are_read() -> None:
    engine = LiquidEngine({})
    scope = LiquidScope({}, {}, "", "", lambda _: None, lambda _: None)
    body = "{% if true %}{{ page.limit }}{% raw %}{{ page.limit }}{% endraw %}{{ page.else }}{% endif %}"
    assert engine.run(body, scope, {}, {"limit": 3, "else": 4}, {})[0] == "3{{ page.limit }}4"


def test_include_of_a_picture_is_that_picture_wherever_it_stands(tmp_path: Path) -> None:
    """The figure of a theme would name pictures of other sizes, which a plugin of Jekyll makes."""
    own = {"_includes/figure.liquid": "<picture>{{ include.path }}-480.webp</picture>",
           "_includes/card.html": "[{% include figure.liquid path=include.of alt='a' %}]"}
    for path, text in {**FILES, **own}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "case-0.html").write_text(
        "---\n---\n{% for p in site.posts %}{% include card.html of='img/x.png' %}{% endfor %}", "utf-8")
    assert carried(tmp_path, 1) == [('[<img src="/b/img/x.png" alt="a">]' * 3, [])]


def test_what_only_jekyll_knows_stands_there_and_is_told(tmp_path: Path) -> None:
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    for at, body in enumerate(UNKNOWN):
        (tmp_path / f"case-{at}.html").write_text(f"---\ntitle: x\n---\n{body}", "utf-8")
    for body, (text, left) in zip(UNKNOWN, carried(tmp_path, len(UNKNOWN)), strict=True):
        assert (text, bool(left)) == (body, True), body


def test_a_filter_that_nobody_knows_leaves_a_text_as_it_is_and_is_told() -> None:
    """But not where it may have hidden something, or goes over a list."""
    engine = LiquidEngine({})
    scope = LiquidScope({}, {"a": "Ada", "l": ["Ada"]}, "", "", lambda _: None, lambda _: None)
    runs = replace(scope, run=lambda text, *known: engine.run(text, scope, {}, scope.page, *known))
    made = carry("{{ page.a | shouted: 3, 'x', how: 1 | upcase }}\n\n{{ page.a | louder }}", 3, runs)
    assert [line.text for line in made.lines] == ["ADA", "", "Ada"]
    assert [(kind, line, what) for kind, line, what in made.notes if "filter" in what] == [
        (NoteKind.CHANGED, 3, "the filter shouted is not known, so the text is there that it was given"),
        (NoteKind.CHANGED, 5, "the filter louder is not known, so the text is there that it was given")]
    for body in ("{{ page.a | encrypt: 'x' }}", "{{ page.l | public_only | join }}", "{{ page.l | turned }}",
                 "{{ page.a | hidden_from_robots }}", "{{ page.a | shouted | obfuscate_mail }}"):
        made = carry(body, 1, runs)
        assert [line.text for line in made.lines] == [f"`{body}`"]
        assert [kind for kind, _, _ in made.notes] == [NoteKind.LEFT]


def test_filters_that_al_folio_brings_are_known() -> None:
    engine = LiquidEngine({})
    scope = LiquidScope({}, {}, "", "", lambda _: None, lambda _: None)
    body = "{{ ':wave: :none: é' | emojify }} {{ 'Zoë' | remove_accents }} {{ '/a.css' | bust_file_cache }}"
    assert engine.run(body, scope, {}, {}, {})[0] == "\U0001f44b :none: é Zoe /a.css"
    with pytest.raises(NotKnownError, match="is not read"):
        engine.run("{% assign x = page.a | where_exp: 'i', page.b %}", scope, {}, {"a": [1], "b": "i %}"}, {})
