"""Whose roadmap it is: what a site may say of a person, and what each way to write it comes to."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from each import each
from mkdocs_career_roadmap.vocabulary.dates import PartialDate
from mkdocs_career_roadmap.vocabulary.person import (
    Era,
    Person,
    Portrait,
    Profile,
    read_eras,
    read_person,
)


def profile(**written: Any) -> Profile:
    (found,) = read_person({"name": "Ada", "profiles": written}).profiles
    return found


def listed(*written: Any) -> tuple[Profile, ...]:
    return read_person({"name": "Ada", "profiles": list(written)}).profiles


def said_of(text: str) -> str:
    """Return what is wrong with a person that is written so."""
    with pytest.raises(ValueError, match=r".") as error:
        read_person(yaml.safe_load(text))
    return str(error.value)


def said_of_eras(text: str) -> str:
    with pytest.raises(ValueError, match=r".") as error:
        read_eras(yaml.safe_load(text))
    return str(error.value)


def test_a_name_is_all_that_a_person_needs() -> None:
    assert read_person({"name": "Ada  Lovelace", "role": None}) == Person(name="Ada Lovelace")


def test_all_of_a_person_is_read() -> None:
    assert read_person(yaml.safe_load("""
        {name: Ada, role: Engineer, place: London, about: I count., looking_for: a machine,
         portrait: {file: ./pictures/ada%20l.svg, alt: Ada  at her desk}, profiles: [ada@example.org]}
    """)) == Person(
        name="Ada", role="Engineer", place="London", about="I count.", looking_for="a machine",
        portrait=Portrait("pictures/ada l.svg", "Ada at her desk"),
        profiles=(Profile("mail", "mailto:ada@example.org", "ada@example.org"),))


def test_all_that_is_wrong_with_a_person_is_told_at_once() -> None:
    assert said_of("{rule: Engineer, place: 3, portrait: ada.jpg, profiles: {github: a b}, about: ' '}") == (
        "person has no part 'rule'; did you mean 'role'? place is 3, which is not a text; put it in quotes; "
        "portrait wants a file of the site and what it shows: {file: pictures/me.jpg, alt: Ada at her desk}; "
        "about is empty; write it, or take the line out; "
        "profiles: github is 'a b'; write the name, or https://github.com/name; "
        "there is no name; add `name: ...`")


@each(("text", "said"), [
    ("Ada", "write a mapping, such as {name: Ada Lovelace, role: Engineer}"),
    ("{name: 3}", "name is 3, which is not a text; put it in quotes"),
    (f"{{name: {'a' * 201}}}", "name has 201 letters; at most 200 fit"),
    (f"{{name: Ada, about: {'a' * 401}}}", "about has 401 letters; at most 400 fit"),
    ("{name: Ada, profiles: 3}", (
        "profiles: write a mapping, such as {github: ada, orcid: 0000-0002-1825-0097}, "
        "or a list of addresses")),
    ("{name: Ada, profiles: [3, {github: }]}",
     ("profiles: one of them is 3; write an address or a name, in quotes; "
     "profiles: github is None; write an address or a name, in quotes")),
])
def test_what_is_no_person_is_told(text: str, said: str) -> None:
    assert said_of(text) == said


@each("file", [
    "https://example.org/ada.jpg", "/ada.jpg", "../ada.jpg", "a/../../ada.jpg", "..", "//example.org/a.jpg",
    "data:image/svg+xml,x", "a\\b.jpg", "%2e%2e/ada.jpg"])
def test_portrait_is_a_file_of_the_site(file: str) -> None:
    with pytest.raises(ValueError, match="write the path of a picture below the docs folder"):
        read_person({"name": "Ada", "portrait": {"file": file, "alt": "Ada"}})


@each(("key", "address", "name", "spellings"), [
    ("github", "https://github.com/ada", "ada", [
        "ada", "@ada", "github.com/ada", "https://github.com/ada/", "http://www.github.com/ada?tab=stars"]),
    ("linkedin", "https://linkedin.com/in/ada-l", "ada-l", [
        "ada-l", "in/ada-l", "https://www.linkedin.com/in/ada-l/", "linkedin.com/in/ada-l"]),
    ("bluesky", "https://bsky.app/profile/ada.example.org", "ada.example.org", [
        "ada.example.org", "@ada.example.org", "https://bsky.app/profile/ada.example.org"]),
    ("youtube", "https://youtube.com/@ada", "ada", ["ada", "@ada", "https://m.youtube.com/@ada"]),
    ("mastodon", "https://example.social/@ada", "@ada@example.social", [
        "@ada@example.social", "ada@Example.social", "https://example.social/@ada"]),
    ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097", [
        "0000-0002-1825-0097", "orcid:0000-0002-1825-0097", "orcid.org/0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097"]),
    ("scholar", "https://scholar.google.com/citations?user=AbCdEfGhIjKl", "", [
        "AbCdEfGhIjKl", "https://scholar.google.de/citations?hl=de&user=AbCdEfGhIjKl&view_op=list"]),
    ("mail", "mailto:ada@example.org", "ada@example.org", ["ada@example.org", "mailto:ada@example.org"]),
    ("site", "https://example.org/ada/", "example.org/ada", ["https://example.org/ada/", "example.org/ada/"]),
])
def test_profile_has_one_address_in_all_its_spellings(
        key: str, address: str, name: str, spellings: list[str]) -> None:
    for text in spellings:
        assert profile(**{key: text}) == Profile(key, address, name), text


def test_kind_of_a_profile_follows_from_its_address() -> None:
    assert [one.kind for one in listed(
        "https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097", "github.com/ada",
        "https://gitlab.com/ada", "ada@example.org", "https://example.org")] == [
            "orcid", "github", "gitlab", "mail", "site"]


def test_profiles_of_a_list_may_have_keys_and_other_names() -> None:
    assert listed({"E-Mail": "ada@example.org"}, {"Google Scholar": "AbCdEfGhIjKl"},
                  {"Our choir": "https://example.org/choir"}) == (
        Profile("mail", "mailto:ada@example.org", "ada@example.org"),
        Profile("scholar", "https://scholar.google.com/citations?user=AbCdEfGhIjKl", ""),
        Profile("Our choir", "https://example.org/choir", ""))


@each(("key", "text"), [
    ("github", "javascript:alert(1)"), ("github", "a/b"), ("github", 'a" onclick=x'), ("github", ".."),
    ("site", "javascript:alert(1)"), ("site", "https://example.org/ x"), ("site", "https://"),
    ("choir", "example"), ("choir", "javascript:alert(1)"), ("choir", "data:text/html,x"),
    ("choir", "//evil"),
    ("mail", "ada"), ("mail", "ada@example.org?bcc=x"), ("mail", "javascript:ada@example.org"),
    ("orcid", "0000-0002-1825-0098"), ("orcid", "https://example.org"), ("mastodon", "ada"),
    ("mastodon", "https://example.social/ada"), ("scholar", "Ada Lovelace"), ("bluesky", "ada"),
    ("linkedin", "https://example.org/in/ada"),
])
def test_profile_that_leads_nowhere_is_refused(key: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"profiles: {key} is "):
        profile(**{key: text})


# --- eras ---


def test_eras_stand_in_the_order_they_began_and_one_may_go_on() -> None:
    eras = read_eras(yaml.safe_load("""
        - {employer: Acme, role: Engineer, place: Oslo, from: 2024-03, about: I built it.}
        - {degree: MSc in ecology, employer: Lund University, from: 2021, to: 2023-06-30}
    """))
    assert eras == (
        Era(degree="MSc in ecology", employer="Lund University", start=PartialDate(2021),
            end=PartialDate(2023, 6, 30)),
        Era(employer="Acme", role="Engineer", place="Oslo", about="I built it.",
            start=PartialDate(2024, 3)))
    assert [era.titles for era in eras] == [("MSc in ecology", "Lund University"), ("Engineer", "Acme")]


def test_of_two_eras_with_one_beginning_the_one_that_ends_first_is_first() -> None:
    eras = read_eras([{"employer": "B", "from": 2021}, {"employer": "A", "from": 2021, "to": 2022}])
    assert [era.employer for era in eras] == ["A", "B"]


@each(("text", "said"), [
    ("{employer: Acme}", "write a list, such as [{employer: Acme, from: 2024-03}]"),
    ("[Acme]", "era 1: write a mapping, such as {employer: Acme, from: 2024-03}"),
    ("[{role: Engineer, form: 2024}]",
     ("era 1: era has no part 'form'; did you mean 'from'? "
     "era 1: it has neither an employer nor a degree; add one of them; "
     "era 1: it has no beginning; add `from: 2024-03`")),
    ("[{employer: A, from: 2024}, {employer: B, from: soon, to: 2024-13}]",
     ("era 2: from: 'soon' is not a date; write 2026-04-03, 2026-04, 2026-Q2 or 2026; "
     "era 2: to: there is no month 13; months go from 1 to 12")),
    ("[{employer: A, from: 2024-05, to: 2023}]",
     "era 1: it ends in 2023, before it begins in 2024-05; write the two the other way round"),
    ("[{employer: '', degree: 3, from: 2024}]",
     ("era 1: employer is empty; write it, or take the line out; "
     "era 1: degree is 3, which is not a text; put it in quotes")),
])
def test_what_is_no_era_is_told_with_its_number(text: str, said: str) -> None:
    assert said_of_eras(text) == said
