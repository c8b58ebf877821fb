"""Keeps, between the builds of one test process, what each would make anew out of the same files.

A site of five pages spends two thirds of its build on compiling the theme's templates and on listing
the theme's 14,000 files and the installed packages; the tests build many hundred such sites. A template
is compiled once for each text and way to compile it; what is installed is listed once. What a test
writes is read again each time.
"""

from __future__ import annotations

import functools
import os
import sysconfig
from types import CodeType
from typing import Any

import jinja2
import mkdocs.plugins
import mkdocs.utils
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.loaders import FileSystemLoader

_INSTALLED = tuple({sysconfig.get_path(name) + os.sep for name in ("purelib", "platlib")})


class _Compiled(BytecodeCache):
    """Compiled templates in memory.

    Jinja's own caches tell templates apart by name and text alone; two environments that compile
    differently, here MkDocs' and ours, must not share what they made.
    """

    def __init__(self) -> None:
        self.codes: dict[tuple[Any, ...], CodeType] = {}

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None,
                   source: str) -> Bucket:
        bucket = Bucket(environment, "", "")
        bucket.key = (*_way_to_compile(environment), name, filename, source)  # type: ignore[assignment]
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get(bucket.key)  # type: ignore[call-overload]

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self.codes[bucket.key] = bucket.code  # type: ignore[index]


def _way_to_compile(env: jinja2.Environment) -> tuple[Any, ...]:
    """Return what decides, besides the text, which code an environment makes of a template."""
    lexer = (env.block_start_string, env.block_end_string, env.variable_start_string,
             env.variable_end_string, env.comment_start_string, env.comment_end_string,
             env.line_statement_prefix, env.line_comment_prefix, env.trim_blocks, env.lstrip_blocks,
             env.newline_sequence, env.keep_trailing_newline)
    folded = tuple(env.filters.values()), tuple(env.tests.values())  # what constants may go through
    return (type(env), *lexer, tuple(env.extensions), env.optimized, env.autoescape, env.is_async, folded)


def install() -> None:
    """Let each Jinja environment that is made from now on share templates and lists of files."""
    made = jinja2.Environment.__init__
    compiled, listed = _Compiled(), dict[str, list[str]]()

    def init(self: jinja2.Environment, *args: Any, **options: Any) -> None:
        made(self, *args, **options)
        self.bytecode_cache = self.bytecode_cache or compiled

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
    list_templates = FileSystemLoader.list_templates
    jinja2.Environment.__init__ = init  # type: ignore[method-assign]
    FileSystemLoader.list_templates = lambda self: sorted(  # type: ignore[method-assign]
        {name for folder in self.searchpath for name in files_of(str(folder), self)})
