"""What LaTeX prints, as plain text: titles and names of a bibliography are written in it."""

from __future__ import annotations

import re

from pybtex.backends.plaintext import Backend
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

_IS_LATEX = re.compile(r"[\\{}~$%]|--|``|''")
_HREF = re.compile(r"\\href\s*\{[^{}]*\}")
_STYLE = re.compile(
    r"\\(?:emph|text(?:it|bf|sc|tt|rm|sf|sl|up|md|normal|superscript|subscript)?|math\w{2,10}|url|path|mbox"
    r"|enquote|uppercase|lowercase|ensuremath|underline"
    r"|(?:bf|it|sc|tt|em|rm|sf)(?:series|shape|family)?)(?![a-zA-Z])\s*")
_LOGO = re.compile(r"\\((?:La|Xe|Bib|pdf|Lua)*(?:TeX|LaTeX))(?![a-zA-Z])\s*(?:\{\})?")
_COMMAND = re.compile(r"\\(?:[a-zA-Z]+\s*|.)")


_SIGNS = "{}$&#_%\\~^"
_ESCAPE = re.compile(
    r"\\\\|\\([{}$&#_%])"
    r"|\\text(backslash|asciitilde|asciicircum|braceleft|braceright)(?![a-zA-Z])(?:\{\}|[ \t]*)")
"""A sign that LaTeX would obey, as it is written to be printed; or two backslashes, which end a line."""
_NAMED = {"backslash": "\\", "asciitilde": "~", "asciicircum": "^", "braceleft": "{", "braceright": "}"}
_PRINTED = {sign: chr(0xfdd0 + at) for at, sign in enumerate(_SIGNS)}
"""What stands for such a sign while all else is made text: no text has these characters."""


def _hidden_sign(found: re.Match[str]) -> str:
    sign = found[1] or _NAMED.get(found[2] or "")
    return _PRINTED[sign] if sign else found[0]


def plain(latex: str) -> str:
    """Return the text that LaTeX prints, in one line. Mathematics stays as it is written, between dollars;
    of a command that is not known its argument is left.
    """
    if not _IS_LATEX.search(latex):
        return " ".join(latex.split())
    text = _ESCAPE.sub(_hidden_sign, latex)
    # BibTeX knows no comments: a percent sign that nobody escaped is a slip, and is meant.
    text = _STYLE.sub("", _HREF.sub("", _LOGO.sub(r"\1 ", text.replace("%", _PRINTED["%"]))))
    try:
        # `render_as("text")` would go through all packages that are installed, each time.
        text = str(Text.from_latex(text).render(Backend("utf-8")))
    except PybtexError:  # braces that do not pair
        text = re.sub("[{}]", "", text)
    text = _COMMAND.sub("", text).translate({ord(hidden): sign for sign, hidden in _PRINTED.items()})
    return " ".join(text.split())


def verbatim(latex: str) -> str:
    """Return an address, a DOI or another name of machines, in which LaTeX has escapes at most."""
    text = re.sub(r"^\s*\\(?:url|path)\s*\{(.*)\}\s*$", r"\1", latex, flags=re.DOTALL)
    return re.sub(r"\\([_%&#$~{}])", r"\1", text).strip().strip("<>{}").strip()
