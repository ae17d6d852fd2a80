"""A month is counted, released by a second pair of eyes, and counted anew when something changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.models import Declaration
from monazite.desk.people.may import Forbidden
from monazite.desk.statistics import services
from monazite.desk.statistics.counted import of
from monazite.desk.statistics.models import RELEASED, SENT_BACK, Cell, Counted, Vintage
from monazite.desk.statistics.reading import Shown, difference, page, published
from monazite.errors import InputError
from support.released import MONTH, Office, left, month_of, office

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def total(vintage: Vintage, series: str = "export") -> Decimal:
    found = Cell.objects.get(vintage=vintage, series=series, side="total", code="")
    return Decimal(found.mass_kg)


def released(made: Office) -> Vintage:
    waiting = services.prepare(made.author, MONTH, "page")
    return services.release(made.signer, waiting.pk, "page")


def test_sums_are_what_left_of_everything_that_counts() -> None:
    made = office()
    for firm in range(6):
        left(made, firm)
        left(made, firm, series="bonded", mass=7)
        left(made, firm, series="transit", mass=1000)
        left(made, firm, on=date(2026, 9, 30), mass=9999)
        left(made, firm, state="cancelled", mass=9999)
    vintage = services.prepare(made.author, MONTH, "page")
    assert vintage.releases == 18
    assert total(vintage) == 6 * 107
    assert total(vintage, "transit") == 6000


def test_what_did_not_leave_is_not_counted() -> None:
    made = office()
    for firm in range(5):
        left(made, firm, mass=100, left="60.5")
    assert total(services.prepare(made.author, MONTH, "page")) == Decimal("302.5")


def test_a_currency_without_a_rate_gives_no_value() -> None:
    made = office()
    for firm in range(5):
        left(made, firm, currency="USD" if firm else "XAF")
    vintage = services.prepare(made.author, MONTH, "page")
    assert vintage.rates == {"USD": "1", "XAF": None}
    assert vintage.currencies == {"export": {"USD": "20000", "XAF": "5000"}}
    assert set(Cell.objects.values_list("value_usd", flat=True)) == {None}


def test_a_value_in_another_currency_is_told_in_dollars_of_the_month() -> None:
    made = office()
    for firm in range(5):
        left(made, firm, currency="CNY", value=1000)
    vintage = services.prepare(made.author, MONTH, "page")
    cell = Cell.objects.get(vintage=vintage, side="total", code="")
    assert cell.value_usd == Decimal(5000) * Decimal(vintage.rates["CNY"])


def test_who_prepared_does_not_release() -> None:
    made = office()
    month_of(made, 1, 30)
    vintage = services.prepare(made.author, MONTH, "page")
    with pytest.raises(Refused, match="prepared"):
        services.release(made.author, vintage.pk, "page")
    with pytest.raises(Forbidden):
        services.release(made.officer, vintage.pk, "page")
    assert services.release(made.signer, vintage.pk, "page").state == RELEASED
    with pytest.raises(Refused):
        services.send_back(made.signer, vintage.pk, "again", "page")


def test_the_database_holds_the_four_eyes() -> None:
    made = office()
    vintage = services.prepare(made.author, MONTH, "page")
    with pytest.raises(IntegrityError), transaction.atomic():
        Vintage.objects.bulk_create(
            [Vintage(
                regime="CN", month=MONTH, number=2, until=MONTH, releases=0, cells_sha256="",
                rules_hash="", author=made.author, prepared_at=vintage.prepared_at,
                state=RELEASED, signer=made.author, signed_at=vintage.prepared_at,
            )]
        )  # fmt: skip


def test_cells_are_never_changed() -> None:
    made = office()
    month_of(made, 1, 30)
    services.prepare(made.author, MONTH, "page")
    with pytest.raises(DatabaseError), transaction.atomic():
        Cell.objects.update(hidden="")
    with pytest.raises(DatabaseError), transaction.atomic():
        Cell.objects.all().delete()


def test_one_waits_at_a_time_and_what_is_sent_back_makes_room() -> None:
    made = office()
    waiting = services.prepare(made.author, MONTH, "page")
    with pytest.raises(Refused):
        services.prepare(made.signer, MONTH, "page")
    assert services.send_back(made.signer, waiting.pk, "a wrong mass", "page").state == SENT_BACK
    assert services.prepare(made.author, MONTH, "page").number == 2


def test_a_month_to_come_has_no_statistics() -> None:
    with pytest.raises(InputError):
        services.prepare(office().author, date(2027, 5, 1), "page")


def test_a_cancelled_declaration_changes_the_next_vintage_and_not_the_last() -> None:
    made = office()
    items = [left(made, firm) for firm in (*range(6), *range(4))]
    first = released(made)
    before = list(Cell.objects.filter(vintage=first).order_by("number").values())
    Declaration.objects.filter(pk__in=[each.declaration_id for each in items[6:]]).update(
        state="cancelled", event_seq=2, event_head=b"2" * 32
    )
    second = services.prepare(made.author, MONTH, "page")
    assert total(first) - total(second) == 400
    assert second.waiting == {}
    assert list(Cell.objects.filter(vintage=first).order_by("number").values()) == before
    changed = dict(difference(first, second))
    whole = changed["export", "total", "", ""]
    assert whole.before
    assert whole.after
    assert whole.before.mass_kg != whole.after.mass_kg


def test_one_firms_late_shipment_waits_for_others() -> None:
    made = office()
    for firm in range(6):
        left(made, firm)
    first = released(made)
    left(made, 0, mass=37, value=5555)
    second = released(made)
    assert second.releases == 7
    assert second.currencies["export"]["USD"] == "35555"
    assert second.waiting == {"export": ["28053011"]}
    assert difference(first, second) == []
    for firm in range(1, 4):
        left(made, firm, mass=10)
    third = released(made)
    assert third.waiting == {}
    assert total(third) == 667


def test_what_went_altogether_and_came_back_is_weighed_against_all_vintages() -> None:
    made = office()
    items = [left(made, firm) for firm in range(6)]
    first = released(made)
    rows = Declaration.objects.filter(pk__in=[each.declaration_id for each in items])
    rows.update(state="cancelled", event_seq=2, event_head=b"2" * 32)
    assert not Cell.objects.filter(vintage=released(made)).exists()
    rows.update(state="exited", event_seq=3, event_head=b"3" * 32)
    left(made, 0, mass=37)
    third = released(made)
    assert third.waiting == {"export": ["28053011"]}
    assert not [c for _, c in difference(first, third) if c.before and c.after]


def test_what_was_counted_is_kept_as_it_was(tmp_path: Path) -> None:
    made = office()
    month_of(made, 1, 30)
    vintage = services.prepare(made.author, MONTH, "page")
    with pytest.raises(DatabaseError), transaction.atomic():
        Counted.objects.update(shares="")
    with pytest.raises(DatabaseError), transaction.atomic():
        Counted.objects.all().delete()
    (counted,) = of([vintage])
    assert sum(each.mass_kg for each in counted["export"]) == total(vintage) * 10**6
    found = prove(tmp_path, PublicKeys(())).findings
    assert not [each.code for each in found if "statistics" in str(each.values)]


def test_what_a_released_vintage_hid_the_next_one_hides() -> None:
    made = office(12)
    month_of(made, 3, 200)
    first = released(made)
    hidden = {cell.key for cell in published(first) if cell.hidden}
    assert hidden
    for firm in range(12):  # now many firms stand behind every cell
        month_of(replace(made, firms=(made.firms[firm],)), firm, 40)
    second = services.prepare(made.author, MONTH, "page")
    codes = set(second.pooled["export"]["codes"])
    shown = {cell.key for cell in published(second) if not cell.hidden}
    assert not hidden & shown
    assert codes >= set(first.pooled["export"]["codes"])


def test_hidden_cells_have_no_amounts_and_a_reason() -> None:
    made = office()
    month_of(made, 3)
    found = list(published(services.prepare(made.author, MONTH, "page")))
    hidden = [cell for cell in found if cell.hidden]
    assert hidden
    assert {(c.mass_kg, c.value_usd, c.second_quantity) for c in hidden} == {(None, None, None)}


def test_pages_hold_every_cell_once() -> None:
    made = office()
    month_of(made, 3)
    vintage, cursor = services.prepare(made.author, MONTH, "page"), ""
    found: list[Shown] = []
    while True:
        got = page(made.author, vintage, cursor, 7)
        found += got.items
        if not (cursor := got.following):
            break
    assert found == list(published(vintage))
    for bad in ("x", "-1", "9" * 40):
        with pytest.raises(InputError):
            page(made.author, vintage, bad, 7)


def test_an_item_is_left_out_with_its_reason_and_counted_again() -> None:
    made = office()
    items = [left(made, firm) for firm in range(5)]
    number = items[0].declaration.number
    services.exclude(made.author, number, 1, "test_declaration", "a trial of the system", "page")
    vintage = services.prepare(made.author, MONTH, "page")
    assert vintage.excluded == {"test_declaration": 1}
    assert total(vintage) == 400
    with pytest.raises(Refused):
        services.exclude(made.author, number, 1, "other", "again", "page")
    services.send_back(made.signer, vintage.pk, "count it", "page")
    services.count_again(made.author, number, 1, "it did leave", "page")
    assert total(services.prepare(made.author, MONTH, "page")) == 500


@pytest.mark.parametrize(
    ("reason", "text"), [("because", "x"), ("other", ""), ("", "x")],
)  # fmt: skip
def test_without_a_reason_nothing_is_left_out(reason: str, text: str) -> None:
    made = office()
    item = left(made, 0)
    with pytest.raises(InputError):
        services.exclude(made.author, item.declaration.number, 1, reason, text, "page")


def test_the_chain_tells_vintages_their_cells_and_what_was_left_out(tmp_path: Path) -> None:
    made = office()
    number = left(made, 0).declaration.number
    services.exclude(made.author, number, 1, "other", "why", "page")
    services.count_again(made.author, number, 1, "why not", "page")
    month_of(made, 1, 40)
    waiting = services.prepare(made.author, MONTH, "page")
    services.send_back(made.signer, waiting.pk, "no", "page")
    released(made)

    def about() -> list[str]:
        found = prove(tmp_path, PublicKeys(())).findings
        return [each.code for each in found if "statistics" in str(each.values)]

    assert about() == []
    Cell.objects.bulk_create([Cell(vintage=waiting, number=9999, series="x", side="y", mass_kg=1)])
    assert about() == ["row_changed"]
