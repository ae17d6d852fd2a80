"""`monazite desk statistics`: released months as files that the other commands read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.briefing.build import brief
from monazite.desk.running.home import make
from monazite.desk.statistics import services
from monazite.trade.monthly.own import read
from monazite.trade.opening import open_store
from monazite.trade.reading.load import load
from support.released import MONTH, left, office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture
def statistics(told: Callable[..., tuple[int, str]]) -> Callable[..., tuple[int, str]]:
    """The command on the site of the tests."""
    make(settings.HOME)
    return lambda *words: told("statistics", *words, "--home", settings.HOME)


def test_a_released_month_goes_into_a_store_and_into_the_briefing(
    statistics: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    made = office()
    for firm in range(6):
        left(made, firm, mass=2000, value=30000)
    waiting = services.prepare(made.author, MONTH, "page")
    with pytest.raises(SystemExit, match="2"):  # nothing was released
        statistics("export", "--out", tmp_path)
    services.release(made.signer, waiting.pk, "page")
    assert statistics("export", "--out", tmp_path)[0] == 0
    (flows,) = tmp_path.glob("flows-CN-2026-10-*.csv")
    load(flows, tmp_path / "store")
    rows = open_store(tmp_path / "store").flows.to_pyarrow().to_pylist()
    assert [(row["partner"], row["mass_kg"], row["value_usd"]) for row in rows] == [
        ("USA", 12000, 180000)
    ]
    page = brief(None, figures=read(tmp_path / "series-CN.csv"))
    assert page.month.text == "2026-10"
    assert {one.key: one.figure.value for one in page.headlines}["tonnes"] == 12
    assert any("SHA-256" in row.source for row in page.rows)


def test_vintages_are_listed(statistics: Callable[..., tuple[int, str]]) -> None:
    assert "No month" in statistics("list")[1]
    made = office()
    left(made, 0)
    services.prepare(made.author, MONTH, "page")
    assert "waits for release" in statistics("list")[1]
    (found,) = json.loads(statistics("list", "--json")[1])["vintages"]
    assert (found["month"], found["releases"]) == ("2026-10-01", 1)


def test_sums_are_held_against_the_ledger(statistics: Callable[..., tuple[int, str]]) -> None:
    code, text = statistics("check", "2026-10")
    assert (code, "Nothing left" in text) == (0, True)
    for words in (("check", "soon"), ("list", "--regime", "XX")):
        with pytest.raises(SystemExit, match="2"):
            statistics(*words)
