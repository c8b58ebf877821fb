"""What an address or an identifier stands for: a paper, code, data, a talk; and its one canonical address.

The forms are those that people paste: a DOI (ISO 26324), an arXiv id (arxiv.org/help/arxiv_identifier), a
SWHID (ISO/IEC 18670), an ISBN (ISO 2108), an ORCID iD (ISO 27729), and the addresses of sites that most
proofs of work stand on. Nothing is looked up: what a form does not tell is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit


class EvidenceKind(StrEnum):
    """What evidence may be."""

    PAPER = "paper"
    PREPRINT = "preprint"
    BOOK = "book"
    CODE = "code"
    DATA = "data"
    TALK = "talk"
    DEMO = "demo"
    PRESS = "press"
    PRIZE = "prize"
    RESULT = "result"


KINDS = tuple(str(kind) for kind in EvidenceKind)


class Identified(NamedTuple):
    """What a text stands for."""

    key: str
    """The same for all spellings of one thing, whatever its version."""
    url: str
    """Its canonical address, that of the version which was named."""
    kind: str
    """An EvidenceKind; empty: it may be anything."""


_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s<>\"\\]+", re.ASCII)
_ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z][a-z-]+(?:\.[a-z]{2})?/\d{7})(v\d+)?"
_ARXIV = re.compile(_ARXIV_ID, re.ASCII | re.IGNORECASE)
_ARXIV_CLASS = re.compile(r"\s+\[[a-z.-]+\]$", re.IGNORECASE)
"""What arXiv prints behind an id, such as `[cs.LG]`."""
_SWHID = re.compile(r"swh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{40}(?:;[^\s<>\"\\]*)?")
_DIGITS = re.compile(r"[\d\s\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}-]+[\dX]", re.IGNORECASE)
_VIDEO = re.compile(r"[\w-]{6,20}", re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

_BY_PREFIX = {
    "10.1101": "preprint", "10.64898": "preprint", "10.31234": "preprint", "10.31219": "preprint",
    "10.36227": "preprint", "10.26434": "preprint", "10.21203": "preprint", "10.2139": "preprint",
    "10.20944": "preprint", "10.5281": "data", "10.6084": "data", "10.7910": "data", "10.5061": "data",
    "10.17632": "data", "10.57967": "data",
}
"""What is known by who gave the DOI: bioRxiv and medRxiv, PsyArXiv, OSF, TechRxiv, ChemRxiv, Research Square,
SSRN, Preprints.org; and Zenodo, figshare, Dataverse, Dryad, Mendeley Data, Hugging Face. Of others it is a
paper.
"""
_BY_HOST = {
    "github.com": "code", "gitlab.com": "code", "codeberg.org": "code", "bitbucket.org": "code",
    "git.sr.ht": "code", "gist.github.com": "code", "pypi.org": "code",
    "archive.softwareheritage.org": "code",
    "kaggle.com": "data", "figshare.com": "data", "datadryad.org": "data", "dataverse.harvard.edu": "data",
    "vimeo.com": "talk", "speakerdeck.com": "talk", "slideslive.com": "talk", "slideshare.net": "talk",
    "slides.com": "talk", "aclanthology.org": "paper", "proceedings.mlr.press": "paper", "jmlr.org": "paper",
    "papers.nips.cc": "paper", "proceedings.neurips.cc": "paper", "biorxiv.org": "preprint",
    "medrxiv.org": "preprint",
}
"""What the pages of a site are, by its host without `www.`."""
_BY_ENDING = {
    ".bib": "", ".csv": "data", ".ipynb": "code", ".key": "talk", ".odp": "talk", ".parquet": "data",
    ".ppt": "talk", ".pptx": "talk", ".py": "code", ".tsv": "data",
}
_WITHOUT_SCHEME = (
    *_BY_HOST, "arxiv.org", "doi.org", "dx.doi.org", "hf.co", "huggingface.co", "openreview.net", "orcid.org",
    "youtu.be", "youtube.com", "zenodo.org")
"""Hosts that are known without `https://` before them."""


def identified(text: str) -> Identified | None:
    """Return what an identifier or a whole address stands for. None: it is none of those that are known."""
    text = text.strip()
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1].strip()
    if remote := _REMOTE.fullmatch(text):
        return _of_address(f"https://{remote[1]}/{remote[2]}")
    text = _BEFORE.sub("", text, count=1)
    scheme = _SCHEME.match(text)
    name = scheme[0][:-1].casefold() if scheme else ""
    if name in ("http", "https"):
        return _of_address(text)
    if name == "swh":
        return _swhid(text)
    if named := _NAMED.match(text):
        rest = text[named.end() :]
        is_address = rest.casefold().startswith(("http://", "https://"))
        return _of_address(rest) if is_address else _BY_NAME[named[1].casefold()](rest)
    if scheme:
        return None
    return _doi(text) or _orcid(text) or (_arxiv(text) if text[:1].isdigit() else None)


def whole_address(text: str) -> str:
    """Return an address with the `https://` that people leave out before `www.` and before hosts that are
    known; any other text as it is.
    """
    host = text.partition("/")[0].casefold()
    if (host.startswith("www.") and host.count(".") > 1) or (text.count("/") and host in _WITHOUT_SCHEME):
        return f"https://{text}"
    return text


def _of_address(text: str) -> Identified | None:
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    path = unquote(parts.path).strip("/")
    if host.endswith(".arxiv.org"):  # export, browse, ar5iv.labs, mirrors of countries
        host = "arxiv.org"
    for hosts, read in _READERS:
        if host in hosts and (known := read(path, parts.query)):
            return known
    if (host in _WITH_DOI or "doi" in path.split("/")) and (found := _DOI.search(path)):
        return _doi(found[0])
    kind = _BY_HOST.get(host, _BY_ENDING.get(path[path.rfind(".") :].casefold() if "." in path else "", ""))
    return Identified(text, text, kind) if kind else None


_WITH_DOI = ("doi.org", "dx.doi.org", "hdl.handle.net", "doi.acm.org", "api.crossref.org")
"""Sites whose addresses are DOIs, which are handles, too."""


def kind_of_file(path: str) -> str:
    """Return what a file of the site is by its ending; empty: it may be anything."""
    return _BY_ENDING.get(path[path.rfind(".") :].casefold(), "") if "." in path else ""


def _doi(text: str) -> Identified | None:
    found = _DOI.fullmatch(text.rstrip(".,;"))
    if found is None:
        return None
    doi = found[0]
    prefix, _, rest = doi.casefold().partition("/")
    if prefix == "10.48550" and rest.startswith("arxiv."):
        return _arxiv(doi[len("10.48550/arxiv.") :])
    return Identified(f"doi:{doi.casefold()}", f"https://doi.org/{doi}", _BY_PREFIX.get(prefix, "paper"))


def _arxiv(text: str) -> Identified | None:
    found = _ARXIV.fullmatch(_ARXIV_CLASS.sub("", text).removesuffix(".pdf"))
    if found is None:
        return None
    id, version = found[1].casefold(), (found[2] or "").casefold()
    archive, mark, number = id.partition("/")
    id = archive.partition(".")[0] + mark + number if mark else id  # math.GT/0309136 is math/0309136
    return Identified(f"arxiv:{id}", f"https://arxiv.org/abs/{id}{version}", "preprint")


def _swhid(text: str) -> Identified | None:
    core, mark, rest = text.rstrip("/").partition(";")
    text = core.casefold() + mark + rest
    if not _SWHID.fullmatch(text):
        return None
    return Identified(core.casefold(), f"https://archive.softwareheritage.org/{text}", "code")


_SWH_KINDS = {"content": "cnt", "directory": "dir", "revision": "rev", "release": "rel", "snapshot": "snp"}


def _on_software_heritage(path: str, _query: str) -> Identified | None:
    path = path.removeprefix("browse/")
    kind, _, rest = path.partition("/")
    id = rest.partition("/")[0].removeprefix("sha1_git:")
    return _swhid(f"swh:1:{_SWH_KINDS[kind]}:{id}") if kind in _SWH_KINDS else _swhid(path)


def _isbn(text: str) -> Identified | None:
    if not _DIGITS.fullmatch(text):
        return None
    digits = "".join(c for c in text.upper() if c.isascii() and c.isalnum())
    if len(digits) == 10 and "X" not in digits[:9]:
        if sum((10 - at) * _digit(c) for at, c in enumerate(digits)) % 11:
            return None
        digits = f"978{digits[:9]}"
        digits += str(-sum(_digit(c) * (1, 3)[at % 2] for at, c in enumerate(digits)) % 10)
    elif (len(digits) != 13 or "X" in digits or digits[:3] not in ("978", "979")
          or sum(_digit(c) * (1, 3)[at % 2] for at, c in enumerate(digits)) % 10):
        return None
    return Identified(f"isbn:{digits}", f"https://openlibrary.org/isbn/{digits}", "book")


def _digit(letter: str) -> int:
    return 10 if letter == "X" else int(letter)


def _orcid(text: str) -> Identified | None:
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", text, re.ASCII):
        return None
    total = 0
    for letter in text[:-1].replace("-", ""):
        total = (total + int(letter)) * 2
    if (12 - total % 11) % 11 != _digit(text[-1]):  # ISO 7064, MOD 11-2
        return None
    return Identified(f"orcid:{text}", f"https://orcid.org/{text}", "")


_BY_NAME: dict[str, Callable[[str], Identified | None]] = {
    "doi": _doi, "arxiv": _arxiv, "isbn": _isbn, "orcid": _orcid}
_NAMED = re.compile(
    r"(doi|arxiv|isbn|orcid)(?:(?<=arxiv)\.org|(?<=isbn)[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]?1[03]|"
    r"(?<=orcid) id)?(?:\s*:|\s)\s*", re.IGNORECASE)
"""How people begin an identifier that they name: `DOI: `, `arXiv `, `ISBN-13: `, `ORCID iD: `."""
_BEFORE = re.compile(
    r"arxiv preprint\s+(?=arxiv)|urn:(?=isbn:|doi:)|info:doi/|git\+(?=https?:)", re.IGNORECASE)
"""What may stand before it besides: in a citation, in a URN (RFC 8141) or an `info:` address (RFC 4452), in a
file of requirements.
"""
_REMOTE = re.compile(r"(?:(?:git\+)?ssh://git@|git://|git@)([a-z0-9.-]+)[:/](\S+)", re.IGNORECASE)
"""A repository as git has it."""
SCHEMES = (*_BY_NAME, "arxiv.org", "isbn-10", "isbn-13", "isbn10", "isbn13", "swh", "urn", "info", "git",
           "git+http", "git+https", "git+ssh", "ssh")
"""What an identifier may begin with, before a colon, in any case."""


# --- sites with addresses of their own; each reader has the path without outer slashes, and the query ---


_ARXIV_FOLDERS = frozenset({"abs", "pdf", "html", "ps", "format", "src", "e-print", "papers", "arxiv"})
"""Of arXiv, its mirrors, and sites that show the same papers."""


def _on_arxiv(path: str, _query: str) -> Identified | None:
    folder, _, rest = path.partition("/")
    if folder.casefold().startswith("arxiv:"):
        rest = path
    elif folder not in _ARXIV_FOLDERS:
        return None
    return _arxiv(re.sub("^arxiv:", "", rest, flags=re.IGNORECASE).rstrip("."))


def _on_publisher(path: str, query: str) -> Identified | None:
    """Read the DOI that stands in addresses of papers and of what belongs to one, such as its PDF."""
    found = _DOI.search(parse_qs(query).get("id", [path])[0])
    return _doi(_OF_PAPER.sub("", found[0])) if found else None


_OF_PAPER = re.compile(
    r"(?:(?<=\d)v\d+)?(?:\.full)?(?:\.pdf|\.txt|\.xml)?$|(?<=\d)v\d+\.(?:full|abstract)\S*$")
"""What bioRxiv and medRxiv, PLOS and Springer put behind a DOI in an address."""


def _on_nature(path: str, _query: str) -> Identified | None:
    found = re.fullmatch(r"articles/([sd]\d{5}-\d{3}-\d{5}-[\dx]|nature\d{5})(?:\.pdf)?", path, re.ASCII)
    return _doi(f"10.1038/{found[1]}") if found else None


def _on_acm(path: str, query: str) -> Identified | None:
    """Read an address of the time before 2020; a newer one has its DOI in it."""
    found = parse_qs(query).get("doid", [""])[0]
    return _doi(f"10.1145/{found.removeprefix('10.1145/')}") if path == "citation.cfm" and found else None


def _on_openreview(path: str, query: str) -> Identified | None:
    found = parse_qs(query).get("id")
    if path not in ("forum", "pdf", "attachment", "references/pdf") or not found:
        return None
    return Identified(f"openreview:{found[0]}", f"https://openreview.net/forum?id={found[0]}", "paper")


def _on_zenodo(path: str, _query: str) -> Identified | None:
    found = re.match(r"(?:api/)?(?:records?|deposit)/(\d+)(?:/|$)", path)
    if found:
        return _doi(f"10.5281/zenodo.{found[1]}")
    return _doi(path.removeprefix("badge/").removeprefix("DOI/").removeprefix("doi/").removesuffix(".svg"))


def _on_hugging_face(path: str, _query: str) -> Identified | None:
    folder, _, rest = path.partition("/")
    if folder == "papers":
        return _arxiv(rest)
    kind = {"datasets": "data", "spaces": "demo"}.get(folder, "code")
    names = path.split("/")[: 3 if kind != "code" else 2]
    if len(names) < (3 if kind != "code" else 2):
        return None
    address = f"https://huggingface.co/{'/'.join(names)}"
    return Identified(address.casefold(), address, kind)


def _on_youtube(path: str, query: str) -> Identified | None:
    folder, _, rest = path.partition("/")
    id = parse_qs(query).get("v", [""])[0] if path == "watch" else rest if folder in (
        "embed", "live", "shorts", "v", "watch") else ""
    return _video(id)


def _video(id: str) -> Identified | None:
    if not _VIDEO.fullmatch(id):
        return None
    return Identified(f"youtube:{id}", f"https://www.youtube.com/watch?v={id}", "talk")


def _on_google_docs(path: str, _query: str) -> Identified | None:
    address = f"https://docs.google.com/{path}"
    return Identified(address, address, "talk") if path.startswith("presentation/") else None


def _on_forge(host: str) -> Callable[[str, str], Identified | None]:
    def read(path: str, query: str) -> Identified | None:
        names = path.removesuffix(".git").split("/")
        if len(names) > 2 and "/".join(names[2:]).removeprefix("-/") in ("tree/main", "tree/master"):
            names = names[:2]
        if len(names) != 2 or (query and not query.startswith("tab=")):
            return None  # a person, or a part of a repository, which stands for itself
        address = f"https://{host}/{'/'.join(names)}"
        return Identified(address.casefold(), address, "code")
    return read


_READERS: tuple[tuple[tuple[str, ...], Callable[[str, str], Identified | None]], ...] = (
    (("arxiv.org", "xxx.lanl.gov", "ar5iv.org", "alphaxiv.org", "arxiv-vanity.com", "scirate.com",
      "semanticscholar.org", "api.semanticscholar.org"), _on_arxiv),
    (("openreview.net",), _on_openreview),
    (("zenodo.org",), _on_zenodo),
    (("huggingface.co", "hf.co"), _on_hugging_face),
    (("youtube.com", "music.youtube.com", "youtube-nocookie.com"), _on_youtube),
    (("youtu.be",), lambda path, _query: _video(path)),
    (("archive.softwareheritage.org", "identifiers.org"), _on_software_heritage),
    (("openlibrary.org", "worldcat.org", "isbnsearch.org"),
     lambda path, _query: _isbn(path.removeprefix("isbn/"))),
    (("biorxiv.org", "medrxiv.org", "link.springer.com", "journals.plos.org", "dx.plos.org"), _on_publisher),
    (("nature.com",), _on_nature),
    (("dl.acm.org",), _on_acm),
    (("orcid.org",), lambda path, _query: _orcid(path)),
    (("docs.google.com",), _on_google_docs),
    *(((host,), _on_forge(host)) for host in ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")),
)
