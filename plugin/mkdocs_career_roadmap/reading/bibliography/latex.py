"""What LaTeX prints, as plain text: titles and names of a bibliography are written in it."""

from __future__ import annotations

import re

from pybtex.backends.plaintext import Backend
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

_IS_LATEX = re.compile(r"[\\{}~$%]|--|``|''")
_COMMENT = re.compile(r"(?<!\\)%")
_HREF = re.compile(r"\\href\s*\{[^{}]*\}")
_STYLE = re.compile(
    r"\\(?:emph|text\w{2,10}|math\w{2,10}|url|path|mbox|enquote|uppercase|lowercase|ensuremath|underline"
    r"|(?:bf|it|sc|tt|em|rm|sf)(?:series|shape|family)?)(?![a-zA-Z])\s*")
_LOGO = re.compile(r"\\((?:La|Xe|Bib|pdf|Lua)*(?:TeX|LaTeX))(?![a-zA-Z])\s*(?:\{\})?")
_COMMAND = re.compile(r"\\(?:[a-zA-Z]+\s*|.)")


def plain(latex: str) -> str:
    """Return the text that LaTeX prints, in one line. Mathematics stays as it is written, between dollars;
    of a command that is not known its argument is left.
    """
    if not _IS_LATEX.search(latex):
        return " ".join(latex.split())
    # BibTeX knows no comments: a percent sign that nobody escaped is a slip, and is meant.
    text = _STYLE.sub("", _HREF.sub("", _LOGO.sub(r"\1 ", _COMMENT.sub(r"\\%", latex))))
    try:
        # `render_as("text")` would go through all packages that are installed, each time.
        text = str(Text.from_latex(text).render(Backend("utf-8")))
    except PybtexError:  # braces that do not pair
        text = re.sub("[{}]", "", text)
    return " ".join(_COMMAND.sub("", text).split())


def verbatim(latex: str) -> str:
    """Return an address, a DOI or another name of machines, in which LaTeX has escapes at most."""
    text = re.sub(r"^\s*\\(?:url|path)\s*\{(.*)\}\s*$", r"\1", latex, flags=re.DOTALL)
    return re.sub(r"\\([_%&#$~{}])", r"\1", text).strip().strip("<>{}").strip()
