"""Flow rows as Parquet, one file a year, in row groups sorted by code; memory stays bounded.

Beside each file the keys of its rows are kept until the load is finished, so that rows that stand
twice are found year by year (`reading.repeated`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from monazite.trade.flows.columns import FILE_COLUMNS
from monazite.trade.reading.flows_of import Flows, joined
from monazite.trade.reading.keys import keys
from monazite.trade.reading.run import in_order

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from monazite.trade.reading.vocabulary import Numbers, Vocabularies, Vocabulary

HELD_ROWS = 2_000_000
"""Rows held in memory before the fullest years are written."""
WORDS = pa.dictionary(pa.int32(), pa.string())
TEXT = [field.name for field in FILE_COLUMNS if pa.types.is_string(field.type)]
_ASKED_FOR = ["code", "period", "reporter", "partner"]
"""The columns that filters name: a row group keeps their least and greatest word."""
_WRITTEN = pa.schema(
    [field.with_type(WORDS) if pa.types.is_string(field.type) else field for field in FILE_COLUMNS]
)


class YearFiles:
    """The Parquet files of a load in the making, by year."""

    def __init__(self, folder: Path, words: Vocabularies, source: str, vintage: str) -> None:
        self.folder = folder
        self.words = words
        self.rows: dict[int, int] = {}
        self._held: dict[int, list[Flows]] = {}
        self._open: dict[int, _YearFile] = {}
        self._bases: set[int] = set()
        self._constants = {"source": source, "vintage": vintage}

    def add(self, flows: Flows) -> None:
        """Take rows; write the fullest years when too many are held."""
        self._bases |= set(np.flatnonzero(np.bincount(flows.numbers["basis"])).tolist())
        for year in np.flatnonzero(np.bincount(flows.year)).tolist():
            same = flows.year == year
            part = flows if same.all() else flows.take(np.flatnonzero(same))
            self._held.setdefault(year, []).append(part)
        count = {year: sum(map(len, held)) for year, held in self._held.items()}
        if sum(count.values()) > HELD_ROWS:
            fullest = sorted(count, key=count.__getitem__)[len(count) // 2 :]
            for _ in in_order(partial(self._write, year) for year in fullest):
                pass

    def basis(self) -> str:
        """The basis of all rows; "reported" where they have more than one."""
        words = {self.words.small.words[number] for number in self._bases}
        return words.pop() if len(words) == 1 else "reported"

    def finish(self) -> None:
        """Write what is held and close every file."""
        for _ in in_order(partial(self._write, year) for year in list(self._held)):
            pass
        for file in self._open.values():
            file.close()

    def close(self) -> None:
        """Close every file, whatever is in it."""
        for file in self._open.values():
            file.close()

    def _write(self, year: int) -> None:
        flows = joined(self._held.pop(year))
        flows = flows.take(
            np.argsort(_ranks(self.words.codes)[flows.numbers["code"]], kind="stable")
        )
        if year not in self._open:
            self._open[year] = _YearFile(self.folder, year)
        self._open[year].write(self._table(flows), flows)
        self.rows[year] = self.rows.get(year, 0) + len(flows)

    def _table(self, flows: Flows) -> pa.Table:
        words, numbers = self.words, flows.numbers
        columns: dict[str, pa.Array] = {
            "frequency": words.frequency_column(numbers["period"]),
            "period": words.period_column(numbers["period"]),
            "reporter": words.places.column(numbers["reporter"]),
            "partner": words.places.column(numbers["partner"]),
            "nomenclature": words.nomenclatures.column(numbers["nomenclature"]),
            "code": _compact(words.codes, numbers["code"]),
            "file": _compact(words.files, numbers["file"]),
            "row": pa.array(numbers["row"], pa.int32()),
            **flows.amounts,
        }
        for name in ("direction", "mass_basis", "valuation", "currency", "basis"):
            columns[name] = words.small.column(numbers[name])
        zeros = np.zeros(len(flows), np.int32)
        for name, text in self._constants.items():
            columns[name] = pa.DictionaryArray.from_arrays(zeros, pa.array([text]))
        return pa.Table.from_arrays([columns[name] for name in _WRITTEN.names], schema=_WRITTEN)


def _ranks(words: Vocabulary) -> npt.NDArray[np.uint16] | Numbers:
    """The place of each word in the order of the alphabet, in as few bits as hold it."""
    order = np.argsort(np.array(words.texts(), object), kind="stable")
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order))
    # Numbers of 16 bits are sorted by radix, several times as fast.
    return ranks.astype(np.uint16) if len(order) < 1 << 16 else ranks


def _compact(words: Vocabulary, numbers: Numbers) -> pa.DictionaryArray:
    """The words of some rows with a dictionary of these words alone."""
    used = np.flatnonzero(np.bincount(numbers, minlength=1))
    place = np.zeros(int(used[-1]) + 1, np.int32)
    place[used] = np.arange(len(used))
    return pa.DictionaryArray.from_arrays(place[numbers], pa.array([words.words[n] for n in used]))


class _YearFile:
    """The Parquet file of one year, and the keys of its rows in the order in which they stand."""

    def __init__(self, folder: Path, year: int) -> None:
        self.path = year_path(folder, year)
        self.path.parent.mkdir()
        self.keys: BinaryIO = keys_path(folder, year).open("wb")
        self.parts: BinaryIO = parts_path(folder, year).open("wb")
        self._writer = writer(self.path)

    def write(self, table: pa.Table, flows: Flows) -> None:
        """Add a row group."""
        self._writer.write_table(table, row_group_size=len(table))
        keys(flows.numbers).tofile(self.keys)
        flows.numbers["parts"].tofile(self.parts)

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()
        self.keys.close()
        self.parts.close()


def writer(path: Path) -> pq.ParquetWriter:
    """What writes a file of the store: decimals as integers, words by number."""
    return pq.ParquetWriter(
        path,
        _WRITTEN,
        compression="zstd",
        compression_level=1,
        use_dictionary=TEXT,
        store_decimal_as_integer=True,
        store_schema=False,
        write_statistics=_ASKED_FOR,
        column_encoding={"row": "DELTA_BINARY_PACKED"},
    )


def year_path(folder: Path, year: int) -> Path:
    """Where a year's rows stand."""
    return folder / f"year={year}" / "part-0.parquet"


def keys_path(folder: Path, year: int) -> Path:
    """Where the keys of a year's rows stand while the load is in the making."""
    return folder / f"{year}.keys"


def parts_path(folder: Path, year: int) -> Path:
    """Where the parts of a year's rows stand while the load is in the making."""
    return folder / f"{year}.parts"
