"""The person whose roadmap it is, as the overview and other pages show them."""

from __future__ import annotations

from typing import NamedTuple

from ..vocabulary.person import Profile
from .shapes import Ref
from .viewer import Viewer

_BRANDS = {
    "orcid": "ORCID", "scholar": "Google Scholar", "github": "GitHub", "gitlab": "GitLab",
    "codeberg": "Codeberg", "huggingface": "Hugging Face", "linkedin": "LinkedIn", "mastodon": "Mastodon",
    "bluesky": "Bluesky", "youtube": "YouTube",
}
"""What places call themselves, in every language."""


class PersonHead(NamedTuple):
    """A person, as the head of a page. Empty: not said."""

    name: str
    role: str
    place: str
    about: str
    looking_for: str
    portrait: str
    """The address of a picture; empty also if the site does not have it."""
    alt: str
    """What it shows."""
    profiles: tuple[Ref, ...]
    """Each with what is to be printed beside it as its note."""


def person_head(view: Viewer) -> PersonHead | None:
    """Return the person of the site, or None."""
    person = view.settings.person
    if person is None:
        return None
    portrait = person.portrait
    return PersonHead(
        person.name, person.role, person.place, person.about, person.looking_for,
        (portrait and view.link(portrait.path)) or "", portrait.alt if portrait else "",
        tuple(Ref(_called(view, profile), profile.url, note=_printed(profile))
              for profile in person.profiles))


def _called(view: Viewer, profile: Profile) -> str:
    if profile.kind == "mail":
        return view.words("mail")
    return _BRANDS.get(profile.kind) or (profile.name if profile.kind == "site" else profile.kind)


def _printed(profile: Profile) -> str:
    """Return what a reader of paper can write into a browser; empty where that is what it is called."""
    if profile.kind == "site":
        return ""
    return profile.url.removeprefix("mailto:").removeprefix("https://").removeprefix("http://").rstrip("/")
