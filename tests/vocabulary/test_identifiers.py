"""What addresses and identifiers are known, beside another reader of them: idutils."""

from __future__ import annotations

import re
import warnings
from urllib.parse import unquote

import idutils
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_career_roadmap.vocabulary.identifiers import KINDS, identified, kind_of_file, whole_address

SAME = {
    "arxiv:2106.09685": (
        "2106.09685", "arXiv:2106.09685", "arxiv:2106.09685v2", "arXiv: 2106.09685",
        "ARXIV:2106.09685v1 [cs.CL]",
        "https://arxiv.org/abs/2106.09685", "http://arxiv.org/abs/2106.09685v2", "arxiv.org/abs/2106.09685",
        "https://www.arxiv.org/pdf/2106.09685", "https://arxiv.org/pdf/2106.09685v2.pdf",
        "https://arxiv.org/html/2106.09685v1", "https://export.arxiv.org/abs/2106.09685",
        "https://ar5iv.labs.arxiv.org/html/2106.09685", "https://ar5iv.org/abs/2106.09685",
        "https://huggingface.co/papers/2106.09685", "https://www.alphaxiv.org/abs/2106.09685",
        "10.48550/arXiv.2106.09685", "doi:10.48550/arxiv.2106.09685", "https://doi.org/10.48550/arXiv.2106.09685"),
    "arxiv:hep-th/9901001": (
        "arXiv:hep-th/9901001", "arxiv:hep-th/9901001v3", "https://arxiv.org/abs/hep-th/9901001",
        "https://arxiv.org/pdf/hep-th/9901001v1"),
    "arxiv:math/0309136": ("arXiv:math.GT/0309136", "arXiv:math/0309136", "https://arxiv.org/abs/math.GT/0309136v1"),
    "doi:10.1145/3292500.3330701": (
        "10.1145/3292500.3330701", "doi:10.1145/3292500.3330701", "DOI: 10.1145/3292500.3330701",
        "https://doi.org/10.1145/3292500.3330701", "http://dx.doi.org/10.1145/3292500.3330701",
        "doi.org/10.1145/3292500.3330701", "https://dl.acm.org/doi/10.1145/3292500.3330701",
        "https://dl.acm.org/doi/abs/10.1145/3292500.3330701", "https://dl.acm.org/doi/pdf/10.1145/3292500.3330701"),
    "doi:10.1000/xyz(1)2": ("doi:10.1000/XYZ(1)2", "https://doi.org/10.1000/xyz%281%292", "10.1000/xyz(1)2."),
    "doi:10.5281/zenodo.3242074": (
        "10.5281/zenodo.3242074", "https://zenodo.org/record/3242074", "https://zenodo.org/records/3242074",
        "zenodo.org/records/3242074", "https://zenodo.org/records/3242074/files/calls.zip?download=1",
        "https://zenodo.org/doi/10.5281/zenodo.3242074", "https://doi.org/10.5281/zenodo.3242074"),
    "openreview:nZeVKeeFYf9": (
        "https://openreview.net/forum?id=nZeVKeeFYf9", "https://openreview.net/pdf?id=nZeVKeeFYf9",
        "openreview.net/forum?id=nZeVKeeFYf9", "https://openreview.net/forum?id=nZeVKeeFYf9&noteId=x"),
    "isbn:9780306406157": (
        "isbn:0306406152", "ISBN 0-306-40615-2", "ISBN-10: 0-306-40615-2", "ISBN 978-0-306-40615-7",
        "isbn:9780306406157", "ISBN-13: 978 0 306 40615 7", "isbn-13:9780306406157"),
    "isbn:9780804429573": ("ISBN 0-8044-2957-X", "isbn:080442957x"),
    "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d": (
        "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d;origin=https://example.org/x",
        "https://archive.softwareheritage.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d"),
    "orcid:0000-0002-1825-0097": ("https://orcid.org/0000-0002-1825-0097", "orcid:0000-0002-1825-0097",
                                  "orcid.org/0000-0002-1825-0097"),
    "https://github.com/ada/calls": (
        "https://github.com/Ada/calls", "https://github.com/ada/calls/", "https://github.com/ada/calls.git",
        "github.com/ada/calls", "https://www.github.com/ada/calls", "http://github.com/ada/calls#readme"),
    "https://gitlab.com/ada/calls": ("https://gitlab.com/ada/calls", "gitlab.com/ada/calls.git"),
    "https://huggingface.co/ada/calls": ("https://huggingface.co/ada/calls", "hf.co/ada/calls/tree/main"),
    "https://huggingface.co/datasets/ada/calls": (
        "https://huggingface.co/datasets/ada/calls", "https://huggingface.co/datasets/ada/calls/viewer/x"),
    "youtube:dQw4w9WgXcQ": (
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?t=42",
        "youtu.be/dQw4w9WgXcQ",
        "https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ", "https://www.youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube.com/embed/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://youtube.com/shorts/dQw4w9WgXcQ"),
}
"""The spellings of each thing, by its key."""
SPELLINGS = [(key, text) for key, texts in SAME.items() for text in texts]


@pytest.mark.parametrize(("key", "text"), SPELLINGS)
def test_spellings_of_one_thing_are_one(key: str, text: str) -> None:
    known = identified(whole_address(text))
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize(("key", "text"), SPELLINGS)
def test_canonical_address_is_one_of_the_thing_and_its_own(key: str, text: str) -> None:
    known = identified(whole_address(text))
    assert known is not None
    again = identified(known.url)
    assert again is not None
    assert (again.key, again.url, again.kind) == (key, known.url, known.kind)


@pytest.mark.parametrize("text", [
    "", "a.md", "paper.pdf", "../10/x.md", "posts/2026.md", "2026-05-03", "2026.05", "12.5", "#part",
    "mailto:a@b.org",     "Smith 2024: a title", "doi:10182", "doi:10.1/2",
    "arXiv:21.1", "isbn:0306406153", "ISBN 978-0-306-40615-8",
    "isbn:12", "orcid:0000-0002-1825-0098", "swh:1:rev:309cf267", "javascript:alert(1)", "data:text/html,x",
    "https://example.org/a/10.1000/182", "https://arxiv.org/list/cs/new", "https://youtu.be/", "https://[::1",
    "https://github.com/ada/../x y", "https://openreview.net/group?id=x"])
def test_what_is_none_of_them_is_left_alone(text: str) -> None:
    known = identified(whole_address(text))
    assert known is None or known.url == text


@pytest.mark.parametrize(("text", "kind"), [
    ("10.1145/3292500.3330701", "paper"), ("10.1101/2020.01.01.123456", "preprint"),
    ("2106.09685", "preprint"),
    ("10.5281/zenodo.1", "data"), ("isbn:0306406152", "book"),
    ("https://github.com/ada/calls/pull/3", "code"),
    ("https://gist.github.com/ada/1", "code"), ("https://huggingface.co/spaces/ada/calls", "demo"),
    ("https://huggingface.co/datasets/ada/calls", "data"), ("https://vimeo.com/1", "talk"),
    ("https://docs.google.com/presentation/d/x/edit", "talk"),
    ("https://aclanthology.org/P19-1001/", "paper"),
    ("https://example.org/slides.pptx", "talk"), ("https://example.org/run.ipynb", "code"),
    ("orcid:0000-0002-1825-0097", "")])
def test_kind_follows_from_the_form(text: str, kind: str) -> None:
    known = identified(text)
    assert known is not None
    assert known.kind == kind
    assert kind in (*KINDS, "")


@pytest.mark.parametrize(("path", "kind"), [
    ("a/calls.csv", "data"), ("talk.PPTX", "talk"), ("paper.pdf", ""), ("a.b/readme", ""), ("", "")])
def test_file_is_known_by_its_ending(path: str, kind: str) -> None:
    assert kind_of_file(path) == kind


@pytest.mark.parametrize("text", ["www.example.org/x", "WWW.example.org", "github.com/ada"])
def test_scheme_that_people_leave_out_is_put_in(text: str) -> None:
    assert whole_address(text) == f"https://{text}"


@pytest.mark.parametrize("text", ["a.md", "wwwx/a.md", "www.md", "example.org/x", "github.com", "https://www.x.org"])
def test_what_may_be_a_file_or_is_whole_stays(text: str) -> None:
    assert whole_address(text) == text


# --- beside idutils ---

SCHEMES = {"doi": "doi", "arxiv": "arxiv", "isbn": "isbn", "orcid": "orcid", "swh": "swh"}


def by_idutils(text: str) -> dict[str, str]:
    """Return what idutils takes a text for, as the normal form of each scheme that we have, too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [scheme for scheme in idutils.detect_identifier_schemes(text) if scheme in SCHEMES]
        return {scheme: idutils.normalize_pid(text, scheme) for scheme in found}


def plain(scheme: str, normal: str) -> str:
    """Return the normal form of idutils as our key, which knows no version, class, case or short ISBN."""
    text = unquote(normal).casefold().removeprefix("arxiv:").partition(";")[0].rstrip(".")
    if scheme == "arxiv":
        text = re.sub(r"v\d+$", "", re.sub(r"\s*\[.*", "", text))
        text = re.sub(r"^([a-z-]+)\.[a-z]{2}/", r"\1/", text)
    if scheme == "isbn":
        digits = text.replace("-", "")
        return (identified(f"isbn:{digits}") or ("",))[0]
    return text if scheme == "swh" else f"{scheme}:{text}"


def test_what_idutils_knows_is_known_as_the_same() -> None:
    compared = 0
    for key, text in SPELLINGS:
        for scheme, normal in by_idutils(text).items():
            if scheme == "doi" and key.startswith("arxiv:"):
                continue  # it is the DOI that arXiv gives, which is the paper's too
            assert plain(scheme, normal) == key, (text, scheme, normal)
            compared += 1
    assert compared > 25


@given(st.from_regex(r"10\.[1-9][0-9]{3,6}/[a-z0-9][a-zA-Z0-9._()-]{0,20}[a-z0-9]", fullmatch=True).filter(
    lambda doi: not doi.casefold().startswith("10.48550/arxiv")))
def test_any_doi_is_the_one_that_idutils_reads(doi: str) -> None:
    known = identified(doi)
    assert known is not None
    assert known.url == f"https://doi.org/{idutils.normalize_doi(doi)}"


@given(st.integers(0, 10**12 - 1))
def test_isbn_is_known_when_its_last_digit_is_right(number: int) -> None:
    digits = f"978{number % 10**9:09}"
    good = [last for last in range(10) if identified(f"isbn:{digits}{last}")]
    assert good == [last for last in range(10) if idutils.is_isbn13(f"{digits}{last}")]
    assert len(good) == 1


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    known = identified(whole_address(text))
    assert known is None or known.url.startswith("http")
