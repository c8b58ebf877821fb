"""What templates of shortcodes come to, held against what Hugo makes of them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from each import each
from mkdocs_career_roadmap.hugo.shortcodes.template_values import Known, UnknownInTemplateError
from mkdocs_career_roadmap.hugo.shortcodes.templates import TemplateScope, run_template
from mkdocs_career_roadmap.hugo.shortcodes.tokens import Shortcode, parameters, shortcodes_of

from .oracle import pages

CALL = '{{< %s no=false zero=0 half=1.50 two=2 word=owl big="two words" yes="true" >}}'
EXPRESSIONS = [
    # what counts as true, and what stands for what is empty
    '{{ site.Params.no | default "d" }} {{ site.Params.zero | default "d" }} {{ .Get "no" | default "d" }}',
    (
        '{{ .Get "zero" | default "d" }} {{ .Get "none" | default "d" }} {{ default "x" "" }} {{ '
        'default "x" 2 }}'
    ),
    '{{ or "" "z" }} {{ and "a" "" }}! {{ and 1 2 }} {{ or 0 false }} {{ not "" }} {{ not (slice 1) }}',
    '{{ cond "a" 1 2 }} {{ cond (eq 1 2) "y" "n" }} {{ if and (ne 1 2) (not false) }}yes{{ end }}',
    # kinds of parameters
    '{{ printf "%T" "x" | len }} {{ .Get "half" }} {{ add (.Get "two") 1 }} {{ eq (.Get "yes") true }}',
    '{{ if .Get "no" }}a{{ else }}b{{ end }} {{ eq (.Get "zero") 0 }} {{ .Get "word" }} {{ len .Params }}',
    "{{ range $key, $value := .Params }}{{ $key }}={{ $value }} {{ end }}",
    "{{ .Params.word }} {{ .Params.none }} {{ .IsNamedParams }} {{ .Name }} {{ .Ordinal }}",
    # loops, and what variables are where
    '{{ range $i, $e := slice "a" "b" }}{{ $i }}={{ $e }};{{ else }}none{{ end }}',
    (
        '{{ range $k, $v := dict "z" 1 "a" 2 }}{{ $k }}={{ $v }};{{ end }} {{ range slice }}x{{ else '
        "}}E{{ end }}"
    ),
    (
        "{{ range seq 5 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ if eq . 4 }}{{ break }}{{ end "
        "}}{{ . }}{{ end }}"
    ),
    "{{ range 3 }}{{ . }}{{ end }} {{ range seq 2 4 }}{{ . }}{{ end }} {{ range seq 1 2 5 }}{{ . }}{{ end }}",
    "{{ range seq -2 }}{{ . }}{{ end }} {{ range $one := seq 2 }}{{ $one }}{{ $.Name }}{{ end }}",
    (
        "{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ $x = 3 }}{{ end }}{{ $x }}{{ if true }}{{ $x = 4 "
        "}}{{ end }}{{ $x }}"
    ),
    '{{ with "" }}x{{ else with "y" }}{{ . }}{{ else }}z{{ end }} {{ with $a := 3 }}{{ $a }}{{ . }}{{ end }}',
    (
        '{{ with .Get "word" }}{{ . }} {{ $.Get "two" }}{{ end }} {{ with dict "a" "b" }}{{ .a }}{{ '
        ".c }}{{ end }}"
    ),
    # partials, what they are given, and what they return
    '{{ partial "box.html" (dict "x" "<b>") }} {{ partial "more" 3 }} {{ add (partial "more" 3) 1 }}',
    '{{ partialCached "deep/in.html" . }} {{ $.Get "big" | partial "plain" }} {{ partial "fact.html" 5 }}',
    '{{ templates.Exists "_partials/box.html" }} {{ templates.Exists "_partials/none.html" }}',
    # words, data, the site, the page
    (
        '{{ i18n "hi" }}|{{ T "nope" }}|{{ i18n "many" 3 }}|{{ i18n "many" 1 }}|{{ i18n "who" (dict '
        '"Name" "Ada") }}'
    ),
    (
        '{{ T "HI" }} {{ hugo.Data.birds.swift.wings }} {{ index site.Data.birds.list 1 }} {{ '
        "site.Data.none.x }}"
    ),
    "{{ range hugo.Data.birds.list }}{{ . }};{{ end }}",
    (
        "{{ .Page.Title }} {{ .Page.Kind }} {{ .Page.Type }} {{ .Page.File.Ext }} {{ .Page.File.Path "
        "}} {{ .Page.IsHome }}"
    ),
    (
        "{{ .Page.File.ContentBaseName }} {{ .Page.File.Dir }} {{ .Page.Lang }} {{ .Page.Draft }} {{ "
        "page.LinkTitle }}"
    ),
    (
        "{{ site.Language.Lang }} {{ hugo.Environment }} {{ hugo.IsProduction }} {{ "
        "site.Params.deep.er }} {{ .Site.Copyright }}"
    ),
    (
        '{{ .Scratch.Set "a" 1 }}{{ .Scratch.Get "a" }} {{ .Page.Store.Set "b" 2 }}{{ '
        '.Page.Store.Get "b" }}{{ .Scratch.Get "b" }}'
    ),
    # lists and mappings
    (
        '{{ dict "a" 1 "b" (slice 1 2) }} {{ slice 1 2 "x" }} {{ index (dict "a" (dict "b" 3)) "a" '
        '"b" }} {{ index (slice 1) 3 }}'
    ),
    (
        '{{ merge (dict "a" 1) (dict "b" 2) }} {{ dict "a" 1 | merge (dict "a" 2) }} {{ (dict "a" '
        '(dict "b" 4)).a.b }}'
    ),
    (
        "{{ slice 1 | append 2 }} {{ append 3 (slice 1 2) }} {{ slice 1 2 | append (slice 3 4) }} {{ "
        "uniq (slice 1 2 1) }}"
    ),
    "{{ first 1 (slice 1 2) }} {{ last 2 (slice 1 2 3) }} {{ after 1 (slice 1 2 3) }} {{ sort (slice 2 1) }}",
    '{{ where (slice (dict "a" 1) (dict "a" 2)) "a" 2 }} {{ where (slice (dict "a" 1)) "a" "ne" 1 | len }}',
    (
        '{{ delimit (slice "a" "b" "c") ", " " and " }} {{ delimit (dict "b" 1 "a" 2) "," }} {{ '
        'delimit (slice 1) "," " and " }}'
    ),
    (
        '{{ isset (dict "a" 1) "a" }} {{ isset (slice 1) 0 }} {{ isset (slice 1) 1 }} {{ in (slice 1 '
        '2) 2 }} {{ in "abc" "b" }}'
    ),
    (
        '{{ union (slice 1) (slice 2 1) }} {{ len (slice 1 2) }} {{ len "héé" }} {{ len (dict "a" 1) '
        "}} {{ reflect.IsMap (dict) }}"
    ),
    '{{ dict "a" (slice 1 "x") "b" true | jsonify | safeHTML }} {{ querify "b" "c d" "a" 1 | safeHTML }}',
    # numbers
    (
        "{{ div 7 2 }} {{ div 7.0 2 }} {{ div 8 2 }} {{ mod 7 2 }} {{ add 1 2 3 }} {{ mul 2 1.5 }} "
        "{{ sub 5 2 1 }}"
    ),
    (
        '{{ 1.0 }} {{ 1e3 }} {{ string 3.0 }} {{ int "7" }} {{ float "1.5" }} {{ math.Round 1.6 }} '
        "{{ math.Ceil 1.2 }}"
    ),
    '{{ add "a" "b" }} {{ math.Max 1 3 2 }} {{ math.Floor 1.9 }} {{ int 3.7 }} {{ add 1 -2 }}',
    (
        '{{ eq 1 1.0 }} {{ eq "1" 1 }} {{ lt "2" 10 }} {{ eq "a" "b" "a" }} {{ ne nil false }} {{ gt '
        '(len "ab") 1 }}'
    ),
    "{{ le 1 1 }} {{ ge 2 3 }} {{ gt 2 1.5 }} {{ ne 1 2 }} {{ eq true true }}",
    # texts
    (
        '{{ printf "%5.2f|%03d|%x|%t|%v|%s|%%" 1.5 7 255 true 3 "a" }} {{ printf "%q" "a" | safeHTML '
        '}} {{ print 1 "a" 2 }}'
    ),
    (
        '{{ humanize "hello-world_again" }} {{ title "the lord of a ring" }} {{ "abc" | '
        'strings.FirstUpper }} {{ upper "a" }}'
    ),
    (
        '{{ truncate 8 "hello big world" }} {{ "abc" | truncate 2 }} {{ truncate 80 "short" }} {{ '
        'substr "abcdef" 1 2 }}'
    ),
    (
        '{{ slicestr "abc" 1 }} {{ slicestr "abc" 0 2 }} {{ strings.Substr "abc" -2 }} {{ '
        'strings.Count "a" "banana" }}'
    ),
    '{{ split "a,b" "," }} {{ split "abc" "" }} {{ strings.Split "a b" " " }} {{ strings.Repeat 2 "ab" }}',
    (
        '{{ trim " a " " " }} {{ strings.TrimLeft "a" "aab" }} {{ strings.TrimSuffix ".x" "a.x" }} '
        '{{ chomp "x\\n" }}!'
    ),
    '{{ replace "banana" "a" "o" }} {{ replace "banana" "a" "o" 1 }} {{ replaceRE "a(b)" "x$1" "abab" }}',
    (
        '{{ findRE "[a-z]+" "ab1cd" }} {{ findRE "[a-z]+" "ab1cd" 1 }} {{ hasPrefix "abc" "a" }} {{ '
        'strings.HasSuffix "abc" "a" }}'
    ),
    (
        '{{ anchorize "A -- b & c" }} {{ urlize "A -- b & c" }} {{ urlize "Hello World" }} {{ '
        'countwords "a b c" }}'
    ),
    (
        '{{ (urls.Parse "https://a.example:80/b?c=d#e").Host }} {{ with urls.Parse "/x" }}{{ .Path '
        "}}{{ .IsAbs }}{{ end }}"
    ),
    (
        '{{ path.Join "a" "../b" }} {{ path.Ext "a.png" }} {{ path.Base "a/b.png" }} {{ path.Dir '
        '"a/b" }} {{ path.BaseName "a/b.c" }}'
    ),
    (
        '{{ md5 "a" }} {{ ":owl: x" | emojify }} {{ plainify "<b>x</b>" }} {{ htmlUnescape "&amp;" '
        '}} {{ getenv "HUGO_X" }}!'
    ),
    (
        '{{ strings.Contains "abc" "b" }} {{ strings.ContainsAny "abc" "xc" }} {{ "x" | printf '
        '"%s-%s" "y" }} {{ lower "A" }}'
    ),
    # how values stand in HTML
    '<i title="{{ "a \\"b\\" <c>" }}">{{ "a \\"b\\" <c> \'d\'" }}</i> {{ "<b>" | safeHTML }}</b>',
    'a {{- /* a remark */ -}} b {{/* another */}} c {{ `raw \\n` }} {{ "new\\tline" }}',
    '{{ if true }}{{ "a" -}} {{ end }} b {{- " c" }}',
]
SITE = """\
[params]
no = false
zero = 0
[params.deep]
er = 7
"""
PARTIALS = {
    "box": "({{ .x }})",
    "more": "{{ return (add . 1) }}",
    "deep/in": "{{ .Get `word` }}{{ .Page.Title }}",
    "plain": "[{{ . }}]",
    "fact": (
        "{{ if gt . 1 }}{{ $n := sub . 1 }}{{ return mul . (partial `fact.html` $n) }}{{ end }}{{ return 1 }}"
    ),
}
WORDS = {
    "hi": "Hello",
    "many": {"one": "one thing", "other": "{{ .Count }} things"},
    "who": "I am {{ .Name }}",
}
MORE = {
    **{f"layouts/_partials/{name}.html": text for name, text in PARTIALS.items()},
    **{f"layouts/_shortcodes/e{count}.html": text for count, text in enumerate(EXPRESSIONS)},
    "i18n/en.yaml": (
        'hi: Hello\nmany: {one: one thing, other: "{{ .Count }} things"}\nwho: "I am {{ .Name }}"\n'
    ),
    "data/birds/swift.toml": "wings = 2\n",
    "data/birds/list.json": '["a", "b"]',
}


@pytest.fixture(scope="module")
def by_hugo() -> list[str]:
    texts = [CALL % f"e{count}" for count in range(len(EXPRESSIONS))]
    return pages(texts, SITE, MORE)


def scope_of(count: int) -> TemplateScope:
    code = shortcodes_of(CALL % f"e{count}")[0]
    assert isinstance(code, Shortcode)
    data = {"birds": {"swift": {"wings": 2}, "list": ["a", "b"]}}
    name = f"t{count}"
    file = Known(ext="md", path=f"{name}.md", contentbasename=name, dir="/")
    page = {"title": name, "kind": "page", "type": "page", "file": file, "ishome": False, "lang": "en"}
    site = {
        "params": {"no": False, "zero": 0, "deep": {"er": 7}},
        "data": lambda: data,
        "language": Known(lang="en"),
        "copyright": "",
        "hugo": Known(data=lambda: data, environment="production", isproduction=True),
    }
    return TemplateScope(
        parameters(code),
        "",
        site,
        {**page, "draft": False, "linktitle": name},
        {},
        code.name,
        code.ordinal,
        PARTIALS,
        WORDS,
    )


@pytest.mark.parametrize("count", range(len(EXPRESSIONS)), ids=lambda count: EXPRESSIONS[count][:50])
def test_a_template_comes_to_what_hugo_makes_of_it(count: int, by_hugo: list[str]) -> None:
    ours = run_template(EXPRESSIONS[count], scope_of(count))
    theirs = re.sub(r"\A<p>|</p>\s*\Z", "", by_hugo[count].strip())
    assert _text(ours) == _text(theirs)


def _text(html: str) -> str:
    return " ".join(unescape(html).split())


@each(
    "text", ["007", "1.50", "-5", "true", "TRUE", "owl", "1_000", "0x10", '"7"', "`true`", "1e3"]
)
def test_a_parameter_is_of_the_kind_that_hugo_takes_it_for(text: str) -> None:
    (theirs,) = pages(
        [f"{{{{< kind {text} >}}}}"],
        "",
        {"layouts/_shortcodes/kind.html": '{{ printf "%T %v" (.Get 0) (.Get 0) }}'},
    )
    code = shortcodes_of(f"{{{{< kind {text} >}}}}")[0]
    assert isinstance(code, Shortcode)
    (value,) = parameters(code)
    kind = {"int": "int", "float": "float64", "str": "string", "bool": "bool"}[type(value).__name__]
    shown = (
        str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else value
    )
    assert f"{kind} {shown}" in theirs


@each(
    "template",
    [
        '{{ printf "%s" }}',
        '{{ printf "%d" "x" }}',
        "{{ .Page.Content }}",
        "{{ .Site.RegularPages }}",
        "{{ .Get 0 1 }}",
        "{{ index }}",
        "{{ div 1 0 }}",
        '{{ add 1 "a" }}',
        '{{ findRE "(a+)+b" "aaa" }}',
        '{{ findRE "(" "a" }}',
        "{{ range .Get }}{{ end }}",
        "{{ range 2.5 }}{{ end }}",
        "{{ break }}",
        '{{ partial "self" . }}',
        '{{ partial "none" . }}',
        "{{ range seq 90000 }}{{ end }}",
        "{{ range 9000 }}a{{ end }}",
        '{{ $x := "xxxxxxxxxxxx" }}{{ range 30 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}',
        '{{ errorf "no" }}',
        "{{ $x = 1 }}",
        "{{ if 1 }}a{{ else nothing }}b{{ end }}",
        "{{ .Page }}",
        "{{ T }}x{{ .Nothing }}",
        '{{ i18n "paucal" 3 }}',
        '{{ truncate 3 "<b>long text</b>" }}',
        '{{ sort (slice "a" 1) }}',
        '{{ dict "a" }}',
        "{{ slicestr `abc` 5 1 }}",
        '{{ where (slice 1) "a" ">" 2 }}',
    ],
)
def test_what_cannot_be_known_is_told_and_ends(template: str) -> None:
    partials = {"self": '{{ partial "self" . }}'}
    words = {"paucal": {"one": "a", "few": "b", "other": "c"}}
    with pytest.raises(UnknownInTemplateError):
        run_template(
            template, TemplateScope(["a"], "", {}, {"title": "t"}, {}, partials=partials, words=words)
        )
