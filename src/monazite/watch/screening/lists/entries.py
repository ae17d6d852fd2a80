"""The entries of one version of a list, of which nothing is decoded before it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from monazite.errors import MonaziteError
from monazite.watch.screening.lists.encoding import SCHEMA, entity, row, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy.typing as npt

    from monazite.watch.screening.entity import Entity, Kind, NameKind

_BATCH = 20_000


class Entries:
    """Entries by row, from 0; a table in memory or a Parquet file, of which columns are read."""

    def __init__(self, list_: str, kept: pa.Table | Path) -> None:
        self.list = list_
        self._kept = kept

    @classmethod
    def of(cls, list_: str, entities: Iterable[Entity]) -> Entries:
        """Entries of entities in memory."""
        return cls(list_, table([row(one) for one in entities]))

    def __len__(self) -> int:
        return len(self._column("id"))

    def __getitem__(self, number: int) -> Entity:
        names = zip(self._at("names", number), self._at("name_kinds", number), strict=True)
        ident, kind, rest = (self._at(name, number) for name in ("id", "kind", "rest"))
        return entity(self.list, ident, kind, names, rest)

    def __iter__(self) -> Iterator[Entity]:
        for batch in self._batches():
            for one in batch.to_pylist():
                names = zip(one["names"], one["name_kinds"], strict=True)
                yield entity(self.list, one["id"], one["kind"], names, one["rest"])

    def texts(self) -> list[str]:
        """Every name of every entry, in one row."""
        return cast("list[str]", self._flat("names").to_pylist())

    def name_kinds(self) -> list[NameKind]:
        """The kind of each of the texts."""
        return cast("list[NameKind]", self._flat("name_kinds").to_pylist())

    def owners(self) -> npt.NDArray[np.int64]:
        """The row of the entry of each of the texts."""
        lengths = pa.compute.list_value_length(self._column("names")).to_numpy()
        return np.repeat(np.arange(len(self), dtype=np.int64), lengths)

    def kinds(self) -> list[Kind]:
        """What each entry is."""
        return cast("list[Kind]", self._column("kind").to_pylist())

    def ids(self) -> list[str]:
        """The ids, by row."""
        return cast("list[str]", self._column("id").to_pylist())

    def row(self, ident: str) -> int | None:
        """The row of an id."""
        return self._rows.get(ident)

    def digest(self, number: int) -> str:
        """The hash of what the list says of the entry: another where anything changed."""
        return cast("bytes", self._at("digest", number)).hex()

    def digests(self) -> Mapping[str, bytes]:
        """The hash of each entry by its id."""
        return dict(zip(self.ids(), self._column("digest").to_pylist(), strict=True))

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {ident: number for number, ident in enumerate(self.ids())}

    @cached_property
    def _columns(self) -> dict[str, pa.ChunkedArray]:
        return {}

    def _column(self, name: str) -> pa.ChunkedArray:
        """A column, read once."""
        if name not in self._columns:
            self._columns[name] = self._read([name]).column(name)
        return self._columns[name]

    def _flat(self, name: str) -> pa.ChunkedArray:
        return pa.compute.list_flatten(self._column(name))

    def _at(self, name: str, number: int) -> str:
        return cast("str", self._column(name)[number].as_py())

    def _read(self, columns: Sequence[str]) -> pa.Table:
        if isinstance(self._kept, pa.Table):
            return self._kept.select(list(columns))
        try:
            return pq.read_table(self._kept, columns=list(columns), partitioning=None)
        except (OSError, pa.ArrowException) as error:
            raise _damaged(self._kept, error) from error

    def _batches(self) -> Iterator[pa.RecordBatch]:
        if isinstance(self._kept, pa.Table):
            yield from self._kept.to_batches(_BATCH)
            return
        try:
            with pq.ParquetFile(self._kept) as file:
                yield from file.iter_batches(_BATCH, columns=SCHEMA.names)
        except (OSError, pa.ArrowException) as error:
            raise _damaged(self._kept, error) from error


def _damaged(path: Path, error: Exception) -> MonaziteError:
    return MonaziteError(f"{path} cannot be read ({error}); load the list's files again")
