"""A site that has every kind of thing that is not for the public, met in every way that could publish it.

Each cell of kinds and ways has a word of its own, which stands in all that it says and, where it is a page,
in its name. A word that is found in a built site names its cell.

What a public page says by decision is not planted: the name of a private goal that a public post
writes, the tags, title and text of a post to come, the front matter of one that another page takes in.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hosts import Build, config
from lab import lab

HIDDEN = ("page", "post", "goal", "milestone", "draft")
"""Kinds of which nothing may be in a site."""
KINDS = (*HIDDEN, "decision", "future")
"""Of these two the page is public: not what is decided on it, and not what it says of the roadmap."""
WAYS = ("link", "image", "evidence", "nav", "block", "tag", "category", "author", "redirect", "include",
        "search", "card", "feed", "json", "sitemap", "edit")
_FOUND = re.compile(f"okapi({'|'.join(KINDS)})({'|'.join(WAYS)})".encode())
_CHOICE, _LATER = "{}/choice.md", "{}/later.md"
"""Two public posts: one with what was decided, and one to come."""
_OPEN = {"visibility: private": "visibility: public",
         '"visibility": "private"': '"visibility": "public"', "draft: true": "draft: false", "2999-": "2025-"}
"""What makes all of it public, to see that each word would be found."""


def word(kind: str, way: str) -> str:
    """Return the word of a cell: its own slug, whatever capitals a theme gives it."""
    return f"okapi{kind}{way}"


@dataclass(frozen=True)
class Beside:
    """What else a site has beside our plugin."""

    plugins: str = "[search, ROADMAP]"
    """YAML on one line; OLD stands for old addresses that lead to what is hidden."""
    theme: str = "mkdocs"
    posts: str = "posts"
    """Where its posts lie."""
    takes_in: str = '--8<-- "{0}"'
    """How a page takes in another one, by its path."""
    tree: Mapping[str, str] = field(default_factory=dict)
    more: str = ""
    """Further lines of mkdocs.yml."""
    has_nav: bool = True
    language: str = ""
    """A language in which every second thing is hidden, and in no other. Empty: there is one only."""
    options: str = "as_of: 2026-04-01, views: {report: public}"
    is_open: bool = False
    """True: nothing is hidden at all."""
    by_folder: bool = False
    """True: each language has a folder, `en` being the first; else an ending."""
    kinds: tuple[str, ...] = KINDS

    @property
    def cells(self) -> list[tuple[str, str]]:
        return [(kind, way) for kind in self.kinds for way in WAYS]

    @property
    def hidden(self) -> list[str]:
        return [kind for kind in HIDDEN if kind in self.kinds]

    def path(self, kind: str, way: str) -> str:
        """Return the path of a hidden page, below the docs folder and without its language."""
        folder = {"page": "notes", "goal": "goals", "milestone": "roadmap/milestones"}.get(kind, self.posts)
        return f"{folder}/{word(kind, way)}.md"

    def file(self, kind: str, way: str) -> str:
        """Return the path of its file, in one of the languages."""
        path = self.path(kind, way)
        is_other = self.language and (HIDDEN.index(kind) + WAYS.index(way)) % 2
        if self.by_folder:
            return f"{self.language if is_other else 'en'}/{path}"
        return f"{path.removesuffix('.md')}.{self.language}.md" if is_other else path

    def site(self) -> dict[str, str]:
        """Return the files of the docs folder."""
        public = {
            **lab(self.posts), **self.tree, _CHOICE.format(self.posts): _choices(),
            _LATER.format(self.posts): _later(), "index.md": self._home(),
            f"{self.posts}/proof.md": self._proof()}
        tree = {f"en/{path}" if self.by_folder else path: text
                for path, text in public.items() if "okapi" not in path.lower()}
        for kind in self.hidden:
            for way in WAYS:
                path = self.file(kind, way)
                tree[path] = _page(kind, way, f"/{self.posts}/first.md")
                tree[f"{path.rpartition('/')[0]}/{word(kind, way)}.png"] = word(kind, way)
        tree[f"{self.posts.partition('/')[0]}/.authors.yml"] = _authors()
        return tree if not self.is_open else {
            path: re.sub("|".join(_OPEN), lambda m: _OPEN[m[0]], text) for path, text in tree.items()}

    def config(self) -> str:
        """Return its mkdocs.yml."""
        old = json.dumps({f"old-{kind}.md": self.path(kind, "redirect") for kind in self.hidden})
        named = [[path, {f"{word(kind, 'nav')} named": path}, path.replace(".md", "/"), f"./{path}",
                  f"/{path}"] for kind in self.hidden for path in [self.path(kind, "nav")]]
        nav = ["index.md", "about.md", {"Notes": ["goals/vision.md", *(e for some in named for e in some)]}]
        lines = [
            "repo_url: https://example.org/repo", "edit_uri: edit/main/docs/",
            "markdown_extensions: [attr_list, {pymdownx.snippets: {base_path: [docs]}}]",
            *([f"nav: {json.dumps(nav)}"] if self.has_nav else []), self.more]
        return config(f"{{{self.options}}}", self.theme, self.plugins.replace("OLD", old), "\n".join(lines))

    def _home(self) -> str:
        """Return the first page, which leads to all that is hidden, takes it in and shows all views."""
        links, taken = [], []
        for kind in self.hidden:
            path = self.path(kind, "link")
            address = path.removesuffix(".md")
            links.append(
                f"See [one]({path}#part \"{word(kind, 'link')}\"), [two][{kind}], "
                f"[![three](p.png)](/{path}), [four]({address}/), <a href='{address}.html'>five</a>, "
                f"<A HREF = {address}/>six</A>, ![seven]({path}), <img src=\"{path}\">.\n\n"
                f"[{kind}]: <{path}>\n")
            taken.append(f"{self.takes_in.format(self.path(kind, 'include'))}\n")
        taken.append(f"{self.takes_in.format(_CHOICE.format(self.posts))}\n")
        views = (f"```roadmap\nview: {view}\n```\n"
                 for view in ("map", "board", "timeline", "goals", "posts", "progress"))
        return "\n".join(["# Home\n", *links, *taken, *views])

    def _proof(self) -> str:
        """Return a public post whose evidence is what is hidden."""
        up = "../" * (self.posts.count("/") + 1)
        evidence = [{"title": "Proof", "url": up + self.path(kind, "evidence")} for kind in self.hidden]
        return _front(title="Proof", date="2026-03-05", milestone="Reproduce a detector",
                      evidence=evidence) + "# Proof\n"


def _front(**fields: object) -> str:
    lines = (f"{name}: {value if name in ('date', 'visibility') else json.dumps(value)}\n"
             for name, value in fields.items() if value is not None)
    return f"---\n{''.join(lines)}---\n"


def _authors() -> str:
    return json.dumps({"authors": {
        name: {"name": name, "description": name, "avatar": "https://example.org/a.png"}
        for kind in HIDDEN for name in [word(kind, "author")]}})


def _choices() -> str:
    """Return a public post whose decisions are private, one for each way."""
    decisions = [{
        **{name: f"{said} {name}" for name in ("question", "predicted", "decided", "by")},
        "why": f"[{said}]({said}.md) ![]({said}.png)", "confidence": 70, "visibility": "private",
    } for way in WAYS for said in [word("decision", way)]]
    front = _front(title="A choice", date="2026-03-06", goal="Efficient vision", decisions=decisions)
    return f"{front}Words.\n"


def _work(*said: str) -> dict[str, object]:
    """Return all that a post says of the roadmap in these words, each in every field that takes many."""
    return {
        "goal": f"{said[0]} goal", "milestone": ["Run on one watt", *(f"{one} milestone" for one in said)],
        "status": "dropped", "reason": f"{said[0]} reason", "sharpens": f"{said[0]} sharper",
        "lessons": [f"{one} lesson" for one in said],
        "evidence": [{"title": one, "url": f"https://example.org/{one}"} for one in said],
        "decisions": [{"question": f"{one} question", "visibility": "public"} for one in said]}


def _later() -> str:
    """Return a post to come, which says of the roadmap what nobody may know yet."""
    words = (word("future", way) for way in WAYS)
    return _front(title="Later", date="2999-01-01", **_work(*words)) + "Words.\n"


def _page(kind: str, way: str, first: str) -> str:
    """Return a hidden page, whose word stands in all that it says; it links to the public one at `first`."""
    said = word(kind, way)
    fields: dict[str, object] = {
        "title": f"{said} title", "description": f"{said} description", "date": "2026-03-07",
        "tags": [said] if way == "tag" else None, "categories": [said] if way == "category" else None,
        "authors": [said] if way == "author" else None, "image": f"{said}.png" if way == "card" else None,
        "redirect_from": [f"/{said}.html", f"/{said}/old"] if way == "redirect" else None,
        "search": {"boost": 2} if way == "search" else None}
    fields |= {
        "page": {}, "post": _work(said), "draft": _work(said),
        "goal": {"type": "goal", "id": said, "status": "active"},
        "milestone": {"type": "milestone", "id": said, "goal": "efficient-vision", "part_of": "survey",
                      "depends_on": "Reproduce a detector", "lessons": [said]}}[kind]
    if kind == "milestone":
        fields["date"] = None
    fields |= {"draft": True} if kind == "draft" else {"visibility": "private"}
    return (_front(**fields) + f"# {said} heading\n\n{said} text, after "
            f"[the first]({first}).\n\n![{said}]({said}.png)\n\n<!-- more -->\n\n"
            f"## Lessons\n\n- {said} lesson\n")


def found(made: Build) -> dict[tuple[str, str], list[str]]:
    """Return the cells whose words stand in a built site, each with the files in which it was found."""
    cells: dict[tuple[str, str], list[str]] = {}
    for name, content in made.content().items():
        plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        for kind, way in set(_FOUND.findall(name.encode().lower() + b"\n" + plain.lower())):
            cells.setdefault((kind.decode(), way.decode()), []).append(name)
    return cells
