"""Markdown of MkDocs, written from the blocks that the Markdown of a blog was read into."""

EXTENSIONS: list[str | dict[str, dict[str, object]]] = [
    "abbr",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
    {"pymdownx.arithmatex": {"generic": True, "inline_syntax": ["round"], "block_syntax": ["dollar"]}},
    {"pymdownx.highlight": {"stripnl": False}},
    "pymdownx.superfences",
    "pymdownx.tasklist",
    {"pymdownx.tilde": {"subscript": False}},
]
"""What a converted page wants in mkdocs.yml, under markdown_extensions."""
