"""Tags of python-liquid for blocks whose text is no Markdown: code, as Jekyll's `highlight`, and BibTeX."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from .code_blocks import code_of, figure_of, options_of
from .expressions import NotKnownError
from .known_tags import DIAGRAMS
from .writing import OutputPiece


def code_tags() -> list[Any]:
    """Return the classes of the tags. Raises ImportError where python-liquid is not installed."""
    ast, tag, token, parser = (import_module(f"liquid.{name}") for name in ("ast", "tag", "token", "parser"))

    class CodeNode(ast.Node):  # type: ignore[name-defined,misc]
        """A block, and what makes HTML of its text."""

        __slots__ = ("block", "made")

        def __init__(self, at: Any, made: Callable[[Any, str], str], block: Any) -> None:
            super().__init__(at)
            self.made, self.block = made, block
            setattr(self, "blank", False)  # noqa: B010 - a slot of the class above, which mypy cannot see

        def render_to_output(self, context: Any, buffer: Any) -> int:
            inner = context.get_buffer(buffer)
            self.block.render(context, inner)
            buffer.write(self.made(context, inner.getvalue()))
            return 1

    def code(called: str) -> Any:
        class CodeTag(tag.Tag):  # type: ignore[name-defined,misc]
            name, block, end = called, True, f"end{called}"

            def parse(self, stream: Any) -> Any:
                at, markup = stream.current, ""
                if stream.peek.kind == token.TOKEN_EXPRESSION:
                    stream.next()
                    markup = str(stream.current.value)
                stream.next()
                made = _works(markup) if called == "bibtex" else _figure(called, markup)
                ends = frozenset((self.end, token.TOKEN_EOF))
                block = parser.get_parser(self.env).parse_block(stream, ends)
                stream.expect(token.TOKEN_TAG, value=self.end)
                return CodeNode(at, made, block)

        return CodeTag

    return [*map(code, ("highlight", "bibtex", *DIAGRAMS))]


def _figure(called: str, markup: str) -> Callable[[Any, str], str]:
    """Return what makes code of a text. Raises NotKnownError for a markup that Jekyll does not read."""
    said = (DIAGRAMS[called], "") if called in DIAGRAMS else options_of(markup)
    if said is None:
        raise NotKnownError(f"the tag {called} {markup.strip()} is not read")
    return lambda _, text: figure_of(code_of(*said, [OutputPiece(text, 1)], 1))


def _works(markup: str) -> Callable[[Any, str], str]:
    """Return what makes references of a text of BibTeX."""
    def made(context: Any, text: str) -> str:
        shown = context.tag_namespace["scope"].cite("bibtex", f"{markup.strip()}\n{text}", context.resolve)
        if shown is None:
            raise NotKnownError("the tag bibtex is not known")
        return str(shown)

    return made
