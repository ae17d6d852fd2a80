from __future__ import annotations

from datetime import date

import pytest

from monazite.watch.leads.lead import Lead
from monazite.watch.patterns.making.measuring import measured
from monazite.watch.patterns.making.world import Planted, World, joined
from monazite.watch.patterns.records import Party, Records

DAY = date(2026, 1, 1)
WORLD = World(
    Records(DAY),
    (
        Planted("C3", "round", frozenset({"shipment:1", "shipment:2"})),
        Planted("C3", "square", frozenset({"shipment:5"})),
        Planted("C4", "other", frozenset({"shipment:9"})),
    ),
)


def lead(*evidence: str, rule: str = "C3") -> Lead:
    return Lead("patterns", rule, (evidence[0],), 0.5, (), (), evidence, None, None, "customs")


def test_a_lead_is_right_where_half_of_its_records_were_planted() -> None:
    leads = [lead("party:a", "shipment:1", "shipment:7"), lead("shipment:1", "x:1", "x:2")]
    found = measured(WORLD, leads, "C3")
    assert (found.leads, found.right, found.planted, found.found) == (2, 1, 2, 1)
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert found.recall_of_records == pytest.approx(1 / 3)
    assert found.by_shape == {"round": (1, 1), "square": (0, 1)}


def test_two_leads_of_one_planted_find_one() -> None:
    found = measured(WORLD, [lead("shipment:1"), lead("shipment:2")], "C3")
    assert (found.right, found.found) == (2, 1)
    assert found.recall_of_records == pytest.approx(2 / 3)


def test_leads_of_other_rules_do_not_count_and_none_is_no_fault() -> None:
    found = measured(WORLD, [lead("shipment:9", rule="C4")], "C3")
    assert (found.leads, found.precision, found.recall) == (0, 1.0, 0.0)
    nothing = measured(World(Records(DAY), ()), [lead("shipment:1")], "C3")
    assert (nothing.precision, nothing.recall, nothing.recall_of_records) == (0.0, 1.0, 1.0)


def test_records_are_joined_table_by_table() -> None:
    one, other = (Records(DAY, parties=(Party(each, each),)) for each in "ab")
    assert [party.id for party in joined(DAY, one, other).parties] == ["a", "b"]
