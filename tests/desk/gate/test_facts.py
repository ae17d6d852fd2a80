"""What the gate is told beside a declaration: stretches of days, neighbours, what stays untold."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.customs.findings import OFFICE_ONLY
from monazite.desk.applications.errors import Refused
from monazite.desk.gate import services
from monazite.desk.gate.alike import key
from monazite.desk.gate.facts import known
from monazite.desk.gate.found import told, told_office
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
    parcel = {"mode": "courier", "item_licences": [], "port": "Shanghai Pudong Airport"}
    services.lodge(g.stranger, g.document(**parcel), "page")
    found = read_for(g.declarant, g.document(**parcel))
    at = under("CN")
    beside = known(found.declaration, g.w.exporter.pk, at.day, at.rules, {}, None)
    assert [each.exporter for each in beside.facts.recent] == ["Shenzhen Example Trading"]


def test_cargo_under_a_licence_asks_for_no_neighbours(g: Gate) -> None:
    services.lodge(g.declarant, g.document(), "page")
    found, at = read_for(g.declarant, g.document()), under("CN")
    assert known(found.declaration, g.w.exporter.pk, at.day, at.rules, {}, None).facts.recent == ()


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
