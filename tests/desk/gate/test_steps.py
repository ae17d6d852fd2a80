from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import following, services
from monazite.desk.gate.errors import CannotBeCleared
from monazite.desk.gate.models import Declaration, Left
from monazite.desk.licences import services as licences
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from support.at_gate import licensed
from support.flushing import without_triggers
from support.offices import person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.at_gate import Gate


def lodged(g: Gate, **changes: Any) -> Declaration:
    return services.lodge(g.declarant, g.document(**changes), "page")


def held(g: Gate, **changes: Any) -> Declaration:
    """One that an officer holds."""
    return services.hold(g.officer, lodged(g, **changes).pk, "Odd.", "page", seen=None)


def out(g: Gate, made: Declaration, **left: str) -> Declaration:
    """Its exit today; left: `item_N`."""
    amounts = {int(name.removeprefix("item_")): Decimal(text) for name, text in left.items()}
    return services.confirm_exit(g.officer, made.pk, made.day, amounts, "page", seen=None)


def now(made: Declaration) -> Declaration:
    return Declaration.objects.get(pk=made.pk)


@pytest.fixture(autouse=True)
def _whole(g: Gate, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001 - the tables
    """Whatever a test does, the record proves itself afterwards."""
    yield
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_leaves_is_posted(g: Gate) -> None:
    made = out(g, lodged(g))
    assert (made.state, made.exited_on) == ("exited", made.day)
    assert g.sums == (0, 100, 1)
    assert Left.objects.get(item__declaration=made).mass_kg == Decimal(100)


def test_what_stays_behind_is_free_again(g: Gate) -> None:
    made = out(g, lodged(g), item_1="33.333333")
    left = Left.objects.get(item__declaration=made)
    assert (left.quantity, left.posted_quantity) == (Decimal("33.333333"), Decimal("33.333333"))
    assert left.value == Decimal("2333.33331")
    line = g.line
    assert (line.reserved_quantity, line.used_quantity) == (Decimal(0), Decimal("33.333333"))


def test_a_line_of_which_nothing_left_was_not_used(g: Gate) -> None:
    out(g, lodged(g), item_1="0")
    assert g.sums == (0, 0, 0)


@pytest.mark.parametrize("amounts", [{"item_1": "100.000001"}, {"item_1": "-1"}, {"item_2": "1"}])
def test_no_more_leaves_than_was_declared(g: Gate, amounts: dict[str, str]) -> None:
    made = lodged(g)
    with pytest.raises(InputError, match="left"):
        out(g, made, **amounts)
    assert (now(made).state, g.sums) == ("cleared", (100, 0, 1))


@pytest.mark.parametrize("days", [-1, 1])
def test_the_customs_day_is_the_regimes(g: Gate, days: int) -> None:
    made = lodged(g)
    day = made.day + timedelta(days)
    with pytest.raises(InputError, match="days of CN"):
        services.confirm_exit(g.officer, made.pk, day, {}, "page", seen=None)


def test_what_is_held_stays_set_aside_until_an_officer_clears_it(g: Gate) -> None:
    made = held(g)
    assert (made.state, made.cleared_at, g.sums) == ("held", None, (100, 0, 1))
    with pytest.raises(NotAllowed):
        out(g, made)
    cleared = services.clear(g.second_officer, made.pk, "Looked.", "page", seen=made.event_seq)
    assert cleared.state == "cleared"
    assert cleared.exit_by is not None
    assert list(made.acts.values_list("kind", "text").order_by("number")) == [
        ("hold", "Odd."), ("clear", "Looked."),
    ]  # fmt: skip


def test_what_is_refused_is_free_again(g: Gate) -> None:
    made = held(g)
    services.refuse(g.officer, made.pk, "No.", "page", seen=None)
    assert (now(made).state, g.sums) == ("refused", (0, 0, 0))
    with pytest.raises(NotAllowed):
        services.clear(g.officer, made.pk, "Yes.", "page", seen=None)


def test_what_is_held_is_not_cleared_on_a_suspended_licence(g: Gate) -> None:
    made = held(g)
    officer = person(g.w.licensing, "licensing_officer")
    order = licences.propose_order(officer, g.licence.pk, "suspend", ["security"], "Why.", "page")
    licences.sign_order(g.w.chief, order.pk, "page")
    with pytest.raises(CannotBeCleared) as refused:
        services.clear(g.officer, made.pk, "Looked.", "page", seen=None)
    assert [each.code for each in refused.value.findings] == ["licence.suspended"]
    assert now(made).state == "held"


def test_who_looked_before_something_happened_looks_again(g: Gate) -> None:
    made = lodged(g)
    seen = made.event_seq
    services.hold(g.officer, made.pk, "Odd.", "page", seen=seen)
    with pytest.raises(ChangedMeanwhile):
        services.refuse(g.second_officer, made.pk, "No.", "page", seen=seen)


def test_what_is_cancelled_is_free_again(g: Gate) -> None:
    made = lodged(g)
    services.cancel(g.declarant, made.pk, "The buyer withdrew.", "page", seen=None)
    assert (now(made).state, g.sums) == ("cancelled", (0, 0, 0))


@pytest.mark.parametrize(
    "act",
    [
        lambda g, pk: services.hold(g.officer, pk, "x", "page", seen=None),
        lambda g, pk: services.clear(g.officer, pk, "x", "page", seen=None),
        lambda g, pk: services.refuse(g.officer, pk, "x", "page", seen=None),
        lambda g, pk: services.cancel(g.declarant, pk, "x", "page", seen=None),
        lambda g, pk: services.amend(g.declarant, pk, g.document(), "page"),
        lambda g, pk: services.confirm_exit(g.officer, pk, now_day(pk), {}, "page", seen=None),
    ],
)
def test_nothing_moves_for_a_declaration_that_was_cancelled(
    g: Gate, act: Callable[[Gate, uuid.UUID], object]
) -> None:
    made = lodged(g)
    services.cancel(g.declarant, made.pk, "Sold here.", "page", seen=None)
    with pytest.raises(NotAllowed):
        act(g, made.pk)
    assert g.sums == (0, 0, 0)


def now_day(ident: uuid.UUID) -> Any:
    return Declaration.objects.get(pk=ident).day


def test_an_amendment_takes_the_place_with_what_was_set_aside(g: Gate) -> None:
    made = lodged(g, item_quantity="900", item_mass_kg="900")
    document = g.document(item_quantity="950", item_mass_kg="950")
    new = services.amend(g.declarant, made.pk, document, "page")
    assert (now(made).state, new.state, new.replaces) == ("amended", "cleared", made)
    assert g.sums == (950, 0, 1)
    again = services.amend(g.declarant, made.pk, document, "page")
    assert again.pk == new.pk


def test_an_amendment_that_cannot_be_read_changes_nothing(g: Gate) -> None:
    made = lodged(g)
    with pytest.raises(Refused):
        services.amend(g.declarant, made.pk, g.document(item_quantity="0"), "page")
    assert (now(made).state, g.sums) == ("cleared", (100, 0, 1))


def test_an_amendment_has_a_reference_of_its_own(g: Gate) -> None:
    made = lodged(g)
    for reference in (made.reference, lodged(g).reference):
        with pytest.raises(Refused, match="was used for another"):
            services.amend(g.declarant, made.pk, g.document(reference=reference), "page")


def test_what_does_not_leave_in_time_lapses(g: Gate) -> None:
    late, in_time = lodged(g), lodged(g)
    assert services.lapse_reservations() == 0
    with without_triggers():
        Declaration.objects.filter(pk=late.pk).update(exit_by=late.day - timedelta(1))
    assert services.lapse_reservations() == 1
    assert (now(late).state, now(in_time).state) == ("lapsed", "cleared")
    assert g.sums == (100, 0, 1)
    with without_triggers():  # as it was, so that the record is whole
        Declaration.objects.filter(pk=late.pk).update(exit_by=late.exit_by)


def test_a_single_licence_that_its_export_completed_is_open_again_when_it_comes_back(
    g: Gate,
) -> None:
    single = replace(g, licence=licensed(g.w, "single"))
    made = out(single, lodged(single))
    assert Licence.objects.get(pk=single.licence.pk).ended == "completed"
    services.cancel(g.declarant, made.pk, "It came back.", "page", seen=None)
    assert Licence.objects.get(pk=single.licence.pk).ended == "completed"
    services.grant(g.officer, made.pk, "Seen in the yard.", "page", seen=None)
    assert Licence.objects.get(pk=single.licence.pk).ended == ""
    assert lodged(single).state == "cleared"


def test_rooms_above_follow_each_step_in_its_transaction(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def follower(step: str) -> following.Follower:
        def told(declaration: Declaration, _who: Who) -> None:
            seen.append((step, declaration.number))

        return told

    monkeypatch.setattr(following, "_FOLLOWERS", {step: [] for step in following.STEPS})
    for step in following.STEPS:
        following.follow(step, follower(step))
    made = out(g, lodged(g))
    assert [step for step, number in seen if number == made.number] == [
        "lodged", "cleared", "exited",
    ]  # fmt: skip


def test_what_a_follower_refuses_does_not_happen(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lodged(g)

    def against(*_: object) -> None:
        raise Refused("licence_ended", number="x")

    monkeypatch.setattr(following, "_FOLLOWERS", {step: [against] for step in following.STEPS})
    with pytest.raises(Refused):
        out(g, made)
    assert (now(made).state, g.sums) == ("cleared", (100, 0, 1))


def test_a_text_is_needed_where_somebody_reads_it(g: Gate) -> None:
    made = lodged(g)
    with pytest.raises(InputError):
        services.hold(g.officer, made.pk, " ", "page", seen=None)


def test_a_declaration_that_is_none_is_unknown(g: Gate) -> None:
    with pytest.raises(Forbidden) as refused:
        services.hold(g.officer, uuid.uuid4(), "x", "page", seen=None)
    assert refused.value.status == 404
