"""What a preview has drawn before: a view that is as it was is not made HTML again."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from .render import BadTemplateError, Render, Renderer


class KeptText(Protocol):
    """A text, wherever it lies."""

    @property
    def text(self) -> str: ...


class TextInMemory(NamedTuple):
    """A text that lies in memory."""

    text: str


class Drawing(NamedTuple):
    """A view, and the HTML that a template made of it."""

    template: object
    view: object
    html: KeptText


@dataclass
class KeptDrawings:
    """The HTML of the views of each page, as it was last drawn. At first it is empty."""

    keep: Callable[[str], KeptText] = TextInMemory
    """Returns what has a text from here on."""
    is_odd: bool = False
    """True: a template was wrong in this build, so that nothing more is kept in it."""
    _drawings: dict[tuple[str, str, str], Drawing] = field(default_factory=dict)

    def telling(self, tell: Callable[[BadTemplateError], None]) -> Callable[[BadTemplateError], None]:
        """Return what takes the mistakes in templates of one build, which begins with this."""
        self.is_odd = False

        def odd(mistake: BadTemplateError) -> None:
            self.is_odd = True
            tell(mistake)

        return odd

    def drawing(self, path: str, render: Renderer) -> Render:
        """Return what makes HTML of the views of one page, and only of views that are not as they were."""

        def drawn(name: str, view: object, prefix: str = "roadmap") -> str:
            template = render.template(name)
            known = self._drawings.get((path, name, prefix))
            if (known is not None and template is not None and known.template is template
                    and known.view == view):
                return known.html.text
            html = render(name, view, prefix)
            if not self.is_odd:
                self._drawings[path, name, prefix] = Drawing(template, view, self.keep(html))
            return html

        return drawn

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget all pages that are not among these source paths."""
        for place in [place for place in self._drawings if place[0] not in paths]:
            del self._drawings[place]
