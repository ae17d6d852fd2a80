"""Keys of rows as numbers: who told what of whom and when, packed into 62 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.errors import InputError
from monazite.trade.flows.slices import WITH_PARTNER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import numpy.typing as npt

    from monazite.trade.reading.vocabulary import Numbers, Vocabularies

    Keys = npt.NDArray[np.uint64]

_BITS = {
    "period": 12, "reporter": 10, "direction": 6, "nomenclature": 6, "code": 18, "partner": 10,
}  # fmt: skip
"""The highest first; the partner is last, so that what stands above it is the slice."""


def keys(numbers: Mapping[str, Numbers]) -> Keys:
    """The keys of rows by the numbers of their words."""
    first, *others = _BITS
    packed = numbers[first].astype(np.uint64)
    for name in others:
        packed = packed << np.uint64(_BITS[name]) | numbers[name].astype(np.uint64)
    return packed


def unpacked(packed: Keys) -> dict[str, Numbers]:
    """The numbers of the words of keys."""
    found = {}
    for name, bits in reversed(_BITS.items()):
        found[name] = (packed & np.uint64((1 << bits) - 1)).astype(np.int32)
        packed = packed >> np.uint64(bits)
    return found


def check_sizes(words: Vocabularies) -> None:
    """Refuse a load with more distinct words than a key can hold: InputError on "path"."""
    held = {"period": words.periods, "reporter": words.places, "direction": words.small,
            "nomenclature": words.nomenclatures, "code": words.codes}  # fmt: skip
    for name, vocabulary in held.items():
        if len(vocabulary.words) > 1 << _BITS[name]:
            accepted = f"at most {1 << _BITS[name]:,} different words for {name} in one load"
            raise InputError("path", f"{len(vocabulary.words):,}", f"{accepted}; load fewer files")


def slices(
    packed: Keys, source: str, words: Vocabularies, *, reconciled: bool, by_partner: bool
) -> pa.Table:
    """What the rows of these keys say something of, as rows of `WITH_PARTNER`.

    With `by_partner`, each partner by itself. Else partners are left empty; and a reconciled table
    of one nomenclature a period says it as a whole: its reporters, directions and codes are left
    empty too.
    """
    if by_partner:
        return _table(unpacked(np.unique(packed)), source, words)
    if reconciled:
        found = unpacked(np.unique(packed & _EDITION))
        if len(np.unique(found["period"])) == len(found["period"]):
            nothing = np.full(len(found["period"]), -1, np.int32)
            whole = {name: found[name] for name in ("period", "nomenclature")}
            return _table(dict.fromkeys(_BITS, nothing) | whole, source, words)
    found = unpacked(np.unique(packed >> _PARTNER) << _PARTNER)
    found["partner"] = np.full(len(found["partner"]), -1, np.int32)
    return _table(found, source, words)


def _mask(names: Collection[str]) -> np.uint64:
    """The bits of some words of a key."""
    mask = 0
    for name, bits in _BITS.items():
        mask = mask << bits | (((1 << bits) - 1) if name in names else 0)
    return np.uint64(mask)


_PARTNER = np.uint64(_BITS["partner"])
_EDITION = _mask({"period", "nomenclature"})


def _table(found: Mapping[str, Numbers], source: str, words: Vocabularies) -> pa.Table:
    columns = {
        "source": pa.repeat(pa.scalar(source), len(found["period"])),
        "frequency": words.frequency_column(found["period"]),
        "period": words.period_column(found["period"]),
        "reporter": words.places.column(found["reporter"]),
        "direction": words.small.column(found["direction"]),
        "nomenclature": words.nomenclatures.column(found["nomenclature"]),
        "code": words.codes.column(found["code"]),
        "partner": words.places.column(found["partner"]),
    }
    return pa.table({name: columns[name].cast(pa.string()) for name in WITH_PARTNER})
