from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.watch.patterns.records import Assay, Records
from monazite.watch.patterns.running import run

if TYPE_CHECKING:
    from monazite.watch.patterns.found import Found

DAY = date(2026, 5, 2)
IONIC = "Pr=2 Nd=6 Sm=3 Gd=7 Dy=8 Y=65 Er=5 Yb=2"


def shares(text: str) -> dict[str, Decimal]:
    return {name: Decimal(share) for name, _, share in (e.partition("=") for e in text.split())}


def assay(
    declared: str, found: str, errors: str = "", custody: str = "unbroken", **more: str
) -> Assay:
    ident, origin = more.get("id", "k1"), more.get("origin", "")
    made = [shares(text) for text in (declared, found, errors)]
    return Assay(ident, "s1", DAY, made[0], made[1], made[2], origin, custody)


def asked(*assays: Assay) -> Found:
    return run(Records(DAY, assays=assays), ["C10"])


def test_broken_custody_and_a_second_laboratory_each_halve_the_score() -> None:
    gap = ("Ni=0.99", "Ni=0.12 Dy=0.85")
    sound = asked(assay(*gap)).leads[0]
    broken = asked(assay(*gap, custody="broken")).leads[0]
    differ = asked(assay(*gap), assay("Ni=0.99", "Ni=0.99", id="k2")).leads[0]
    assert broken.score == pytest.approx(sound.score / 2)
    assert differ.score == pytest.approx(sound.score / 2)
    assert "laboratories_differ" in differ.otherwise
    assert "sample_mixed_up" in broken.otherwise


def test_an_element_that_was_not_measured_is_not_missing() -> None:
    assert asked(assay("Dy=0.03 Nd=0.24", "Nd=0.24")).leads == ()


def test_a_large_error_of_the_laboratory_makes_no_gap() -> None:
    assert asked(assay("Fe=0.7", "Fe=0.7 Dy=0.004", "Dy=0.003")).leads == ()
    assert len(asked(assay("Fe=0.7", "Fe=0.7 Dy=0.004", "Dy=0.0001")).leads) == 1


def test_nothing_declared_is_said_and_no_lead() -> None:
    other = replace(assay("Fe=0.7", "Fe=0.7", id="k2"), shipment="s2")
    found = asked(assay("", "Dy=0.8"), other)
    assert found.leads == ()
    assert [(one.code, one.subject) for one in found.not_computed] == [
        ("nothing_declared", ("s1",))
    ]


def test_a_pattern_unlike_the_origin_is_told_beside_other_reasons_alone() -> None:
    alone = asked(assay(IONIC, IONIC, origin="AU"))
    assert alone.leads == ()
    beside = asked(assay(IONIC.replace("Dy=8", "Dy=1"), IONIC, origin="AU")).leads[0]
    told = {reason.code: reason.figures for reason in beside.reasons}
    assert told.keys() == {"less_declared", "origin_unlike"}
    assert told["origin_unlike"]["share"] < 0.8  # type: ignore[operator]
    assert "origin_varies" in beside.otherwise


def test_an_origin_of_which_no_ore_is_known_is_said() -> None:
    found = asked(assay("Fe=0.7", "Fe=0.7", origin="FR"))
    assert [(one.code, one.figures["origin"]) for one in found.not_computed] == [
        ("origin_unknown", "FR")
    ]
