"""What of a machine decides what a build makes: the versions of all that is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from .freeze import UnfitError, stamp

_OURS = "mkdocs-career-roadmap"
_READERS = ("PyYAML", "python-frontmatter")
"""The packages of others that take part when a page is read."""
_FROM = "direct_url.json"
"""The file that says of a package that it came from no registry, and which commit it is."""


def made_by() -> str:
    """Return what stands for Python and all packages that are installed.

    Raises UnfitError if one is read from a folder in which somebody works, which changes when its version
    does not. Of this package the files count then.
    """
    return _made_by(distributions())


def read_by() -> str:
    """Return what stands for Python and what reads pages. Raises UnfitError as `made_by` does, and where one
    of them is not installed.
    """
    try:
        return _made_by(map(distribution, (_OURS, *_READERS)))
    except PackageNotFoundError as error:
        raise UnfitError(f"{error} is not installed") from None


def _made_by(packages: Iterable[Distribution]) -> str:
    return stamp((sys.version, sys.platform, sorted(set(_packages(packages)))))


def _packages(packages: Iterable[Distribution]) -> Iterator[tuple[str, str]]:
    for package in packages:
        name, came_from = _name(package), package.read_text(_FROM) or ""
        is_ours = name.replace("_", "-").startswith(_OURS)
        if '"editable"' not in came_from:
            yield name, came_from
        elif is_ours:
            yield name, _own_files()
        else:
            raise UnfitError(f"{name} is installed from a folder that may change")


def _name(package: Distribution) -> str:
    """Return the name and the version of a package, as its folder is called; to read them takes long."""
    folder = getattr(package, "_path", None)
    return folder.name if isinstance(folder, Path) else f"{package.metadata['Name']}-{package.version}"


def _own_files() -> str:
    """Return what stands for all our files of code and templates."""
    root, all_of_it = Path(__file__).parents[2], blake2b(digest_size=20)
    for file in sorted(root.rglob("*")):
        if file.suffix in (".py", ".html", ".css", ".js"):
            text = file.read_bytes()
            all_of_it.update(f"{file.relative_to(root).as_posix()} {len(text)}\n".encode())
            all_of_it.update(text)
    return all_of_it.hexdigest()
