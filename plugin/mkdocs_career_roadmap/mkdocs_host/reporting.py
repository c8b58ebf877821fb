"""What a build tells its author: problems as they are found, those of its end, and how long it took."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..pages.render import BadTemplateError
from ..project.progress import PATIENCE
from ..reading.foreign import is_softened
from ..vocabulary.codes import Severity
from ..vocabulary.phrases import some
from ..vocabulary.problems import Place, Problem, not_in_site, problem, settle
from .assets import from_here

log = get_plugin_logger("career-roadmap")


def complain(message: str, *, may_raise: bool) -> None:
    """Tell what is wrong with mkdocs.yml: it ends a build, and is printed where a server runs."""
    if may_raise:
        raise PluginError(f"career-roadmap: {message}")
    log.error(message)


class Reporter:
    """Prints the problems of one build, each once, and knows how many were errors."""

    def __init__(
        self, severities: Mapping[str, Severity], docs: str | Callable[[str], str],
        before: Reporter | None = None,
    ) -> None:
        """`docs` is the docs folder, or returns how a path in it is written. `before` is that of the language
        before, whose errors fail the build, too.
        """
        self._severities = severities
        self._docs = docs
        self._late: set[Problem] = set()
        self._bad_templates: dict[Place, Problem] = {}
        self.reported: list[Problem] = []
        """What was printed while the files were read, with paths below the docs folder."""
        self.errors: int = before.errors if before else 0

    def report(self, problems: Iterable[Problem]) -> None:
        """Print problems of pages, by place. The paths are below the docs folder."""
        self.reported += self._print(problems, self._docs)

    def report_files(self, problems: Iterable[Problem]) -> None:
        """Print problems of files of the built site, by place. The paths are as one would write them here."""
        self._print(problems, "")

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep problems of pages for the end, as more of them may be found again and again."""
        self._late.update(problems)

    def note_dead_link(self, path: str) -> None:
        self._late.add(not_in_site(path))

    def note_bad_template(self, mistake: BadTemplateError) -> None:
        """Keep a problem for the end: the first at its place, as a template serves many pages."""
        place = Place(from_here(str(mistake.path)), mistake.line)
        self._bad_templates.setdefault(place, problem("bad-template", place, mistake.message))

    def report_noted(self, on_disk: Callable[[Problem], Problem]) -> None:
        """Print what was kept; `on_disk` returns a problem with the paths of the files themselves."""
        self._print(map(on_disk, self._late), self._docs)
        self._print(self._bad_templates.values(), "")

    def raise_errors(self) -> None:
        """Fail the build if there were errors."""
        if self.errors:
            raise PluginError(f"career-roadmap: {some(self.errors, 'error')} in the roadmap, told above")

    def _print(self, problems: Iterable[Problem], folder: str | Callable[[str], str]) -> list[Problem]:
        settled = settle(problems, self._severities)
        say = {Severity.ERROR: log.error, Severity.WARNING: log.warning, Severity.HINT: log.info}
        elsewhere = {p for p in settled if is_softened(p) and p.code not in self._severities}
        for each in settled:
            if each not in elsewhere:
                say[each.severity](str(each.within(folder)))
        if pages := len({p.place.path for p in elsewhere}):
            log.info(f"{some(pages, 'page')} outside of the roadmap with something odd, such as front matter "
                     "that nobody can read: `career-roadmap check` lists them")
        self.errors += sum(each.severity is Severity.ERROR for each in settled)
        return settled


def report_time(seconds: float, read: int, made: int) -> None:
    """Say what took so long, if it did: an ordinary build has nothing to say."""
    if seconds > PATIENCE:
        log.info(f"read {some(read, 'page')}, made {some(made, 'page')} in {seconds:.1f} s")
