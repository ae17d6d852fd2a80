from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services
from monazite.desk.licences.accounts import account_of, balance_of, dated
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.services.moving import move
from monazite.desk.licences.standing import standing
from monazite.desk.licences.usable import usable
from monazite.errors import InputError
from monazite.ledger.movements import Movement as Entry
from monazite.ledger.movements import balance
from support.flushing import without_triggers
from support.licences import issued
from support.offices import person, world

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.offices import World

GATE = Who(None, "api")
TEN = Decimal(10)
MANY = {"uses_max": None, "controlled_by": "quantity", "quantity": Decimal(100)}


def line_of(licence: Licence) -> LicenceLine:
    return LicenceLine.objects.select_related("licence").get(licence=licence)


def sums(line: LicenceLine) -> tuple[int, int, int]:
    """What is set aside and used, in whole units, and how often."""
    now = LicenceLine.objects.get(pk=line.pk)
    return int(now.reserved_quantity), int(now.used_quantity), now.uses


def out(line: LicenceLine, quantity: Decimal, message: str) -> Movement:
    """Set aside and let out at once."""
    day = line.licence.valid_from
    services.reserve(line.pk, quantity, Decimal(), day, f"{message}/reserve", GATE)
    return services.post(line.pk, quantity, Decimal(), day, f"{message}/post", GATE)


def test_what_is_set_aside_and_leaves_is_used(w: World) -> None:
    line = line_of(issued(w, **MANY))
    services.reserve(line.pk, TEN, Decimal(), line.licence.valid_from, "a", GATE)
    assert sums(line) == (10, 0, 1)
    services.post(line.pk, TEN, Decimal(), line.licence.valid_from, "b", GATE)
    assert sums(line) == (0, 10, 1)


def test_a_repeated_message_gets_its_first_answer_although_nothing_is_left(w: World) -> None:
    line = line_of(issued(w, **MANY))
    day = line.licence.valid_from
    first = services.reserve(line.pk, Decimal(100), Decimal(), day, "a", GATE)
    assert services.reserve(line.pk, Decimal(100), Decimal(), day, "a", GATE).pk == first.pk
    assert sums(line) == (100, 0, 1)


def test_a_message_is_not_used_for_two_things(w: World) -> None:
    line = line_of(issued(w, **MANY))
    services.reserve(line.pk, TEN, Decimal(), line.licence.valid_from, "a", GATE)
    with pytest.raises(Refused, match="another movement"):
        services.reserve(line.pk, Decimal(11), Decimal(), line.licence.valid_from, "a", GATE)


def test_nothing_beyond_what_was_granted(w: World) -> None:
    line = line_of(issued(w, **MANY))
    day = line.licence.valid_from
    services.reserve(line.pk, Decimal(95), Decimal(), day, "a", GATE)
    with pytest.raises(Refused, match="10 is more than is left: 5"):
        services.reserve(line.pk, TEN, Decimal(), day, "b", GATE)
    assert sums(line) == (95, 0, 1)


def test_nothing_beyond_what_a_stretch_allows(w: World) -> None:
    line = line_of(issued(w, **MANY, sub_period_days=30, sub_period_quantity=Decimal(20)))
    day = line.licence.valid_from
    services.reserve(line.pk, Decimal(15), Decimal(), day, "a", GATE)
    with pytest.raises(Refused, match="only 5 more can be moved; 10 was asked"):
        services.reserve(line.pk, TEN, Decimal(), day + timedelta(29), "b", GATE)
    services.reserve(line.pk, TEN, Decimal(), day + timedelta(30), "b", GATE)
    assert sums(line) == (25, 0, 2)


def test_the_table_refuses_what_a_mistake_of_ours_would_overdraw(w: World) -> None:
    line = line_of(issued(w, **MANY))
    with pytest.raises(IntegrityError), without_triggers(), transaction.atomic():
        LicenceLine.objects.filter(pk=line.pk).update(used_quantity=Decimal("100.000001"))


def test_a_message_with_another_use_is_another_movement(w: World) -> None:
    line = line_of(issued(w, **MANY))
    day = line.licence.valid_from
    move(line.pk, Entry("adjust", TEN, Decimal(), 1, day), "a", GATE)
    with pytest.raises(Refused, match="another movement"):
        move(line.pk, Entry("adjust", TEN, Decimal(), 5, day), "a", GATE)


@pytest.mark.parametrize("message", ["", "a\0b", "x" * 101, "\ud800", "a\nb"])
def test_an_id_that_the_engines_cannot_keep_alike_is_named(message: str, w: World) -> None:
    line = line_of(issued(w, **MANY))
    with pytest.raises(InputError, match="1 to 100 printable characters"):
        services.reserve(line.pk, TEN, Decimal(), line.licence.valid_from, message, GATE)


@pytest.mark.parametrize(
    ("quantity", "value", "why"),
    [("NaN", "0", "no number"), ("Infinity", "0", "no number"), ("1e30", "0", "too much"),
     ("1", "1e12", "too much"), ("sNaN", "0", "no number")],
)  # fmt: skip
def test_an_amount_that_no_account_holds_is_refused_in_words(
    quantity: str, value: str, why: str, w: World
) -> None:
    line = line_of(issued(w, **MANY))
    day = line.licence.valid_from
    with pytest.raises(Refused, match=why) as refused:
        services.reserve(line.pk, Decimal(quantity), Decimal(value), day, "a", GATE)
    assert "数额" in refused.value.message("zh")
    services.reserve(line.pk, TEN, Decimal("999999999999.999999"), day, "b", GATE)
    with pytest.raises(Refused, match="too much"):
        services.reserve(line.pk, TEN, Decimal("0.000001"), day, "c", GATE)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_all_are_days(day: date, w: World) -> None:
    line = line_of(issued(w, **MANY, sub_period_days=30, sub_period_quantity=Decimal(20)))
    move(line.pk, Entry("adjust", TEN, Decimal(), 1, day), "a", GATE)
    with pytest.raises(Refused, match="only 10 more"):
        move(line.pk, Entry("adjust", Decimal(11), Decimal(), 1, day), "b", GATE)


def test_every_reason_is_a_sentence_of_its_own(w: World) -> None:
    line = line_of(issued(w, **MANY | {"uses_max": 1, "controlled_by": "quantity"}))
    entry = Entry("adjust", Decimal(101), Decimal(), 2, line.licence.valid_from)
    with pytest.raises(Refused) as refused:
        move(line.pk, entry, "a", GATE)
    for lang in ("en", "zh"):
        assert len(refused.value.message(lang).splitlines()) == 3


@pytest.mark.parametrize("sub_period", [{}, {"sub_period_days": 9, "sub_period_value": TEN}])
def test_what_was_handed_back_is_not_left(
    sub_period: dict[str, Any], w: World, tmp_path: Path
) -> None:
    line = line_of(issued(w, **MANY, **sub_period))
    day = line.licence.valid_from
    move(line.pk, Entry("adjust", Decimal(60), Decimal(), 1, day), "a", GATE)
    move(line.pk, Entry("surrender", TEN, Decimal(), 0, day), "b", GATE)
    with pytest.raises(Refused, match="40 is more than is left: 30"):
        services.reserve(line.pk, Decimal(40), Decimal(), day, "c", GATE)
    services.reserve(line.pk, Decimal(30), Decimal(), day, "d", GATE)
    now = line_of(line.licence)
    of_all = balance(account_of(now), dated(now))
    assert balance_of(now) == of_all
    assert (of_all.quantity.left, of_all.quantity.given_back) == (Decimal(), TEN)
    with pytest.raises(IntegrityError), without_triggers(), transaction.atomic():
        LicenceLine.objects.filter(pk=line.pk).update(given_back_quantity=Decimal("10.000001"))
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_licence_for_one_export_is_completed_by_it(w: World) -> None:
    licence = issued(w, controlled_by="quantity", quantity=Decimal(100))
    line = line_of(licence)
    services.reserve(line.pk, TEN, Decimal(), licence.valid_from, "a", GATE)
    services.post(line.pk, Decimal(4), Decimal(), licence.valid_from, "b", GATE)
    assert Licence.objects.get(pk=licence.pk).ended == ""
    services.post(line.pk, Decimal(6), Decimal(), licence.valid_from, "c", GATE)
    assert standing(Licence.objects.get(pk=licence.pk)).state == "completed"
    with pytest.raises(Refused, match="used for its one export"):
        services.reserve(line.pk, TEN, Decimal(), licence.valid_from, "d", GATE)


@pytest.mark.parametrize("column", ["suspended_since", "amending_since"])
def test_a_gate_sees_at_once_what_binds(column: str, w: World) -> None:
    licence = issued(w, **MANY)
    day = licence.valid_from
    assert usable(licence.number, day).yes
    with without_triggers():
        Licence.objects.filter(pk=licence.pk).update(**{column: licence.issued_at})
    assert not usable(licence.number, day).yes
    with pytest.raises(Refused):
        out(line_of(licence), TEN, "a")


def test_a_gate_is_told_every_reason(w: World) -> None:
    licence = issued(w, **MANY)
    out(line_of(licence), TEN, "a")
    late = licence.valid_until + timedelta(1)
    assert set(usable(licence.number, late).reasons) == {"completed", "expired"}
    assert usable("CN-L-2026-999999", late).reasons == ("unknown",)


@pytest.mark.parametrize("seed", range(5))
def test_the_row_keeps_the_sums_of_its_entries(seed: int, w: World, tmp_path: Path) -> None:
    rng = random.Random(seed)
    line = line_of(issued(w, **MANY, sub_period_days=5, sub_period_quantity=Decimal(60)))
    for n in range(25):
        entry = Entry(
            rng.choice(["reserve", "post", "void", "adjust", "contra"]),
            Decimal(rng.randint(1, 30)), Decimal(), 1,
            line.licence.valid_from + timedelta(rng.randint(0, 20)),
        )  # fmt: skip
        try:
            move(line.pk, entry, str(n), GATE)
        except Refused:
            continue
    moved = Movement.objects.filter(line=line)
    expected = {
        "reserve": (1, 0),
        "post": (-1, 1),
        "void": (-1, 0),
        "adjust": (0, 1),
        "contra": (0, -1),
    }
    assert moved.count() > 5
    for at, name in enumerate(("reserved_quantity", "used_quantity")):
        total = sum(expected[m.kind][at] * m.quantity for m in moved if m.kind in expected)
        assert getattr(line_of(line.licence), name) == total
    assert list(moved.order_by("number").values_list("number", flat=True)) == list(
        range(1, moved.count() + 1)
    )
    assert prove(tmp_path, PublicKeys(())).whole


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_nothing_moves_after_a_suspension_however_many_are_under_way(
    settings: Settings, tmp_path: Path
) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    w = world()
    line = line_of(issued(w, **MANY))
    officer = person(w.licensing, "licensing_officer")
    order = services.propose_order(officer, line.licence_id, "suspend", ["end_use"], "Why.", "page")
    moved = threading.Event()

    def one(n: int) -> bool:
        try:
            services.reserve(line.pk, Decimal(1), Decimal(), line.licence.valid_from, str(n), GATE)
            moved.set()
        except Refused:
            return False
        finally:
            connection.close()
        return True

    def suspend() -> None:
        moved.wait(30)
        services.sign_order(w.chief, order.pk, "page")
        connection.close()

    with ThreadPoolExecutor(7) as pool:
        suspended = pool.submit(suspend)
        done = list(pool.map(one, range(60)))
        suspended.result()
    events = Event.objects.filter(aggregate_id=line.pk).order_by("seq")
    kinds = list(events.values_list("kind", flat=True))
    assert kinds == ["granted", *["reserve"] * done.count(True), "bound"]
    assert any(done)
    assert prove(tmp_path, PublicKeys(())).whole


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_eight_at_once_never_overdraw(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path / "papers"
    line = line_of(issued(world(), **MANY))

    def one(n: int) -> bool:
        try:
            services.reserve(
                line.pk, Decimal(3), Decimal(), line.licence.valid_from, f"m{n // 2}", GATE
            )
        except (Refused, ChangedMeanwhile):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(one, range(120)))  # every message is sent twice
    assert sums(line) == (99, 0, 33)
    assert done.count(True) == 66
    assert Movement.objects.filter(line=line, kind="reserve").count() == 33
    assert balance_of(line_of(line.licence)).quantity.left == 1
    assert prove(tmp_path, PublicKeys(())).whole
