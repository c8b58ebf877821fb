"""Tags of python-liquid for blocks of code, as Jekyll's `highlight` is one: what stands in it is code."""

from __future__ import annotations

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
        """A block whose text, after its Liquid, is code."""

        __slots__ = ("block", "language", "options")

        def __init__(self, at: Any, language: str, options: str, block: Any) -> None:
            super().__init__(at)
            self.language, self.options, self.block = language, options, block
            setattr(self, "blank", False)  # noqa: B010 - a slot of the class above, which mypy cannot see

        def render_to_output(self, context: Any, buffer: Any) -> int:
            inner = context.get_buffer(buffer)
            self.block.render(context, inner)
            buffer.write(figure_of(code_of(
                self.language, self.options, [OutputPiece(inner.getvalue(), 1)], 1)))
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
                said = (DIAGRAMS[called], "") if called in DIAGRAMS else options_of(markup)
                if said is None:
                    raise NotKnownError(f"the tag {called} {markup.strip()} is not read")
                ends = frozenset((self.end, token.TOKEN_EOF))
                block = parser.get_parser(self.env).parse_block(stream, ends)
                stream.expect(token.TOKEN_TAG, value=self.end)
                return CodeNode(at, *said, block)

        return CodeTag

    return [*map(code, ("highlight", *DIAGRAMS))]
