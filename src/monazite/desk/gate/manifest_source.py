"""Where a manifest comes from: a file as it was uploaded, or a message."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.manifest.said import Said

REFERENCE_MAX = 64


@dataclass(frozen=True, slots=True)
class Source:
    """A manifest that was read: the sender's own reference, its declarations, its fingerprint."""

    reference: str
    said: tuple[Said, ...]
    sha256: str


def from_file(reference: str, name: str, data: bytes) -> Source:
    """Of a .csv, .xlsx or .json file; InputError where it cannot be read."""
    from monazite.customs.manifest import gathering, messages, sheet  # noqa: PLC0415

    kind = PurePath(name).suffix.casefold()
    if kind == ".csv":
        said = gathering.gathered(sheet.from_csv(data))
    elif kind == ".xlsx":
        said = gathering.gathered(sheet.sheet(_workbook(data)))
    elif kind == ".json":
        said = messages.from_json(data)
    else:
        raise InputError("manifest", name[-60:], "a file whose name ends in .csv, .xlsx or .json")
    return _source(reference, said, hashlib.sha256(data).hexdigest())


def from_message(reference: str, declarations: Sequence[dict[str, Any]]) -> Source:
    """Of declarations as the API takes each of them; InputError where there are too many."""
    from monazite.customs.manifest import messages  # noqa: PLC0415

    text = json.dumps(declarations, sort_keys=True, separators=(",", ":"), default=str)
    said = messages.said_of(list(declarations))
    return _source(reference, said, hashlib.sha256(text.encode(errors="replace")).hexdigest())


def _source(reference: str, said: Sequence[Said], sha256: str) -> Source:
    if not 0 < len(reference) <= REFERENCE_MAX or not reference.isprintable():
        accepted = f"1 to {REFERENCE_MAX} printable characters"
        raise InputError("reference", ascii(reference)[:80], accepted)
    if not said:
        raise InputError("manifest", "nothing", "at least one declaration")
    return Source(reference, tuple(said), sha256)


def _workbook(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The first sheet of a workbook that passed every guard, by rows; 2,000 rows at most."""
    from monazite.licensing.sheets.book import opened  # noqa: PLC0415 - heavy
    from monazite.licensing.sheets.grid import Faults, grid  # noqa: PLC0415

    faults = Faults()
    read = grid(opened(data).worksheets[0], faults)
    faults.settle()
    for number, cells in sorted(read.rows.items()):
        yield number, tuple(cells.get(column, "").strip() for column in range(1, max(cells) + 1))
