from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.patterns.records import Licence, Party, Records
from monazite.watch.patterns.running import run

DAY = date(2026, 6, 30)


def user(name: str, capacity: str | None) -> Party:
    return Party(name, name, uses_kg=None if capacity is None else {"Dy": Decimal(capacity)})


def licence(name: str, kg: str | None, end_user: str, days: int = 30) -> Licence:
    mass = None if kg is None else Decimal(kg)
    return Licence(name, "X", end_user, "Dy", mass, DAY - timedelta(days))


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_lead_is_over_capacity_and_margin(capacity: int, kg: int) -> None:
    records = Records(
        DAY, parties=(user("A", str(capacity)),), licences=(licence("L", str(kg), "A"),)
    )
    leads = run(records, ["C2"]).leads
    assert bool(leads) == (Decimal(kg) > Decimal(capacity) * Decimal("1.15"))


def test_an_end_user_far_above_its_peers_is_said_to_be() -> None:
    names = [f"P{n}" for n in range(8)]
    parties = [user(each, "100") for each in (*names, "A")]
    licences = [licence(f"L{each}", str(50 + 5 * n), each) for n, each in enumerate(names)]
    records = Records(DAY, parties=tuple(parties), licences=(*licences, licence("L", "900", "A")))
    (lead,) = run(records, ["C2"]).leads
    assert {each.code for each in lead.reasons} == {"licensed", "peers"}
    few = Records(
        DAY, parties=tuple(parties[6:]), licences=(*licences[6:], licence("L", "900", "A"))
    )
    (lead,) = run(few, ["C2"]).leads
    assert {each.code for each in lead.reasons} == {"licensed"}


def test_more_reasons_and_more_beyond_need_score_higher() -> None:
    def score(kg: str) -> float:
        records = Records(DAY, parties=(user("A", "100"),), licences=(licence("L", kg, "A"),))
        return run(records, ["C2"]).leads[0].score

    assert score("120") < score("200") < score("2000") <= 1


def test_what_cannot_be_judged_is_said() -> None:
    records = Records(
        DAY,
        parties=(user("A", "100"), user("B", None)),
        licences=(licence("L1", "90", "A"), licence("L2", "90", "B"), licence("L3", None, "A")),
    )
    found = run(records, ["C2"])
    assert not found.leads
    assert {(each.code, each.subject) for each in found.not_computed} == {
        ("no_capacity", ("B",)), ("no_mass", ()),
    }  # fmt: skip
