"""How Jekyll's filters write addresses: put behind the base URL, and encoded alike."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes

from .expressions import NotKnownError

_PARTS = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9.+-]*")
_SIMPLE = re.compile(r"(?:/[\w~-][\w.~-]*)*/?", re.ASCII)
_HOST = re.compile(r"(?:[\w.~-]+@)?[\w.-]+(?::\d+)?", re.ASCII)
_PORTS = {"http": ":80", "https": ":443"}
_SUB_DELIMS = "!$&'()*+,;="
_PATH = f"{_SUB_DELIMS}:@"
_FRAGMENT = f"{_PATH}/?"
RESERVED = f"{_SUB_DELIMS}:/?#[]@"


def relative_url(baseurl: str, address: str) -> str:
    """Return an address of the site as seen from its host; one with a scheme stays as it is."""
    if _absolute(address):
        return address
    return _normal(_slashed(baseurl.removesuffix("/")) + _slashed(address))


def absolute_url(url: str, baseurl: str, address: str) -> str:
    """Return an address of the site with its host; without a `url`, as seen from the host."""
    if _absolute(address):
        return address
    within = relative_url(baseurl, address)
    return _normal(url + within) if url else within


def _slashed(part: str) -> str:
    return f"/{part}" if part and not part.startswith("/") else part


def _absolute(address: str) -> bool:
    match = _PARTS.match(address.partition("\n")[0])
    if match and match[1] is not None and not _SCHEME.fullmatch(match[1]):
        raise NotKnownError("an address with a colon where none may be is not carried")
    return bool(match and match[1])


def _normal(address: str) -> str:
    if _SIMPLE.fullmatch(address):
        return address
    match = _PARTS.fullmatch(address)
    if not match or "\n" in address:
        raise NotKnownError("an address over several lines is not carried")
    scheme, host, path, query, fragment = match.groups()
    scheme = scheme.lower() if scheme else ""
    start = f"{scheme}:" if scheme else ""
    if host is not None:
        if not _HOST.fullmatch(host):
            raise NotKnownError(f"the host {host[:60]} is not carried")
        start += "//" + host.lower().removesuffix(_PORTS.get(scheme, "")).removesuffix(".")
    path = _without_dots("/".join(encoded(part, _PATH) for part in path.strip().split("/")))
    if not path and scheme in _PORTS:
        path = "/"
    query = "&".join(_query_part(part) for part in (query or "").split("&"))
    fragment = encoded(fragment or "", _FRAGMENT)
    return f"{start}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"


def encoded(text: str, safe: str) -> str:
    """Return a part of an address with each character as it should be written; already written so is well."""
    if "%" in text:
        try:
            text = unquote_to_bytes(text).decode()
        except UnicodeDecodeError as error:
            raise NotKnownError("an address that is not UTF-8 is not carried") from error
    return quote(unicodedata.normalize("NFKC", text), safe=safe)


def _query_part(part: str) -> str:
    """A plus sign stands for a blank there, and a written-out one does not."""
    pieces = re.split("%2B", part, flags=re.IGNORECASE)
    return "%2B".join(encoded(piece, "!$'()*+,=:@/?") for piece in pieces)


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    parts = path.split("/")
    for part in parts[1:]:
        if part == "..":
            del kept[-1:]
        elif part != ".":
            kept.append(part)
    closed = "/" if parts[-1] in {".", ".."} and kept else ""
    return f"/{'/'.join(kept)}{closed}"
