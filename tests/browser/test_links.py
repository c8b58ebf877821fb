"""What a browser makes of the addresses that our fields take."""

from __future__ import annotations

from depth import tries
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from reading.test_links import BAD, BASE, FIELDS, GOOD, addresses, taken

from browser.conftest import Visitor

_RESOLVED = """
    ([base, texts]) => texts.map((text) => {
        const url = URL.canParse(text, base) ? new URL(text, base) : null;
        return url && [url.protocol, url.host];
    })
"""


@tries(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(addresses, min_size=20, max_size=100))
def test_browser_goes_where_the_address_says_and_nowhere_else(visitor: Visitor, texts: list[str]) -> None:
    page = visitor.of_test()
    urls = [url for text in [*texts, *BAD, *GOOD] for of in FIELDS if (url := taken(of, text)) is not None]
    for url, found in zip(urls, page.evaluate(_RESOLVED, [BASE, urls]), strict=True):
        if found is not None:
            protocol, host = found
            assert protocol in ("http:", "https:", "mailto:"), url
            assert host == "ada.example" or url.lower().startswith(("http", "mailto:")), url
