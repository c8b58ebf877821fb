"""Views to HTML, by Jinja templates that a site may override one by one."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple, Protocol

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ..vocabulary.labels import Words
from ..vocabulary.languages.direction import begins_from_right, is_from_right, turns
from ..vocabulary.names import slug
from ..vocabulary.settings import Settings

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
STYLESHEET = "assets/career-roadmap.css"
SCRIPT = "assets/career-roadmap.js"
PREVIEW_STYLESHEET = "assets/career-roadmap-preview.css"
_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ANY_HEADING = re.compile(r"<h([1-6])[\s>]")
_LEVEL = re.compile(r"(?<=<)(/?)h([1-6])(?=[\s>])")
_TAG = re.compile(r"<[^>]*>")
_SIGNS = tuple("+-\N{MINUS SIGN}±")
_TITLE = re.compile(r"\s*(?:<!--.*?-->\s*)*<h1\b.*?</h1>", re.DOTALL)


def stylesheets(settings: Settings, *, is_preview: bool) -> tuple[str, ...]:
    """Return the stylesheets that a site needs. The second is for what is told the author alone, unless the
    site tells it to all.
    """
    is_told = any(settings.shows(view, is_preview=is_preview) for view in ("focus", "advice"))
    return (STYLESHEET, PREVIEW_STYLESHEET) if is_preview or is_told else (STYLESHEET,)


class Render(Protocol):
    """What makes HTML of a view, as `Renderer` does."""

    def __call__(self, name: str, view: object, prefix: str = ...) -> str: ...


class Heading(NamedTuple):
    """A heading of a rendered fragment, for the page's table of contents."""

    level: int
    id: str
    title: str


class BadTemplateError(Exception):
    """A template of the site cannot be rendered."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        """From 1."""
        self.message = message


class _Loader(FileSystemLoader):
    """Finds templates; also one of the site's that was written after ours of that name was
    read, which happens while it is served.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self._place(template)
        try:
            source, name, is_same = super().get_source(environment, template)
        except UnicodeDecodeError:
            raise TemplateSyntaxError("it is not text in UTF-8", 1, template, str(path)) from None
        return source, name, lambda: is_same() and self._place(template) == path

    def _place(self, template: str) -> Path | None:
        places = (Path(folder, template) for folder in self.searchpath)
        return next((place for place in places if place.is_file()), None)


def way_to_compile(env: Environment) -> tuple[Any, ...]:
    """Return what decides, besides the text and what filters and tests make of constants, which code an
    environment makes of a template.
    """
    calls = sorted((name, passed(function)) for name, function in env.filters.items())
    return (env.block_start_string, env.block_end_string, env.variable_start_string,
            env.variable_end_string, env.comment_start_string, env.comment_end_string,
            env.line_statement_prefix, env.line_comment_prefix, env.trim_blocks, env.lstrip_blocks,
            env.newline_sequence, env.keep_trailing_newline, tuple(sorted(env.extensions)), env.optimized,
            env.autoescape, env.is_async, getattr(env, "newstyle_gettext", None), tuple(calls))


def passed(function: Any) -> str:
    """Return what a filter gets besides its value, as Jinja marks it: `context` are a page's variables."""
    return getattr(getattr(function, "jinja_pass_arg", None), "name", "")


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates in a folder for the next build. One that cannot be read is compiled anew; one
    that cannot be written changes nothing.
    """

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template: another one for each way to compile it, in which two commits of
        this package may differ that are the same version.
        """
        return super().get_bucket(environment, f"{name} {way_to_compile(environment)}", filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever half a file makes pickle raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


class DirectCalls(Context):
    """Calls macros, and asks for words, without asking each time whether they want to know who calls: Jinja
    asks for seven attributes then, which takes as long as a short macro.
    """

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Return what Jinja's own returns. A macro is told how it is escaped, and neither ends a loop."""
        kind = type(called)
        if kind is Macro:
            args = (self.eval_ctx, *args)
        elif kind is not Words:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class _Environment(Environment):
    """One whose templates have what all of them share in a plain mapping: Jinja's chain of two is asked for
    each name of a page by each template that the page imports.
    """

    context_class = DirectCalls

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


@lru_cache(maxsize=8)  # compiling the templates takes longer than rendering fifty posts
def _environment(folders: tuple[str, ...], words: Words, compiled: str | None) -> Environment:
    env = _Environment(
        loader=_Loader([*folders, str(TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # `_fresh` looks once a build whether they changed, not once for each fragment
        bytecode_cache=CompiledTemplates(compiled) if compiled else None,
    )
    env.filters |= {
        "bdi": _filter(_apart, words), "dir": _filter(_direction, words),
        "mixed": _filter(_apart, replace(words, author="")), "number": _filter(_number, words)}
    env.globals["t"] = words  # the environment's, so that macros are made once and not for each page
    return env


def _filter(function: Callable[[Words, Context, str | None], str], words: Words) -> Callable[..., str]:
    """Return a filter that makes a text one of a site with these words.

    It gets the page it is on, which it does not need: else Jinja would ask it for constants while it compiles
    a template, and what it said would stand in what is compiled, which sites with other words have, too.
    """
    return pass_context(partial(function, words))


def _apart(words: Words, _page: Context, text: str | None) -> Markup:
    """Return a text that the author wrote, in a `bdi` if it runs against the words of the site, whose marks
    and numbers stay where they belong then, or is of another language. `mixed` does so for a text in
    which words of ours stand as well: nobody knows its language.
    """
    written = escape(text or "")
    if not written or not (words.author or turns(written, words.language)):
        return written
    first = len(written) - len(written.lstrip())  # a blank before it stays between it and what goes before
    return Markup("{}<bdi{}>{}</bdi>").format(written[:first], _language(words), written[first:])


def _direction(words: Words, _page: Context, text: str | None) -> Markup:
    """Return the attributes that keep an element apart which holds such a text and nothing else of the
    author: its direction and its language, each where it is another than that of the words.
    """
    if not turns(text := text or "", words.language):
        return _language(words)
    return _language(words) + (Markup(' dir="rtl"') if begins_from_right(text) else Markup(' dir="ltr"'))


def _number(words: Words, _page: Context, text: str | None) -> str:
    """Return a number with its sign on its left in a language that runs from the right, too: a mark without a
    place of its own keeps it there, as in Unicode's own patterns of numbers for such languages.
    """
    text = text or ""
    return f"\N{LEFT-TO-RIGHT MARK}{text}" if text[:1] in _SIGNS and is_from_right(words.language) else text


def _language(words: Words) -> Markup:
    return Markup(' lang="{}"').format(words.author) if words.author else Markup()


def _fresh(folders: tuple[str, ...], words: Words, compiled: str | None) -> Environment:
    """Return the environment, which has forgotten its templates if one of them changed since it was read."""
    env = _environment(folders, words, compiled)
    if env.cache and not all(template.is_up_to_date for template in env.cache.values()):
        env.cache.clear()
    return env


@dataclass(frozen=True)
class Renderer:
    """Renders views with the words of one site, by its templates as they are at the first."""

    words: Words
    folders: tuple[str, ...] = ()
    """Folders of the site, searched before the plugin's own for `career-roadmap/<name>.html`."""
    tell: Callable[[BadTemplateError], None] | None = None
    """Takes a mistake in a template of the site; the plugin's own then stands in. None: it is raised."""
    compiled: str | None = None
    """A folder of compiled templates that only the user can write to. None: they are compiled each time."""

    def __call__(self, name: str, view: object, prefix: str = "roadmap") -> str:
        """Return the HTML of a view by the template of that name; its ids begin with `prefix`.

        Raises BadTemplateError, unless somebody is to be told.
        """
        try:
            return _by(self._environment, name, view, prefix)
        except Exception as error:
            mistake = mistake_in(error, self.folders)
            if mistake is None:
                raise
            if self.tell is None:
                raise mistake from error
            self.tell(mistake)
        return _by(self._without_folders, name, view, prefix)

    def first(self, names: Sequence[str], view: object, prefix: str = "report") -> str:
        """Return the HTML of a view by the first template of these that there is. Raises BadTemplateError."""
        try:
            return self._environment.select_template(list(names)).render(view=view, p=prefix).strip()
        except Exception as error:
            if (mistake := mistake_in(error, self.folders)) is None:
                raise
            raise mistake from error

    def template(self, name: str) -> Template | None:
        """Return a template: another object once any of them has changed. None: it is broken."""
        try:
            return self._environment.get_template(f"career-roadmap/{name}.html")
        except (TemplateError, RecursionError):
            return None

    @cached_property
    def _environment(self) -> Environment:
        return _fresh(self.folders, self.words, self.compiled)

    @cached_property
    def _without_folders(self) -> Environment:
        return _fresh((), self.words, self.compiled)


def _by(env: Environment, name: str, view: object, prefix: str) -> str:
    return env.get_template(f"career-roadmap/{name}.html").render(view=view, p=prefix).strip()


def mistake_in(error: Exception, folders: tuple[str, ...]) -> BadTemplateError | None:
    """Return the place of an error in a template of the site, and what is wrong there; None: it
    has nothing to do with those. Jinja has the lines of templates in the traceback.
    """
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((Path(error.filename or ""), error.lineno))
    own = [(path, line) for path, line in frames if any(path.is_relative_to(folder) for folder in folders)]
    if not own:
        return None
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {error.name!r}"
    elif isinstance(error, RecursionError):
        message = "it extends or includes itself, over and over"
    elif isinstance(error, TemplateError):
        message = error.message or type(error).__name__
    else:
        message = f"{type(error).__name__}: {error}"
    return BadTemplateError(*own[-1], message)


def headings(fragment: str) -> Sequence[Heading]:
    """Return the second- and third-level headings of our own HTML that have an id."""
    if "<h2" not in fragment and "<h3" not in fragment:  # as in the boxes of posts
        return []
    return [
        Heading(int(level), id, html.unescape(_TAG.sub("", title)).strip())
        for level, id, title in _HEADING.findall(fragment)
    ]


def with_blocks(page: str, place: re.Pattern[str], block: Callable[[re.Match[str]], str]) -> str:
    """Return a page with a block of ours in each place that the pattern finds in it.

    What stands in a block is below the heading before it or, without one, below a title that the theme has.
    So the highest of its headings are of the next level; its others follow as they did, down to the sixth.
    """
    before = [(-1, 1), *((match.start(), int(match[1])) for match in _ANY_HEADING.finditer(page))]

    def filled(match: re.Match[str]) -> str:
        level = before[bisect_left(before, (match.start(), 0)) - 1][1]
        html = block(match)
        down = level + 1 - min((int(found[1]) for found in _ANY_HEADING.finditer(html)), default=level + 1)
        return _LEVEL.sub(lambda tag: f"{tag[1]}h{min(int(tag[2]) + down, 6)}", html) if down else html

    return place.sub(filled, page)


def title_heading(title: str) -> str:
    """Return the heading of a page that nobody wrote."""
    return f'<h1 id="{html.escape(slug(title) or "title")}">{html.escape(title)}</h1>'


def below_title(page: str, fragment: str) -> str:
    """Return the page with `fragment` below its title; at its top if it begins with no
    heading, since the theme then prints the title above.
    """
    match = _TITLE.match(page)
    at = match.end() if match else 0
    return f"{page[:at]}\n{fragment}\n{page[at:]}" if fragment else page


def wrapped(kind: str, fragment: str, more: str = "") -> str:
    """Return our HTML for a page of that kind in the element by which styles know it, `more` among its
    attributes; nothing stays nothing.
    """
    if not fragment:
        return ""
    where = "post" if kind == "post" else "page"
    return f'<div class="career-roadmap cr-{kind} cr-on-{where}"{more}>\n{fragment}\n</div>'
