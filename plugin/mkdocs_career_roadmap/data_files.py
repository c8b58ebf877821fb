"""The roadmap as files for programs, beside the overview of the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from unicodedata import normalize
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from .build import Site
from .host import ASSETS
from .json_shapes import Url
from .render import Renderer
from .roadmap_json import roadmap_json
from .shapes import Ref

JSON = "roadmap.json"

Make = Callable[[Site, Url], str]
"""From what a site knows and where its pages are to the text of a file."""


def _json(site: Site, url: Url) -> str:
    return roadmap_json(site.public, site.settings, url)


MAKERS: Mapping[str, Make] = {JSON: _json}
"""The files by name, in the order in which the overview links to them."""
_LABELS: Mapping[str, str] = {JSON: "data_json"}


class DataFiles:
    """The files of one build; a file of the author's that lies where one would be is left alone."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._site_url = config.site_url or ""
        self._made: dict[str, File] = {}
        self._there: dict[str, File] = {}
        """What lies at the addresses of the files, by name: ours, or the author's."""

    def add(self, overview: str, files: Files) -> None:
        """Add the files to the site beside the file `overview`, empty: what they say is known when
        all addresses are.
        """
        if overview not in files.src_uris:
            return  # another plugin took it out
        folder = posixpath.dirname(files.src_uris[overview].dest_uri)
        lying = {_folded(file.dest_uri): file for file in files}
        for name in MAKERS:
            address = posixpath.join(folder, name)
            if (own := lying.get(_folded(address))) is not None:
                self._there[name] = own
            elif not any(dest.startswith(f"{_folded(address)}/") for dest in lying):
                self._made[name] = self._there[name] = self._file(address)
                files.append(self._made[name])

    def _file(self, address: str) -> File:
        file = File.generated(self._config, address, content="")
        file.abs_src_path = str(ASSETS / "generated.md")  # other plugins cannot do without one
        return file

    def fill(self, site: Site, url: Url) -> None:
        """Write the files; `url` returns addresses from the root of the site."""
        for name, file in self._made.items():
            source = file.abs_src_path
            file.content_bytes = MAKERS[name](site, self._seen_from(file, url)).encode()
            file.abs_src_path = source

    def _seen_from(self, file: File, url: Url) -> Url:
        """Return what finds whole addresses, or such as lead on from a file where none are known."""
        def seen(path: str) -> str | None:
            found = url(path)
            if found is None:
                return None
            return urljoin(self._site_url, found) if self._site_url else get_relative_url(found, file.url)

        return seen

    def links(self, page: Page, render: Renderer) -> str:
        """Return the line of links to the files that are in the site, for the end of the overview."""
        shown = [Ref(render.words(_LABELS[name]), file.url_relative_to(page.file))
                 for name, file in self._there.items() if file.inclusion.is_included()]
        return render("data", shown) if shown else ""


def _folded(address: str) -> str:
    return normalize("NFC", normalize("NFC", address).casefold())
