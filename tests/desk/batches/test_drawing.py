from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.customs.declared import Declaration, Draw, Item
from monazite.desk.batches import services
from monazite.desk.batches.models import Batch
from monazite.desk.batches.models import Draw as Row
from monazite.desk.events.append import ChangedMeanwhile, Who
from support.batches import books, mined

if TYPE_CHECKING:
    from support.batches import Books

pytestmark = pytest.mark.django_db
WHO = Who(None, "cli")


@pytest.fixture
def held() -> Books:
    return books()


def _declared(*draws: tuple[str, str | None], mass_kg: str = "2000") -> Declaration:
    made = tuple(Draw(number, None if kg is None else Decimal(kg)) for number, kg in draws)
    return Declaration(items=(Item(mass_kg=Decimal(mass_kg), draws=made),))


def _codes(held: Books, declaration: Declaration) -> list[str]:
    found = services.found(held.maker.organisation_id, declaration)
    return [f"{each.code} {each.path}" for each in found]


def test_an_export_draws_and_what_does_not_leave_is_given_back_once(held: Books) -> None:
    batch = mined(held)
    declaration = _declared((f" {batch.number.lower()}", "400"))
    assert _codes(held, declaration) == []
    with transaction.atomic():
        services.draw(held.maker.organisation_id, "CN-D-1", declaration, WHO)
        services.draw(held.maker.organisation_id, "CN-D-1", declaration, WHO)
    batch.refresh_from_db()
    assert batch.drawn_kg == Decimal(400)
    with transaction.atomic():
        services.undraw("CN-D-1", WHO)
        services.undraw("CN-D-1", WHO)
    batch.refresh_from_db()
    assert batch.drawn_kg == 0
    assert [row.mass_kg for row in batch.draws.order_by("number")] == [400, -400]
    assert {row.message_id for row in Row.objects.all()} == {
        "CN-D-1/1/draw/1", "CN-D-1/1/draw/1/undo",
    }  # fmt: skip


def test_every_draw_that_cannot_be_is_found(held: Books) -> None:
    batch = mined(held)
    asked = _declared(
        (batch.number, "600"), (batch.number, "500"), ("CN-B-NONE", "1"), (batch.number, None),
        mass_kg="1000",
    )  # fmt: skip
    assert _codes(held, asked) == [
        "batch.overdrawn items[0].draws[1].mass_kg", "batch.unknown items[0].draws[2].batch",
        "batch.mass items[0].draws[3].mass_kg",
    ]  # fmt: skip
    words = services.found(held.maker.organisation_id, asked)[0]
    assert "400 kg are left" in words.message("en")


def test_a_batch_of_another_firm_is_answered_as_one_that_does_not_exist(held: Books) -> None:
    batch = mined(held)
    asked, none = _declared((batch.number, "1")), _declared(("CN-B-NONE", "1"))
    found, other = (
        services.found(held.buyer.organisation_id, each) for each in (asked, none)
    )  # fmt: skip
    assert [each.code for each in found] == [each.code for each in other] == ["batch.unknown"]


def test_two_who_read_the_same_batch_never_draw_it_twice(held: Books) -> None:
    batch = mined(held)
    stale = Batch.objects.get(pk=batch.pk)
    with transaction.atomic():
        services.draw(held.maker.organisation_id, "CN-D-1", _declared((batch.number, "900")), WHO)
    from monazite.desk.batches.services.taking import take  # noqa: PLC0415 - the inner one alone

    with pytest.raises(ChangedMeanwhile), transaction.atomic():
        take(stale, "CN-D-2/1/draw/1", "export", "CN-D-2", Decimal(900), WHO)
    batch.refresh_from_db()
    assert batch.drawn_kg == Decimal(900)
