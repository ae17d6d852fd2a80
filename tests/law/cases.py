"""Cases that a lawyer wrote, read from `regimes/*/cases/*.yaml`, and what each expects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.law.sources import REGIMES
from monazite.law.strict_yaml import read

if TYPE_CHECKING:
    from monazite.law.ruling import Ruling


@dataclass(frozen=True)
class Case:
    """A case with the file it stands in."""

    file: str
    id: str
    body: dict[str, Any]


@lru_cache
def all_cases() -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """The ruling cases and the status cases of all regimes."""
    rulings, states = [], []
    for path in sorted(REGIMES.glob("*/cases/*.yaml")):
        for body in read(path.read_text(encoding="utf-8")):
            case = Case(f"{path.parent.parent.name}/{path.stem}", body["id"], body)
            (states if "state" in body else rulings).append(case)
    return tuple(rulings), tuple(states)


def complaints(ruling: Ruling, expect: dict[str, Any]) -> list[str]:
    """Everything in which a ruling is not what the case expects."""
    found = {
        "outcome": ruling.outcome,
        "possible": list(ruling.possible),
        "readings": sorted({w for r in ruling.readings for w in (r.name,)}),
    }
    wanted = {**expect, "readings": sorted(expect.get("readings", []))}
    wrong = [
        f"{k}: {found[k]} instead of {wanted[k]}"
        for k in found
        if k in expect and found[k] != wanted[k]
    ]
    sets = {f.atom.measure.id for f in ruling.findings if f.sets}
    if missing := set(expect.get("because", [])) - sets:
        wrong.append(f"because: {sorted(missing)} not among {sorted(sets)}")
    asked = {q.fact for q in ruling.questions}
    if missing := set(expect.get("questions", [])) - asked:
        wrong.append(f"questions: {sorted(missing)} not among {sorted(asked)}")
    near = {f.atom.item.id for f in ruling.findings if f.near and f.atom.item}
    if missing := set(expect.get("near", [])) - near:
        wrong.append(f"near: {sorted(missing)} not among {sorted(near)}")
    met = {f.atom.measure.id: f for f in ruling.findings if f.matched}
    suspended = {m for m, f in met.items() if f.status.state == "suspended"}
    if missing := set(expect.get("suspended", [])) - suspended:
        wrong.append(f"suspended: {sorted(missing)} not among {sorted(suspended)}")
    if there := set(expect.get("absent", [])) & {
        m for m, f in met.items() if f.status.state == "in_force"
    }:
        wrong.append(f"absent: {sorted(there)} match and are in force")
    carried = {f.atom.item.continues for f in ruling.findings if f.sets and f.atom.item}
    if "carried_from" in expect and expect["carried_from"] not in carried:
        wrong.append(f"carried_from: {expect['carried_from']} not among {carried}")
    if expect.get("presumes") and not ruling.presumed:
        wrong.append("presumes: nothing is presumed")
    return wrong
