"""Whose roadmap it is: what a site says of a person, and of the employers and degrees of that life.

A site says it among its options, which each host reads, and so does every command. Nothing is looked up.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from .dates import PartialDate, parse_day
from .identifiers import identified, whole_address
from .phrases import suggestion

MAX_SENTENCE = 400
"""Letters of what is said in a sentence; a name or a place has half of them at most."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A place where the person is to be found."""

    kind: str
    """One of `PROFILES`, or the author's own word for another place."""
    url: str
    """Its one address: https, http or mailto."""
    name: str
    """What the person is called there, to be read; empty: only the address tells."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A picture of the person, a file of the site."""

    path: str
    """Below the docs folder."""
    alt: str
    """What it shows, for those who do not see it; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose roadmap it is. Empty: not said."""

    name: str
    role: str = ""
    place: str = ""
    about: str = ""
    """One sentence."""
    looking_for: str = ""
    """What the person would like to be asked about, in a sentence."""
    portrait: Portrait | None = None
    profiles: tuple[Profile, ...] = ()
    """In the author's order, none twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """Some years with an employer, or towards a degree. Empty: not said; one of these two is."""

    employer: str = ""
    degree: str = ""
    role: str = ""
    place: str = ""
    about: str = ""
    """One sentence."""
    start: PartialDate
    end: PartialDate | None = None
    """None: it goes on."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is called, in one or two parts: the degree or the role, and with whom."""
        return tuple(filter(None, (self.degree or self.role, self.employer)))


class _Wrong(Exception):  # noqa: N818 - it carries what is wrong, and never leaves this module
    """Something that is to be told, with its place and the fix."""


# --- what is written ---


def read_person(written: Any) -> Person:
    """Return what a site says of a person. Raises ValueError with all that is wrong."""
    wrong: list[str] = []
    if not isinstance(written, dict):
        raise ValueError("write a mapping, such as {name: Ada Lovelace, role: Engineer}")
    _tell_unknown(written, _PERSON, "person", wrong)
    said: dict[str, Any] = {key: read(key, written[key], wrong)
                            for key, read in _PERSON.items() if written.get(key) is not None}
    if not said.get("name") and not any(told.startswith("name ") for told in wrong):
        wrong.append("there is no name; add `name: ...`")
    if wrong:
        raise ValueError("; ".join(wrong).replace("?;", "?"))
    return Person(**said)


def read_eras(written: Any) -> tuple[Era, ...]:
    """Return the eras that a site has, the earliest first. Raises ValueError with all that is wrong."""
    wrong: list[str] = []
    if not isinstance(written, list | tuple):
        raise ValueError("write a list, such as [{employer: Acme, from: 2024-03}]")
    eras = [era for at, one in enumerate(written, 1) if (era := _era(one, f"era {at}: ", wrong))]
    if wrong:
        raise ValueError("; ".join(wrong).replace("?;", "?"))
    return tuple(sorted(eras, key=lambda era: (era.start.first, era.end.last if era.end else date.max)))


def _era(written: Any, where: str, wrong: list[str]) -> Era | None:
    """Return an era; None, and told: it is none."""
    told: list[str] = []
    if not isinstance(written, dict):
        wrong.append(f"{where}write a mapping, such as {{employer: Acme, from: 2024-03}}")
        return None
    _tell_unknown(written, _ERA, "era", told)
    said = {name: read(key, written[key], told)
            for key, (name, read) in _ERA.items() if written.get(key) is not None}
    if not {"employer", "degree"} & written.keys():
        told.append("it has neither an employer nor a degree; add one of them")
    if written.get("from") is None:
        told.append("it has no beginning; add `from: 2024-03`")
    start, end = said.get("start"), said.get("end")
    if start and end and end.last < start.first:
        told.append(f"it ends in {end}, before it begins in {start}; write the two the other way round")
    wrong += (where + one for one in told)
    return None if told else Era(**said)


def _tell_unknown(written: Mapping[Any, Any], known: Mapping[str, Any], what: str, wrong: list[str]) -> None:
    wrong += (f"{what} has no part {key!r}" + suggestion(str(key), known, f"it has {', '.join(known)}")
              for key in written if key not in known)


def _line(most: int) -> Callable[[str, Any, list[str]], str]:
    def read(key: str, written: Any, wrong: list[str]) -> str:
        if not isinstance(written, str):
            wrong.append(f"{key} is {written!r}, which is not a text; put it in quotes")
            return ""
        text = " ".join(written.split())
        if not text:
            wrong.append(f"{key} is empty; write it, or take the line out")
        if len(text) > most:
            wrong.append(f"{key} has {len(text)} letters; at most {most} fit")
        return text

    return read


def _day(key: str, written: Any, wrong: list[str]) -> PartialDate | None:
    if isinstance(written, datetime):
        written = written.date()
    try:
        return parse_day(str(written))
    except ValueError as error:
        wrong.append(f"{key}: {error}")
        return None


def _portrait(key: str, written: Any, wrong: list[str]) -> Portrait | None:
    """Return a picture of the site: one that stands elsewhere would tell somebody of each reader."""
    parts = written if isinstance(written, dict) else {}
    _tell_unknown(parts, {"file": 0, "alt": 0}, key, wrong)
    file, alt = parts.get("file"), parts.get("alt")
    if not isinstance(file, str) or not isinstance(alt, str) or not file.strip() or not alt.strip():
        wrong.append(f"{key} wants a file of the site and what it shows: "
                     "{file: pictures/me.jpg, alt: Ada at her desk}")
        return None
    path = posixpath.normpath(unquote(file.strip()))
    if "://" in file or path.startswith(("/", "../")) or path == ".." or "\\" in path or ":" in path:
        wrong.append(f"{key} is {file!r}; write the path of a picture below the docs folder")
        return None
    return Portrait(path, " ".join(alt.split()))


_PERSON: Mapping[str, Callable[[str, Any, list[str]], Any]] = {
    "name": _line(MAX_SENTENCE // 2), "role": _line(MAX_SENTENCE // 2), "place": _line(MAX_SENTENCE // 2),
    "portrait": _portrait, "about": _line(MAX_SENTENCE), "looking_for": _line(MAX_SENTENCE),
    "profiles": lambda _, written, wrong: _profiles(written, wrong),
}
_ERA: Mapping[str, tuple[str, Callable[[str, Any, list[str]], Any]]] = {
    **{name: (name, _line(MAX_SENTENCE // 2)) for name in ("employer", "degree", "role", "place")},
    "from": ("start", _day), "to": ("end", _day), "about": ("about", _line(MAX_SENTENCE)),
}


# --- profiles: each has one address, whatever way it is written ---


def _profiles(written: Any, wrong: list[str]) -> tuple[Profile, ...]:
    """Return profiles, written as a mapping from places to names or as a list of addresses, in its order."""
    found: dict[str, Profile] = {}
    for key, text in _pairs(written, wrong):
        try:
            profile = _profile(key, text)
        except _Wrong as error:
            wrong.append(f"profiles: {error}")
        else:
            found.setdefault(profile.url, profile)
    return tuple(found.values())


def _pairs(written: Any, wrong: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of each profile; of one that stands in a list alone, no key."""
    if not isinstance(written, list | dict):
        wrong.append("profiles: write a mapping, such as {github: ada, orcid: 0000-0002-1825-0097}, "
                     "or a list of addresses")
        return
    for item in written if isinstance(written, list) else [written]:
        for key, text in item.items() if isinstance(item, dict) else [("", item)]:
            if isinstance(text, str) and text.strip():
                yield str(key).strip(), text.strip()
            else:
                wrong.append(f"profiles: {key or 'one of them'} is {text!r}; "
                             "write an address or a name, in quotes")


def _profile(key: str, text: str) -> Profile:
    """Return a profile. Raises _Wrong."""
    kind = _KINDS.get(re.sub(r"[\s_-]+", " ", key.casefold()), key)
    if not key:
        kind = "mail" if _MAIL.fullmatch(text.removeprefix("mailto:")) else _kind_of(text)
    if kind not in PROFILES:
        return Profile(kind, _address(kind, text), "")
    return PROFILES[kind](kind, text)


def _kind_of(text: str) -> str:
    known = identified(text)
    if known and known.key.startswith("orcid:"):
        return "orcid"
    host = _host(whole_address(text))
    return next((kind for kind, (of, _, _) in _HANDLES.items() if host == of), "site")


def _host(address: str) -> str:
    """Return the host of an address without `www.`; empty: it has none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return ""
    return (host or "").removeprefix("www.").removeprefix("m.")


def _address(kind: str, text: str) -> str:
    """Return a whole address of the web. Raises _Wrong."""
    text = whole_address(text)
    if not text.startswith(("https://", "http://")) or not _host(text) or _NEVER_IN_ADDRESSES.search(text):
        raise _Wrong(f"{kind or 'one of them'} is {text[:80]!r}, which is no address; "
                     "write one with https://")
    return text


def _site(kind: str, text: str) -> Profile:
    address = _address(kind, text if "://" in text else f"https://{text}")
    return Profile(kind, address, _host(address) + urlsplit(address).path.rstrip("/"))


def _mail(kind: str, text: str) -> Profile:
    address = text.removeprefix("mailto:")
    if not _MAIL.fullmatch(address):
        raise _Wrong(f"mail is {text[:80]!r}; write an address such as ada@example.org")
    return Profile(kind, f"mailto:{address}", address)


def _orcid(kind: str, text: str) -> Profile:
    known = identified(text if ":" in text else f"orcid:{text.removeprefix('orcid.org/')}")
    if known is None or not known.key.startswith("orcid:"):
        raise _Wrong(f"orcid is {text[:80]!r}, of which no ORCID iD has the form or the check digit; "
                     "copy it from orcid.org, such as 0000-0002-1825-0097")
    return Profile(kind, known.url, known.key.removeprefix("orcid:"))


def _mastodon(kind: str, text: str) -> Profile:
    found = _FEDIVERSE.fullmatch(text) or _FEDIVERSE_PAGE.fullmatch(text)
    if found is None:
        raise _Wrong(f"{kind} is {text[:80]!r}; write it like @ada@example.social")
    host, name = found["host"].lower(), found["name"]
    return Profile(kind, f"https://{host}/@{name}", f"@{name}@{host}")


def _scholar(kind: str, text: str) -> Profile:
    found = _SCHOLAR.fullmatch(text)
    if found is None:
        raise _Wrong(f"{kind} is {text[:80]!r}; write the address of the profile, which has `user=` in it")
    return Profile(kind, f"https://scholar.google.com/citations?user={found[1]}", "")


def _on_site(kind: str, text: str) -> Profile:
    """Return a profile on a site where an address is made of a name. Raises _Wrong."""
    host, pattern, shape = _HANDLES[kind]
    rest = re.sub(r"(?:https?://)?(?:www\.|m\.)?", "", text, count=1)
    written = rest.removeprefix(host) if rest.startswith(f"{host}/") else rest
    path = unquote(urlsplit(f"//x{written}" if written.startswith("/") else f"//x/{written}").path).strip("/")
    before = shape.partition("{}")[0].rstrip("@~")
    if before and path.startswith(before):
        path = path.removeprefix(before)
    name = path.lstrip("@~")
    if not re.fullmatch(pattern, name):
        raise _Wrong(f"{kind} is {text[:80]!r}; write the name, or https://{host}/{shape.format('name')}")
    return Profile(kind, f"https://{host}/{shape.format(name)}", name)


_NEVER_IN_ADDRESSES = re.compile(r"[\s\\<>\"\x00-\x1f\x7f]")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_SCHOLAR = re.compile(
    r"(?:https?://scholar\.google\.[a-z.]+/citations\?(?:\S*&)?user=)?([\w-]{12})(?:&\S*)?", re.ASCII)
_FEDIVERSE = re.compile(r"@?(?P<name>\w+)@(?P<host>[\w-]+(?:\.[\w-]+)+)", re.ASCII)
_FEDIVERSE_PAGE = re.compile(r"https?://(?P<host>[\w-]+(?:\.[\w-]+)+)/@(?P<name>\w+)/?", re.ASCII)
_HANDLES = {
    "github": ("github.com", r"[\w-]{1,39}", "{}"),
    "gitlab": ("gitlab.com", r"[\w.-]{2,255}", "{}"),
    "codeberg": ("codeberg.org", r"[\w.-]{1,40}", "{}"),
    "huggingface": ("huggingface.co", r"[\w.-]{1,96}", "{}"),
    "linkedin": ("linkedin.com", r"[\w%-]{3,100}", "in/{}"),
    "bluesky": ("bsky.app", r"[\w-]+(?:\.[\w-]+)+", "profile/{}"),
    "youtube": ("youtube.com", r"[\w.-]{3,30}", "@{}"),
}
"""Sites where an address is made of a name: the host, what names are like there, and what comes behind it."""
PROFILES: Mapping[str, Callable[[str, str], Profile]] = {
    "mail": _mail, "site": _site, "orcid": _orcid, "scholar": _scholar, "mastodon": _mastodon,
    **dict.fromkeys(_HANDLES, _on_site),
}
"""Places that are known, each with what reads a profile there."""
_KINDS = {
    **{kind: kind for kind in PROFILES},
    "email": "mail", "e mail": "mail", "website": "site", "web": "site", "homepage": "site", "home": "site",
    "google scholar": "scholar", "hugging face": "huggingface", "fediverse": "mastodon",
}
"""What authors call them, folded."""
