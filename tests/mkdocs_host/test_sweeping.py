"""The last look at what a build has made: nothing leads to a hidden page, and what names one is told."""

from __future__ import annotations

import re

import pytest
from conftest import MakeSite
from hosts import URL, Build, build, config

PRIVATE = "---\nvisibility: private\n---\n# A diary\n"
WAYS = {
    "srcset": '<img alt="" srcset="b.png 1x, ../notes/WORD/ 2x">',
    "poster": '<video poster="../notes/WORD.html"></video>',
    "formaction": '<form><button formaction="../notes/WORD/">x</button></form>',
    "refresh": '<meta http-equiv="refresh" content="0; url=/notes/WORD/">',
    "data": '<p data-to="notes/WORD.md">x</p>',
    "script": '<p onclick="go(\'../notes/WORD/\')">x</p>',
    "break": '<a href="\n../notes/WO\nRD/">x</a>',
    "entity": '<a href="../notes/&#87;ORD/">x</a>',
    "case": "[x](../Notes/LOUD.md)",
    "wiki": "[[WORD]]",
    "wikiwords": "[[WORD|my words]]",
    "attrlist": "a *b*{: data-to=notes/WORD/ }",
    "autolink": f"<{URL}notes/WORD/>",
    "reference": "[x][r]\n\n[r]: ../notes/WORD.md",
    "windows": "[x](..\\notes\\WORD.md)",
    "data url": '<object data="../notes/WORD/"></object>',
    "svg": '<svg><a xlink:href="../notes/WORD/"><text>x</text></a></svg>',
    "style": '<p style="background: url(../notes/WORD.html)">x</p>',
    "preview": "[x](http://127.0.0.1:8000/people/ada/notes/WORD/)",
}
"""Each as it is written on posts/a.md, of a page of its own that is private."""
NAMED = {"text": "See notes/WORD.md.", "whole": f"See {URL}notes/WORD/ there.",
         "code": "`docs/notes/WORD.md`", "title": '<p title="notes/WORD.md">x</p>', "other host": "[x](https://example.com/docs/notes/WORD.md)"}
"""Words of an author, which stay as they are."""


def word(way: str) -> str:
    return f"okapi{way.replace(' ', '')}"


def site_of(ways: dict[str, str]) -> dict[str, str]:
    pages = {f"notes/{word(way)}.md": PRIVATE for way in ways}
    text = "\n\n".join(text.replace("WORD", word(way)).replace("WO\nRD", f"{word(way)[:3]}\n{word(way)[3:]}")
                       .replace("&#87;ORD", f"&#111;{word(way)[1:]}").replace("LOUD", word(way).upper())
                       for way, text in ways.items())
    post = f"---\ndate: 2026-03-01\nmilestone: X\n---\n# A\n\n{text}\n"
    return {"index.md": "# Home\n", "posts/a.md": post, **pages}


def found(made: Build) -> set[str]:
    """Return the words that stand in any file of a site, or in its name."""
    content = b"\n".join(name.encode() + b"\n" + text for name, text in made.content().items()).lower()
    content = content.replace(b"&#111;", b"o").replace(b"\n", b"")
    return {word.decode() for word in re.findall(rb"okapi[a-z]+?(?=\W|$)", content)}


def told(made: Build) -> str:
    lines = "\n".join(line for line in made.problems if line.endswith("[private-link]"))
    return lines.lower().replace("\\n", "").replace("&#111;", "o")


@pytest.mark.parametrize("options", ["as_of: 2026-04-01", "enabled: false"])
def test_no_way_to_lead_to_a_hidden_page_is_left_and_each_is_told_once(
    site: MakeSite, options: str
) -> None:
    extended = config(f"{{{options}}}", more="markdown_extensions: [attr_list]\n")
    made = build(site(site_of(WAYS), extended), strict=False)
    assert made.code == 0, made.log
    assert found(made) == set()
    text = made.text("posts/a")
    assert "my words" in text
    for way in WAYS:
        assert len(re.findall(rf"\b{word(way)}\b", told(made))) == 1, way
    assert len(made.problems) == len(WAYS)


def test_words_that_name_a_hidden_page_stay_and_are_told(site: MakeSite) -> None:
    made = build(site(site_of(NAMED), config("{as_of: 2026-04-01}")), strict=False)
    assert found(made) == {word(way) for way in NAMED}
    assert len(made.problems) == len(NAMED)
    assert all("your words stay as they are" in line for line in made.problems)


def test_what_comes_by_a_template_or_another_plugin_is_swept_too(site: MakeSite) -> None:
    hook = ("import os\n\n\ndef on_page_content(html, page, **kwargs):\n"
            "    return html + '<a href=\"/people/ada/notes/okapihook/\">late</a>'\n\n\n"
            "def on_post_page(output, **kwargs):\n"
            "    link = '<a href=\"/people/ada/notes/okapipost/\">later</a>'\n"
            "    return output + link + ' notes/okapisaid.md'\n\n\n"
            "def on_post_build(config, **kwargs):\n"
            "    with open(os.path.join(config.site_dir, 'list.json'), 'w') as file:\n"
            "        file.write('[\"notes/okapifile.md\"]')\n")
    tree = {"index.md": "# Home\n",
            **{f"notes/okapi{way}.md": PRIVATE for way in ("hook", "post", "said", "file", "view")}}
    folder = site(tree, config("{as_of: 2026-04-01}", "{name: mkdocs, custom_dir: theme}",
                               more="hooks: [hook.py]\n"))
    (folder / "hook.py").write_text(hook)
    (folder / "theme").mkdir()
    (folder / "theme/404.html").write_text("<p><a href='/notes/okapiview/'>there</a> is nothing</p>")
    made = build(folder, strict=False)
    assert found(made) == {"okapisaid", "okapifile"}
    assert "late" in made.text("")
    assert {re.search("okapi[a-z]+", line)[0] for line in made.problems} == {  # type: ignore[index]
        "okapihook", "okapipost", "okapisaid", "okapifile", "okapiview"}


def test_links_of_a_blog_post_s_front_matter_are_left_out(site: MakeSite) -> None:
    post = ("---\ndate: 2026-03-01\nlinks:\n  - notes/okapione.md\n  - Two: notes/okapitwo.md#x\n"
            "  - More:\n      - Three: notes/okapithree.md\n      - Home: index.md\n---\n"
            "# A post\n\nWords.\n")
    tree = {"index.md": "# Home\n", "blog/index.md": "# Blog\n", "blog/posts/a.md": post,
            **{f"notes/okapi{n}.md": PRIVATE for n in ("one", "two", "three")}}
    folder = site(tree, config("{as_of: 2026-04-01}", "material", "[search, blog, ROADMAP]"))
    made = build(folder, strict=False)
    assert found(made) == set()
    assert [re.search("okapi[a-z]+", line)[0] for line in made.problems] == [  # type: ignore[index]
        "okapione", "okapitwo", "okapithree"]
    page = next(page for page in made.site.pages if "2026" in page and page.endswith("a-post/index.html"))
    links = [link.text.strip() for link in made.site.links(page)]
    assert "Two" not in links
    assert "None" not in made.site.folder.joinpath(page).read_text("utf-8").split("Related links")[-1]


def test_what_a_theme_does_on_every_page_is_told_once(site: MakeSite) -> None:
    tree = {"index.md": "# Home\n", "a.md": "# A\n", "notes/okapi.md": PRIVATE}
    made = build(site(tree, config("{as_of: 2026-04-01}", "material", more=(
        f"extra: {{homepage: '{URL}notes/okapi/'}}\n"))), strict=False)
    assert found(made) == set()
    assert len(made.problems) == 1
