"""The kinds of files that lists are read from, each by its reader."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

READER = 2
"""Raised when a reader makes something else of the same file; the file is then read anew."""
_READERS = {
    "csl": "csl", "ofac": "ofac", "opensanctions": "opensanctions", "eu": "eu", "un": "un",
    "meti": "meti", "regime": "regime", "csv": "mapped",
}  # fmt: skip
KINDS = tuple(_READERS)
"""US Consolidated Screening List · OFAC · OpenSanctions · EU · UN · Japan METI · a regime's own ·
any table by a mapping."""
SET = {"ofac": ("SDN.CSV", "ALT.CSV", "ADD.CSV")}
"""The files of a kind that belong together, as `Version.tables` calls them."""


class Reader(Protocol):
    """A module that reads files of one kind."""

    def entities(
        self, files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
    ) -> Iterator[Entity]:
        """The entries of the files together; InputError field "list" where one is no such file."""


def reader(kind: str) -> Reader:
    """The reader of a kind; InputError field "as" for an unknown one."""
    if kind not in _READERS:
        raise InputError("as", kind, ", ".join(KINDS))
    module = f"monazite.watch.screening.lists.reading.{_READERS[kind]}"
    return cast("Reader", importlib.import_module(module))
