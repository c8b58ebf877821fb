"""The words of Material's templates and the field of its search, made once for all pages.

Each page asks for a word some twenty times, and makes all that words come from anew for each of its parts.
What these templates read is known to the last name for the versions of them below; another is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateError, pass_eval_context

from .material_menu import is_known

_WORDS = "partials/language.html"
_SEARCH = "partials/search.html"
_KNOWN = {
    _WORDS: {"3a44516f305006ac794f51a45ad7b532cf270916d8e92e8c42784e58b2eff0a3"},
    _SEARCH: {"bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30"},
}
"""The texts of these templates, by their SHA-256."""
_ICONS = tuple(f".icons/material/{name}.svg" for name in ("magnify", "arrow-left", "share-variant", "close"))
_CHOSEN = frozenset({"search", "previous", "share", "close"})
"""The icons of the field, where a site chooses them."""

Draw = Callable[[Any], Iterator[str]]


def make_words_once(env: Environment, known: Mapping[str, set[str]] = _KNOWN) -> None:
    """Let the words of a language and the field of the search be made once, where both are known."""
    if not is_known(env, known):
        return
    try:
        words, search = env.get_template(_WORDS), env.get_template(_SEARCH)
        if env.loader is None or any("{" in env.loader.get_source(env, icon)[0] for icon in _ICONS):
            return  # a site's own, which may read the page
    except (TemplateError, OSError, UnicodeDecodeError):
        return
    once = _Once(words.make_module, search.root_render_func)
    words.make_module = once.make_module  # type: ignore[method-assign]
    search.root_render_func = once.draw


class _Once:
    """The words and the field of one build."""

    def __init__(self, make: Callable[..., Any], draw: Draw) -> None:
        self._make, self._draw = make, draw
        self._modules: dict[str, Any] = {}
        """By language."""
        self._drawn: dict[Hashable, str] = {}

    def make_module(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Any:
        """Return what has the words of the language of a page, as `Template.make_module` does."""
        config = (vars or {}).get("config")
        if config is None or "config" in (locals or {}):
            return self._make(vars, shared, locals)
        language = config.theme.get("language")
        if language not in self._modules:
            made = self._modules[language] = self._make(vars, shared, locals)
            made.t = _each_once(made.t)
        return self._modules[language]

    def draw(self, context: Any) -> Iterator[str]:
        """Yield the field of the search, drawn once for all pages that have the same one."""
        theme, words = context["config"].theme, context.get("lang")
        language, icons, features = theme.get("language"), theme.get("icon"), context.get("features")
        if words is None or words is not self._modules.get(language) or not _are_usual(icons):
            yield from self._draw(context)
            return
        shown = language, context.eval_ctx.autoescape, repr((icons, features))
        if shown not in self._drawn:
            self._drawn[shown] = "".join(self._draw(context))
        yield self._drawn[shown]


def _are_usual(icons: Any) -> bool:
    """True if a site chooses no icons of its own for this field."""
    return not icons or (isinstance(icons, Mapping) and _CHOSEN.isdisjoint(icons))


def _each_once(word: Callable[..., Any]) -> Callable[..., Any]:
    """Return what looks each word up once."""
    found: dict[tuple[bool, str], Any] = {}

    @pass_eval_context
    def t(context: Any, key: str) -> Any:
        if (context.autoescape, key) not in found:
            found[context.autoescape, key] = word(context, key)
        return found[context.autoescape, key]

    return t
