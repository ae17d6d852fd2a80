from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.catalogue.texts import keys
from monazite.errors import InputError
from monazite.law.store import load
from monazite.watch.ownership.rules import rule, rules


def test_every_rule_has_terms_in_their_order_with_source_confidence_and_a_name() -> None:
    for name, one in rules().items():
        assert f"watch.ownership.rule.{name}" in keys()
        days = [terms.since for terms in one.terms]
        assert days == sorted(set(days))
        for terms in one.terms:
            assert terms.source
            assert terms.confidence in {"found", "memory"}
            assert 0 < terms.threshold <= 1


@pytest.mark.parametrize("name", ["bis", "cn-61"])
def test_a_threshold_is_that_of_the_law_data(name: str) -> None:
    one = rule(name)
    assert one.measure is not None
    limb = next(each for each in load().measures[one.measure].limbs if each.id == one.limb)
    assert "owned_by_listed_pct" in repr(limb)
    assert one.terms[-1].threshold * 100 == Decimal(50)
    assert "50" in repr(limb)
    assert one.terms[0].since == limb.effective_from


def test_the_terms_of_a_day_are_the_last_that_began() -> None:
    ofac = rule("ofac")
    assert ofac.on(date(2014, 8, 12)).adds_up is None
    assert ofac.on(date(2014, 8, 13)).adds_up is True
    assert ofac.on(date(2000, 1, 1)) == ofac.terms[0]


def test_an_unknown_rule_names_what_there_is() -> None:
    with pytest.raises(InputError) as error:
        rule("ofack")
    assert error.value.field == "rule"
    assert "ofac" in error.value.accepted
