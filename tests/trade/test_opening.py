from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import ibis
import pyarrow as pa
import pytest

from monazite import trade
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.questions import Trade


@pytest.fixture(scope="module")
def store() -> Trade:
    return trade.open()


def test_the_packaged_extract_answers_who_supplies_whom(store: Trade) -> None:
    answer = store.supply("284690", importer="DEU", years=range(2015, 2025))
    rows = answer.rows()
    assert {row["year"] for row in rows} == set(range(2015, 2025))
    newest = [row for row in rows if row["year"] == 2024]
    assert newest[0]["exporter"] == "CHN"
    assert sum(row["share_of_value"] for row in newest) == pytest.approx(1)
    assert answer.notes[0].code == "one_reading"


def test_a_figure_leads_to_the_rows_of_the_file_that_it_was_read_from(store: Trade) -> None:
    (total,) = store.supply("284690", importer="JPN", exporter="CHN", years=2024).rows()
    (row,) = store.rows("284690", importer="JPN", exporter="CHN", years=2024).rows()
    assert (row["mass_kg"], row["value_usd"]) == (total["mass_kg"], total["value_usd"])
    assert row["row"] >= 1
    assert row["file"]


def test_chinas_exports_of_2024_are_the_published_sums(store: Trade) -> None:
    """BACI, release of 2026: 28,291 t and 381.8 million USD of 284690."""
    rows = store.supply("284690", exporter="China", years=2024).rows()
    assert sum(row["mass_kg"] for row in rows if row["mass_kg"] is not None) == Decimal(28291351)
    assert round(sum(row["value_usd"] for row in rows) / 10**6, 1) == Decimal("381.8")


def test_codes_added_up_are_one_table(store: Trade) -> None:
    rows = store.supply(
        "284610,284690,280530", importer="JP", exporter="CN", years=2024, add_codes=True
    ).rows()
    assert [row["code"] for row in rows] == ["284610+284690+280530"]
    assert rows[0]["share_of_mass"] == pytest.approx(0.661, abs=0.0005)  # analytics A4


def test_geopolrisk_of_graphite_for_the_us_is_the_peers_figure(store: Trade) -> None:
    (row,) = store.indicator("geopolrisk", material="graphite", country="US", years=2022).rows()
    assert row["score"] == pytest.approx(0.272651, abs=5e-7)


def test_an_indicator_by_code_and_all_of_them_agree(store: Trade) -> None:
    (one,) = store.indicator("hhi", "284690", country="JPN", years=2022).rows()
    (every,) = store.indicators("284690", country="JPN", years=2022).rows()
    (alone,) = store.concentration("284690", country="JPN", years=2022).rows()
    assert one["import_hhi_mass"] == every["import_hhi_mass"] == pytest.approx(alone["hhi_mass"])


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (lambda s: s.indicator("hhi"), "material"),
        (lambda s: s.indicator("hhi", "284690", material="REE"), "material"),
        (lambda s: s.indicator("hhi", material="Al"), "material"),
        (lambda s: s.indicator("hxi", "284690"), "indicator"),
        (lambda s: s.concentration("284690", by="planet"), "by"),
        (lambda s: s.supply("28469", importer="JPN"), "code"),
        (lambda s: s.supply("284690", importer="Atlantis"), "importer"),
        (lambda s: s.supply("284690", years="2024:2015"), "years"),
    ],
)
def test_what_cannot_be_asked_names_its_field(store: Trade, question: Any, field: str) -> None:
    with pytest.raises(InputError) as caught:
        question(store)
    assert caught.value.field == field


def test_a_folder_without_loads_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        trade.open(tmp_path)
    assert caught.value.field == "store"


def test_a_reconciled_store_says_why_it_has_no_two_sides(store: Trade) -> None:
    answer = store.mirror("284690", years=2022)
    assert (len(answer), [note.code for note in answer.notes]) == (0, ["only_reconciled"])


def test_a_code_that_is_not_there_is_said_to_be_missing(store: Trade) -> None:
    assert [note.code for note in store.supply("850511").notes] == ["code_absent"]


def test_what_the_store_holds_is_listed_by_code(store: Trade) -> None:
    every, some = store.codes().rows(), store.codes("2846").rows()
    assert [row["code"] for row in some] == ["284610", "284690"]
    assert len(every) > 40
    assert {row["first_year"] for row in some} == {2015}


def test_a_release_that_no_load_has_is_refused() -> None:
    with pytest.raises(InputError, match="2026"):
        trade.open(as_of="2001")


def test_unit_values_keep_flows_without_mass_and_say_why(store: Trade) -> None:
    rows = store.unit_values("284690", years=2022).rows()
    unknown = [row for row in rows if row["mass_kg"] is None]
    assert unknown
    assert {row["reason"] for row in unknown} == {"mass_unknown"}
    assert {row["flag"] for row in rows} == {None, "low", "high"}


class Server:
    """The backend of a server, as Ibis gives one; DuckDB stands in for the server itself."""

    def __init__(self) -> None:
        self.duckdb = ibis.duckdb.connect()
        self.to_pyarrow = self.duckdb.to_pyarrow
        self.table = self.duckdb.table

    def create_table(self, name: str, data: pa.Table, **_: bool) -> Any:
        self.duckdb.con.register(name, data)
        return self.table(name)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    backend = Server()
    monkeypatch.setattr(ibis, "connect", lambda _: backend)
    return backend


@pytest.mark.slow
def test_a_server_answers_from_its_own_table_as_a_folder_does(store: Trade, server: Server) -> None:
    server.create_table("flows", store.engine.arrow(store.flows))
    there = trade.open(engine="clickhouse://reader@host/statistics")
    assert there.folder is None
    here, answers = [
        [
            one.supply("284690", importer="DEU", years=2022).rows(),
            one.indicator("reliance", material="graphite", country="US", years=2022).rows(),
        ]
        for one in (store, there)
    ]
    assert answers == here


def test_a_server_without_the_table_or_a_column_of_it_is_refused(server: Server) -> None:
    with pytest.raises(InputError, match="holds the table `flows`"):
        trade.open(engine="trino://reader@host/statistics")
    server.create_table("flows", pa.table({"code": ["284690"]}))
    with pytest.raises(InputError, match="it lacks load, year"):
        trade.open(engine="trino://reader@host/statistics")


@pytest.mark.parametrize("given", [{"path": "store"}, {"as_of": "2024"}])
@pytest.mark.usefixtures("server")
def test_a_server_takes_no_folder_and_no_release(given: dict[str, str]) -> None:
    with pytest.raises(InputError, match="holds its own flows"):
        trade.open(**given, engine="postgres://reader@host/statistics")
