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
    scheme = _SCHEME.match(text)
    name = scheme[0][:-1].casefold() if scheme else ""
    if name in ("http", "https"):
        return _of_address(text)
    rest = text[len(scheme[0]) :].strip() if scheme else text
    if name in _BY_SCHEME:
        return _BY_SCHEME[name](rest)
    if name == "swh":
        return _swhid(text)
    if scheme:
        return None
    if rest[:4].casefold() == "isbn":
        return _isbn(rest[4:].strip())
    return _doi(rest) or (_arxiv(rest) if rest[:1].isdigit() else None)


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
    for hosts, read in _READERS:
        if host in hosts and (known := read(path, parts.query)):
            return known
    if (host in ("doi.org", "dx.doi.org") or "doi" in path.split("/")) and (found := _DOI.search(path)):
        return _doi(found[0])
    kind = _BY_HOST.get(host, _BY_ENDING.get(path[path.rfind(".") :].casefold() if "." in path else "", ""))
    return Identified(text, text, kind) if kind else None


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
    if not _SWHID.fullmatch(text):
        return None
    return Identified(text.partition(";")[0], f"https://archive.softwareheritage.org/{text}", "code")


def _isbn(text: str) -> Identified | None:
    text = text.removeprefix("-13").removeprefix("-10").strip(" :")
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


_BY_SCHEME: dict[str, Callable[[str], Identified | None]] = {
    "doi": _doi, "arxiv": _arxiv, "isbn": _isbn, "isbn-10": _isbn, "isbn-13": _isbn, "orcid": _orcid}


SCHEMES = (*_BY_SCHEME, "swh")
"""What an identifier may begin with, before a colon, in any case."""


# --- sites with addresses of their own; each reader has the path without outer slashes, and the query ---


def _on_arxiv(path: str, _query: str) -> Identified | None:
    folder, _, rest = path.partition("/")
    return _arxiv(rest) if folder in ("abs", "pdf", "html", "ps", "format", "src", "e-print") else None


def _on_openreview(path: str, query: str) -> Identified | None:
    found = parse_qs(query).get("id")
    if path not in ("forum", "pdf", "attachment") or not found:
        return None
    return Identified(f"openreview:{found[0]}", f"https://openreview.net/forum?id={found[0]}", "paper")


def _on_zenodo(path: str, _query: str) -> Identified | None:
    found = re.match(r"(?:api/)?(?:records?|deposit)/(\d+)(?:/|$)", path)
    return _doi(f"10.5281/zenodo.{found[1]}") if found else _doi(path.removeprefix("doi/"))


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
        "embed", "live", "shorts", "v") else ""
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
        if len(names) != 2 or query:
            return None  # a person, or a part of a repository, which stands for itself
        address = f"https://{host}/{'/'.join(names)}"
        return Identified(address.casefold(), address, "code")
    return read


_READERS: tuple[tuple[tuple[str, ...], Callable[[str, str], Identified | None]], ...] = (
    (("arxiv.org", "export.arxiv.org", "browse.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org",
      "alphaxiv.org"),
     _on_arxiv),
    (("openreview.net",), _on_openreview),
    (("zenodo.org",), _on_zenodo),
    (("huggingface.co", "hf.co"), _on_hugging_face),
    (("youtube.com", "youtube-nocookie.com"), _on_youtube),
    (("youtu.be",), lambda path, _query: _video(path)),
    (("archive.softwareheritage.org",), lambda path, _query: _swhid(path)),
    (("openlibrary.org",), lambda path, _query: _isbn(path.removeprefix("isbn/"))),
    (("orcid.org",), lambda path, _query: _orcid(path)),
    (("docs.google.com",), _on_google_docs),
    *(((host,), _on_forge(host)) for host in ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")),
)
