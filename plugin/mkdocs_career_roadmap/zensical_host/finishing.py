"""What a built site still lacks when Zensical is done: all that needs the addresses of its pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

from ..exports.addresses import folded, seen_from
from ..exports.feed_content import feed_content
from ..exports.redirects import occupied, redirect_html, resolve_redirects
from ..pages.catalogue import RoadmapPage
from ..pages.head_tags import SharedCard, at_end_of_head, feed_tag, has_image, with_card
from ..project.built.built_site import without_roadmap
from ..project.built.leaks import leaks, traces_of_hidden
from ..project.config import load_config
from ..project.data_texts import FileAddress, feed_links, make_text
from ..project.old_address_files import write_old_address
from ..project.on_disk.new_files import write_whole
from ..project.page_cards import PageCards
from ..project.read_site import portrait_of
from ..vocabulary.escaping import title_for_themes
from ..vocabulary.paths import is_page
from ..vocabulary.problems import Place, Problem, problem
from .feeds import mend_feeds
from .page_text import BLOCK, BOX, PATH
from .staging import Staged, author_of

_BOX = re.compile(rf"{BOX[0]}.*?{BOX[1]}", re.DOTALL)
_BLOCK = re.compile(rf"{BLOCK[0]}.*?{BLOCK[1]}", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^<>]*\bmd-content__inner\b[^<>]*>(.*)</article>", re.DOTALL)
_OF_THEME = re.compile(
    r"<(a)\b[^<>]*\b(?:md-content__button\b|id=\"?__skip\b).*?</\1>|"
    r"<(nav|aside|form)\b[^<>]*\bmd-(?:tags|source-file|feedback)\b.*?</\2>", re.DOTALL)
"""What the theme puts among the text of a page: its button to edit, the place where
the text begins, tags, dates of the file, the question
whether it was of use.
"""
EXCERPT = "md-post--excerpt"
"""The class of a post in a list of a blog, of which the theme shows the beginning."""


def finish(staged: Staged) -> Iterator[Problem]:
    """Write what is still lacking, and yield what is wrong: pages that are not there, and what is private."""
    folder = staged.site_dir
    files = _Built(staged, folder)
    yield from files.missing()
    yield from files.cards.problems()
    _write_data(staged, files)
    yield from _write_old_addresses(staged, files)
    for path in mend_feeds(folder):
        yield problem("private-in-site", Place(path.as_posix()),
                      "a link to a page that is not for the public is left here; do not publish this site")
    yield from without_roadmap(folder, staged.project, staged.read)
    yield from leaks(folder, traces_of_hidden(staged.read.sources, staged.read.site))


class _Built:
    """The pages of a built site, and where each lies."""

    def __init__(self, staged: Staged, folder: Path) -> None:
        self._staged = staged
        self.folder = folder
        self.at: dict[str, str] = {}
        """From source path to file, below the folder of the site."""
        self._of_taken = {source: path for path, source in staged.taken.items()}
        self._texts: dict[str, str] = {}
        """What feeds show of posts, by source path: a post stands in several."""
        project = staged.project
        self.cards = PageCards(
            is_wanted=project.options["cards"], root=staged.config.parent, site_url=project.site_url,
            site_name=project.name, told_at=str(project.config),
            portrait=lambda _: portrait_of(project, staged.read))
        paths = sorted(folder.rglob("*.html"))
        for path in paths:  # all of them first: pages tell addresses of others
            if source := _source(path.read_text("utf-8")):
                self.at[source] = path.relative_to(folder).as_posix()
        for path in paths:
            self._finish(path)

    def _finish(self, path: Path) -> None:
        """Add to a page what it lacks. Lists of a blog show no boxes."""
        text = path.read_text("utf-8")
        whole = text
        file = path.relative_to(self.folder).as_posix()
        found = _source(text)
        text = self._with_card(text, found) if found else _BOX.sub("", text)
        if found or file == "index.html":
            text = self._with_feeds(text, file, self._page_of(found))
        if text != whole:
            write_whole(path, text.encode())

    def _with_feeds(self, html: str, file: str, page: RoadmapPage | None) -> str:
        """Return a page with links to the feeds in its head."""
        site, folder = self._staged.site, posixpath.dirname(file)
        return at_end_of_head(html, [
            feed_tag(link.title, link.type, seen_from(folder, quote(f"{site.settings.folder}/{link.name}")),
                     is_material=True) for link in feed_links(page, site, self._staged.data)])

    def _page_of(self, source: str) -> RoadmapPage | None:
        """Return the page of the roadmap that is made from a source, or None."""
        return self._staged.site.pages.get(self._of_taken.get(source, source))

    def _with_card(self, html: str, source: str) -> str:
        """Return a page of the roadmap with what sites show of it on which somebody shares it."""
        staged = self._staged
        page = self._page_of(source)
        if page is None:
            return html
        is_post = page.kind.name == "post"
        card = SharedCard(title_for_themes(page.title), page.description, "article" if is_post else "website",
                          self.whole(source) or "", staged.site.linked_data(page, self.whole),
                          image="" if has_image(html) else self._picture(page))
        return with_card(html, staged.site.card(page, card))

    def _picture(self, page: RoadmapPage) -> str:
        """Return the whole address of the picture of a page, drawn and written; empty: it has none."""
        drawn = self.cards.draw(page, self._staged.site)
        if drawn is None:
            return ""
        path = f"{self._staged.site.settings.folder}/{drawn.path}"
        at = self.folder / path
        at.parent.mkdir(parents=True, exist_ok=True)
        write_whole(at, drawn.png)
        return urljoin(self._staged.project.site_url, quote(path))

    def missing(self) -> Iterator[Problem]:
        """Yield a problem for each page that was staged and is not there, or has nothing of ours."""
        for path in sorted(self._staged.addressed - self.at.keys()):
            yield problem(
                "dead-link", Place(path),
                "the built site does not have this page, or not what the roadmap puts there; look at what "
                "Zensical says of it, and for an open comment or element at its end")

    def feed_text(self, path: str) -> str:
        """Return what `_feed_text` does, read once."""
        if path not in self._texts:
            self._texts[path] = self._feed_text(path)
        return self._texts[path]

    def _feed_text(self, path: str) -> str:
        """Return the text of a post for a feed, without what the theme and we put around it; empty: the site
        does not have it.
        """
        file = self.at.get(self._staged.taken.get(path, path))
        article = _ARTICLE.search((self.folder / file).read_text("utf-8")) if file else None
        address = self.whole(path)
        if article is None or address is None:
            return ""
        return feed_content(_OF_THEME.sub("", _BLOCK.sub("", _BOX.sub("", article[1]))), address)

    def address(self, path: str) -> str | None:
        """Return the address of a page or a file, from the root of the site; None: it is not there."""
        if not is_page(path):
            return self._address_of_file(path)
        file = self.at.get(self._staged.taken.get(path, path))
        if file is None:
            return None
        is_folder = self._staged.project.directory_urls or file == "index.html"
        return quote(file.removesuffix("index.html") if is_folder else file) or "./"

    def _address_of_file(self, path: str) -> str | None:
        """Return the same of what is no page. What lies beside the posts of a blog is moved with them."""
        posts = f"{self._staged.site.settings.blog_posts}/"
        names = [path]
        if posts != "/" and path.startswith(posts):
            names.insert(0, posixpath.join(posixpath.dirname(posts.rstrip("/")), path.removeprefix(posts)))
        inside = (name for name in names if not name.startswith(("..", "/")))
        return next((quote(name) for name in inside if (self.folder / name).is_file()), None)

    def whole(self, path: str) -> str | None:
        """Return the same with the site's own before it; None also where nobody knows that."""
        address, site_url = self.address(path), self._staged.project.site_url
        return urljoin(site_url, address) if address and site_url else None


def _source(html: str) -> str:
    """Return the source path that a page of the built site tells of itself; empty: none, or it shows
    beginnings of others, which tell theirs.
    """
    found = None if EXCERPT in html else PATH.search(html)
    return unquote(found[1]) if found else ""


def _write_data(staged: Staged, built: _Built) -> None:
    project, folder = staged.project, staged.site.settings.folder

    def url(path: str) -> str | None:
        address = built.address(path)
        if address is None or project.site_url:
            return built.whole(path)
        return seen_from(folder, address)

    for name in staged.data:
        address = urljoin(project.site_url, quote(f"{folder}/{name}")) if project.site_url else ""
        place = FileAddress(address, url, author_of(project), project.name, built.feed_text)
        at = built.folder / folder / name
        at.parent.mkdir(parents=True, exist_ok=True)
        write_whole(at, make_text(name, staged.site, place).encode())


def _write_old_addresses(staged: Staged, built: _Built) -> Iterator[Problem]:
    """Write the pages at old addresses, and yield what is in the way."""
    moved, crowded = resolve_redirects(staged.site.moved, ())
    yield from crowded
    written: Mapping[str, object] = load_config(staged.config)
    theme = written.get("theme")
    language = str(theme.get("language") or theme.get("locale") or "en") if isinstance(theme, dict) else "en"
    seen: set[str] = set()
    for page in moved:
        file = built.at.get(page.path)
        address = built.address(page.path)
        if file is None or address is None or file in page.address.files:
            continue
        href = seen_from(posixpath.dirname(page.address.file), address)
        html = redirect_html(page.title, href, built.whole(page.path) or href, language.replace("_", "-"))
        key = folded(page.address.file)
        is_written = write_old_address(built.folder, page, html, may_be_ours=key not in seen)
        if not is_written and not page.is_by_itself:
            yield occupied(page)
        seen.add(key)
