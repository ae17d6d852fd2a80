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


def test_what_was_handed_over_is_drawn_on_once_it_is_accepted(held: Books) -> None:
    batch = mined(held)
    got = services.hand_over(held.maker, batch.pk, "100", "91310000BUYER0000X", "7", "page")
    asked, buyer = _declared((got.number, "100"), mass_kg="100"), held.buyer.organisation_id
    assert [each.code for each in services.found(buyer, asked)] == ["batch.not_accepted"]
    services.accept(held.buyer, got.pk, "page")
    assert services.found(buyer, asked) == ()


@pytest.mark.parametrize(
    ("contains", "unlike"),
    [
        ("Nd=0.171,Pr=0.041,Dy=0.0087,Fe", ""),
        ("Nd,Pr,Dy", ""),
        ("REE", ""),
        ("Nd=0.171,Pr=0.041", "Dy"),
        ("Nd,Pr,Dy,Tb", "Tb"),
        ("Nd=0.3,Pr=0.041,Dy=0.0087", "Nd"),
        ("Fe", "Dy, Nd, Pr"),
        ("what?", ""),
    ],
)
def test_goods_are_what_their_batches_hold(held: Books, contains: str, unlike: str) -> None:
    draw = Draw(mined(held).number, Decimal(100))
    declared = Declaration(items=(Item(mass_kg=Decimal(100), contains=contains, draws=(draw,)),))
    found = services.found(held.maker.organisation_id, declared)
    assert [(each.code, each.path) for each in found] == (
        [("batch.unlike_item", "items[0].draws")] if unlike else []
    )
    assert all(f"same of {unlike}." in each.message("en") for each in found)
    assert not services.impossible(found)
    with transaction.atomic():
        services.draw(held.maker.organisation_id, "CN-D-9", declared, WHO)


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
