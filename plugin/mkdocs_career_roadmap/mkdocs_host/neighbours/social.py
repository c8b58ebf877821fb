"""Material's plugin social, which makes a picture of each page for where somebody shares it."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ...vocabulary.problems import Place, Problem, problem
from .material import material_plugin


def drop_bad_social(page: Page, config: MkDocsConfig) -> list[Problem]:
    """Take off a page what it would end in a traceback at, if the site has it.

    Elsewhere the key may mean anything.
    """
    if material_plugin(config, "social") is None or isinstance(page.meta.get("social", {}), dict):
        return []
    value = page.meta.pop("social")
    return [] if value is None else [problem(
        "bad-host-value", Place(page.file.src_uri),
        f"social is {str(value)[:40]!r}; write a mapping, such as {{cards: false}}")]
