from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.watch.patterns.making.splitting import make
from monazite.watch.patterns.records import Licence, Party, Records, Shipment
from monazite.watch.patterns.rulebook import rules
from monazite.watch.patterns.running import run

DAY = date(2026, 6, 30)


def test_without_records_every_rule_says_what_it_lacks() -> None:
    found = run(Records(DAY))
    assert not found.leads
    assert {each.rule for each in found.not_computed} == set(rules())
    assert {each.code for each in found.not_computed} == {"no_table"}


def test_a_column_that_no_row_states_is_named() -> None:
    shipment = Shipment("s", DAY, "a", "b", mass_kg=Decimal(1))
    (missing,) = run(Records(DAY, shipments=(shipment,)), ["C4"]).not_computed
    assert missing.code == "no_column"
    assert dict(missing.figures) == {"table": "shipments", "column": "channel"}


def test_leads_come_by_rule_the_best_first_and_the_same_each_time() -> None:
    world = make(3, parcels=1_500, rings=4)
    first, second = (run(world.records, ["C4", "C3"]) for _ in range(2))
    assert first == second
    assert [each.id for each in first.rules] == ["C3", "C4"]
    scores = [lead.score for lead in first.leads if lead.rule == "C3"]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_order_of_the_records_does_not_matter() -> None:
    world = make(4, parcels=1_500, rings=4)
    turned = Records(world.records.as_of, shipments=world.records.shipments[::-1])
    one, other = (
        {lead.subject: frozenset(lead.evidence) for lead in run(each, ["C3"]).leads}
        for each in (world.records, turned)
    )
    assert one == other


def test_a_setting_changes_what_is_found_and_an_unknown_one_is_refused() -> None:
    party = Party("A", "A", uses_kg={"Dy": Decimal(100)})
    licence = Licence("L", "X", "A", "Dy", Decimal(150), DAY - timedelta(30))
    records = Records(DAY, parties=(party,), licences=(licence,))
    assert len(run(records, ["C2"]).leads) == 1
    assert not run(records, ["C2"], settings={"C2": {"margin": "1.6"}}).leads
    with pytest.raises(InputError, match="margins"):
        run(records, ["C2"], settings={"C2": {"margins": "1.6"}})
    with pytest.raises(InputError, match="C99"):
        run(records, ["C2"], settings={"C99": {}})


def test_progress_names_each_rule_before_it_runs() -> None:
    seen: list[str] = []
    run(Records(DAY), ["C3", "C2"], progress=seen.append)
    assert seen == ["C2", "C3"]


def test_the_day_of_the_law_may_be_another() -> None:
    party = Party("A", "A", uses_kg={"Dy": Decimal(100)})
    licence = Licence("L", "X", "A", "Dy", Decimal(150), DAY - timedelta(30))
    records = Records(DAY, parties=(party,), licences=(licence,))
    (now,) = run(records, ["C2"]).leads
    (before,) = run(records, ["C2"], on=date(2021, 1, 1)).leads
    assert before.law == ("CN-ECL-2020 art. 15-16",)
    assert set(before.law) < set(now.law)
