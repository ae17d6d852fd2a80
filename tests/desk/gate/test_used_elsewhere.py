"""Reports from outside that do not fit what the desk knows are looked into."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from monazite.desk.gate import services
from monazite.desk.gate.services.used_elsewhere import look_into, take_report
from monazite.desk.leads.models import Lead
from monazite.desk.licences.reported import ReportRefused, Said

if TYPE_CHECKING:
    from support.at_gate import Gate


def said(g: Gate, total: str, **other: object) -> Said:
    made = Said(
        "m1", g.licence.number, 1, "D1", "cumulative", 1, timezone.now(), Decimal(total), "kg", "",
        Decimal(0),
    )  # fmt: skip
    return replace(made, **other)  # type: ignore[arg-type]


def test_what_a_line_does_not_bear_is_looked_into_and_nothing_more_is_cleared(g: Gate) -> None:
    take_report(g.officer, said(g, "900"), "api")
    assert not Lead.objects.exists()
    more = said(g, "300", message_id="m2", declaration="D2")
    assert [take_report(g.officer, more, "api").replayed for _ in range(2)] == [False, True]
    lead = Lead.objects.get()
    assert (lead.kind, lead.about["licence"]) == ("ledger_conflict", g.licence.number)
    assert lead.entries.get().facts["owed"] == {"quantity": "200", "value": "0"}
    made = services.lodge(g.declarant, g.document(), "page")
    codes = {each["code"] for each in made.items.get().findings}
    assert (made.state, "licence.suspended" in codes) == ("refused", True)


@pytest.mark.parametrize("write", [str, str.lower, " {}".format])
def test_a_declaration_that_no_movement_names_is_this_desks_all_the_same(
    g: Gate, write: object
) -> None:
    plain = g.document(item_licences=[])
    made = services.lodge(g.declarant, plain, "page")
    with pytest.raises(ReportRefused) as caught:
        take_report(g.officer, said(g, "1", declaration=write(made.number)), "api")  # type: ignore[operator]
    assert caught.value.codes == ("own_declaration",)
    look_into(g.officer, said(g, "1"), caught.value, "api")
    assert g.sums == (0, 0, 0)
    assert not Lead.objects.exists()


def test_a_contradiction_and_a_line_that_nobody_knows_are_looked_into(g: Gate) -> None:
    look_into(g.officer, said(g, "1"), ReportRefused(1, ("ahead",)), "api")
    assert not Lead.objects.exists()
    look_into(g.officer, said(g, "1"), ReportRefused(1, ("sequence_taken",)), "api")
    assert Lead.objects.get().entries.get().facts["refused"] == ["sequence_taken"]
