"""A declaration draws on its firm's batches as it is lodged, and gives back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.batches import services as batches
from monazite.desk.gate import services
from support.batches import said

if TYPE_CHECKING:
    from monazite.desk.batches.models import Batch
    from support.at_gate import Gate


@pytest.fixture
def batch(g: Gate) -> Batch:
    lot = said("S1", stage="magnet", mass_kg="150", contents={"Nd": "40"}, source="stock")
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
