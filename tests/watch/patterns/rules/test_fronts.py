from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from monazite.watch.patterns.records import Party, Records, Shipment
from monazite.watch.patterns.running import run

AS_OF = date(2026, 6, 30)
BAD = Party("R", "R", phone="13911111111", refused=date(2025, 11, 1))
FRONT = Party("F", "F", phone="13911111111", founded=date(2026, 2, 1), plant=False)


def found(*parties: Party) -> dict[tuple[str, ...], tuple[float, list[str]]]:
    shipments = tuple(Shipment(p.id, date(2026, 5, 1), "E", p.id) for p in parties)
    leads = run(Records(AS_OF, parties=parties, shipments=shipments), ["C6"]).leads
    return {lead.subject: (lead.score, [each.code for each in lead.reasons]) for lead in leads}


def test_link_and_signs_make_it_together() -> None:
    score, codes = found(BAD, FRONT)["F",]
    assert codes == ["linked", "same_phone", "young", "no_plant"]
    assert score > 0.5


@pytest.mark.parametrize(
    "changed",
    [
        {"phone": ""},
        {"founded": date(1999, 1, 1), "plant": True},
        {"founded": None, "plant": None},
        {"listed": True},
    ],
)
def test_without_the_one_or_the_other_there_is_none(changed: dict[str, object]) -> None:
    assert ("F",) not in found(BAD, replace(FRONT, **changed))  # type: ignore[arg-type]


def test_what_nobody_states_is_no_sign() -> None:
    unknown = replace(FRONT, plant=None, founded=None)
    assert found(BAD, unknown) == {}


def test_a_website_stands_for_a_plant_that_nobody_looked_at() -> None:
    _, codes = found(BAD, replace(FRONT, website="https://example.org"))["F",]
    assert "no_plant" not in codes


def test_where_nobody_is_listed_or_refused_links_were_not_looked_at() -> None:
    answer = run(Records(AS_OF, parties=(FRONT,)), ["C6"])
    assert [each.code for each in answer.not_computed] == ["no_seed"]
