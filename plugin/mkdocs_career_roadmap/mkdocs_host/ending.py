"""The end of the process of one build: Python does not look through all objects once more.

That took a tenth of the time of a build. A plugin that leaves a file open until its last object goes needs
it, so it is left out only where all that takes part was looked through.
"""

from __future__ import annotations

import atexit
import gc
import sys
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig

from .remember.fitness import PLUGINS, class_of

_OF_MATERIAL = ("blog.plugin.BlogPlugin", "meta.plugin.MetaPlugin", "offline.plugin.OfflinePlugin",
                "tags.plugin.TagsPlugin")
_QUIET = PLUGINS | {f"material.plugins.{name}" for name in _OF_MATERIAL}
"""The plugins that close each file they open, by their classes."""


def leaves_nothing_open(config: MkDocsConfig) -> bool:
    """True for a site in which no hook and no plugin takes part that was not looked through."""
    return not config.hooks and all(class_of(plugin) in _QUIET for plugin in config.plugins.values())


def is_own_process() -> bool:
    """True for the command of MkDocs, which ends when it has built; others who build may live on."""
    program = PurePath(sys.argv[0])
    return program.stem == "mkdocs" or program.parts[-2:] == ("mkdocs", "__main__.py")


def end_fast() -> None:
    """Let the process end without a look for garbage. What runs at its end, and what is no garbage, goes as
    ever.
    """
    atexit.register(gc.freeze)
