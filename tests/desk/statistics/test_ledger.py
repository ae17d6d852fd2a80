"""What is counted is what was posted on licences, through exits, amendments and cancellations."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.desk.gate import services as at_gate
from monazite.desk.statistics import services
from monazite.desk.statistics.models import Cell
from monazite.desk.statistics.reconciling import reconcile
from monazite.law.store import load
from support.at_gate import Gate, gate
from support.desk_people import person, verified
from support.undone import cancelled

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration

pytestmark = pytest.mark.django_db


def gone(world: Gate, kilograms: str, really: str) -> Declaration:
    made = at_gate.lodge(
        world.declarant, world.document(item_quantity=kilograms, item_mass_kg=kilograms), "page"
    )
    today = load().today("CN")
    officer = verified(world.officer)
    return at_gate.confirm_exit(officer, made.pk, today, {1: Decimal(really)}, "page", seen=None)


def sums(today: date) -> tuple[Decimal, Decimal]:
    first = today.replace(day=1)
    (found,) = reconcile("CN", first, (first + timedelta(days=31)).replace(day=1))
    assert found.agree
    return found.declared, found.posted


def test_sums_are_the_ledgers_to_the_last_millionth() -> None:
    world, today = gate(), load().today("CN")
    gone(world, "100", "12.345678")
    second = gone(world, "33.333333", "33.333333")
    assert sums(today) == (Decimal("45.679011"),) * 2
    cancelled(world, second)
    assert sums(today) == (Decimal("12.345678"),) * 2


def test_one_firms_month_is_counted_and_nothing_of_it_is_shown() -> None:
    world = gate()
    gone(world, "100", "12.5")
    statistician = verified(person("statistician", at=world.customs))
    vintage = services.prepare(statistician, load().today("CN"), "page")
    assert (vintage.releases, vintage.nothing) == (1, ["export"])
    assert not Cell.objects.exists()
