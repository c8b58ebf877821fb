"""The front matter of a page, as templates of other pages see it: it is noted what of it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

OF_OTHERS = "meta of others"
"""What is noted begins so; it is no name of a variable."""
CHANGING = frozenset({"update", "setdefault", "pop", "popitem", "clear"})
ANY, ALL = f"{OF_OTHERS}, if any", f"{OF_OTHERS}, all"


def of_key(key: str) -> str:
    return f"{OF_OTHERS}: {key}"


class NotedMeta(dict[Any, Any]):
    """A copy of front matter. Whatever is asked of it is noted, by key if it has one."""

    def __init__(self, original: dict[Any, Any], note: Callable[[str], None]) -> None:
        super().__init__(original)
        self.original = original
        self._note = note

    def _key(self, key: Any) -> None:
        self._note(of_key(key) if isinstance(key, str) else ALL)

    def __getitem__(self, key: Any) -> Any:
        self._key(key)
        return super().__getitem__(key)

    def get(self, key: Any, default: Any = None) -> Any:
        self._key(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._key(key)
        return super().__contains__(key)

    def __bool__(self) -> bool:
        self._note(ANY)
        return len(self.original) > 0


def _noting(name: str) -> Any:
    def noting(self: NotedMeta, *args: Any) -> Any:
        self._note(ALL)
        return getattr(self.original, name)(*args)

    return noting


for _name in vars(dict):
    if _name not in ("__new__", "__init__", "__getattribute__", "__class_getitem__", "__doc__",
                     "__init_subclass__", "__subclasshook__", *vars(NotedMeta)):
        setattr(NotedMeta, _name, _noting(_name))
