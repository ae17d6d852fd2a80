"""Pages of statistics: what a statistician sees, what nobody sees, and who may act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.statistics import services
from monazite.desk.statistics.models import Cell, Exclusion, Vintage
from monazite.desk.statistics.said import limits
from support.desk_people import organisation, person, signed_in
from support.released import MONTH, left, month_of, office

if TYPE_CHECKING:
    from support.released import Office

pytestmark = pytest.mark.django_db


def reader(who: object) -> Client:
    return signed_in(Client(), who)  # type: ignore[arg-type]


def prepared(made: Office) -> Vintage:
    month_of(made, 3)
    return services.prepare(made.author, MONTH, "page")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_vintage_shows_sums_and_says_what_is_hidden(lang: str) -> None:
    made = office()
    vintage = prepared(made)
    client = reader(made.signer)
    client.cookies["monazite_language"] = lang
    page = client.get(reverse("statistics_vintage", args=[vintage.pk]))
    text = page.content.decode()
    assert page.status_code == 200
    assert say("desk.statistics.hidden.few", lang) in text
    assert "<svg" in text
    assert vintage.cells_sha256 in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_code_that_waits_is_named_beside_the_thresholds(lang: str) -> None:
    made = office()
    for firm in range(6):
        left(made, firm)
    first = services.prepare(made.author, MONTH, "page")
    services.release(made.signer, first.pk, "page")
    left(made, 0, mass=37)
    vintage = services.prepare(made.author, MONTH, "page")
    client = reader(made.signer)
    client.cookies["monazite_language"] = lang
    text = client.get(reverse("statistics_vintage", args=[vintage.pk])).content.decode()
    kind = say("customs.series.export", lang)
    assert say("desk.statistics.waiting", lang, kind=kind, codes="28053011") in text
    assert all(line in text for line in limits("CN", lang))
    assert "637.000" not in text


def test_no_page_holds_the_size_of_a_hidden_cell() -> None:
    made = office()
    vintage = prepared(made)
    text, cursor = "", ""
    while True:
        address = reverse("statistics_vintage", args=[vintage.pk])
        got = reader(made.signer).get(f"{address}?cursor={cursor}").content.decode()
        text += got
        found = re.search(r'rel="next" href="\?cursor=([0-9]+)"', got)
        if found is None:
            break
        cursor = found[1]
    shown = {f"{m:,.3f}" for m in Cell.objects.filter(hidden="").values_list("mass_kg", flat=True)}
    hidden = {
        f"{mass:,.3f}" for mass in Cell.objects.exclude(hidden="").values_list("mass_kg", flat=True)
    }
    assert hidden - shown
    assert not [size for size in hidden - shown if f">{size}<" in text]


def test_two_statisticians_bring_a_month_out() -> None:
    made = office()
    month_of(made, 3, 40)
    author, signer = reader(made.author), reader(made.signer)
    answer = author.post(reverse("statistics_prepare"), {"month": "2026-10"})
    vintage = Vintage.objects.get()
    address = reverse("statistics_vintage", args=[vintage.pk])
    assert answer.headers["Location"] == address
    flows = reverse("statistics_flows", args=[vintage.pk])
    assert signer.get(flows).status_code == 404
    assert author.post(reverse("statistics_release", args=[vintage.pk])).status_code == 409
    assert signer.post(reverse("statistics_release", args=[vintage.pk])).status_code == 302
    assert signer.get(flows).content.startswith(b"month,vintage,")
    assert "2026-10" in signer.get(reverse("statistics")).content.decode()


def test_a_vintage_goes_back_with_a_word() -> None:
    made = office()
    vintage = prepared(made)
    address = reverse("statistics_back", args=[vintage.pk])
    assert reader(made.signer).post(address, {"text": ""}).status_code == 422
    assert reader(made.signer).post(address, {"text": "the rates"}).status_code == 302
    page = reader(made.author).get(reverse("statistics_vintage", args=[vintage.pk]))
    assert "the rates" in page.content.decode()


def test_an_item_is_left_out_and_counted_again() -> None:
    made = office()
    number = left(made, 0).declaration.number
    client = reader(made.author)
    sent = {"number": number, "item": "1", "reason": "other", "text": "a trial"}
    assert client.post(reverse("statistics_exclude"), sent).status_code == 302
    assert "a trial" in client.get(reverse("statistics")).content.decode()
    assert client.post(reverse("statistics_include"), sent).status_code == 302
    assert Exclusion.objects.get().counts


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("statistics_prepare", {"month": "soon"}), ("statistics_prepare", {"month": "2031-01"}),
        ("statistics_exclude", {"item": "x"}), ("statistics_include", {"item": "-1"}),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said(name: str, sent: dict[str, str]) -> None:
    came = f"http://testserver{reverse('statistics')}"
    answer = reader(office().author).post(reverse(name), sent, HTTP_REFERER=came)
    assert answer.status_code == 422
    assert f'href="{reverse("statistics")}">Back to the page' in answer.content.decode()
    assert "2026-10" in answer.content.decode() or sent.get("item") or "2031" in str(answer.content)


def test_nobody_else_may() -> None:
    made = office()
    vintage = prepared(made)
    other = organisation("agency", duty="customs")
    others = [made.officer, person("declarant", at=organisation()), person("auditor", at=other)]
    for who in others:
        client = reader(who)
        for name in ("statistics", "statistics_vintage", "statistics_flows"):
            args = [] if name == "statistics" else [vintage.pk]
            assert client.get(reverse(name, args=args)).status_code in {403, 404}
        for name in ("prepare", "exclude", "include", "release", "back"):
            args = [vintage.pk] if name in {"release", "back"} else []
            answer = client.post(reverse(f"statistics_{name}", args=args), {"item": "1"})
            assert answer.status_code in {403, 404}
    assert Vintage.objects.get().state == "prepared"


@pytest.mark.parametrize("name", ["statistics_exclude", "statistics_include"])
def test_an_item_that_is_not_there_is_said(name: str) -> None:
    sent = {"number": "CN-D-NOWHERE", "item": "3", "reason": "other", "text": "a trial"}
    answer = reader(office().author).post(reverse(name), sent)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Item 3 of the declaration CN-D-NOWHERE is not known here" in page
    assert "This cannot be done" in page
    assert "changed meanwhile" not in page
