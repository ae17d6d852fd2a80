from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.batches import services
from monazite.desk.batches.errors import Unbalanced
from monazite.desk.batches.listing import known
from monazite.desk.batches.models import Batch, Draw
from monazite.desk.people.may import Forbidden
from monazite.desk.running.verify import verify
from monazite.errors import InputError
from support.batches import books, mined, said

if TYPE_CHECKING:
    from support.batches import Books

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Books:
    return books()


def test_a_beginning_names_its_source_and_keeps_oxide_element_and_factor(held: Books) -> None:
    batch = mined(held)
    (dy,) = [each for each in batch.contents if each["element"] == "Dy"]
    assert (dy["word"], dy["mass_kg"], dy["element_kg"]) == ("Dy2O3", "10", "8.713210")
    assert (batch.origin, batch.source, batch.month.isoformat()) == (
        "mined", "quota notice 3", "2026-09-01",
    )  # fmt: skip
    with pytest.raises(InputError):
        services.begin(held.maker, "CN", "mined", said("R9", source=" "), "page")


def test_a_step_takes_of_its_inputs_and_balances_over_all_its_outputs(held: Books) -> None:
    feed = mined(held)
    made = services.make(
        held.maker,
        {feed.pk: "500"},
        [
            said("Nd oxide", stage="separation", mass_kg="90", contents={"Nd2O3": "89"}),
            said("Dy oxide", stage="separation", mass_kg="5", contents={"Dy2O3": "4.9"}),
        ],
        "page",
    )
    feed.refresh_from_db()
    assert feed.drawn_kg == Decimal(500)
    assert {batch.step for batch in made} == {made[0].step}
    assert made[0].inputs == {feed.number: "500"}
    assert [draw.kind for draw in feed.draws.all()] == ["step"]


def test_more_of_an_element_than_went_in_is_refused_with_every_finding(held: Books) -> None:
    feed = mined(held)
    outputs = [
        said("x", stage="separation", mass_kg="90", contents={"Nd2O3": "189"}),
        said("y", stage="separation", mass_kg="90", contents={"Tb4O7": "1"}),
    ]
    with pytest.raises(Unbalanced) as refused:
        services.make(held.maker, {feed.pk: "500"}, outputs, "page")
    assert [each.code for each in refused.value.findings] == [
        "batch.content_over_mass", "batch.element_created", "batch.element_created",
    ]  # fmt: skip
    assert Batch.objects.count() == 1
    assert not Draw.objects.exists()


def test_more_than_is_left_is_refused_and_another_firms_batch_is_not_known(held: Books) -> None:
    feed = mined(held)
    one = [said("x", stage="separation", mass_kg="1", contents={"Nd2O3": "1"})]
    with pytest.raises(Refused, match="1000 kg are left"):
        services.make(held.maker, {feed.pk: "1000.000001"}, one, "page")
    with pytest.raises(Forbidden) as forbidden:
        services.make(held.buyer, {feed.pk: "1"}, one, "page")
    assert forbidden.value.status == 404


def test_what_is_handed_over_is_the_receivers_and_the_share_goes_with_it(held: Books) -> None:
    feed = mined(held)
    got = services.hand_over(held.maker, feed.pk, "250", "91310000BUYER0000X", "lot 7", "page")
    assert (got.origin, got.organisation_id) == ("received", held.buyer.organisation_id)
    assert {each["element"]: each["element_kg"] for each in got.contents}["Dy"] == "2.178302"
    assert list(known(held.buyer)) == [got]
    assert feed.number not in {batch.number for batch in known(held.buyer)}
    part = [said("P", stage="separation", mass_kg="1", contents={"Nd2O3": "1"})]
    with pytest.raises(Refused, match="accept it first"):
        services.make(held.buyer, {got.pk: "10"}, part, "page")
    with pytest.raises(Forbidden):
        services.accept(held.maker, got.pk, "page")
    assert services.accept(held.buyer, got.pk, "page").accepted_at is not None
    with pytest.raises(Refused, match="is in your books"):
        services.accept(held.buyer, got.pk, "page")
    services.make(held.buyer, {got.pk: "10"}, part, "page")
    assert verify().whole
    with pytest.raises(Refused, match="No other firm"):
        services.hand_over(held.maker, feed.pk, "1", "91000000MAKER0000X", "", "page")


def test_a_reference_is_used_once_and_a_bad_mass_is_refused(held: Books) -> None:
    mined(held)
    with pytest.raises(Refused, match="R1"):
        mined(held)
    for mass in ("0", "-1", "NaN", "1e13", "0.0000001", "x"):
        with pytest.raises(InputError):
            services.begin(held.maker, "CN", "stock", said("R2", mass_kg=mass), "page")


def test_who_may_not_write_and_who_follows_up_reads_all_of_the_regime(held: Books) -> None:
    batch = mined(held)
    with pytest.raises(Forbidden):
        services.begin(held.inspector, "CN", "stock", said("R3"), "page")
    assert list(known(held.inspector)) == [batch]
    assert not known(held.officer).exists()


def test_the_rows_stay_as_they_are_and_verify_tells_of_a_change(held: Books) -> None:
    batch = mined(held)
    services.hand_over(held.maker, batch.pk, "250", "91310000BUYER0000X", "lot 7", "page")
    quota = services.set_quota(
        held.inspector, held.maker.organisation_id, 2026, "mine", "5000", "notice", "page"
    )
    for table, change in (
        ("batches_batch", "mass_kg = 5"), ("batches_batch", "drawn_kg = 0"),
        ("batches_batch", "accepted_at = '2020-01-01 00:00:00+00:00'"),
        ("batches_draw", "reference = 'x'"), ("batches_quota", "mass_kg = 9"),
    ):  # fmt: skip
        for sql in (f"UPDATE {table} SET {change}", f"DELETE FROM {table}"):  # noqa: S608
            with (
                pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor
            ):  # fmt: skip
                cursor.execute(sql)
    assert quota.number == 1
    report = verify()
    assert report.whole, report.findings
