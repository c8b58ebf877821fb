"""A table of cases that is one test: to find, begin and end a test takes longer than most cases do.

`@each("text, number", [("one", 1), ("two", 2)])` stands where `@pytest.mark.parametrize` would, above a test
that has no other arguments. All cases are tried, and each that fails is told with what it is of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

_MOST = 200
"""Letters of a case that are told."""
_Ids = Iterable[str] | Callable[[Any], Any] | None


def each(
    names: str | tuple[str, ...], cases: Iterable[Any], ids: _Ids = None
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Return what makes one test of all cases. `ids` name them; without, each is told as it is.

    Raises ValueError for a table without cases, with which a test could not fail.
    """
    of = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    table = [(case,) if len(of) == 1 else tuple(case) for case in cases]
    if not table:
        raise ValueError(f"no case of {names}")
    told = [_name(case, ids) for case in table] if callable(ids) else table if ids is None else list(ids)

    def with_all(test: Callable[..., None]) -> Callable[[], None]:
        def tried() -> None:
            failed = [error for case, name in zip(table, told, strict=True)
                      if (error := _failure(test, dict(zip(of, case, strict=True)), str(name)))]
            if len(failed) == 1:
                raise failed[0]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(table)} cases", failed)

        tried.__name__, tried.__qualname__ = test.__name__, test.__qualname__
        tried.__module__, tried.__doc__ = test.__module__, test.__doc__
        return tried

    return with_all


def _name(case: tuple[Any, ...], of: Callable[[Any], Any]) -> str:
    return "-".join(str(of(value)) for value in case)


def _failure(test: Callable[..., None], case: dict[str, Any], name: str) -> BaseException | None:
    """Return how a test of one case failed; None: it did not."""
    try:
        test(**case)
    except (Exception, pytest.fail.Exception) as error:
        error.add_note(f"case: {name[:_MOST]}")
        return error
    return None
