"""Cases that a lawyer wrote, read from `regimes/*/cases/*.yaml`, and what each expects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.law.dates import first_day
from monazite.law.ruling import rule_on
from monazite.law.sources import REGIMES
from monazite.law.statement import situation
from monazite.law.status import status
from monazite.law.strict_yaml import read

if TYPE_CHECKING:
    from monazite.law.law import Law
    from monazite.law.ruling import Ruling


@dataclass(frozen=True)
class Case:
    """A case with the file it stands in."""

    file: str
    id: str
    body: dict[str, Any]

    @property
    def about(self) -> str:
        """The measure that the case is about; `about` names its item or limb, and after a slash
        the alternative of it that is looked at."""
        about: str = self.body.get("about") or self.body["measure"]
        return re.split(r"[/#.]", about, maxsplit=1)[0]


@lru_cache
def all_cases() -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """The ruling cases and the status cases of all regimes."""
    rulings: list[Case] = []
    states: list[Case] = []
    for path in sorted(REGIMES.glob("*/cases/*.yaml")):
        for body in read(path.read_text(encoding="utf-8")):
            case = Case(f"{path.parent.parent.name}/{path.stem}", body["id"], body)
            (states if "state" in body else rulings).append(case)
    return tuple(rulings), tuple(states)


def ruling_of(law: Law, case: Case) -> Ruling:
    """The ruling on a case."""
    return rule_on(law, situation(case.body["given"], law))


def complaints(law: Law, case: Case) -> list[str]:
    """Everything in which a case's ruling or status is not what it expects."""
    if "state" in case.body:
        return _of_status(law, case.body)
    return _of_ruling(ruling_of(law, case), case.body["expect"])


def _of_status(law: Law, body: dict[str, Any]) -> list[str]:
    known = first_day(body["known"]) if "known" in body else law.compiled
    found = status(law, body["measure"], first_day(body["on"]), known, body.get("limb"))
    wrong = []
    if found.state != body["state"]:
        wrong.append(f"state: {found.state} instead of {body['state']}")
    if "operated" in body and found.operated != body["operated"]:
        wrong.append(f"operated: {found.operated} instead of {body['operated']}")
    cited = {reading.relation for reading in found.readings}
    if missing := set(body.get("because", [])) - cited:
        wrong.append(f"because: {sorted(missing)} not among {sorted(cited)}")
    if there := set(body.get("uncited", [])) & cited:
        wrong.append(f"uncited: {sorted(there)} are cited")
    return wrong


def _of_ruling(ruling: Ruling, expect: dict[str, Any]) -> list[str]:
    met = [f for f in ruling.findings if f.matched]
    found: dict[str, Any] = {
        "outcome": ruling.outcome,
        "possible": list(ruling.possible),
        "readings": sorted(r.name for r in ruling.readings),
    }
    wanted = {**expect, "readings": sorted(expect.get("readings", []))}
    wrong = [
        f"{key}: {value} instead of {wanted[key]}"
        for key, value in found.items()
        if key in expect and value != wanted[key]
    ]
    among = {
        "because": {f.atom.measure.id for f in ruling.findings if f.sets},
        "questions": {q.fact for q in ruling.questions},
        "near": {f.atom.item.id for f in ruling.findings if f.near and f.atom.item},
        "matched": {f.atom.item.id for f in met if f.atom.item},
        "open": {f.atom.item.id for f in ruling.findings if f.matched is None and f.atom.item},
        "suspended": {f.atom.measure.id for f in met if f.status.state == "suspended"},
    }
    wrong += [
        f"{key}: {sorted(missing)} not among {sorted(there)}"
        for key, there in among.items()
        if (missing := set(expect.get(key, [])) - there)
    ]
    binding = {f.atom.measure.id for f in met if f.status.state == "in_force"}
    if there := set(expect.get("absent", [])) & binding:
        wrong.append(f"absent: {sorted(there)} match and are in force")
    carried = {f.atom.item.continues for f in ruling.findings if f.sets and f.atom.item}
    if expect.get("carried_from", next(iter(carried), None)) not in carried | {None}:
        wrong.append(f"carried_from: {expect['carried_from']} not among {carried}")
    if expect.get("presumes") and not ruling.presumed:
        wrong.append("presumes: nothing is presumed")
    return wrong
