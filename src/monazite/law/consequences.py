"""What an outcome asks of an exporter: papers, clock, and the offence it would be to go without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.law.model import OUTCOMES, RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from monazite.law.law import Law
    from monazite.law.model import Atom

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to hand in, and the outcome that asks for it."""

    id: str
    words: Mapping[str, str]
    source: str
    confidence: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """Documents, clock (or why none runs) and offence; words are by language."""

    documents: tuple[Paper, ...]
    clock: Mapping[str, Any] | None
    clock_reason: Mapping[str, str]
    offence: Mapping[str, Any]


def consequences(
    law: Law, departure: str | None, possible: Iterable[str], binding: Iterable[Atom]
) -> Consequences:
    """What the possible outcomes ask for; `binding`: the atoms that match and are in force.

    While the outcome is open, the papers are those of every outcome that may come, and the clock
    and the offence are those of the strongest.
    """
    outcomes = sorted(possible, key=RANK.__getitem__)
    atoms = [a for a in binding if a.rank is None or OUTCOMES[a.rank] in outcomes]
    leading = next((a for a in atoms if a.rank == RANK[outcomes[0]]), None)
    jurisdiction = leading.measure.jurisdiction if leading else departure or ""
    carried = law.consequences.get(jurisdiction, law.consequences["generic"])
    entries = [(o, carried["outcomes"][o]) for o in outcomes]
    additions = list(_additions(carried, atoms)) if outcomes[0] != OUTCOMES[-1] else []
    first = entries[0][1]
    clocked = next((a for a in additions if "clock" in a and a["clock"] is None), None) or next(
        (a for a in additions if "clock" in a), first
    )
    papers = (*_papers(entries), *_papers((outcomes[0], a) for a in additions))
    return Consequences(
        documents=tuple({p.id: p for p in reversed(papers)}.values())[::-1],
        clock=clocked["clock"],
        clock_reason=clocked.get("clock_reason", {}),
        offence=next((a["offence"] for a in additions if "offence" in a), first["offence"]),
    )


def _additions(carried: Entry, atoms: list[Atom]) -> Iterator[Entry]:
    met = {key for atom in atoms for key in _keys(atom)}
    for addition in carried.get("additions", {}).values():
        if met.intersection(addition["measures"]):
            yield addition


def _keys(atom: Atom) -> tuple[str, ...]:
    item = (atom.item.id,) if atom.item else ()
    return (atom.measure.id, f"{atom.measure.id}#{atom.limb_id}", *item)


def _papers(entries: Iterable[tuple[str, Entry]]) -> tuple[Paper, ...]:
    return tuple(
        Paper(d["id"], {"en": d["en"], "zh": d["zh"]}, d["source"], d["confidence"], outcome)
        for outcome, entry in entries
        for d in entry["documents"]
    )
