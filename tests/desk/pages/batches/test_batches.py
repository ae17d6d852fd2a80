from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.batches.models import Batch, Quota
from support.batches import books, mined
from support.desk_people import signed_in

if TYPE_CHECKING:
    from support.batches import Books

NEW = {
    "regime": "CN", "origin": "stock", "stage": "metal", "month": "2026-09", "reference": "S1",
    "mass_kg": "100", "contents": "Nd2O3 80\nDy2O3 12.5", "source": "stock report",
}  # fmt: skip


@pytest.fixture
def held(db: None) -> Books:  # noqa: ARG001
    return books()


@pytest.fixture
def maker(held: Books) -> Client:
    return signed_in(Client(), held.maker)


def test_a_batch_is_begun_and_shown_with_its_factors(maker: Client) -> None:
    answer = maker.post(reverse("batch_begin"), NEW, follow=True)
    page = answer.content.decode()
    assert "Dy2O3" in page
    assert "0.871321" in page
    assert Batch.objects.get().number in maker.get(reverse("batches")).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("contents", "Nd2O3 800", "more than the batch itself"),
        ("contents", "Nd2O3", "Write a word and its kilograms in each line"),
        ("contents", "Nd2O3 1e99", "less than a billion tonnes"),
        ("reference", "", "Reference: fill it in, with 1 to 64 characters"),
        ("source", "", "Source: fill it in"),
        ("mass_kg", "-1", "Mass (kg): “-1” cannot be"),
        ("contents", "Unobtainium 3", "Unobtainium"),
        ("mass_kg", "much", "Mass (kg): “much” is no amount in kilograms"),
        ("month", "soon", "“soon” is no month"),
        ("origin", "found", "found"),
        ("regime", "XX", "XX"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    maker: Client, field: str, value: str, said: str
) -> None:
    answer = maker.post(reverse("batch_begin"), NEW | {field: value})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert NEW["contents" if field == "source" else "source"].split("\n")[0] in page
    assert "Say why" not in page
    assert not Batch.objects.exists()


def test_a_step_is_written_down_and_its_elements_balance(held: Books, maker: Client) -> None:
    feed = mined(held)
    assert feed.number in maker.get(reverse("batch_make")).content.decode()
    sent = {
        f"input-{feed.pk}": "500", "month": "2026-10", "reference-1": "Nd", "mass_kg-1": "90",
        "stage-1": "separation", "contents-1": "Nd2O3 101",
    }  # fmt: skip
    wrong = maker.post(reverse("batch_make"), sent)
    assert wrong.status_code == 422
    assert "came out of this step" in wrong.content.decode()
    assert maker.post(reverse("batch_make"), sent | {"contents-1": "Nd2O3 89"}).status_code == 302
    made = Batch.objects.get(reference="Nd")
    assert feed.number in maker.get(reverse("batch", args=[made.pk])).content.decode()


def test_it_is_handed_over_and_the_receiver_reads_its_own_alone(held: Books, maker: Client) -> None:
    feed = mined(held)
    address = reverse("batch_hand_over", args=[feed.pk])
    sent = {"mass_kg": "5", "receiver": "91310000BUYER0000X", "reference": "7"}
    assert maker.post(address, sent | {"mass_kg": "5000"}).status_code == 422
    assert maker.post(address, sent).status_code == 302
    buyer = signed_in(Client(), held.buyer)
    (got,) = [each for each, _, _ in buyer.get(reverse("batches")).context["rows"]]
    assert buyer.get(reverse("batch", args=[got.pk])).status_code == 200
    assert buyer.get(reverse("batch", args=[feed.pk])).status_code == 404
    assert buyer.post(address, sent).status_code == 404
    own, accept = reverse("batch", args=[got.pk]), reverse("batch_accept", args=[got.pk])
    assert accept in buyer.get(own).content.decode()
    assert maker.post(accept).status_code == 404
    assert buyer.post(accept).status_code == 302
    assert buyer.post(accept).status_code == 409
    assert accept not in buyer.get(own).content.decode()


def test_an_inspector_reads_the_arithmetic_and_writes_down_a_quota(
    held: Books, maker: Client
) -> None:
    mined(held)
    firm = held.maker.organisation_id
    inspector = signed_in(Client(), held.inspector)
    page = inspector.get(reverse("batches_explained", args=[firm])).content.decode()
    assert "unknown" in page
    sent = {"year": "2026", "stage": "mine", "mass_kg": "200", "source": "notice 3"}
    assert inspector.post(reverse("quota", args=[firm]), sent | {"year": "x"}).status_code == 422
    assert inspector.post(reverse("quota", args=[firm]), sent).status_code == 302
    assert Quota.objects.get().mass_kg == 200
    for who in (maker, signed_in(Client(), held.officer)):
        assert who.get(reverse("batches_explained", args=[firm])).status_code in {403, 404}
        assert who.post(reverse("quota", args=[firm]), sent).status_code in {403, 404}
    assert signed_in(Client(), held.officer).get(reverse("batch_begin")).status_code in {403, 404}
