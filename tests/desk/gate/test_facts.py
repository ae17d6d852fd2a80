"""What the gate is told beside a declaration: stretches of days, neighbours, what stays untold."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.customs.findings import OFFICE_ONLY
from monazite.desk.applications.errors import Refused
from monazite.desk.gate import neighbours, services
from monazite.desk.gate.alike import key
from monazite.desk.gate.facts import known
from monazite.desk.gate.found import told, told_office
from monazite.desk.gate.manifest_source import from_message
from monazite.desk.gate.services.checking import read_for, under
from monazite.desk.gate.stretches import left_of
from support.at_gate import gate
from support.offices import firm

if TYPE_CHECKING:
    from pathlib import Path

    from support.at_gate import Gate


def test_a_stretch_leaves_less_than_the_whole(settings: Any, db: None, tmp_path: Path) -> None:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    g = gate(sub_period_days=30, sub_period_quantity=Decimal(150))
    made = services.lodge(g.declarant, g.document(), "page")
    assert left_of(g.line, made.day).quantity == Decimal(50)
    assert left_of(g.line, made.day + timedelta(30)).quantity == Decimal(150)
    second = services.lodge(g.declarant, g.document(), "page")
    assert second.state == "refused"


def test_parcels_to_one_receiver_are_seen_across_senders(g: Gate) -> None:
    parcel = _parcel()
    services.lodge(g.stranger, g.document(**parcel), "page")
    found = read_for(g.declarant, g.document(**parcel))
    at = under("CN")
    beside = known(found.declaration, g.w.exporter.pk, at.day, at.rules, {}, None, None)
    assert [each.exporter for each in beside.facts.recent] == ["Shenzhen Example Trading"]


def _parcel() -> dict[str, Any]:
    """What is not controlled, in a parcel."""
    return {
        "mode": "courier", "port": "Shanghai Pudong Airport", "item_licences": [],
        "item_contains": "Nd=0.3,Fe=0.69,B=0.01", "item_only": True, "item_control_code": "",
        "item_description": "NdFeB magnets", "item_quantity": "1", "item_mass_kg": "1",
        "item_value": "2400", "item_currency": "CNY",
    }  # fmt: skip


def _told(g: Gate) -> dict[str, dict[str, object]]:
    answer = services.precheck(g.declarant, g.document(**_parcel()))
    assert answer.outcome == "look"
    return {each.code: dict(each.values) for each in answer.told().all_findings()}


def test_of_others_parcels_nothing_is_told(g: Gate) -> None:
    for _ in range(3):
        services.lodge(g.stranger, g.document(**_parcel()), "page")
    assert "split.under_threshold" not in _told(g)


def test_of_ones_own_parcels_the_figures_are_told_without_those_of_others(g: Gate) -> None:
    for _ in range(2):
        services.lodge(g.declarant, g.document(**_parcel()), "page")
        services.lodge(g.stranger, g.document(**_parcel()), "page")
    said = _told(g)["split.under_threshold"]
    assert (said["parcels"], said["value"]) == ("3", "7200.00")


def test_much_of_another_kind_does_not_hide_parcels(
    g: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "RECENT_MOST", 4)
    for _ in range(2):
        services.lodge(g.declarant, g.document(**_parcel()), "page")
    bolts = _parcel() | {
        "mode": "sea", "port": "Ningbo Beilun", "item_contains": "Fe=1", "item_form": "other",
        "item_description": "Iron bolts", "item_hs": "7318159000",
    }  # fmt: skip
    for _ in range(5):
        services.lodge(g.declarant, g.document(**bolts), "page")
    assert "split.under_threshold" in _told_codes(g)


def test_what_was_refused_counts_for_no_parcel(g: Gate) -> None:
    for _ in range(3):
        made = services.lodge(g.declarant, g.document(**_parcel(), item_hs="8505119000"), "page")
        assert made.state == "refused"
    assert "split.under_threshold" not in _told_codes(g)


def _told_codes(g: Gate) -> set[str]:
    answer = services.precheck(g.declarant, g.document(**_parcel()))
    return {each.code for each in answer.told().all_findings()}


def test_a_manifest_answers_as_one_by_one(g: Gate) -> None:
    documents = [g.document(**_parcel()) for _ in range(3)]
    services.lodge(g.stranger, g.document(**_parcel()), "page")
    made = services.lodge_manifest(g.declarant, from_message("M-1", documents), "each", "api")
    found = [
        {each["code"] for each in row.findings} & {"split.under_threshold", "split.with_others"}
        for row in made.declarations.order_by("lodged_at", "reference")
    ]
    assert found == [set(), {"split.with_others"}, {"split.under_threshold", "split.with_others"}]


def test_cargo_under_a_licence_asks_for_no_neighbours(g: Gate) -> None:
    services.lodge(g.declarant, g.document(), "page")
    found, at = read_for(g.declarant, g.document()), under("CN")
    assert (
        known(found.declaration, g.w.exporter.pk, at.day, at.rules, {}, None, None).facts.recent
        == ()
    )


def test_keys_are_the_same_however_it_is_spelled() -> None:
    assert key("Hoshizora Motors, K.K.") == key("ＨＯＳＨＩＺＯＲＡ motors KK")
    assert key("", None) == ""


@pytest.mark.parametrize("code", sorted(OFFICE_ONLY))
def test_how_the_office_aims_is_told_to_officials_alone(code: str) -> None:
    words = {"law_text": "", "message": "m", "cure": "c"}
    rows = [
        {"code": each, "severity": "warning", "path": "", "law": "", "words": {"en": words}}
        for each in (code, "licence.none")
    ]
    assert [each["code"] for each in told(rows, "en")] == ["licence.none"]
    assert [each["code"] for each in told_office(rows, "en")] == [code, "licence.none"]


def test_of_several_offices_the_ports_own_has_it(g: Gate) -> None:
    ningbo = firm(
        "agency", "Ningbo Example Customs", regime="CN", duty="customs", identifier="3104"
    )
    assert services.lodge(g.declarant, g.document(), "page").office == ningbo
    with pytest.raises(Refused, match="No customs office"):
        services.lodge(g.declarant, g.document(port="Qingdao Qianwan"), "page")
