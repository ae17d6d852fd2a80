"""A declaration draws on its firm's batches as it is lodged, and gives back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.batches import services as batches
from monazite.desk.batches.books import drawn
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from support.batches import said
from support.undone import cancelled

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.batches.models import Batch
    from support.at_gate import Gate


@pytest.fixture
def batch(g: Gate) -> Batch:
    lot = said(
        "S1", stage="magnet", mass_kg="150", contents={"Nd": "40.5", "Dy": "4.5"}, source="stock"
    )
    return batches.begin(g.declarant, "CN", "stock", lot, "page")


def _document(g: Gate, batch: str, kg: str, reference: str) -> dict[str, Any]:
    document = g.document()
    document["reference"] = reference
    document["items"][0]["draws"] = [{"batch": batch, "mass_kg": kg}]
    return document


def _drawn(batch: Batch) -> Decimal:
    batch.refresh_from_db()
    drawn: Decimal = batch.drawn_kg
    return drawn


def test_what_is_cleared_has_drawn_and_what_is_cancelled_gives_back(g: Gate, batch: Batch) -> None:
    made = services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    assert made.state == "cleared"
    assert _drawn(batch) == Decimal(100)
    services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    assert _drawn(batch) == Decimal(100)
    services.cancel(g.declarant, made.pk, "sold elsewhere", "page", seen=None)
    assert _drawn(batch) == 0


def test_goods_that_are_not_of_their_batch_are_looked_at_and_draw(g: Gate, batch: Batch) -> None:
    document = _document(g, batch.number, "100", "one")
    document["items"][0]["contains"] = "Nd=0.27,Fe=0.63,B=0.01,Dy=0.08"
    made = services.lodge(g.declarant, document, "page")
    assert made.state == "held"
    assert "batch.unlike_item" in {each["code"] for each in made.items.get().findings}
    assert _drawn(batch) == Decimal(100)


def test_more_than_is_left_stops_and_draws_nothing(g: Gate, batch: Batch) -> None:
    services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    asked = _document(g, batch.number, "100", "two")
    (item,) = services.precheck(g.declarant, asked).items
    assert "batch.overdrawn" in {each.code for each in item.findings}
    made = services.lodge(g.declarant, asked, "page")
    assert made.state == "refused"
    assert _drawn(batch) == Decimal(100)
    assert g.line.reserved_quantity == Decimal(100)


def test_a_batch_that_is_not_theirs_stops_as_one_that_is_not_there(g: Gate, batch: Batch) -> None:
    made = services.lodge(g.declarant, _document(g, f"{batch.number}X", "100", "one"), "page")
    assert made.state == "refused"


def test_what_stays_behind_goes_back_and_the_rest_when_it_is_cancelled(
    g: Gate, batch: Batch, tmp_path: Path
) -> None:
    made = services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    left = {1: Decimal("33.333333")}
    services.confirm_exit(g.officer, made.pk, made.day, left, "page", seen=None)
    assert _drawn(batch) == Decimal("33.333333")
    assert drawn(g.w.exporter, made.number)[1][0] == Decimal("33.333333")
    cancelled(g, made)
    assert _drawn(batch) == 0
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_leaves_whole_keeps_its_draws(g: Gate, batch: Batch) -> None:
    made = services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    services.confirm_exit(g.officer, made.pk, made.day, {}, "page", seen=None)
    assert _drawn(batch) == Decimal(100)
    assert batch.draws.count() == 1


def test_what_does_not_leave_at_all_gives_back_all(g: Gate, batch: Batch) -> None:
    made = services.lodge(g.declarant, _document(g, batch.number, "100", "one"), "page")
    services.confirm_exit(g.officer, made.pk, made.day, {1: Decimal(0)}, "page", seen=None)
    assert _drawn(batch) == 0
    cancelled(g, made)
    assert _drawn(batch) == 0
