"""What the path of a source says of it."""

from __future__ import annotations

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""Endings of pages, as MkDocs has them."""
QUARTO = ".qmd"
"""The ending of Quarto's own pages, which are read in a folder that is no site of MkDocs."""
DRAFT_DOCS, EXCLUDED = "draft_docs", "exclude_docs"
"""The keys of a configuration by whose patterns files are not in the built site."""


def is_page(path: str) -> bool:
    """True for the path of a Markdown page, as MkDocs has it: in small letters only."""
    return path.endswith(MARKDOWN)
