"""A released month is read by a store of trade as any publisher's, and by the briefing."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.statistics import services
from monazite.desk.statistics.exporting import flows, newest, release_name, series
from monazite.desk.statistics.models import Cell, Vintage
from monazite.trade.opening import open_store
from monazite.trade.reading.load import load
from support.released import MONTH, Office, left, month_of, office

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def released(made: Office) -> Vintage:
    waiting = services.prepare(made.author, MONTH, "page")
    return services.release(made.signer, waiting.pk, "page")


def loaded(vintage: Vintage, folder: Path) -> Path:
    file = folder / f"desk-{vintage.number}.csv"
    file.write_text(flows(vintage), encoding="utf-8")
    report = load(file, folder / "store")
    assert [one.layout for one in report.loads]
    return folder / "store"


def held(store: Path, as_of: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = open_store(store, as_of=as_of).flows.to_pyarrow().to_pylist()
    return found


def test_the_flows_of_a_month_add_up_to_what_left(tmp_path: Path) -> None:
    made = office()
    month_of(made, 4)
    vintage = released(made)
    rows = held(loaded(vintage, tmp_path))
    pooled = set(vintage.pooled["export"]["codes"])
    whole = sum(
        cell.mass_kg
        for cell in Cell.objects.filter(vintage=vintage, series="export", side="total")
        if cell.code and not cell.code.endswith("*")
    )
    assert sum(row["mass_kg"] for row in rows) == whole > 0
    assert {row["vintage"] for row in rows} == {release_name(vintage)}
    assert {row["source"] for row in rows} == {"desk"}
    assert not {row["code"] for row in rows} & pooled
    hidden = Cell.objects.filter(vintage=vintage, side="destination").exclude(hidden="").count()
    told = [
        each for each in csv.DictReader(flows(vintage).splitlines()) if each["cell"] == "hidden"
    ]
    assert len(told) <= hidden
    assert all(not each["mass_kg"] and not each["value_usd"] for each in told)


def test_a_later_vintage_supersedes_the_earlier_one_in_the_store(tmp_path: Path) -> None:
    made = office()
    for firm in range(6):
        left(made, firm)
    first = released(made)
    store = loaded(first, tmp_path)
    for firm in range(4):
        left(made, firm, mass=50)
    second = released(made)
    loaded(second, tmp_path)
    assert sum(row["mass_kg"] for row in held(store)) == 800
    assert sum(row["mass_kg"] for row in held(store, release_name(first))) == 600


def test_only_the_newest_released_vintage_of_a_month_is_published() -> None:
    made = office()
    month_of(made, 4, 60)
    released(made)
    second = released(made)
    services.prepare(made.author, MONTH, "page")
    assert newest("CN") == [second]


def test_series_say_what_is_hidden() -> None:
    made = office()
    for firm in range(6):
        left(made, firm, mass=2000, value=30000)
    left(made, 0, hs="81101010")
    for firm in range(4):
        left(made, firm, hs="85051110", mass=2000)
    found = {
        (each["series"], each["destination"]): each
        for each in csv.DictReader(series([released(made)]).splitlines())
    }
    whole = found["rare-earths", "WORLD"]
    assert (whole["quantity"], whole["usd_million"]) == ("12.000", "0.180")
    assert found["rare-earths", "US"]["quantity"] == "12.000"
    for name in ("antimony-metal", "magnets"):  # a code of one firm, and what hides it
        assert (name, "WORLD") in found
        assert found[name, "WORLD"]["quantity"] == ""
        assert found[name, "WORLD"]["note"].startswith("hidden")
