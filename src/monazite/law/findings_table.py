"""The findings of many rulings as one Arrow table; each distinct finding is described once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from monazite.law.words import reference

if TYPE_CHECKING:
    from monazite.law.ruling import Finding

_COLUMNS = (
    "measure", "limb", "item", "matched", "near", "legal", "status", "effect", "reference",
    "source", "confidence", "carried_from",
)  # fmt: skip


class FindingsTable:
    """Collects the findings of numbered rulings."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, bool | None, bool, str], int] = {}
        self._described: list[tuple[Any, ...]] = []
        self._rulings = array("i")
        self._findings = array("i")

    def add(self, ruling: int, findings: tuple[Finding, ...]) -> None:
        """Note the findings of one ruling."""
        for finding in findings:
            key = (finding.atom.index, finding.matched, finding.near, finding.status.state)
            number = self._numbers.get(key)
            if number is None:
                number = self._numbers[key] = len(self._described)
                self._described.append(_describe(finding))
            self._findings.append(number)
            self._rulings.append(ruling)

    def table(self) -> pa.Table:
        """One row a finding: the number of its ruling, then its columns."""
        numbers = np.frombuffer(self._findings, np.int32) if self._findings else _EMPTY
        rulings = np.frombuffer(self._rulings, np.int32) if self._rulings else _EMPTY
        columns: dict[str, pa.Array] = {"ruling": pa.array(rulings)}
        for place, name in enumerate(_COLUMNS):
            values = [described[place] for described in self._described]
            columns[name] = _column(values, numbers)
        return pa.table(columns)


_EMPTY = np.zeros(0, np.int32)


def _column(values: list[Any], numbers: Any) -> pa.Array:  # noqa: ANN401 - an array of int32
    kind = pa.bool_() if any(isinstance(v, bool) for v in values) else pa.string()
    if kind == pa.bool_():
        return pa.array(values, kind).take(pa.array(numbers))
    distinct = {v: n for n, v in enumerate(dict.fromkeys(v for v in values if v is not None))}
    codes = pa.array([None if v is None else distinct[v] for v in values], pa.int32())
    return pa.DictionaryArray.from_arrays(
        codes.take(pa.array(numbers)), pa.array(list(distinct), kind)
    )


def _describe(finding: Finding) -> tuple[Any, ...]:
    atom = finding.atom
    return (
        atom.measure.id,
        atom.limb_id,
        atom.item.id if atom.item else None,
        finding.matched,
        finding.near,
        atom.measure.legal,
        finding.status.state,
        atom.effect,
        reference(atom, "en"),
        atom.measure.sources[0][0],
        atom.confidence,
        atom.item.continues if atom.item else None,
    )
