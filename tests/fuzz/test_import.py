"""Any blog is imported without an end, and what it becomes is never worse than a warning of the report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan

from fuzz.conftest import tries
from fuzz.imports import check_pages, planned

KEYS = (
    "title",
    "date",
    "categories",
    "category",
    "tags",
    "layout",
    "permalink",
    "slug",
    "published",
    "status",
    "goal",
    "type",
    "id",
    "authors",
    "author",
    "icon",
    "template",
    "hide",
    "links",
    "pin",
    "redirect_from",
    "lessons",
    "image",
    "visibility",
    "milestone",
    "order",
    "search",
    "description",
    "draft",
    "part_of",
    "x",
)
VALUES = st.sampled_from(
    [
        "x",
        "2020-01-02",
        "2020-01-02 10:00:00 +0200",
        "soon",
        "[a, b]",
        "a b",
        "{a: b}",
        "true",
        "no",
        "~",
        "",
        "5",
        "1.5",
        "'it''s'",
        '"\\u0007"',
        "&a [1]",
        "*a",
        "!ruby/object:X {}",
        "| \n  long\n  text",
        "/a/b.html",
        "/a/b/",
        "../..",
        "https://e.example/x",
        "[[1], {a: 2}]",
        "publish",
        "post",
        "done",
        "[",
        "é ü",
        "#x",
        "a: b",
        "con",
        "-",
        "[~]",
        "/",
    ]
)
FRONTS = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=6).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs))
BODIES = st.lists(
    st.sampled_from(
        [
            "text",
            "# A",
            "## B\n",
            "* one\n  * two\n",
            "1. x",
            "> q",
            "```",
            "~~~ruby",
            "{% highlight c %}",
            "{% endhighlight %}",
            "{% raw %}",
            "{% endraw %}",
            "{{ page.title }}",
            "{{ site.x",
            "{% include a.html %}",
            "{% comment %}secret",
            "{% endcomment %}",
            "{::comment}",
            "{:/comment}",
            "{:.a}",
            "{: #b}",
            "{:toc}",
            "* TOC",
            "$$",
            "$$x$$",
            "[a](/b/)",
            "[a][b]",
            "[b]: /c",
            "![](x.png)",
            "<div>",
            "</div>",
            "<p markdown='1'>",
            "<!--",
            "-->",
            "|a|b|",
            "|-",
            "term\n: def",
            "[^1]",
            "[^1]: note",
            "*[A]: b",
            "    code",
            "\t",
            "",
            "",
            "\\",
            "&amp;",
            "<a href=/b>",
            "{% post_url 2020-01-01-a %}",
            "---",
            "===",
            "<pre>",
            "</pre>",
            "<script>",
            "*",
            "_a",
            "`",
            "\x00",
            "\ufeff",
            "\u2028",
        ]
    ),
    max_size=14,
).map("\n".join)
PAGES = st.builds(lambda front, body, closed: f"---\n{front}{closed}{body}", FRONTS, BODIES,
                  st.sampled_from(["---\n", "---\n", "---\n", "...\n", ""]))
PATHS = (
    "_posts/2020-01-01-a.md",
    "_posts/2020-01-02-b.markdown",
    "c/_posts/2020-01-03-d.html",
    "_drafts/e.md",
    "f.md",
    "g/index.html",
    "h.html",
    "i.txt",
    "_posts/2020-01-04-é ü.md",
)
CONFIGS = st.lists(
    st.sampled_from(
        [
            "permalink: pretty",
            "permalink: /:title",
            "permalink: /x",
            "baseurl: /b",
            "url: https://b.example",
            "timezone: Asia/Tokyo",
            "title: [a]",
            "title: T",
            "kramdown: {input: kramdown}",
            "excerpt_separator: <!--x-->",
            "defaults: 5",
            "collections: {posts: {permalink: /p/:title}}",
            "exclude: [f.md]",
            "description: |\n  a\n  b",
            "paginate: 3",
            "x: y",
        ]
    ),
    max_size=4,
    unique_by=lambda line: line.partition(":")[0],
).map("\n".join)


@tries(60)
@given(
    st.dictionaries(st.sampled_from(PATHS), PAGES, min_size=1, max_size=5),
    CONFIGS,
    st.sampled_from([None, "A goal"]),
)
def test_any_blog_becomes_pages_that_a_check_does_not_complain_of(
    files: dict[str, str], config: str, goal: str | None
) -> None:
    made = planned(plan, {**files, "_config.yml": config}, Wishes(goal))
    if made is None:
        return
    told = {note.path for note in made.notes}
    for path in files:
        if path not in ("f.md", "i.txt"):  # one may be excluded, the other has no row
            assert path in told or any(row.path == path for row in made.rows)
    check_pages(made)
