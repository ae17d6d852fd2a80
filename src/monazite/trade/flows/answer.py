"""An answer: a table computed when it is first looked at, with what must be known to read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import ibis

from monazite.errors import InputError
from monazite.trade.flows.engine import DIALECTS, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import ibis.expr.types as ir
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from monazite.trade.flows.engine import Engine

_HEAD_ROWS = 20


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know before reading an answer: a code, and the values that its text needs."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    def say(self, lang: str) -> str:
        """The note as a sentence."""
        from monazite.catalogue.texts import say  # noqa: PLC0415 - only who reads pays for texts

        return say(f"trade.note.{self.code}", lang, **dict(self.values))

    def document(self) -> dict[str, object]:
        """The note as a JSON object."""
        return {"code": self.code, "values": dict(self.values), "text": self.say("en")}


class Answer:
    """The answer of a query: an Ibis expression, its engine, a title and notes.

    pandas, Polars, PyArrow, DuckDB and Altair take it as it is (Arrow's C stream); `expression`
    is the Ibis table for whoever wants to go on from it.
    """

    def __init__(
        self,
        title: str,
        expression: ir.Table,
        engine: Engine,
        reads: Callable[[pa.Table], tuple[Note, ...]] = lambda _: (),
    ) -> None:
        self.title = title
        self.expression = expression
        self.engine = engine
        self._reads = reads

    @cached_property
    def _table(self) -> pa.Table:
        return self.engine.arrow(self.expression)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What must be known to read the answer, found in the answer itself."""
        return self._reads(self._table)

    def to_pyarrow(self) -> pa.Table:
        """The answer as an Arrow table; masses and values are exact decimals."""
        return self._table

    def to_pandas(self) -> pd.DataFrame:
        """The answer as a pandas data frame; decimals are Python's Decimal."""
        return self._table.to_pandas()

    def to_polars(self) -> pl.DataFrame:
        """The answer as a Polars data frame."""
        import polars as pl  # noqa: PLC0415 - who asks for it has it

        return pl.DataFrame(self._table)

    def rows(self) -> list[dict[str, Any]]:
        """The answer as a list of dictionaries, NULL as None."""
        found: list[dict[str, Any]] = self._table.to_pylist()
        return found

    def sql(self, dialect: str = "duckdb") -> str:
        """The query in the SQL of duckdb, pyspark, clickhouse, trino or postgres."""
        if dialect not in DIALECTS:
            raise InputError("dialect", dialect, ", ".join(DIALECTS))
        return str(ibis.to_sql(self.expression, dialect=loaded(dialect)))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __repr__(self) -> str:
        return f"{self.title}: {len(self):,} rows of {', '.join(self._table.column_names)}"

    def _repr_html_(self) -> str:
        """What a notebook shows: the title, the first rows, how many more there are, the notes."""
        names = self._table.column_names
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        shown = self._table.slice(0, _HEAD_ROWS).to_pylist()
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(row[name]))}</td>' for name in names)}</tr>"
            for row in shown
        )
        more = len(self) - len(shown)
        tail = f"<p>… {more:,} more rows</p>" if more else ""
        notes = "".join(f"<li>{escape(note.say('en'))}</li>" for note in self.notes)
        return (
            f"<h4>{escape(self.title)}</h4><table><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>{tail}<ul>{notes}</ul>"
        )


def _cell(value: object) -> str:
    """A value as a person reads it; a gap is a gap."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)
