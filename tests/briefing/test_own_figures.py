"""The briefing on an office's own figures is the briefing on the publishers', figure by figure."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from monazite.briefing.build import brief
from monazite.errors import InputError
from monazite.facts import table
from monazite.trade.monthly.own import read
from monazite.trade.monthly.series import SERIES

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.briefing.model import Brief

HEADERS = (
    "id", "series", "period", "destination", "quantity", "unit", "usd_million", "value_confidence",
    "value_source", "source", "confidence", "note",
)  # fmt: skip


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADERS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def copied() -> list[dict[str, str]]:
    """The packaged series in the columns of a desk's."""
    return [
        {
            "destination": "WORLD", **{k: v for k, v in row.fields.items() if k in HEADERS},
            "id": f"desk/{row.id}", "series": name, "source": row.source,
            "confidence": row.confidence, "note": row.note,
        }
        for name in SERIES
        for row in table(name)
    ]  # fmt: skip


def values(page: Brief) -> dict[str, object]:
    return {one.key: one.figure.value for one in page.headlines}


@pytest.mark.parametrize("month", ["2025-05", "2025-10", "2026-01/02"])
def test_the_same_rows_give_the_same_page(tmp_path: Path, month: str) -> None:
    theirs, ours = brief(month), brief(month, figures=read(written(tmp_path / "a.csv", copied())))
    printed = {"mom_pct", "yoy_pct", "usd_mom_pct", "usd_yoy_pct", "ytd_yoy_pct", "magnets_yoy"}
    same = values(theirs).keys() - printed - {"magnets_mom"}  # changes as printed stand apart
    assert {key: values(ours)[key] for key in same} == {key: values(theirs)[key] for key in same}
    assert [(b.key, b.panels and [p.name for p in b.panels]) for b in ours.blocks] == [
        (b.key, b.panels and [p.name for p in b.panels]) for b in theirs.blocks
    ]
    assert any(row.id.startswith("desk/") for row in ours.rows)


def one(period: str, tonnes: str, usd: str) -> dict[str, str]:
    return {
        "id": f"desk/rare-earths/{period}", "series": "rare-earths", "period": period,
        "destination": "WORLD", "quantity": tonnes, "unit": "t", "usd_million": usd,
        "value_confidence": "reported", "source": "an office", "confidence": "reported",
    }  # fmt: skip


def test_changes_are_counted_from_the_offices_months(tmp_path: Path) -> None:
    rows = [one("2026-10", "4000", "40"), one("2026-11", "5000", "60"), one("2025-11", "2500", "")]
    page = brief(None, figures=read(written(tmp_path / "a.csv", rows)))
    found = values(page)
    assert page.month.text == "2026-11"
    assert [found[key] for key in ("tonnes", "mom_pct", "yoy_pct", "usd_mom_pct")] == [
        5000, 25, 100, 50,
    ]  # fmt: skip
    assert {"desk/rare-earths/2026-11", "desk/rare-earths/2026-10"} <= {r.id for r in page.rows}


def test_what_is_hidden_is_unknown(tmp_path: Path) -> None:
    rows = [one("2026-10", "4000", "40"), one("2026-11", "", "")]
    page = brief("2026-11", figures=read(written(tmp_path / "a.csv", rows)))
    assert values(page)["tonnes"] is None
    assert "4,000" in page.lead[0]


@pytest.mark.parametrize(
    "change",
    [{"series": "tin"}, {"quantity": "many"}, {"period": "May"}, {"unit": "loads"}, {"id": ""}],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, change: dict[str, str]) -> None:
    path = written(tmp_path / "a.csv", [one("2026-10", "4000", "40") | change])
    with pytest.raises(InputError, match="figures"):
        read(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="figures"):
        read(tmp_path / "none.csv")
