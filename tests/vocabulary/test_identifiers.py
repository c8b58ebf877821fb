"""What addresses and identifiers are known, beside another reader of them: idutils."""

from __future__ import annotations

import re
import warnings
from urllib.parse import unquote

import pytest
from each import each
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
MORE = {
    "arxiv:2106.09685": (
        "https://arxiv.org/abs/2106.09685?context=cs", "https://arxiv.org/pdf/2106.09685#page=3",
        "arXiv preprint arXiv:2106.09685", "https://www.semanticscholar.org/arxiv/2106.09685",
        "https://arxiv.org/abs/2106.09685v2/", "arxiv.org/pdf/2106.09685.pdf",
        "https://browse.arxiv.org/html/2106.09685v1", "https://arxiv.org/format/2106.09685",
        "https://arxiv.org/src/2106.09685", "https://arxiv.org/e-print/2106.09685",
        "https://doi.org/10.48550/ARXIV.2106.09685", "https://dx.doi.org/10.48550/arXiv.2106.09685v2",
        "https://api.semanticscholar.org/arXiv:2106.09685",
        "https://www.arxiv-vanity.com/papers/2106.09685/", "arXiv:2106.09685 [cs]",
        "https://arxiv.org/abs/2106.09685.", "https://huggingface.co/papers/2106.09685#comments",
        "hf.co/papers/2106.09685", "https://arxiv.org/pdf/2106.09685v2.pdf#page=2", "arxiv 2106.09685",
        "arXiv 2106.09685v2", "arXiv.org:2106.09685", "https://arxiv.org/abs/arXiv:2106.09685",
        "https://www.alphaxiv.org/pdf/2106.09685v1", "https://scirate.com/arxiv/2106.09685",
        "https://ar5iv.labs.arxiv.org/html/2106.09685v2", "https://xxx.lanl.gov/abs/2106.09685",
        "https://de.arxiv.org/abs/2106.09685", "https://cn.arxiv.org/pdf/2106.09685"),
    "doi:10.1145/3292500.3330701": (
        "https://www.doi.org/10.1145/3292500.3330701", "DOI 10.1145/3292500.3330701",
        "doi 10.1145/3292500.3330701", "doi: https://doi.org/10.1145/3292500.3330701",
        "https://doi.org/10.1145/3292500.3330701?x=1", "https://doi.org/10.1145/3292500.3330701.",
        "https://doi.org/doi:10.1145/3292500.3330701", "https://hdl.handle.net/10.1145/3292500.3330701",
        "info:doi/10.1145/3292500.3330701", "urn:doi:10.1145/3292500.3330701",
        "https://api.crossref.org/works/10.1145/3292500.3330701",
        "https://dl.acm.org/doi/full/10.1145/3292500.3330701",
        "https://dl.acm.org/doi/fullHtml/10.1145/3292500.3330701",
        "https://dl.acm.org/doi/epdf/10.1145/3292500.3330701", "https://doi.acm.org/10.1145/3292500.3330701",
        "http://doi.acm.org/10.1145/3292500.3330701", "dx.doi.org/10.1145/3292500.3330701",
        "https://doi.org/10.1145/3292500.3330701/", "https://doi.org/10.1145%2F3292500.3330701",
        "DOI:10.1145/3292500.3330701", "https://DOI.org/10.1145/3292500.3330701",
        "doi:10.1145/3292500.3330701;", "(doi:10.1145/3292500.3330701)",
        "https://dl.acm.org/citation.cfm?doid=3292500.3330701"),
    "doi:10.1007/s11263-015-0816-y": (
        "https://link.springer.com/article/10.1007/s11263-015-0816-y",
        "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf",
        "https://link.springer.com/article/10.1007/s11263-015-0816-y#Sec1",
        "https://link.springer.com/10.1007/s11263-015-0816-y"),
    "doi:10.1038/s41586-021-03819-2": (
        "https://www.nature.com/articles/s41586-021-03819-2",
        "https://www.nature.com/articles/s41586-021-03819-2.pdf",
        "https://doi.org/10.1038/s41586-021-03819-2"),
    "doi:10.1126/science.aaa8415": (
        "https://www.science.org/doi/10.1126/science.aaa8415",
        "https://science.org/doi/full/10.1126/science.aaa8415"),
    "doi:10.1371/journal.pone.0012345": (
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345",
        "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0012345&type=printable",
        "https://dx.plos.org/10.1371/journal.pone.0012345"),
    "doi:10.1101/2020.01.01.123456": (
        "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1",
        "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full",
        "https://www.medrxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf",
        "https://doi.org/10.1101/2020.01.01.123456"),
    "doi:10.1002/anie.201234567": (
        "https://onlinelibrary.wiley.com/doi/full/10.1002/anie.201234567",
        "https://onlinelibrary.wiley.com/doi/abs/10.1002/anie.201234567"),
    "doi:10.1080/00031305.2016.1154108": (
        "https://www.tandfonline.com/doi/full/10.1080/00031305.2016.1154108",
        "https://amstat.tandfonline.com/doi/abs/10.1080/00031305.2016.1154108"),
    "doi:10.5281/zenodo.3242074": (
        "https://zenodo.org/badge/DOI/10.5281/zenodo.3242074.svg", "https://www.zenodo.org/record/3242074",
        "https://zenodo.org/record/3242074#.YXabc", "https://zenodo.org/api/records/3242074",
        "http://zenodo.org/record/3242074", "https://zenodo.org/records/3242074?preview=1",
        "doi:10.5281/ZENODO.3242074"),
    "openreview:nZeVKeeFYf9": (
        "https://www.openreview.net/forum?id=nZeVKeeFYf9", "http://openreview.net/forum?id=nZeVKeeFYf9",
        "https://openreview.net/attachment?id=nZeVKeeFYf9&name=pdf",
        "https://openreview.net/forum?noteId=x&id=nZeVKeeFYf9",
        "https://openreview.net/references/pdf?id=nZeVKeeFYf9", "openreview.net/pdf?id=nZeVKeeFYf9",
        "https://openreview.net/forum?id=nZeVKeeFYf9#discussion"),
    "isbn:9780306406157": (
        "ISBN: 978-0-306-40615-7", "ISBN:0306406152", "isbn 9780306406157", "urn:isbn:9780306406157",
        "URN:ISBN:0-306-40615-2", "https://openlibrary.org/isbn/0306406152",
        "https://www.worldcat.org/isbn/9780306406157", "ISBN-13 978-0-306-40615-7",
        "ISBN-13: 978-0-306-40615-7".replace("-", "\N{NON-BREAKING HYPHEN}"),
        "ISBN 0306406152", "ISBN10 0306406152", "ISBN13: 9780306406157",
        "https://isbnsearch.org/isbn/9780306406157"),
    "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d": (
        "https://archive.softwareheritage.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d;origin=https://github.com/x/y",
        "archive.softwareheritage.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "https://archive.softwareheritage.org/browse/revision/309cf2674ee7a0749978cf8265ab91a60aea0f7d/",
        "https://identifiers.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "https://archive.softwareheritage.org/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d/",
        "SWH:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d",
        "swh:1:rev:309CF2674EE7A0749978CF8265AB91A60AEA0F7D",
        "https://archive.softwareheritage.org/browse/swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d"),
    "orcid:0000-0002-1825-0097": (
        "https://www.orcid.org/0000-0002-1825-0097", "http://orcid.org/0000-0002-1825-0097",
        "ORCID: 0000-0002-1825-0097", "ORCID iD: 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097/", "https://orcid.org/0000-0002-1825-0097?lang=en",
        "0000-0002-1825-0097"),
    "https://github.com/ada/calls": (
        "git@github.com:ada/calls.git", "ssh://git@github.com/ada/calls.git",
        "git+https://github.com/ada/calls", "git://github.com/ada/calls.git",
        "https://github.com/ada/calls/tree/main", "https://github.com/ada/calls#install",
        "https://github.com/ada/calls?tab=readme-ov-file", "https://github.com/ADA/Calls",
        "https://github.com/ada/calls.git/", "https://github.com/ada/calls/tree/master/",
        "git+ssh://git@github.com/ada/calls.git", "https://github.com/ada/calls/"),
    "https://gitlab.com/ada/calls": (
        "git@gitlab.com:ada/calls.git", "https://gitlab.com/ada/calls/-/tree/main",
        "https://gitlab.com/ada/calls/", "https://www.gitlab.com/ada/calls",
        "https://gitlab.com/ada/calls#x", "http://gitlab.com/ada/calls"),
    "https://huggingface.co/ada/calls": (
        "https://hf.co/ada/calls", "https://huggingface.co/ada/calls/tree/main",
        "https://huggingface.co/ada/calls/blob/main/README.md", "https://www.huggingface.co/ada/calls",
        "huggingface.co/ada/calls", "https://huggingface.co/ada/calls/discussions/2"),
    "https://huggingface.co/datasets/ada/calls": (
        "https://hf.co/datasets/ada/calls", "huggingface.co/datasets/ada/calls",
        "https://huggingface.co/datasets/ada/calls/tree/main"),
    "youtube:dQw4w9WgXcQ": (
        "https://youtube.com/watch?v=dQw4w9WgXcQ&list=PLx", "https://www.youtube.com/v/dQw4w9WgXcQ",
        "youtube.com/watch?v=dQw4w9WgXcQ", "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
        "http://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ#t=10", "https://www.youtube.com/watch/dQw4w9WgXcQ",
        "https://youtube.com/live/dQw4w9WgXcQ?si=abc"),
    "https://huggingface.co/spaces/ada/calls": (
        "https://huggingface.co/spaces/ada/calls", "hf.co/spaces/ada/calls"),
}
"""Further ones: of mirrors, publishers, citations, of git and of standards."""
SPELLINGS = [(key, text) for same in (SAME, MORE) for key, texts in same.items() for text in texts]


def test_spellings_of_one_thing_are_one() -> None:
    found = [(identified(whole_address(text)), text) for _, text in SPELLINGS]
    assert [(known.key if known else None, text) for known, text in found] == SPELLINGS


def test_canonical_address_is_one_of_the_thing_and_its_own() -> None:
    found = [(key, known) for key, text in SPELLINGS if (known := identified(whole_address(text)))]
    again = [identified(known.url) for _, known in found]
    assert [(known.key, known.url, known.kind) if known else None for known in again] == [
        (key, known.url, known.kind) for key, known in found]
    assert len(found) == len(SPELLINGS)


def test_there_are_two_hundred_spellings() -> None:
    assert len({text for _, text in SPELLINGS}) > 200


@each("text", [
    "https://github.com/ada/calls/blob/main/README.md", "https://github.com/ada/calls/wiki",
    "https://www.nature.com/naturejobs/x", "https://link.springer.com/book/x", "ssh://git@example.org/a/b",
    "urn:ietf:rfc:8141", "info:lccn/1", "arXiv", "doi: ", "ISBN-13", "0000-0002-1825-0098",
    "", "a.md", "paper.pdf", "../10/x.md", "posts/2026.md", "2026-05-03", "2026.05", "12.5", "#part",
    "mailto:a@b.org",     "Smith 2024: a title", "doi:10182", "doi:10.1/2",
    "arXiv:21.1", "isbn:0306406153", "ISBN 978-0-306-40615-8",
    "isbn:12", "orcid:0000-0002-1825-0098", "swh:1:rev:309cf267", "javascript:alert(1)", "data:text/html,x",
    "https://example.org/a/10.1000/182", "https://arxiv.org/list/cs/new", "https://youtu.be/", "https://[::1",
    "https://github.com/ada/../x y", "https://openreview.net/group?id=x"])
def test_what_is_none_of_them_is_left_alone(text: str) -> None:
    known = identified(whole_address(text))
    assert known is None or known.url == text


@each(("text", "kind"), [
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


@each("text", ["a.md", "wwwx/a.md", "www.md", "example.org/x", "github.com", "https://www.x.org"])
def test_what_may_be_a_file_or_is_whole_stays(text: str) -> None:
    assert whole_address(text) == text


# --- beside idutils ---

SCHEMES = {"doi": "doi", "arxiv": "arxiv", "isbn": "isbn", "orcid": "orcid", "swh": "swh"}


def by_idutils(text: str) -> dict[str, str]:
    """Return what idutils takes a text for, as the normal form of each scheme that we have, too."""
    import idutils  # which takes as long as all our modules, and each process of a run imports this file

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
            if scheme == "doi" and re.search(r"\?|/$|\.pdf$", normal):
                continue  # of an address, idutils takes the query and what ends it for a part of the DOI
            assert plain(scheme, normal) == key, (text, scheme, normal)
            compared += 1
    assert compared > 25


@given(st.from_regex(r"10\.[1-9][0-9]{3,6}/[a-z0-9][a-zA-Z0-9._()-]{0,20}[a-z0-9]", fullmatch=True).filter(
    lambda doi: not doi.casefold().startswith("10.48550/arxiv")))
def test_any_doi_is_the_one_that_idutils_reads(doi: str) -> None:
    import idutils

    known = identified(doi)
    assert known is not None
    assert known.url == f"https://doi.org/{idutils.normalize_doi(doi)}"


@given(st.integers(0, 10**12 - 1))
def test_isbn_is_known_when_its_last_digit_is_right(number: int) -> None:
    import idutils

    digits = f"978{number % 10**9:09}"
    good = [last for last in range(10) if identified(f"isbn:{digits}{last}")]
    assert good == [last for last in range(10) if idutils.is_isbn13(f"{digits}{last}")]
    assert len(good) == 1


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    known = identified(whole_address(text))
    assert known is None or known.url.startswith("http")
