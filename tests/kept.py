"""Keeps, between the builds of one test process, what each would make anew out of the same files.

A site of five pages spends two thirds of its build on compiling the theme's templates and on listing
the theme's 14,000 files and the installed packages; the tests build many hundred such sites. A template
is compiled once for each text and way to compile it; what is installed is listed once, and our own code is
read through once. What a test writes is read again each time.
"""

from __future__ import annotations

import functools
import os
import sysconfig
from typing import Any

import jinja2
import mkdocs.plugins
import mkdocs.utils
from jinja2.loaders import FileSystemLoader
from mkdocs.theme import Theme
from mkdocs_career_roadmap.mkdocs_host import plugin
from mkdocs_career_roadmap.mkdocs_host.remember.theme_files import Compiled, KeptThemeFiles, remember_files
from mkdocs_career_roadmap.project.on_disk import versions

_INSTALLED = tuple({sysconfig.get_path(name) + os.sep for name in ("purelib", "platlib")})


def install() -> None:
    """Let each Jinja environment that is made from now on share templates and lists of files."""
    made = jinja2.Environment.__init__
    compiled, listed = Compiled(most=10_000), dict[str, list[str]]()

    def init(self: jinja2.Environment, *args: Any, **options: Any) -> None:
        made(self, *args, **options)
        self.bytecode_cache = self.bytecode_cache or compiled

    def of_our_plugin(theme: Theme, kept: KeptThemeFiles, _folder: str | None = None) -> None:
        kept.compiled = compiled
        remember_files(theme, kept)

    def files_of(folder: str, loader: FileSystemLoader) -> list[str]:
        one = FileSystemLoader(folder, followlinks=loader.followlinks)
        if not folder.startswith(_INSTALLED):
            return list_templates(one)
        if folder not in listed:
            # MkDocs leaves out what begins with a dot: of Material's files, all but a hundred.
            listed[folder] = [name for name in list_templates(one) if name[0] != "."]
        return listed[folder]

    for module in (mkdocs.plugins, mkdocs.utils):
        module.entry_points = functools.cache(module.entry_points)  # type: ignore[attr-defined]
    plugin.remember_files = of_our_plugin
    plugin.compiled_templates = lambda: None  # type: ignore[assignment]
    versions._own_files = functools.cache(versions._own_files)
    list_templates = FileSystemLoader.list_templates
    jinja2.Environment.__init__ = init  # type: ignore[method-assign]
    FileSystemLoader.list_templates = lambda self: sorted(  # type: ignore[method-assign]
        {name for folder in self.searchpath for name in files_of(str(folder), self)})
