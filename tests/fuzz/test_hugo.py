"""Any blog of Hugo, and any page of it, is imported: nothing is raised, and no word of its text is lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.hugo.plan import Wishes, plan

from fuzz.conftest import tries
from fuzz.imports import check_pages, planned
from fuzz.test_import import KEYS, VALUES

FRONTS = st.lists(
    st.tuples(
        st.sampled_from([*KEYS, "url", "aliases", "expiryDate", "menu", "build", "cascade", "weight"]), VALUES
    ),
    max_size=6,
).map(lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs))
PIECES = (
    *("text", "# A", "## B {#b .c}", "* one\n  * two\n", "1. x", "> q", "```", "~~~go {linenos=true}"),
    "    code",
    *("{{< figure src=a.png >}}", "{{< own >}}", "{{< /own >}}", "{{% own %}}", "{{% /own %}}"),
    "{{< none a=b >}}",
    *("{{< /none >}}", "{{</* own */>}}", "{{<", ">}}", '{{< own "', "{{< ref b >}}"),
    "{{< highlight go >}}",
    *("{{< /highlight >}}", "{{< details x >}}", "{{< /details >}}", "{{< param x >}}"),
    "{{< youtube a >}}",
    *("[a](/b/)", "[a][b]", "[b]: /c 'd'", "![](x.png)", "<div>", "</div>", "<b>", "</b>", "<!--", "-->"),
    *("<!--more-->", "|a|b|\n|-|-|\n|c|", "term\n: def", "[^1]", "[^1]: note", "~a~ ~~b~~"),
    *("\"q\" it's --", "- [ ] t"),
    *("\t", "", "", "\\", "&amp;", "<a href=/b>", "---", "===", "<pre>", "</pre>", "<script>", "*", "_a"),
    "`",
    *("www.a.example", "a@b.example", "$x$", "\x00", "\x02" + "0\x03", "Hs00000Z", "\ufeff", "\u2028"),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=14).map("\n".join)
PAGES = st.builds(
    lambda front, body, mark: f"{mark[0]}{front}{mark[1]}{body}",
    FRONTS,
    BODIES,
    st.sampled_from([("---\n", "---\n")] * 4 + [("+++\n", "+++\n"), ("---\n", ""), ("", ""), ("{", "}\n")]),
)
PATHS = (
    *("content/posts/a.md", "content/posts/b/index.md", "content/posts/b/c.md", "content/posts/b/x.png"),
    *("content/_index.md", "content/posts/_index.md", "content/d.html", "content/e.de.md"),
    "content/é ü.md",
    *("layouts/shortcodes/own.html", "static/index.html", "content/f.org"),
)
CONFIGS = st.lists(
    st.sampled_from(
        [
            "permalinks: {posts: /:year/:slug/}",
            "permalinks: /x",
            "baseURL: https://b.example/c/",
            "languages: {en: {}, de: {}}",
            "defaultContentLanguageInSubdir: true",
            "timeZone: Asia/Tokyo",
            "title: [a]",
            "uglyURLs: true",
            "params: {mainSections: [posts]}",
            "markup: {goldmark: {renderer: {unsafe: true}}}",
            "taxonomies: 5",
            "ignoreFiles: ['(']",
            "menu: {main: [{name: a, url: /a/, parent: a}]}",
            "sectionPagesMenu: main",
        ]
    ),
    max_size=4,
    unique_by=lambda line: line.partition(":")[0],
).map("\n".join)


@tries(60)
@given(st.dictionaries(st.sampled_from(PATHS), PAGES, min_size=1, max_size=6), CONFIGS)
def test_any_blog_of_hugo_becomes_pages_that_a_check_does_not_complain_of(
    files: dict[str, str], config: str
) -> None:
    made = planned(plan, {**files, "hugo.yaml": config}, Wishes())
    if made is not None:
        check_pages(made)


WORDS = ("wren", "lark", "owl", "stork", "heron", "crane")
AROUND = st.sampled_from(
    [
        *("{}", "*{}*", "# {}", "> {}", "- {}", "    {}", "`{}`", "~~{}~~", "<b>{}</b>"),
        *("\n\n|{}|\n|-|\n\n", "**{}", "<i>{}"),
        *("- a\n\n  {}", "[{}](/a)", "[{}][b]", '"{}"', "<div>\n{}\n</div>", "<div>\n\n{}"),
        *("\n```\n{}\n```\n", "1. {}\n"),
        *("{{{{< none >}}}}{}{{{{< /none >}}}}", "{{{{% own %}}}}{}{{{{% /own %}}}}"),
        "{{{{< own >}}}}{}{{{{< /own >}}}}",
        *("{{{{< highlight go >}}}}\n{}\n{{{{< /highlight >}}}}", "term {}\n: def", "{}\n===", "\\{}"),
        "&{};",
        *("{{{{< details x >}}}}\n{}\n{{{{< /details >}}}}", "{{{{< {}", "![{}](a.png)", "<p>{}"),
        "{{{{</* {} */>}}}}",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", " ", ""])
SAYINGS = st.lists(st.tuples(AROUND, ENDS), min_size=1, max_size=len(WORDS))


@tries(200)
@given(SAYINGS)
def test_each_word_of_a_page_of_hugo_is_in_the_new_one(sayings: list[tuple[str, str]]) -> None:
    words = WORDS[: len(sayings)]
    body = "".join(form.format(word) + end for word, (form, end) in zip(words, sayings, strict=True))
    made = planned(plan, {
        "hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n",
        "layouts/shortcodes/own.html": "<div>{{ .Inner | markdownify }}</div>",
        "content/about.md": f"---\ntitle: About\n---\n{body}\n",
    }, Wishes())
    assert made is not None
    text = str(made.files["docs/about.md"])
    assert [word for word in words if not re.search(word, text)] == [], text
    assert "Hs0000" not in text
