"""Lines in, a table of outcomes and one of findings out: the same answers as `rule`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.errors import InputError
from monazite.law.alike import distinct_rulings
from monazite.law.canonical import Folds
from monazite.law.columns import Coded, encode, values_in
from monazite.law.findings_table import FindingsTable
from monazite.law.places import unique_rows
from monazite.law.ruling import rule_on
from monazite.law.statement import READERS, assemble, readers
from monazite.law.store import load
from monazite.law.together import IDENTITY, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy.typing as npt

    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

_WORDS = ("outcome", "possible", "confidence", "presumes", "readings", "questions")


@dataclass(frozen=True, slots=True)
class BadRow:
    """One thing wrong with a line that cannot be ruled: its number (the header is line 1)."""

    line: int
    error: InputError


@dataclass(frozen=True, slots=True)
class RuledTable:
    """lines: one row a good line, with the number of its ruling; findings: by ruling number.

    lines: line, outcome, possible, confidence, presumes, readings, questions, ruling.
    rulings: how many distinct rulings the lines came down to. rows: the good lines' places.
    """

    lines: pa.Table
    findings: pa.Table
    bad: tuple[BadRow, ...]
    rulings: int
    rows: npt.NDArray[np.int64]

    def with_columns_of(self, table: pa.Table) -> pa.Table:
        """The result with the columns of the manifest that are no fields carried along."""
        carried = [name for name in table.column_names if name not in READERS]
        result = self.lines
        for name in carried:
            if name not in result.column_names:
                result = result.append_column(name, table.column(name).take(pa.array(self.rows)))
        return result


def rule_table(
    table: pa.Table,
    law: Law | None = None,
    *,
    lines: npt.NDArray[np.int64] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RuledTable:
    """Rule every line of a manifest whose columns are named like the fields of a statement.

    Missing columns and empty cells are "not stated". Bad lines are reported, the rest is ruled.
    lines: the number of each row (default: the header is line 1). `progress` is told how many of
    the distinct rulings are done. law: default the packaged law.
    """
    law = law or load()
    if table.num_rows == 0:
        raise InputError("manifest", "", "accepted: a manifest with at least one line")
    numbers = np.arange(2, table.num_rows + 2) if lines is None else lines
    folds = Folds(law)
    columns = {
        name: encode(table.column(name), read, folds.numeric.get(name))
        for name, read in readers(law).items()
        if name in table.column_names
    }
    bad = _bad(columns, table.num_rows)
    good = np.delete(np.arange(table.num_rows), list(bad))
    folded = {name: column.mapped(partial(folds.fold, name)) for name, column in columns.items()}
    firsts, inverse = distinct_rulings(law, folded, good)
    rulings, findings = _rule(law, folded, good[firsts], progress)
    return RuledTable(
        lines=_lines(numbers[good], inverse, rulings),
        findings=findings.table(),
        bad=tuple(BadRow(int(numbers[row]), error) for row in sorted(bad) for error in bad[row]),
        rulings=len(firsts),
        rows=good,
    )


def _bad(columns: Mapping[str, Coded], rows: int) -> dict[int, list[InputError]]:
    """What is wrong with each bad row: cells, or cells that do not go together."""
    found: dict[int, list[InputError]] = {}
    for column in columns.values():
        if column.errors:
            for row in np.flatnonzero(np.isin(column.codes, list(column.errors))).tolist():
                found.setdefault(row, []).append(column.errors[int(column.codes[row])])
    unread = {row: {error.field for error in errors} for row, errors in found.items()}
    for names, check in TOGETHER:
        if names is not IDENTITY and not all(name in columns for name in names):
            continue
        for row, error in _clashes([columns.get(name) for name in names], rows, check):
            # A cell that could not be read is already said; it is not missing besides.
            if unread.get(row, set()).isdisjoint(names):
                found.setdefault(row, []).append(error)
    return found


def _clashes(
    columns: list[Coded | None], rows: int, check: Callable[..., None]
) -> Iterator[tuple[int, InputError]]:
    """Rows whose cells do not go together; each distinct combination is looked at once."""
    present = [c for c in columns if c is not None]
    firsts, inverse = unique_rows([c.codes for c in present], rows)
    for number, first in enumerate(firsts.tolist()):
        try:
            check(*(None if c is None else c.value(first) for c in columns))
        except InputError as error:
            for row in np.flatnonzero(inverse == number).tolist():
                yield row, error


def _rule(
    law: Law,
    columns: Mapping[str, Coded],
    rows: npt.NDArray[np.int64],
    progress: Callable[[int, int], None] | None,
) -> tuple[dict[str, list[str]], FindingsTable]:
    words: dict[str, list[str]] = {name: [] for name in _WORDS}
    findings = FindingsTable()
    for number, row in enumerate(rows.tolist()):
        ruling = rule_on(law, assemble(values_in(columns, columns, row), law))
        for name, said in zip(_WORDS, _said(ruling), strict=True):
            words[name].append(said)
        findings.add(number, ruling.findings)
        if progress is not None and number % 1000 == 0:
            progress(number, len(rows))
    return words, findings


def _said(ruling: Ruling) -> tuple[str, ...]:
    return (
        ruling.outcome,
        ";".join(ruling.possible),
        ruling.confidence,
        ";".join(sorted(ruling.presumed)),
        ";".join(r.name for r in ruling.readings),
        ";".join(ruling.needed),
    )


def _lines(
    numbers: npt.NDArray[np.int64], inverse: npt.NDArray[np.int64], words: dict[str, list[str]]
) -> pa.Table:
    columns: dict[str, pa.Array] = {"line": pa.array(numbers)}
    for name, said in words.items():
        distinct = {word: n for n, word in enumerate(dict.fromkeys(said))}
        codes = np.fromiter((distinct[w] for w in said), np.int32, len(said))
        values = pa.array(list(distinct), pa.string())
        columns[name] = pa.DictionaryArray.from_arrays(pa.array(codes[inverse]), values)
    columns["ruling"] = pa.array(inverse.astype(np.int32))
    return pa.table(columns)
