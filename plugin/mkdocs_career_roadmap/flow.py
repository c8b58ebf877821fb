"""The whole pipeline, top to bottom: sources in, a site's roadmap and its pages out."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from .pages.catalogue import OVERVIEW, POST, REPORT, WHOLE, RoadmapPage, SiteFacts, roadmap_pages
from .pages.embedded import embedded, unknown_goals
from .pages.head_tags import SharedCard
from .pages.linked_data import linked_data
from .pages.paper.sheet import margins, sheet_line
from .pages.post import PostFacts, as_article, post_facts
from .pages.render import Render
from .pages.shared import Mentions
from .pages.viewer import Link, Viewer
from .pages.years import KeptThen, as_known, years
from .reading.blocks import Embed
from .reading.entry import Entry, Source
from .reading.folder_defaults import NO_FOLDERS, OF_FIELDS, FolderDefaults, PageDefaults
from .reading.hidden_pages.hidden import Hidden
from .reading.hidden_pages.hidden_fields import without_hidden_fields
from .reading.hidden_pages.led_to_hidden import (
    includes_of_hidden,
    links_to_hidden,
    names_of_private,
    without_addresses_of_hidden,
    without_hidden_evidence,
)
from .reading.old_addresses import Moved, OldAddress
from .reading.page import Page, read, read_translation
from .roadmap.advice import advice
from .roadmap.fold import roadmap_of
from .roadmap.known import Insights
from .roadmap.model import Goal, Milestone, Post, Roadmap
from .roadmap.past import PastYears
from .roadmap.replay import PastStep, replayed
from .vocabulary.codes import OF_PRIVACY
from .vocabulary.fields import Role
from .vocabulary.labels import Words
from .vocabulary.names import fold_word, slug_before
from .vocabulary.problems import Place, Problem, problem
from .vocabulary.settings import Settings
from .vocabulary.translations import Translations

Reader = Callable[[Source, Settings, PageDefaults], Page]


@dataclass(frozen=True)
class Site:
    """What one build knows of a site."""

    roadmap: Roadmap
    settings: Settings
    words: Words
    pages: Mapping[str, RoadmapPage]
    """By source path. Where two share one, a view goes before a goal, and that before the others."""
    hidden: Hidden
    """The pages that must not be in this site: private ones and drafts. A preview has none."""
    notices: Mapping[str, str]
    """What a preview says at the top of pages that no built site has: from their paths to `private`
    or `draft`. Empty but in a preview."""
    problems: tuple[Problem, ...]
    mentions: Mentions = field(repr=False)
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    """What the pages say: the roadmap of an earlier day follows from them, too."""
    keep_private: bool = False
    """True in a preview, which shows what is private."""
    public_entries: tuple[Entry, ...] = field(default=(), repr=False)
    """What the pages say that a built site has."""
    moved: tuple[Moved, ...] = field(default=(), repr=False)
    """The old addresses of all pages that the site has."""
    host_texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What a host should read in place of pages that it would trip over, by source path."""
    page_of_person: Mapping[str, str] = field(default_factory=dict, repr=False)
    """See `Viewer.page_of_person`."""
    past: PastYears = field(default_factory=PastYears, repr=False, compare=False)
    is_asked_for: bool = False
    """True when a page of the author's links to a view, or shows one in a block."""

    def if_there_is_any(self, nav: object) -> Site:
        """Return the site, of whose pages a built site has none while the roadmap has nothing to show.

        Whoever adds the plugin and has not begun yet gets nothing that they did not ask for. Asked for is
        what the author's pages link to, and what `nav`, their menu as it is written, lists.
        """
        has_any = self.roadmap.goals or self.roadmap.milestones or self.roadmap.posts
        is_listed = not self.pages.keys().isdisjoint(_texts(nav))
        if has_any or self.keep_private or self.is_asked_for or is_listed:
            return self
        return replace(self, pages={})

    @cached_property
    def public(self) -> Roadmap:
        """The roadmap of a built site, in a preview, too: what private pages say changes nothing of it."""
        if not self.keep_private or (len(self.public_entries) == len(self.entries)
                                     and all(map(operator.is_, self.public_entries, self.entries))):
            return self.roadmap
        return roadmap_of(self.public_entries, as_of=self.roadmap.as_of, settings=self.settings)

    @cached_property
    def replayed(self) -> tuple[PastStep, ...]:
        """How the roadmap of a built site came to be what it is."""
        entries = self.public_entries if self.keep_private else self.entries
        return replayed(self.public, entries, lambda day: as_known(
            roadmap_of(entries, as_of=day, settings=self.settings)))

    @cached_property
    def _insights(self) -> Insights:
        return Insights(self.roadmap)

    def fragments(self, page: RoadmapPage, link: Link, render: Render) -> tuple[str, str]:
        """Return the HTML to put below the page's title and at its end."""
        view = self.viewer(link)
        shown, kind = page.kind.show(view, page, self._facts), page.kind
        top, end = render(f"{kind}-top", shown) if kind.has_top else "", render(str(kind), shown)
        if not self._has_line(page):
            return top, end
        line = render("sheet", sheet_line(self.settings, self.words, view.as_of()))
        return (f"{line}\n{top}", end) if kind.has_top else (top, f"{line}\n{end}")

    def facts(self, post: Post) -> PostFacts:
        """Return all of the roadmap that stands on the page of a post, but for its day."""
        return post_facts(self.roadmap, self._insights, post, self.mentions)

    def _has_line(self, page: RoadmapPage) -> bool:
        """Return whether a printed page says at its head whose it is; those that say so anyway do not."""
        return self.settings.person is not None and page.kind not in (OVERVIEW, POST, WHOLE)

    def card(self, page: RoadmapPage, card: SharedCard) -> SharedCard:
        """Return how a page is shown where somebody shares it, with what is known of a post, and the margins
        of its sheets.
        """
        day = self.roadmap.as_of
        if isinstance(page.of, Post):
            card, day = as_article(card, self.settings, page.of), page.of.day or day
        return card._replace(margins=margins(
            self.settings, self.words, self.words.day(day), card.url, has_line=self._has_line(page)))

    def linked_data(self, page: RoadmapPage, url: Link) -> str:
        """Return what the head of a page tells in JSON-LD, see `linked_data`; empty: nothing."""
        return linked_data(self.roadmap.as_of, self.settings, page, url)

    def viewer(self, link: Link) -> Viewer:
        """Return what makes the views of this site, with the addresses of its pages."""
        return Viewer(self.roadmap, self.settings, self.words, link, shared=self._insights,
                      page_of_person=self.page_of_person, is_preview=self.keep_private)

    @cached_property
    def _facts(self) -> SiteFacts:
        return SiteFacts(self.mentions, self.pages, years(self.roadmap), self._as_it_stood, self.keep_private,
                         self.roadmap_at, self.public, self._kept_then)

    @cached_property
    def _kept_then(self) -> KeptThen:
        return KeptThen(self.past.views)

    def roadmap_at(self, day: date) -> Roadmap:
        """Return the roadmap as it stood at the end of a day."""
        return self.past.at(day, self.entries, self.settings)

    def _as_it_stood(self, year: int) -> Roadmap:
        return self._kept_then.known(year, self.past.roadmap(year, self.entries, self.settings))

    def notice(self, path: str, render: Render) -> str:
        """Return the HTML that says why no built site has this page; empty for all others."""
        kind = self.notices.get(path)
        return render("notice", kind) if kind else ""

    def embed(self, embed: Embed, link: Link, render: Render, prefix: str) -> str:
        """Return the HTML of a `roadmap` block; its ids begin with `prefix`."""
        view = self.viewer(link)
        template, shown = embedded(view, embed)
        return render(template, shown, prefix)


def _of_other_names(roadmap: Roadmap, settings: Settings) -> Iterator[Moved]:
    """Yield the addresses that goals and milestones had by their other names, and by ids made otherwise."""
    for kind, things in (("goals", roadmap.goals), ("milestones", roadmap.milestones)):
        for thing in things:
            for name in thing.aliases:
                at = f"{settings.folder}/{kind}/{name.id}"
                address = OldAddress((f"{at}/index.html", f"{at}.html"), name.place)
                yield Moved(thing.page, thing.title, address, f"{at}.md")
            for before in thing.ids_before:
                at = f"{settings.folder}/{kind}/{before}"
                address = OldAddress((f"{at}/index.html", f"{at}.html"), thing.place)
                yield Moved(thing.page, thing.title, address, f"{at}.md", is_by_itself=True)


def _texts(written: object) -> Iterator[str]:
    """Yield every text in a nest of lists and mappings, a mapping's values only."""
    if isinstance(written, str):
        yield written
    elif isinstance(written, (list, dict)):
        for part in written.values() if isinstance(written, dict) else written:
            yield from _texts(part)


def build(
    sources: Iterable[Source], *, as_of: date, settings: Settings, words: Words,
    keep_private: bool = False, defaults: FolderDefaults = NO_FOLDERS,
    hidden_elsewhere: Mapping[str, Page] = MappingProxyType({}),
    left_out: Mapping[str, str] = MappingProxyType({}),
    translations: Translations | None = None, reader: Reader = read, past: PastYears | None = None,
) -> Site:
    """Return the roadmap of a site as it stood at the end of the day `as_of`.

    Without sources, the roadmap is empty and its overview teaches how to begin.
    Private pages take part, and drafts are kept, only with `keep_private`, which a preview sets.
    Sources are taken one by one as they are read, so that whoever gives them knows how far this is.
    `defaults` are what folders say of their pages, `hidden_elsewhere` pages that could not be read,
    `left_out` those that the configuration keeps out, see `Hidden`; `translations` tell which page
    translates which; None: the site has one language. `reader` does what `read` does, and may remember,
    as `past` does.
    """
    pages = [(source, reader(source, settings, defaults.of(source.path))) for source in sources]
    if translations:
        hidden_elsewhere = {**_stood_in_for(pages, translations), **hidden_elsewhere}
        pages = _with_originals(pages, settings, defaults, translations)
    return site_of(pages, as_of=as_of, settings=settings, words=words, keep_private=keep_private,
                   hidden_elsewhere=hidden_elsewhere, defaults=defaults, left_out=left_out,
                   translations=translations, past=past)


def _with_originals(
    pages: list[tuple[Source, Page]], settings: Settings, defaults: FolderDefaults, translations: Translations
) -> list[tuple[Source, Page]]:
    """Return the pages of all languages: translations of hidden pages are hidden, too."""
    hidden = {page.path: page for _, page in pages if page.is_hidden}
    originals = ((source, page, next(filter(None, map(hidden.get, translations.originals(page.path))), None))
                 for source, page in pages)
    return [(source, read_translation(source, page, original, settings, defaults.of(page.path))
             if original else page) for source, page, original in originals]


def _stood_in_for(pages: list[tuple[Source, Page]], translations: Translations) -> dict[str, Page]:
    """Return the hidden pages by the paths at which a language would show them in place of its own."""
    paths = {page.path for _, page in pages}
    return {path: page for _, page in pages if page.is_hidden
            for path in translations.stood_in_for(page.path, paths)}


def site_of(
    sources: Iterable[tuple[Source, Page]], *, as_of: date, settings: Settings, words: Words,
    keep_private: bool = False, hidden_elsewhere: Mapping[str, Page] = MappingProxyType({}),
    defaults: FolderDefaults = NO_FOLDERS, left_out: Mapping[str, str] = MappingProxyType({}),
    translations: Translations | None = None, past: PastYears | None = None,
) -> Site:
    """Do what `build` does, with pages that were read already.

    `hidden_elsewhere` are hidden pages that are none of the site's, by a path that a link may name:
    in another language, for one. A link to them is told as well.
    """
    taken, read_pages = [], []
    for source, page in sources:
        taken.append(source)
        read_pages.append(page)
    hidden = replace(_hidden(read_pages, hidden_elsewhere, settings, left_out), translations=translations)
    checked = _public(read_pages, hidden)
    pages = read_pages if keep_private else [page for page, _ in checked]
    all_said = tuple(page.entry for page in pages if page.entry)
    past = past or PastYears()
    roadmap, problems = past.fold(all_said, as_of, settings)
    told = advice(all_said, roadmap, settings)
    entries = tuple(without_hidden_fields(all_said, settings, is_preview=keep_private))
    if entries != all_said:
        roadmap = past.at(as_of, entries, settings)
    views = roadmap_pages(
        Viewer(roadmap, settings, words, lambda path: path), {page.path for page in pages}, keep_private)
    moved, of_hidden = without_addresses_of_hidden(
        [*(Moved(page.path, page.title, old) for page in pages for old in page.old_addresses
           if keep_private or not page.is_draft), *_of_other_names(roadmap, settings)],
        Hidden({}) if keep_private else hidden)
    return Site(
        roadmap=roadmap,
        settings=settings,
        words=words,
        pages=views,
        hidden=Hidden({}) if keep_private else hidden,
        notices=_notices(hidden, roadmap, settings) if keep_private else {},
        problems=_not_ignored(read_pages, (
            *(p for page in read_pages for p in page.problems), *problems, *settings.bibliography.problems,
            *told,
            *links_to_hidden(taken, hidden), *includes_of_hidden(taken, hidden), *defaults.problems,
            *(p for _, of_file in checked for p in of_file), *of_hidden,
            *unknown_goals(roadmap, (embed for page in pages for embed in page.embeds)),
            *_nobody_shown(pages, settings))),
        mentions=_mentions(pages, roadmap, words),
        entries=entries,
        keep_private=keep_private,
        public_entries=tuple(without_hidden_fields(
            [page.entry for page, _ in checked if page.entry], settings, is_preview=False)),
        moved=tuple(moved),
        host_texts={page.path: page.host_text for page in read_pages if page.host_text is not None},
        page_of_person=_pages_of_people(pages),
        past=past,
        is_asked_for=any(page.embeds or not views.keys().isdisjoint(page.links) for page in pages),
    )


def kept_from(
    sources: Iterable[tuple[Source, Page]], hidden_elsewhere: Mapping[str, Page], defaults: FolderDefaults,
    settings: Settings, left_out: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Hidden, tuple[Problem, ...]]:
    """Return what must not be in a site that has no roadmap, and what is told of that alone."""
    both = list(sources)
    taken, pages = [source for source, _ in both], [page for _, page in both]
    hidden = _hidden(pages, hidden_elsewhere, settings, left_out)
    problems = (*(p for page in pages for p in page.problems if p.code in OF_PRIVACY or p == page.lost
              or (page.is_hidden and p.code == "yaml-reference")),  # it may be why
            *links_to_hidden(taken, hidden), *includes_of_hidden(taken, hidden),
            *(p for p in defaults.problems if p.code not in OF_FIELDS))
    return hidden, _not_ignored(pages, problems)


def _hidden(
    pages: Iterable[Page], elsewhere: Mapping[str, Page], settings: Settings, left_out: Mapping[str, str]
) -> Hidden:
    pages = list(pages)
    hidden_pages = {page.path: page for page in pages if page.is_hidden}
    return Hidden(
        {path: _why_hidden(page) for path, page in {**elsewhere, **hidden_pages}.items()},
        {page.path: "some of its front matter" if page.has_private_parts else "its text"
         for page in pages if page.has_private_parts or page.is_sealed},
        settings.site_url, left_out, frozenset(page.path for page in pages if not page.is_hidden),
        *_in_blog(pages, settings))


def _in_blog(pages: Iterable[Page], settings: Settings) -> tuple[dict[str, str], str]:
    """Return the hidden posts of Material's blog by the names that it makes of their titles, or that they ask
    for, and its folder.
    """
    posts = [(page, name.casefold()) for page in pages if settings.is_in_blog(page.path)
             for name in (slug_before(page.title), page.blog_slug)]
    public = {name for page, name in posts if not page.is_hidden}
    hidden = {name: page.path for page, name in posts if page.is_hidden}
    folder = settings.blog_posts.rpartition("/")[0]
    return ({name: path for name, path in hidden.items() if name and name not in public},
            f"{folder}/" if folder else "")


def _why_hidden(page: Page) -> str:
    if page.is_draft:
        return "a draft"
    return "private" if page.is_private else "left out, since nobody can read what it says of itself"


def _public(pages: Iterable[Page], hidden: Hidden) -> list[tuple[Page, list[Problem]]]:
    """Return the pages that a built site has with what they say there, and what that leaves out."""
    private = [page.entry for page in pages if page.entry and (page.is_hidden or page.is_sealed)]
    names = {role: {name for entry in private if entry.role is role for name in entry.known_as}
             for role in (Role.GOAL, Role.MILESTONE)}
    shown = []
    for page in pages:
        if page.is_hidden:
            continue
        kept, problems = without_hidden_evidence(page, hidden)
        if kept.is_sealed:
            kept = replace(kept, entry=None)
        if kept.entry and private:
            problems = [*problems, *names_of_private(kept.entry, names[Role.GOAL], names[Role.MILESTONE])]
        shown.append((kept, problems))
    return shown


def _not_ignored(pages: Iterable[Page], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without those that a page asks not to be told of itself."""
    ignored = {page.path: page.ignored for page in pages if page.ignored}
    return tuple(p for p in problems if p.code not in ignored.get(p.place.path, ()))


def _notices(hidden: Hidden, roadmap: Roadmap, settings: Settings) -> dict[str, str]:
    things: tuple[Goal | Milestone, ...] = (*roadmap.goals, *roadmap.milestones)
    is_public = settings.shows(str(REPORT), is_preview=False)
    reports = {} if is_public else {f"{settings.folder}/{REPORT}.md": "private"}
    return reports | {thing.page: "private" for thing in things if thing.is_private} | {
        path: "private" if why == "private" else "draft" for path, why in hidden.pages.items()
        if why in ("private", "a draft")}


def _nobody_shown(pages: Iterable[Page], settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each page that shows the person of a site that names none."""
    for page in pages if settings.person is None else ():
        if any(embed.view == "person" for embed in page.embeds):
            yield problem(
                "bad-embed", Place(page.path),
                "a roadmap block shows the person of the site, which names none; add the option `person` to "
                "its configuration")


def _pages_of_people(pages: Iterable[Page]) -> Mapping[str, str]:
    """Return the pages whose titles are names of people, by the name, folded. Of two pages with one title
    nobody knows which is meant, so that neither counts; nor does one that is locked.
    """
    pages = list(pages)
    names = {fold_word(name) for page in pages if page.entry for name in page.entry.people}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages if names else ():
        if not page.is_sealed and (title := fold_word(page.title)) in names:
            found[title].append(page.path)
    return {name: paths[0] for name, paths in found.items() if len(paths) == 1}


def _mentions(pages: Iterable[Page], roadmap: Roadmap, words: Words) -> Mentions:
    """Return who links to each page, by title. A draft, or a post still to come, mentions nothing."""
    by_target: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for page in pages:
        is_coming = page.entry and page.entry.role is Role.POST and page.path not in roadmap.post
        if not page.is_draft and not page.is_sealed and not is_coming:
            for target in page.links:
                by_target[target].append((page.path, words.marked(page.title, page.is_private)))
    return {target: tuple(sorted(by, key=lambda m: (m[1], m[0]))) for target, by in by_target.items()}
