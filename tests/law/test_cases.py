from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from monazite.law.canonical import Folds
from monazite.law.dates import first_day
from support.law_cases import Case, all_cases, complaints, ruling_of

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Atom

RULINGS, STATES = all_cases()


@pytest.mark.parametrize("case", RULINGS, ids=lambda c: f"{c.file}:{c.id}")
def test_a_ruling_is_what_the_lawyer_expects(law: Law, case: Case) -> None:
    assert complaints(law, case) == []


@pytest.mark.parametrize("case", STATES, ids=lambda c: f"{c.file}:{c.id}")
def test_a_status_is_what_the_lawyer_expects(law: Law, case: Case) -> None:
    assert complaints(law, case) == []


def test_there_are_cases_enough_and_no_id_stands_twice() -> None:
    assert len(RULINGS) >= 150
    counts = Counter(case.id for case in (*RULINGS, *STATES))
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_cases_have_the_same_statement() -> None:
    counts = Counter(repr(sorted(case.body["given"].items())) for case in RULINGS)
    assert [given for given, count in counts.items() if count > 1] == []


def test_every_limb_that_sets_an_outcome_is_seen_true_and_not_true(law: Law) -> None:
    def limb(atom: Atom) -> str:
        return f"{atom.measure.id}#{atom.limb.id if atom.limb else ''}"

    setting = {limb(a) for a in law.atoms if a.rank is not None}
    met: set[str] = set()
    missed: set[str] = set()
    for case in RULINGS:
        here = {limb(f.atom): f for f in ruling_of(law, case).findings if f.matched}
        binding = {name for name, f in here.items() if f.status.state == "in_force"}
        met |= binding
        missed |= {f"{case.about}#{lid}" for lid in _limbs(law, case.about)} - binding
    # What never was in force up to the day the data were compiled cannot be seen to bind.
    dormant = {limb(a) for a in law.atoms if a.rank is not None and _never_in_force(law, a)}
    # An entry whose conditions nobody read can be answered by nobody.
    dormant |= {limb(a) for a in law.atoms} - {limb(a) for a in law.atoms if not _unread(a)}
    assert setting - dormant - met == set()
    assert setting - missed == set()


def _unread(atom: Atom) -> bool:
    return atom.item is not None and "not read" in repr(atom.item.parameters)


def _limbs(law: Law, measure: str) -> list[str]:
    return [limb.id for limb in law.measures[measure].limbs] or [""]


def _never_in_force(law: Law, atom: Atom) -> bool:
    from monazite.law.status import state_of  # noqa: PLC0415 - only this test looks behind

    if atom.start is None:
        return True
    days = {atom.start, law.compiled}
    states = {
        state_of(law, atom.measure, atom.start, atom.end, day, law.compiled).state for day in days
    }
    return "in_force" not in states


def test_no_two_cases_share_limb_day_class_and_outcome(law: Law) -> None:
    folds = Folds(law)
    seen: dict[tuple[str, date, str], str] = {}
    for case in RULINGS:
        day = folds.fold("on", first_day(case.body["given"]["on"]))
        key = (case.body["about"], day, case.body["expect"]["outcome"])
        assert seen.setdefault(key, case.id) == case.id
