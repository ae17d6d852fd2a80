"""What has left stays on its licences until an officer grants what its declarant asks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration, Left
from monazite.desk.gate.services.asking import request_of
from monazite.desk.leads.models import Lead
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden
from monazite.desk.statistics.reconciling import reconcile
from support.at_gate import licensed
from support.clocks import next_month

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.at_gate import Gate

VIA = "page"
LESS = {"item_quantity": "90", "item_mass_kg": "90", "item_value": "6300"}
MORE = {"item_quantity": "130", "item_mass_kg": "130", "item_value": "9100"}


@pytest.fixture(autouse=True)
def _whole(g: Gate, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001 - the tables
    """Whatever a test does, the record proves itself afterwards."""
    yield
    assert prove(tmp_path, PublicKeys(())).whole


def left(g: Gate, **changes: Any) -> Declaration:
    made = services.lodge(g.declarant, g.document(**changes), VIA)
    return services.confirm_exit(g.officer, made.pk, made.day, {}, VIA, seen=None)


def now(made: Declaration) -> Declaration:
    return Declaration.objects.get(pk=made.pk)


def ask_back(g: Gate, made: Declaration) -> Declaration:
    return services.cancel(g.declarant, made.pk, "It came back.", VIA, seen=None)


def granted(g: Gate, made: Declaration) -> Declaration:
    services.grant(g.officer, made.pk, "Seen.", VIA, seen=None)
    return now(made)


def test_a_declarant_alone_frees_nothing_of_what_has_left(g: Gate) -> None:
    made = left(g)
    assert ask_back(g, made).state == "exited"
    assert g.sums == (0, 100, 1)
    asked = request_of(now(made))
    assert asked is not None
    assert (asked.kind, asked.text) == ("ask_cancel", "It came back.")


def test_what_came_back_is_free_once_an_officer_has_seen_it(g: Gate) -> None:
    made = left(g)
    ask_back(g, made)
    assert granted(g, made).state == "cancelled"
    assert g.sums == (0, 0, 0)
    kinds = g.line.movements.order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["grant", "reserve", "post", "contra"]


def test_what_is_denied_stays_as_it_left_and_can_be_asked_again(g: Gate) -> None:
    made = left(g)
    ask_back(g, made)
    with pytest.raises(Refused, match="already"):
        ask_back(g, made)
    services.deny(g.officer, made.pk, "Nothing is in the yard.", VIA, seen=None)
    assert (now(made).state, request_of(now(made)), g.sums) == ("exited", None, (0, 100, 1))
    with pytest.raises(Refused, match="Nothing is asked"):
        services.grant(g.officer, made.pk, "x", VIA, seen=None)
    assert ask_back(g, made).state == "exited"


def test_no_declarant_grants(g: Gate) -> None:
    made = left(g)
    ask_back(g, made)
    with pytest.raises(Forbidden):
        services.grant(g.declarant, made.pk, "x", VIA, seen=None)
    with pytest.raises(Forbidden):
        services.deny(g.declarant, made.pk, "x", VIA, seen=None)


@pytest.mark.parametrize(("changes", "used"), [(LESS, 90), (MORE, 130)])
def test_a_correction_inherits_the_exit_when_it_is_granted(
    g: Gate, changes: dict[str, str], used: int
) -> None:
    made = left(g)
    document = g.document(**changes)
    assert services.amend(g.declarant, made.pk, document, VIA).pk == made.pk
    assert services.amend(g.declarant, made.pk, document, VIA).pk == made.pk  # asked once
    assert (now(made).state, g.sums) == ("exited", (0, 100, 1))
    assert granted(g, made).state == "amended"
    new = Declaration.objects.get(replaces=made)
    assert (new.state, new.exited_on, new.lodged_by) == ("exited", made.exited_on, g.declarant)
    assert Left.objects.get(item__declaration=new).quantity == used
    assert (g.sums, Lead.objects.count()) == ((0, used, 1), 0)
    kinds = g.line.movements.order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["grant", "reserve", "post", "contra", "late"]
    assert services.amend(g.declarant, made.pk, document, VIA).pk == new.pk


def test_a_correction_can_be_corrected_and_taken_back(g: Gate) -> None:
    made = left(g)
    services.amend(g.declarant, made.pk, g.document(**LESS), VIA)
    granted(g, made)
    second = Declaration.objects.get(replaces=made)
    services.amend(g.declarant, second.pk, g.document(**MORE), VIA)
    granted(g, second)
    third = Declaration.objects.get(replaces=second)
    assert g.sums == (0, 130, 1)
    ask_back(g, third)
    granted(g, third)
    assert g.sums == (0, 0, 0)


def test_statistics_and_ledger_stay_equal_through_a_correction(g: Gate) -> None:
    made = left(g)
    services.amend(g.declarant, made.pk, g.document(**LESS), VIA)
    granted(g, made)
    first = made.day.replace(day=1)
    sums = reconcile("CN", first, next_month(first))
    assert [(each.declared, each.posted) for each in sums] == [(Decimal(90), Decimal(90))]


def test_a_correction_that_its_line_does_not_bear_is_known_all_the_same(g: Gate) -> None:
    made = left(g)
    other = left(g, item_quantity="850", item_mass_kg="850", item_value="59500")
    services.amend(g.declarant, made.pk, g.document(**(MORE | {"item_quantity": "200"})), VIA)
    granted(g, made)
    new = Declaration.objects.get(replaces=made)
    assert (new.state, Left.objects.get(item__declaration=new).quantity) == ("exited", 200)
    assert g.sums == (0, 950, 2)  # what was posted stays posted
    assert "beyond_line" in Lead.objects.get().entries.get().facts["conflicts"]
    assert now(other).state == "exited"


def test_a_correction_that_the_gate_would_stop_frees_nothing(g: Gate) -> None:
    made = left(g)
    services.amend(g.declarant, made.pk, g.document(item_licences=[]), VIA)
    granted(g, made)
    assert g.sums == (0, 100, 1)
    assert "stopped" in Lead.objects.get().entries.get().facts["conflicts"]


def test_a_correction_that_cannot_be_read_is_not_asked(g: Gate) -> None:
    made = left(g)
    with pytest.raises(Refused):
        services.amend(g.declarant, made.pk, g.document(item_quantity="0"), VIA)
    assert request_of(now(made)) is None


def test_a_single_licence_stays_completed_through_a_correction(g: Gate) -> None:
    single = replace(g, licence=licensed(g.w, "single"))
    made = left(single)
    services.amend(g.declarant, made.pk, single.document(**LESS), VIA)
    assert Licence.objects.get(pk=single.licence.pk).ended == "completed"
    granted(single, made)
    assert Licence.objects.get(pk=single.licence.pk).ended == "completed"
    assert single.sums == (0, 90, 1)
