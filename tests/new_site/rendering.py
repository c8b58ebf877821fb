"""What a text that an import wrote becomes in the site."""

from __future__ import annotations

import markdown
from mkdocs_career_roadmap.new_site.lines import Carried
from mkdocs_career_roadmap.new_site.markdown import EXTENSIONS


def text_of(result: Carried) -> str:
    return "\n".join(line.text for line in result.lines)


def rendered(text: str) -> str:
    """Return the HTML that Python-Markdown makes of a converted text."""
    names, options = [], {}
    for entry in EXTENSIONS:
        name, given = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        options[name] = given
    return markdown.markdown(text, extensions=names, extension_configs=options)
