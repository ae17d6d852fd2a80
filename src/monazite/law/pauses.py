"""Suspensions of a measure: their days as official texts extend them, reports, and sequels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.law.model import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Relation


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension with its last day as extended by official relations."""

    relation: Relation
    start: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Whether the measure is suspended by it on the day."""
        return self.start <= day and (self.until is None or day <= self.until)


def pauses_of(law: Law, measure_id: str, known: date) -> list[Pause]:
    """The official suspensions known, each with the last day that official extensions give it."""
    found = []
    for relation in law.relations_of.get(measure_id, ()):
        if relation.kind != "suspends" or relation.published > known or not relation.official:
            continue
        until = relation.until
        for extension in extensions(law, relation, known):
            if extension.official:
                until = extension.until
        found.append(Pause(relation, relation.start, until))
    return sorted(found, key=lambda p: p.start)


def extensions(law: Law, relation: Relation, known: date) -> list[Relation]:
    """What is known to extend a suspension, officially or by report, oldest first."""
    found = law.relations_of.get(relation.id, ())
    known_ones = [r for r in found if r.kind == "extends" and r.published <= known]
    return sorted(known_ones, key=lambda r: r.published)


def reports(law: Law, pause: Pause, known: date) -> list[Relation]:
    """The reported extensions that run on after the official last day, oldest first."""
    return [
        r
        for r in extensions(law, pause.relation, known)
        if not r.official and pause.until and (r.until is None or r.until > pause.until)
    ]


def sequel(law: Law, pause: Pause, known: date) -> Relation | None:
    """The official text that follows the suspension: it suspends on, again, or ends the measure."""
    for relation in law.relations_of.get(pause.relation.target or "", ()):
        follows = relation.kind in {"suspends", "terminates", "replaces"} and relation.official
        if follows and relation.published <= known and relation.start > pause.start:
            return relation
    return None


def is_contiguous(pause: Pause, following: Relation) -> bool:
    """Whether no day lies between the end of the suspension and what follows it."""
    return pause.until is None or following.start <= pause.until + ONE_DAY
