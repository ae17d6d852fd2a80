"""What inspections found: the label of each row, and the classes that it can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from monazite.errors import InputError

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]

ANY = "any"
"""The head that tells whatever was found from what was clean."""
FEWEST = 20
"""Rows found, and rows clean, below which nothing can be learned."""
_MANY = 20
_CLEAN = (
    "0", "false", "no", "n", "clean", "none", "ok", "legal", "clear", "nothing",
    "否", "无", "正常", "合格", "无异常", "未查获",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """found: by head 1, 0, or NaN where nobody looked; classes: every label.

    clean: the label of what was in order. Heads are `any` and, where there are several classes,
    each that was found often enough.
    """

    clean: str
    classes: tuple[str, ...]
    found: dict[str, Floats]


def outcomes(table: Table, label: str, clean: str | None = None) -> Outcomes:
    """The outcomes of a table to learn from.

    Raises:
        InputError: field "label" where the labels are of one class, of far too many, or too few.
    """
    classes = _classes(table, label)
    usual = _clean(classes, label, clean)
    text = np.asarray(_labels(table, label).to_pylist(), dtype=object)
    looked = np.asarray([value is not None for value in text])
    several = [name for name, rows in classes.items() if name != usual and rows >= FEWEST]
    found = {ANY: _against(looked, text != usual)}
    if len(classes) > 2:  # noqa: PLR2004 - more than found and clean
        found |= {name: _against(looked, text == name) for name in several}
    return Outcomes(usual, tuple(sorted(classes)), found)


def known(table: Table, label: str, clean: str, classes: tuple[str, ...], head: str) -> Floats:
    """The outcomes of a table to evaluate on, as the model's own head means them.

    Raises:
        InputError: field "label" for a label that the model never met.
    """
    strange = sorted(set(_classes(table, label)) - set(classes))
    if strange:
        raise InputError("label", f"{label}: {strange[0]}", f"the labels that the model learned "
                         f"from: {', '.join(classes)}")  # fmt: skip
    text = np.asarray(_labels(table, label).to_pylist(), dtype=object)
    looked = np.asarray([value is not None for value in text])
    return _against(looked, text != clean if head == ANY else text == head)


def _against(looked: npt.NDArray[np.bool_], found: npt.NDArray[np.bool_]) -> Floats:
    return np.where(looked, found.astype(np.float64), np.nan)


def _labels(table: Table, label: str) -> pa.Array:
    """The labels, whole numbers written as such: 1.0 is 1."""
    return pc.replace_substring_regex(table.column(label, "label"), r"^(\d+)\.0+$", r"\1")


def _classes(table: Table, label: str) -> dict[str, int]:
    counts = pc.value_counts(_labels(table, label)).to_pylist()
    return {one["values"]: one["counts"] for one in counts if one["values"] is not None}


def _clean(classes: dict[str, int], label: str, stated: str | None) -> str:
    """The class of what was found to be in order."""
    if len(classes) < 2:  # noqa: PLR2004 - found and clean
        only = next(iter(classes), "nothing")
        raise InputError("label", f"{label}: only {only}", "found and clean rows; one class teaches"
                         " nothing")  # fmt: skip
    if len(classes) > _MANY:
        raise InputError("label", f"{label}: {len(classes):,} different labels",
                         f"a column of at most {_MANY} outcomes")  # fmt: skip
    usual = stated or next((one for one in classes if one.casefold() in _CLEAN), None)
    if usual not in classes:
        accepted = f"--clean, the label of what was in order: {', '.join(sorted(classes))}"
        raise InputError("clean", stated, accepted)
    rows = classes[usual]
    found = sum(classes.values()) - rows
    if min(rows, found) < FEWEST:
        raise InputError("label", f"{label}: {found:,} found, {rows:,} clean",
                         f"at least {FEWEST} rows of each")  # fmt: skip
    return usual
