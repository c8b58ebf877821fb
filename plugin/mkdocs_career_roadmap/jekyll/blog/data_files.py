"""The files of a blog's folder `_data` as values (rules: jekyll/readers/data_reader.rb)."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from typing import Any

from mkdocs_career_roadmap.reading.yaml_nodes import Region, compose
from mkdocs_career_roadmap.vocabulary.problems import Place

from .yaml_values import YamlError, value_of

_NO_KEY = re.compile(r"[^\w\s-]+")


def add_data(data: dict[str, Any], path: str, text: str) -> None:
    """Add a file's values under the names of its folders and its own; a file of another kind adds nothing.

    Raises YamlError for what cannot be read.
    """
    stem, ending = posixpath.splitext(path)
    if ending.lower() not in (".yml", ".yaml", ".json", ".csv", ".tsv"):
        return
    *folders, name = stem.split("/")
    at = data
    for folder in folders:
        inner = at.setdefault(_key(folder), {})
        if not isinstance(inner, dict):
            return  # a file and a folder of one name: Jekyll takes one of them
        at = inner
    at[_key(name)] = _values(path, text, ending.lower())


def _key(name: str) -> str:
    return re.sub(r"\s+", "_", _NO_KEY.sub("", name)) if re.search(r"[^\w-]", name) else name


def _values(path: str, text: str, ending: str) -> Any:
    if ending in (".csv", ".tsv"):
        rows = csv.DictReader(io.StringIO(text), delimiter="," if ending == ".csv" else "\t")
        return [{str(key): value for key, value in row.items() if key is not None} for row in rows]
    if ending == ".json":
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise YamlError(Place(path, getattr(error, "lineno", 1)), "it is not valid JSON") from None
    root, wrong = compose(Region(path, text.replace("\r\n", "\n"), 1))
    if wrong is not None:
        raise YamlError(wrong.place, wrong.message)
    return value_of(root) if root is not None else None
