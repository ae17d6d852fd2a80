"""Where a manifest comes from: a file as it was uploaded, or a message."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
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
        from monazite.licensing.sheets import plain  # noqa: PLC0415 - heavy

        said = gathering.gathered(sheet.sheet(plain.rows(data)))
    elif kind == ".json":
        said = messages.from_json(data)
    else:
        accepted = "a file whose name ends in .csv, .xlsx or .json"
        raise InputError("manifest", name[-60:], accepted, "manifest_kind")
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
        raise InputError(
            "reference", ascii(reference)[:80], accepted, "manifest_reference", most=REFERENCE_MAX
        )
    if not said:
        raise InputError("manifest", "nothing", "at least one declaration", "manifest_empty")
    return Source(reference, tuple(said), sha256)
