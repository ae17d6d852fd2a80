"""Cells of numbers that the law cannot tell apart: one of them is read for all.

"Nd=0.2711,Fe=0.71" and "Nd=0.2894,Fe=0.70" are two cells and one composition, as long as no
threshold lies between their numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.law.places import places_of, unique_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy.typing as npt

    from monazite.law.places import Numbers

# Few enough digits that a float tells any two numbers apart; billionths are counted as integers.
_WORD = r"^(?P<name>[^=]*=\s*)(?P<number>[0-9]{1,4}(?:\.[0-9]{1,9})?)(?P<unit>|[^0-9.eE].*)$"
_ONE = 10**9
# Where a reader may refuse a number: below nothing, a bare 1 for a hundred, more than the whole.
_BOUNDS = (Decimal(0), Decimal(1), Decimal(100))
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Numeric:
    """How the cells of a field hold numbers.

    between: what stands between two words (a pattern); marks: for a word and its number, the
    numbers at which another number in its place may be another thing to the law, or None where
    every such word has to be read; parts: the numbers add up to 1 at most.
    """

    between: str
    marks: Callable[[str, Decimal], Iterable[Decimal] | None]
    parts: bool


def alike_cells(cells: pa.StringArray, numeric: Numeric) -> tuple[Numbers, Numbers]:
    """The place of the first of each kind of cell, and per cell the number of its kind."""
    words = pc.split_pattern_regex(cells, numeric.between)
    starts = words.offsets.to_numpy().astype(np.int64)
    kinds, alone, billionths = _kinds(words.flatten(), numeric)
    counts = np.diff(starts)
    apart = np.logical_or.reduceat(alone, starts[:-1]) | (counts > _MOST_WORDS)
    if numeric.parts:
        # Words that name one element twice count twice here: such a cell is read for itself.
        apart |= np.add.reduceat(billionths, starts[:-1]) > _ONE
    columns = [np.where(apart, np.arange(1, len(cells) + 1), 0)]
    for place in range(min(_MOST_WORDS, int(counts.max()))):
        column = np.zeros(len(cells), np.int64)
        has = counts > place
        column[has] = kinds[starts[:-1][has] + place]
        columns.append(column)
    return unique_rows(columns, len(cells))


def _kinds(
    words: pa.StringArray, numeric: Numeric
) -> tuple[Numbers, npt.NDArray[np.bool_], Numbers]:
    """Per word its kind from 1, whether it has to be read for itself, and its number."""
    parts = pc.extract_regex(words, _WORD)
    found = pc.is_valid(parts)
    name, number, unit = (pc.struct_field(parts, [n]) for n in range(3))
    shape = pc.if_else(found, pc.binary_join_element_wise(name, unit, "#"), words)
    shapes = shape.dictionary_encode().indices.to_numpy().astype(np.int64)
    has = found.to_numpy(zero_copy_only=False)
    value = np.nan_to_num(pc.cast(number, pa.float64()).to_numpy(zero_copy_only=False))
    billionths = np.rint(value * _ONE).astype(np.int64)
    spans = np.zeros(len(words), np.int64)
    alone = np.zeros(len(words), bool)
    for _, places in places_of(np.where(has, shapes + 1, 0)):
        if not has[places[0]]:
            continue
        marks = _marks(words[places[0]].as_py(), number[places[0]].as_py(), numeric)
        if marks is None:
            alone[places] = True
        else:
            spans[places] = _spans(billionths[places], marks)
    _, kinds = unique_rows([shapes, has.astype(np.int64), spans], len(words))
    return kinds + 1, alone, billionths


def _marks(word: str, number: str, numeric: Numeric) -> list[int] | None:
    marks = numeric.marks(word, Decimal(number))
    if marks is None:
        return None
    scaled = [mark * _ONE for mark in (*marks, *_BOUNDS)]
    return sorted({int(m) for m in scaled}) if all(m == int(m) for m in scaled) else None


def _spans(numbers: Numbers, marks: list[int]) -> Numbers:
    """The span between two marks that each number lies in; a mark is a span of its own."""
    left, right = (np.searchsorted(marks, numbers, side) for side in ("left", "right"))
    return (left + right).astype(np.int64)
