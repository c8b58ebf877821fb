"""Shortcodes, Hugo's own and those of a blog, held against what Hugo makes of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from each import each
from mkdocs_career_roadmap.hugo.markdown import GoldmarkDialect, convert
from mkdocs_career_roadmap.hugo.shortcodes.carry import ShortcodeScope, carry_shortcodes
from mkdocs_career_roadmap.hugo.shortcodes.template_values import UnknownInTemplateError
from mkdocs_career_roadmap.hugo.shortcodes.templates import TemplateScope, run_template
from mkdocs_career_roadmap.new_site.lines import NoteKind
from new_site.rendering import rendered

from .oracle import pages, structure, visible

TEMPLATES = {
    "note": '<div class="note {{ .Get "kind" | default "info" }}">{{ .Inner | markdownify }}</div>',
    "raw": "{{ .Inner }}",
    "pic": '<figure {{ with .Get "class" }}class="{{.}}"{{ end }}><img src="{{ .Get "src" }}" '
    '{{ if or (.Get "alt") (.Get "caption") }}alt="{{ with .Get "alt"}}{{.}}{{else}}'
    '{{ .Get "caption" }}{{ end }}"'
    '{{ end }}/>{{ if .Get "caption" }}<figcaption>{{ .Get "caption" }}</figcaption>{{ end }}</figure>',
    "key": "<kbd>{{ .Get 0 }}</kbd>{{- /* a remark */ -}}",
    "both": '{{ if .IsNamedParams }}{{ .Get "a" }}{{ else }}{{ index .Params 0 }}{{ end }}',
    "chain": (
        '{{ $x := .Get 0 | upper }}{{ if eq $x "A" }}first{{ else if (eq $x "B") }}second{{ '
        "else }}{{ $x }}{{ end }}"
    ),
    "form": '{{ printf "%s-%d" (.Get 0) 3 }} {{ len (.Get 0) }} {{ add 1 2 }} {{ replace (.Get 0) "a" "o" }}',
    "page": (
        "{{ .Page.Title }}|{{ .Site.Title }}|{{ .Site.Params.motto }}|{{ .Page.Params.mood "
        "}}|{{ .Page.Params.none }}"
    ),
    "safe": "{{ .Get 0 | safeHTML }} {{ .Get 0 }}",
    "box": '<section>\n{{ .Page.RenderString (dict "display" "block") .Inner }}\n</section>',
    "md": "**bold {{ .Get 0 }}**",
    "link": '<a href="{{ .Get 0 | relURL }}">{{ with .Inner }}{{ . }}{{ else }}here{{ end }}</a>',
    "set": (
        '{{ $class := "x" }}{{ if isset .Params "class" }}{{ $class = .Get "class" }}{{ end '
        '}}<i class="{{ $class }}">i</i>'
    ),
    "cond": '{{ cond (eq (.Get 0) "y") "yes" "no" }}{{ not (.Get 1) }}{{ and (.Get 0) "z" }}',
}
ALIKE = [
    "{{< note >}}Some *words*{{< /note >}}",
    '{{< note kind="warn" >}}\nOne\n\n- a\n- b\n{{< /note >}}',
    'a {{< key "Ctrl" >}}+{{< key C >}} b',
    '{{< pic src="/a.png" caption="A & b" class="left" >}}',
    '{{< pic src="a.png" alt="x" >}}',
    "- item {{< key X >}}\n- two",
    '{{< both a="n" >}} {{< both p >}}',
    '{{< chain a >}} {{< chain "b" >}} {{< chain c >}}',
    '{{< form "banana" >}}',
    "{{< page >}}",
    '{{< safe "<b>x</b>" >}}',
    'x {{% md "y" %}} z',
    "{{% md q %}}",
    "{{< raw >}}<b>b</b> *not*{{< /raw >}}",
    '{{< link "/p/" />}} {{< link "p" >}}there{{< /link >}}',
    '{{< set a="b" >}}{{< set class="c" >}}',
    '{{< cond y "" >}}',
    "{{< note >}}with {{< key K >}} in it{{< /note >}}",
    "{{</* note */>}} and {{%/* md x */%}}",
    "`{{</* key x */>}}`",
    '```\n{{</* note */>}}\n{{< param "mood" >}}\n```',
    '{{< param mood >}} {{< param "motto" >}} {{% param "deep.er" %}}',
    "## {{< param mood >}} head",
    (
        '[l]({{< ref "t0" >}}) [m]({{< relref "/t1.md#a" >}}) [n]({{% relref "t2" %}}) {{<'
        ' relref "t3" >}} {{< ref "#x" >}}'
    ),
    '{{< figure src="/a b.png" alt="An *alt*" >}}',
    '{{< figure src="a.png" caption="A **cap** [l](/x)" >}}',
    '{{< figure src="/a.png" link="/there/" caption="Cap" attr="By me" attrlink="/me" >}}',
    'text\n{{< figure src="/a.png" >}}\nmore',
    '- a\n\n  {{< figure src="/a.png" >}}\n\n- b',
    "{{< highlight python >}}\nx = 1\n\ny\n{{< /highlight >}}",
    '{{< highlight "go" >}}a{{< /highlight >}}',
    '{{< details summary="See *this*" >}}\nSome **md**\n\n- list\n{{< /details >}}',
    '{{< details summary="S" open=true >}}one{{< /details >}}',
    "> {{< param mood >}}",
    "| a |\n|---|\n| {{< key x >}} |",
    '{{< key `raw "q"` >}} {{< key "a \\"b\\"" >}}',
    '{{< key\n  "x"\n>}} y',
    "*{{< param mood >}}* and **{{< param mood >}}**x",
    '{{< highlight text "hl_inline=true" >}}x y{{< /highlight >}}',
    "<div>{{< key X >}} and {{< param mood >}}</div>",
    "<div>\n{{< note >}}a *b*{{< /note >}}\n</div>\n\nc",
    '<a href="/{{< param mood >}}">x</a> <i title="{{< param mood >}}">y</i>',
    '<img src="/{{< param mood >}}.png" alt="z">',
    "<div>\n{{< highlight go >}}a{{< /highlight >}}\n</div>",
    "{{< raw >}}{{< param mood >}} {{< key K >}}{{< /raw >}}",
]
CONFIG = (
    'title = "Site"\n[params]\nmotto = "The motto"\n[params.deep]\ner = 7\n'
    "[markup.goldmark.renderer]\nunsafe = true\n"
)
PARAMS = {"mood": "calm"}


def scope(**templates: str) -> ShortcodeScope:
    def find(name: str, full: bool) -> str | None:
        path, mark, fragment = name.partition("#")
        known = re.fullmatch(r"/?(t\d+)(?:\.md)?", path)
        if not path or known:
            root = "https://birds.example" if full else ""
            return f"{root}/{known[1]}/{mark}{fragment}" if known else f"#{fragment}"
        return None

    site = {"title": "Site", "params": {"motto": "The motto", "deep": {"er": 7}}}
    return ShortcodeScope(
        {**TEMPLATES, **templates},
        site,
        {"title": "t0", "params": PARAMS},
        find,
        {"relURL": lambda text: text if text.startswith("/") else f"/{text}"},
    )


def shown(text: str, title: str = "t0") -> tuple[str, list[tuple[NoteKind, int, str]]]:
    codes = carry_shortcodes(text, 1, replace(scope(), page={"title": title, "params": PARAMS}))
    dialect = replace(GoldmarkDialect(unsafe=True), inserted=codes.inserted)
    made = convert(codes.lines, lambda address, _line, _html: address, dialect)
    return "\n".join(line.text for line in made.lines), [*codes.notes, *made.notes]


@pytest.fixture(scope="module")
def by_hugo() -> dict[str, str]:
    more = {f"layouts/shortcodes/{name}.html": text for name, text in TEMPLATES.items()}
    return dict(zip(ALIKE, pages(ALIKE, CONFIG, more, "mood: calm\n"), strict=True))


@pytest.mark.parametrize("text", ALIKE)
def test_a_shortcode_is_what_hugo_makes_of_it(text: str, by_hugo: dict[str, str]) -> None:
    title = f"t{ALIKE.index(text)}"
    ours, notes = shown(text, title)
    html = by_hugo[text]
    assert visible(rendered(ours)) == visible(html)
    assert _links(rendered(ours)) == _links(html)
    assert not [note for note in notes if note[0] is NoteKind.LEFT]


def _links(html: str) -> list[str]:
    kinds = ("img", "a", "pre", "iframe", "li", "em", "table", "details")
    return [
        one.split(" ", 1)[1].replace(" b.png", "%20b.png").replace("An alt", "An *alt*")
        for one in structure(html)
        if one.split(" ")[1] in kinds
    ]


def test_in_code_a_shortcode_is_its_text() -> None:
    """Hugo puts HTML between the tags of the code, where a reader sees no other than its text."""
    ours, _ = shown(
        "    {{< note >}}a & b {{< key C >}}{{< /note >}}\n    c\n\n```\n{{< note >}}d{{< /note >}}\n```"
    )
    assert ours == "```\na & b C\nc\n```\n\n```\nd\n```"


def test_what_would_ask_another_server_is_a_link() -> None:
    text = (
        '{{< gist ada 123 >}}\n\n{{< x user="ada" id="5" >}} {{< instagram abc >}} {{< qr '
        'text="https://x.org" />}}'
    )
    ours, notes = shown(text)
    assert ours == (
        "[Gist ada/123](https://gist.github.com/ada/123)\n\n[Post 5 on X](https://x.com/ada/status/5) "
        "[Post abc on Instagram](https://www.instagram.com/p/abc/) <https://x.org>"
    )
    assert [(kind, line) for kind, line, _ in notes] == [
        (NoteKind.CHANGED, 1),
        (NoteKind.CHANGED, 3),
        (NoteKind.CHANGED, 3),
        (NoteKind.CHANGED, 3),
    ]


def test_a_video_is_in_a_frame() -> None:
    ours, _ = shown('{{< youtube id="w7Ft2ymGmfc" title="A nest" start=5 >}}\n\n{{< vimeo 146022717 >}}')
    assert re.findall(r'<iframe src="([^"]+)" title="([^"]+)"', ours) == [
        ("https://www.youtube-nocookie.com/embed/w7Ft2ymGmfc?start=5", "A nest"),
        ("https://player.vimeo.com/video/146022717", "Vimeo video"),
    ]


def test_what_is_not_known_stands_as_it_was_written_with_what_it_holds() -> None:
    ours, notes = shown(
        'a {{< tabs "x" >}}in **it** {{% odd a="b" %}}{{< /tabs >}} b\n\n{{< ref "nowhere" >}}'
    )
    assert (
        ours
        == 'a `{{< tabs "x" >}}`in **it** `{{% odd a="b" %}}``{{< /tabs >}}` b\n\n`{{< ref "nowhere" >}}`'
    )
    assert [(kind, line) for kind, line, _ in notes] == [
        (NoteKind.LEFT, 1),
        (NoteKind.LEFT, 1),
        (NoteKind.LEFT, 3),
    ]


@each(
    "template",
    [
        '{{ partial "x" . }}',
        '{{ define "x" }}{{ end }}',
        "{{ .Site.Data.x }}",
        "{{ if .Get 0 }}open",
        "{{ .Page.Resources.Get 0 }}",
        '{{ readFile "x" }}',
        "{{ end }}",
        "{{ $x }}",
        "{{ .Get }}",
        "{{ .Parent.Get 0 }}",
        "<script>var x = {{ .Get 0 }}</script>",
        "{{ (.Get 0 }}",
        "{{ .Get 0 | nothing }}",
        "{{ now.Year }}",
    ],
)
def test_a_template_that_asks_for_more_is_not_run(template: str) -> None:
    with pytest.raises(UnknownInTemplateError):
        run_template(template, TemplateScope(["a"], "", {}, {"title": "t"}, {}))


def test_a_template_ends() -> None:
    deep = "{{ if true }}" * 300 + "x" + "{{ end }}" * 300
    assert run_template(deep, TemplateScope([], "", {}, {}, {})) == "x"
    with pytest.raises(UnknownInTemplateError):
        run_template("{{ if true }}x{{ end }}" * 3000, TemplateScope([], "", {}, {}, {}))
