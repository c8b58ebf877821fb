"""Of several documents with a claim to one address the new site has the one that Jekyll shows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs_career_roadmap.jekyll.blog.documents import Document, FileRole, Withheld
from mkdocs_career_roadmap.jekyll.mapping.old_addresses import OldAddresses
from mkdocs_career_roadmap.jekyll.plan import Wishes, plan
from mkdocs_career_roadmap.new_site.destination import compare
from mkdocs_career_roadmap.new_site.destination import write as write_files
from mkdocs_career_roadmap.new_site.frame import Plan
from mkdocs_career_roadmap.new_site.lines import NoteKind
from same_site import build_new, file_at

from .oracle import build as build_jekyll
from .oracle import write


def made_of(folder: Path, files: dict[str, str]) -> Plan:
    write(folder, files)
    return plan(folder, Wishes())


def skipped(made: Plan) -> dict[str, str]:
    return {note.path: note.what for note in made.notes if note.kind is NoteKind.SKIPPED}


def moved(made: Plan, path: str) -> list[str]:
    """The old addresses that a page of the new site has."""
    front = str(made.files[f"docs/{path}"]).split("---\n")[1]
    return [line.strip(' -"') for line in front.partition("redirect_from:\n")[2].splitlines()
            if line.startswith("  - ")]


def page(text: str, **front: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + f"---\n{text}\n"


def test_of_a_page_and_a_file_at_one_address_the_one_that_jekyll_shows_is_there(tmp_path: Path) -> None:
    """A file wins over a page, and a post or a document of a collection over a file."""
    files = {
        "_config.yml": "title: x\ncollections:\n  co: {output: true}\n",
        "a.html": "of a.html", "a.md": page("of a.md"),
        "b/index.html": "of b/index.html", "b.md": page("of b.md", permalink="/b/"),
        "c.html": "of c.html", "_posts/2020-01-01-c.md": page("of the post", permalink="/c.html"),
        "d/index.html": "of d/index.html", "_co/d.md": page("of the document", permalink="/d/"),
        "feed.json": "of feed.json", "made.json": page("of made.json", permalink="/feed.json"),
        "list.txt": page("of list.txt"), "_co/list.txt": "of the collection's list",
        "co/pic.txt": "of co/pic.txt", "_co/pic.txt": "of _co/pic.txt"}
    made = made_of(tmp_path / "blog", files)
    built = build_jekyll(files)
    write_files(tmp_path / "new", made.files, compare(tmp_path / "new", made.files, overwrite=False))
    assert build_new(tmp_path / "new") == []
    shown = {name: text.decode() for name, text in built.items()}
    wins = {path for path, text in files.items()
            if any(text.rpartition("---\n")[2].strip() in one for one in shown.values())}
    assert files.keys() - skipped(made).keys() - {"_config.yml"} == wins
    for name, text in shown.items():
        new = file_at(tmp_path / "new/site", f"/{name.removesuffix('index.html')}")
        assert new is not None, name
        if "refresh" not in new.read_text("utf-8"):
            assert text.strip().removeprefix("<p>").removesuffix("</p>") in new.read_text("utf-8")


def test_a_page_makes_room_for_a_file_at_the_address_that_mkdocs_would_give_it(tmp_path: Path) -> None:
    """Jekyll has e.html and e/index.html, and MkDocs makes the second of both."""
    files = {"_config.yml": "title: x\n", "e.md": page("The page."), "e/index.html": "the file"}
    made = made_of(tmp_path, files)
    built = build_jekyll(files)
    assert b"The page." in built["e.html"]
    assert built["e/index.html"] == b"the file"
    assert made.files["docs/e/index.html"] == tmp_path / "e/index.html"
    assert moved(made, "e-2.md") == ["/e.html"]
    assert skipped(made) == {}


@pytest.mark.parametrize(("others", "folder"), [
    ({}, "blog"), ({"blog/a.txt": "a"}, "all-posts"),
    ({"writing.html": page("{% for post in site.posts %}{{ post.title }}{% endfor %}",
                           permalink="/writing/")}, "writing"),
    ({"index.md": page("{% for post in site.posts %}{{ post.title }}{% endfor %}")}, "blog")])
def test_a_first_page_that_is_a_file_stays_and_the_posts_lie_beside_it(
    tmp_path: Path, others: dict[str, str], folder: str,
) -> None:
    made = made_of(tmp_path, {"_config.yml": "title: x\n", "index.html": "<p>Welcome</p>",
                              "_posts/2020-01-01-a.md": page("Text."), **others})
    assert made.files["docs/index.html"] == tmp_path / "index.html"
    assert "docs/index.md" not in made.files
    assert f"docs/{folder}/index.md" in made.files
    assert f"docs/{folder}/posts/2020-01-01-a.md" in made.files


def test_an_old_address_leads_where_it_led(tmp_path: Path) -> None:
    """Of two claims the last has it, and pages come behind posts, as with jekyll-redirect-from 0.16. Where an
    old address is another page's own, that writes over the page, which stays here.
    """
    made = made_of(tmp_path, {
        "_config.yml": "title: x\npermalink: /:title/\n",
        "_posts/2020-01-01-one.md": page("One", redirect_from="[/both/, /file.html, /own/]"),
        "_posts/2020-01-02-two.md": page("Two", redirect_from="[/both/, /one/, /cv/, /page/]"),
        "own.md": page("Own", permalink="/own/"),
        "z.md": page("Z", permalink="/z/", redirect_from="[/page/, /own, /two, ../x]"),
        "file.html": "static",
        "list.html": page("{% for post in site.posts %}{{ post.title }}{% endfor %}", permalink="/cv/")})
    assert moved(made, "posts/2020-01-01-one.md") == ["/one/"]
    assert moved(made, "posts/2020-01-02-two.md") == ["/two/", "/both/"]
    assert moved(made, "own.md") == ["/own/"]
    assert moved(made, "z.md") == ["/z/", "/page/"]
    assert moved(made, "index.md") == ["/cv/"]
    told = {(note.path, note.line, note.what) for note in made.notes if "address" in note.what}
    assert told == {
        ("_posts/2020-01-01-one.md", 2,
         "its address '/both/' is not kept: it leads to _posts/2020-01-02-two.md, as in Jekyll"),
        ("_posts/2020-01-01-one.md", 2, "its address '/file.html' is not kept: docs/file.html is there"),
        ("_posts/2020-01-01-one.md", 2, "its address '/own/' is not kept: own.md is there"),
        ("_posts/2020-01-02-two.md", 2, "its address '/one/' is not kept: _posts/2020-01-01-one.md is there"),
        ("_posts/2020-01-02-two.md", 2, "its address '/cv/' is not kept: the list of posts is there"),
        ("_posts/2020-01-02-two.md", 2, "its address '/page/' is not kept: it leads to z.md, as in Jekyll"),
        ("z.md", 3, "its address '/own' is not kept: own.md is there"),
        ("z.md", 3, "its address '/two' is not kept: _posts/2020-01-02-two.md is there"),
        ("z.md", 3, "its address '/../x' cannot be kept: it has a part '..'")}


def test_a_post_of_tomorrow_leaves_the_address_to_one_of_today(tmp_path: Path) -> None:
    files = {"_posts/2020-01-01-a.md": page("Now.", permalink="/a/"),
             "_posts/2999-01-01-b.md": page("Then.", permalink="/a/", redirect_from="/b/"),
             "_config.yml": "title: x\n"}
    write(tmp_path, files)
    made = plan(tmp_path, Wishes(), datetime(2026, 1, 1, tzinfo=UTC))
    assert moved(made, "posts/2020-01-01-a.md") == ["/a/"]
    assert moved(made, "posts/2999-01-01-b.md") == ["/b/"]


def test_what_is_not_published_keeps_what_it_says() -> None:
    draft = Document("_drafts/a.md", FileRole.DRAFT, "posts", front={"redirect_from": ["/a/", "/.."]},
                     hidden=Withheld.DRAFT)
    kept, refused = OldAddresses([], [("a/index.html", "a page")]).of(draft, "")
    assert kept == ("/a/",)
    assert len(refused) == 1


@pytest.mark.parametrize("says", ["", "future: true\n"])
def test_posts_of_tomorrow_are_shown_where_the_blog_showed_them(tmp_path: Path, says: str) -> None:
    made = made_of(tmp_path, {"_config.yml": f"title: x\n{says}", "_posts/2020-01-01-a.md": page("Text.")})
    assert ("draft_if_future_date: true" in str(made.files["mkdocs.yml"])) is not bool(says)
