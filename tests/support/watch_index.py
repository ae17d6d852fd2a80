"""Names split at spaces, for tests of the index that need no more of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.index.forms import Forms, forms_of
from monazite.watch.screening.index.index import Index, build
from monazite.watch.screening.names.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAMES = (
    "alco trading", "wang wubin", "muhammad al hariri", "orient deep ocean mining", "john smith",
    "joan smith", "golden orient trading", "petro chem industries", "ivan petrovich sidorov",
    "northern rare earth group", "baikal", "tempbank", "davar shipping co", "li", "",
)  # fmt: skip


def plain(text: str) -> tuple[View, ...]:
    """A name as one view of its words."""
    words = tuple(text.split())
    return (View("latin", words),) if words else ()


def index_of(names: Sequence[str]) -> Index:
    """An index of names, each of a party of its own."""
    return build(map(plain, names), range(len(names)))


def asked_of(names: Iterable[str]) -> Forms:
    """Asked names."""
    return forms_of(map(plain, names))


def found(index: Index, text: str, top: int = 10) -> list[int]:
    """The numbers of names that may be meant, the best first."""
    return [int(name) for name in index.search(asked_of([text]), top).name]
