from __future__ import annotations

from decimal import Decimal

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from monazite.errors import InputError
from monazite.trade.flows.answer import Answer, Note
from monazite.trade.flows.engine import engine as engine_of

ENGINE = engine_of("duckdb")
DATA = pa.table({
    "name": ["<b>Dy</b>", None, *map(str, range(30))],
    "mass_kg": pa.array([Decimal("0.000001"), None, *map(Decimal, range(30))], pa.decimal128(18, 6)),
    "share": [0.123456789, None, *[0.5] * 30],
})  # fmt: skip


@pytest.fixture
def answer() -> Answer:
    table = ENGINE.table(DATA)
    note = Note("code_absent", (("codes", "811292"),))
    return Answer("What is there", table.order_by(table.share), ENGINE, lambda _: (note,))


def test_pandas_polars_and_arrow_take_it_as_it_is(answer: Answer) -> None:
    assert len(answer) == 32
    assert answer.to_pandas()["mass_kg"][0] == Decimal("0.000001")
    assert answer.to_polars()["mass_kg"].dtype == pl.Decimal(18, 6)
    assert pl.DataFrame(answer).shape == (32, 3)
    assert pa.table(answer).num_rows == 32
    assert isinstance(answer.to_pandas(), pd.DataFrame)


def test_the_query_runs_once_and_only_when_it_is_looked_at() -> None:
    class Counting:
        calls = 0

        def arrow(self, _: object) -> pa.Table:
            self.calls += 1
            return DATA

    counting = Counting()
    answer = Answer("", None, counting)  # type: ignore[arg-type]
    assert counting.calls == 0
    assert (len(answer), len(answer.rows()), len(list(answer)), counting.calls) == (32, 32, 32, 1)


def test_a_notebook_sees_title_rows_gaps_and_notes_and_no_markup_of_the_data(
    answer: Answer,
) -> None:
    html = answer._repr_html_()
    assert "What is there" in html
    assert "<b>Dy" not in html
    assert "&lt;b&gt;Dy" in html
    assert "12 more rows" in html
    assert "<td>–</td>" not in html  # the gap sorts last, beyond the rows shown
    assert "811292" in html
    assert "0.1235" in html


def test_a_short_answer_says_its_columns(answer: Answer) -> None:
    assert repr(answer) == "What is there: 32 rows of name, mass_kg, share"


def test_the_query_can_be_read_in_each_dialect_and_in_no_other(answer: Answer) -> None:
    assert "ORDER BY" in answer.sql("clickhouse")
    with pytest.raises(InputError, match="duckdb, pyspark, clickhouse, trino, postgres"):
        answer.sql("cobol")
