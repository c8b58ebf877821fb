"""`redirect_from`: old addresses lead on to where a page lies now."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner
from conftest import MakeSite, write
from crawl import BuiltSite, Html, dead_links, parse
from hosts import HOME, URL, Build, build, config, good, in_this_process, post
from mkdocs_career_roadmap.cli import cli
from mkdocs_career_roadmap.exports.redirects import redirect_html, resolve_redirects
from mkdocs_career_roadmap.reading.old_addresses import Moved, OldAddress, files_of
from mkdocs_career_roadmap.vocabulary.problems import Place
from preview import serving

# --- what there is to be ---


def moved(path: str, address: str, line: int = 1) -> Moved:
    return Moved(path, path, OldAddress(files_of(address), Place(path, line)))


def settled(*pages: Moved, lying: tuple[tuple[str, str], ...] = ()) -> tuple[list[str], list[str]]:
    """Return the files that lead on, each with its page, and the places of problems with those they name."""
    kept, told = resolve_redirects(pages, lying)
    return ([f"{m.address.file} {m.path}" for m in kept],
            [f"{p.place} {' '.join(map(str, p.also))}" for p in told])


def test_old_addresses_lead_to_their_pages() -> None:
    assert settled(moved("b.md", "/x"), moved("a.md", "/y/")) == (["y/index.html a.md", "x.html b.md"], [])


def test_address_of_two_pages_leads_to_the_first_and_is_told_at_the_second() -> None:
    assert settled(moved("b.md", "/x"), moved("a.md", "/X.html", 3)) == (
        ["X.html a.md"], ["b.md:1:1 a.md:3:1"])


def test_address_that_a_page_names_twice_counts_once() -> None:
    assert settled(moved("a.md", "/x"), moved("a.md", "/x.html", 2)) == (["x.html a.md"], [])


def test_old_address_that_nobody_wrote_gives_way_and_is_not_told() -> None:
    by_itself = replace(moved("a.md", "/x"), is_by_itself=True)
    assert settled(by_itself, lying=(("x.html", "b.md"),)) == ([], [])
    assert settled(by_itself, moved("b.md", "/x")) == (["x.html b.md"], [])
    assert settled(by_itself) == (["x.html a.md"], [])


def test_own_address_of_a_page_is_no_old_one() -> None:
    for address in ("/a/", "/a", "/a/index.html"):
        assert settled(moved("a.md", address), lying=(("a/index.html", "a.md"),)) == ([], [])


@pytest.mark.parametrize("lying", ["x.html", "X.html", "x/index.html", "x"])
def test_address_of_a_file_of_the_site_is_told(lying: str) -> None:
    assert settled(moved("a.md", "/x"), lying=((lying, "b.md"),)) == ([], ["a.md:1:1 b.md:1:1"])


def test_what_an_author_wrote_is_text_on_the_page() -> None:
    html = redirect_html('<b> & "x"', "../a%22/", 'https://e.example/"', "en")
    page = parse(html)
    assert next(page.all("title")).text == '<b> & "x"'
    assert [a.get("href") for a in page.all("a")] == ["../a%22/"]
    assert not list(page.all("b"))
    assert len(html) - len(redirect_html("", "", "", "en")) == len("&lt;b&gt; &amp; &quot;x&quot;") * 2 + (
        len("../a%22/") * 2 + len("https://e.example/&quot;"))


# --- in a site ---


@dataclass(frozen=True)
class Variant:
    theme: str
    flat: bool = False
    posts: str = "posts"
    url: str | None = URL
    host: str = "mkdocs"

    def config(self, more: str = "") -> str:
        plugins = "[search, ROADMAP, blog]" if "blog" in self.posts else "[search, ROADMAP]"
        more += f"use_directory_urls: {json.dumps(not self.flat)}\n"
        text = config(theme=self.theme, plugins=plugins, more=more)
        return text if self.url else text.replace(f"site_url: {URL}\n", "")


VARIANTS = {
    "mkdocs": Variant("mkdocs"),
    "mkdocs-flat": Variant("mkdocs", flat=True),
    "mkdocs-nowhere": Variant("mkdocs", url=None),
    "blog": Variant("material", posts="blog/posts"),
    "blog-flat": Variant("material", flat=True, posts="blog/posts"),
    "properdocs": Variant("material", host="properdocs"),
}


def tree(posts: str) -> dict[str, str]:
    first = post("redirect_from: /engineering/2020/11/25/long_term_goals.html")
    return {
        **HOME, **({"blog/index.md": "# Blog\n"} if "blog" in posts else {}),
        f"{posts}/first.md": first.replace("A post", '"Goals & <aims>"'),
        f"{posts}/second.md": post("redirect_from: ['/sch%C3%B6n/a b/', 'https://old.example/people']"),
        "plain.md": "---\nredirect_from: /was/plain\n---\n# Plain *words*\n",
        "away/über.md": "---\nredirect_from:\n  - über.html\n  -\n---\n# Away\n",
        "release.md": "---\ndate: 2026-03-02\nmilestone: Release 1.1\n---\n# Released\n",
        "aims.md": "---\ntype: goal\ntitle: Aims\naliases: Old aims\n---\n",
        "secret-aims.md": "---\ntype: goal\nvisibility: private\naliases: qzx aims\n---\n# Secret aims\n",
        "secret.md": "---\nvisibility: private\nredirect_from: /qzx/secret/\n---\n# Secret\n",
        "draft.md": "---\ndraft: true\nredirect_from: /qzx/draft\n---\n# Draft\n",
        "left-out.md": "---\nredirect_from: /qzx/left-out\n---\n# Left out\n",
    }


OLD = {
    "engineering/2020/11/25/long_term_goals.html": ("first", "Goals & <aims>"),
    "schön/a b/index.html": ("second", "A post"),
    "people.html": ("second", "A post"),
    "was/plain.html": ("plain", "Plain words"),
    "über.html": ("away/über", "Away"),
}


@pytest.fixture(scope="module", params=VARIANTS.values(), ids=VARIANTS.keys())
def variant(request: pytest.FixtureRequest) -> Variant:
    found: Variant = request.param
    return found


@pytest.fixture(scope="module")
def made(variant: Variant, site: MakeSite) -> Build:
    folder = site(tree(variant.posts), variant.config("exclude_docs: left-out.md\n"))
    found = build(folder, host=variant.host, strict=True)
    assert (found.code, found.told) == (0, []), found.log
    assert [link for link in dead_links(found.site) if link[0] != "404.html"] == []
    return found


def where_to(made: Build, file: str) -> tuple[str, Html]:
    """Return the file that a page at an old address leads to, and that page."""
    page = made.site.html(file)
    *_, link = made.site.links(file)
    (refresh,) = (e.get("content") for e in page.all("meta") if e.get("http-equiv") == "refresh")
    assert refresh == f"0; url={link.href}"
    return link.file, page


@pytest.mark.parametrize("file", OLD)
def test_old_address_leads_on(made: Build, variant: Variant, file: str) -> None:
    name, title = OLD[file]
    target, page = where_to(made, file)
    assert target in made.site.files
    words = {"first": "Words.", "second": "Words.", "plain": "Plain words", "away/über": "Away"}
    assert words[name] in made.site.html(target).text
    assert name.rpartition("/")[2] in target or "blog" in variant.posts  # which names posts by their titles
    assert page.text == f"{title} {title}"
    (canonical,) = (e.get("href") for e in page.all("link"))
    here = urljoin(URL, file)
    assert urljoin(here, canonical) == urljoin(here, next(page.all("a")).get("href"))
    assert canonical.startswith(URL) == bool(variant.url)
    assert [e.get("content") for e in page.all("meta") if e.get("name") == "robots"] == ["noindex"]
    assert next(page.all("html")).get("lang") == "en"


def test_address_of_another_name_leads_on(made: Build, variant: Variant) -> None:
    target, page = where_to(made, f"roadmap/goals/old-aims{'.html' if variant.flat else '/index.html'}")
    assert (target, page.text) == ("aims.html" if variant.flat else "aims/index.html", "Aims Aims")


def test_address_of_an_id_that_was_made_otherwise_leads_on(made: Build, variant: Variant) -> None:
    end = ".html" if variant.flat else "/index.html"
    target, _ = where_to(made, f"roadmap/milestones/release-11{end}")
    assert target == f"roadmap/milestones/release-1-1{end}"


def test_old_addresses_are_neither_in_the_sitemap_nor_in_the_search(made: Build) -> None:
    sitemap = (made.site.folder / "sitemap.xml").read_text("utf-8")
    for word in ("engineering", "was/plain", "people.html"):
        assert word not in sitemap
        assert not [address for address in made.search() if word in address]


def test_what_is_not_in_the_site_has_no_old_address(made: Build) -> None:
    assert not [name for name in made.site.files if "qzx" in name]


# --- what is in the way ---


def moved_from(redirect_from: str) -> str:
    return f"---\nredirect_from: {redirect_from}\n---\n# A\n"


def taken(file: str, at: str = "a.md:2:16", by: str = "") -> str:
    """Return what a build says of an address at which it has a file, of the source `by` if that is known."""
    see = f" (see docs/{by}:1:1)" if by else ""
    return (f"docs/{at}: warning: the site has something else at {file!r}, so this old address does not "
            f"lead to the page; take the line out, or move the other{see} [redirect-conflict]")


@pytest.mark.parametrize(("address", "file", "other"), [
    ("/other/", "other/index.html", "other.md"),
    ("/other", "other.html", "other.md"),
    ("/pic.html", "pic.html", "pic.html"),
    ("/roadmap/", "roadmap/index.html", "roadmap/index.md"),
    ("/", "index.html", "index.md"),
    ("/pic.html/x", "pic.html/x.html", ""),
    ("/404.html", "404.html", ""),
])
def test_nothing_is_overwritten(site: MakeSite, address: str, file: str, other: str) -> None:
    pages = {**HOME, "other.md": "# Other\n", "pic.html": "mine\n", "post.md": post()}
    with_it = site({**pages, "a.md": moved_from(address)}, config())
    without = build(site({**pages, "a.md": "# A\n"}, config()), strict=False)
    found = build(with_it, strict=False)
    assert (found.code, found.problems) == (0, [taken(file, by=other)])
    assert found.content().keys() == without.content().keys()
    assert found.content()["other/index.html"] == without.content()["other/index.html"]
    assert found.content()["pic.html"] == b"mine\n"
    told = CliRunner().invoke(cli, ["check", str(with_it)]).output
    assert ("redirect-conflict" in told) is bool(other)
    if other:
        assert f"{other}:1:1) [redirect-conflict]" in told


def test_two_pages_that_claim_one_address_are_told_at_once(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": moved_from("/old"), "b.md": moved_from("/old")}, config())
    found = build(folder, strict=False)
    said = ("docs/b.md:2:16: warning: two pages were at 'old.html' once, and it can lead to one of them "
            "only; take it off one of the two (see docs/a.md:2:16) [redirect-conflict]")
    assert (found.code, found.problems) == (0, [said])
    assert where_to(found, "old.html")[0] == "a/index.html"


def test_own_address_needs_no_page(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": moved_from("[/a/, /a, /a/index.html, /a.html]")}, config())
    found = good(build(folder))
    assert {name for name in found.site.files if name.startswith("a")} >= {"a/index.html", "a.html"}
    assert where_to(found, "a.html")[0] == "a/index.html"


def test_no_file_of_a_former_build_but_ours_is_replaced(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": moved_from("[/x, /y]")}, config())
    good(build(folder))
    write(folder, {"docs/b.md": "---\nredirect_from: /x\n---\n# B\n", "docs/a.md": moved_from("/y"),
                   "site/y.html": "theirs\n"})
    again = dirty(folder)
    assert where_to(again, "x.html")[0] == "b/index.html"
    assert (folder / "site/y.html").read_text("utf-8") == "theirs\n"
    assert again.problems == [taken("y.html")]


def dirty(folder: Path) -> Build:
    """Build a site again into the folder that is there."""
    code, log = in_this_process(folder, "mkdocs", ["build", "--dirty"], {"NO_MKDOCS_2_WARNING": "1"})
    return Build(code, log, BuiltSite(folder / "site", URL))


def test_no_link_of_the_site_s_folder_leads_out(site: MakeSite, tmp_path: Path) -> None:
    folder = site({**HOME, "a.md": moved_from("[/out/x, /x]")}, config())
    (folder / "site").mkdir()
    (folder / "site/out").symlink_to(tmp_path)
    (folder / "site/x.html").symlink_to(tmp_path / "x.html")
    found = dirty(folder)
    assert found.problems == [taken("out/x.html", at="a.md:2:17"), taken("x.html", at="a.md:2:25")]
    assert not list(tmp_path.iterdir())


def test_bad_address_fails_the_build_and_the_good_ones_lead_on(site: MakeSite) -> None:
    folder = site({**HOME, "a.md": post("redirect_from: [/../a, '/?p=1', /x]")}, config())
    found = build(folder, strict=False)
    assert found.code == 1
    assert [told.rpartition("[")[2] for told in found.problems[:2]] == ["bad-redirect]", "bad-redirect]"]
    assert where_to(found, "x.html")[0] == "a/index.html"


def test_address_that_the_disk_does_not_take_is_told(site: MakeSite) -> None:
    address, deep = ("/".join([letter * 200] * n) for letter, n in (("x", 9), ("s", 12)))
    folder = site({**HOME, "a.md": moved_from(f"/{address}")}, config())
    (told,) = build(folder, strict=False, out=deep).problems
    assert told.endswith("x.html' cannot be written (File name too long), so this old address does not "
                         "lead to the page; take the line out [redirect-conflict]")


# --- a preview ---


def test_preview_follows_what_is_saved(site: MakeSite) -> None:
    secret = "---\nvisibility: private\nredirect_from: /qzx.html\n---\n# Secret\n"
    folder = site({**HOME, "a.md": post("redirect_from: /old.html"), "secret.md": secret}, config())
    with serving(folder) as server:
        server.shows("old.html", "A post")
        server.shows("qzx.html", "Secret")  # as it shows the page itself
        server.save("a.md", post("redirect_from: /older.html"))
        server.shows("older.html", "A post")
        server.lacks("old.html")
        server.save("a.md", post("redirect_from: /a/../b"))
        server.lacks("older.html")
        server.answers("a/")
        server.save("a.md", post())
        server.answers("a/")
