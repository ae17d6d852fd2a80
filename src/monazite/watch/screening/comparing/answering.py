"""What is answered of one party, out of the entries that come near it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple, Protocol

from monazite.watch.screening.answers import Answer, Hit, Result
from monazite.watch.screening.comparing.cells import STOPS
from monazite.watch.screening.comparing.classes import CLASSES
from monazite.watch.screening.matching.evidence import evidence
from monazite.watch.screening.matching.features import FEATURES
from monazite.watch.screening.names.identifiers import checked
from monazite.watch.screening.names.telling import PLACEHOLDER, says_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.watch.screening.answers import ListUsed
    from monazite.watch.screening.comparing.lists import Prepared
    from monazite.watch.screening.comparing.nearest import Nearest
    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.matching.calibration import Calibration
    from monazite.watch.screening.party import Asked

SHOWN = 0.05
"""Entries of a lower score are not shown: nothing of their names came near."""


_COVERED = FEATURES.index("covered_less")
_WHOLE = 0.99
_NEAR = log(SHOWN / (1.0 - SHOWN))


class Suppressed(Protocol):
    """Who knows which pairs somebody set aside."""

    def until(self, asked: Asked, list_: str, entity: str, on: date) -> date | None:
        """The day until which it is set aside; None where it is not."""


class Terms(NamedTuple):
    """How answers are given: accepted alarms, most hits, the software, the model's hash."""

    alarms: float
    top: int
    software: str
    model: str


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers for asked parties, on these lists and terms."""

    lists: Prepared
    calibration: Calibration
    terms: Terms
    suppressed: Suppressed | None

    def answer(
        self, asked: Asked, near: Nearest, pairs: range, on: date, why: tuple[str, ...]
    ) -> Answer:
        """The answer for a party; pairs: where its entries stand in `near`, the best first."""
        used = tuple(one.used for one in self.lists.held)
        bare = not (asked.countries or asked.dates or asked.identifiers)
        nothing = [says_nothing(name, asked.kind) for name in asked.names]
        meant = [pair for pair in pairs if _is_meant(near, pair, nothing)]
        if meant:
            why = tuple(code for code in why if code not in nothing)
        hits = [
            self._hit(asked, near, pair, on)
            for pair in meant[: self.terms.top if bare else None]
            if not bare or near.raised[pair] > _NEAR
        ]
        hits += [self._by_number(asked, number, on) for number in self._numbered(asked, hits)]
        ranked = sorted((hit for hit in hits if hit.score >= SHOWN), key=_rank)
        kept = tuple(ranked[: self.terms.top])
        why = (*why, *_about(used))
        klass = asked.kind if asked.kind in CLASSES else None
        threshold = self.calibration.threshold(klass, self.terms.alarms) if klass else None
        return Answer(
            asked, _result(kept, why), kept, threshold, self.terms.alarms, used,
            self.terms.software, self.terms.model, why,
        )  # fmt: skip

    def _hit(self, asked: Asked, near: Nearest, pair: int, on: date) -> Hit:
        """One entry that comes near by its name."""
        number = int(near.entry[pair])
        entity = self.lists.entity(number)
        alias = entity.names[int(near.name[pair]) - int(self.lists.name_first[number])].text
        told = evidence(asked, entity)
        score = _logistic(float(near.raised[pair]) + sum(value for _, value in told))
        features = zip(FEATURES, near.features[pair].round(4).tolist(), strict=True)
        klass = CLASSES[near.klass[pair]]
        return self._told(
            asked, entity, on, klass,
            Hit(
                entity.list, entity.id, entity.names[0].text, alias,
                asked.names[int(near.typed[pair])], near.by(pair), score, tuple(features), told,
                0.0, alert=False,
            ),
        )  # fmt: skip

    def _by_number(self, asked: Asked, number: int, on: date) -> Hit:
        """One entry whose name is another, but whose number is the same."""
        entity = self.lists.entity(number)
        told = evidence(asked, entity)
        score = _logistic(sum(value for _, value in told) - 3.0)
        name = entity.names[0].text
        hit = Hit(
            entity.list, entity.id, name, name, asked.names[0], ("latin", "latin"), score, (),
            told, 0.0, alert=False,
        )  # fmt: skip
        return self._told(asked, entity, on, asked.kind or entity.kind, hit)

    def _numbered(self, asked: Asked, hits: Sequence[Hit]) -> list[int]:
        """Entries with a number of the asked that did not come near by name."""
        found = {(hit.list, hit.entity) for hit in hits}
        numbers = {
            number
            for one in asked.identifiers
            if (value := checked(one.kind, one.value).value)
            for number in self.lists.with_identifier(one.kind, value)
        }
        entities = ((number, self.lists.entity(number)) for number in sorted(numbers))
        return [number for number, one in entities if (one.list, one.id) not in found]

    def _told(self, asked: Asked, entity: Entity, on: date, klass: str, hit: Hit) -> Hit:
        """The hit with what its score costs, whether it is an alert, and what else is known."""
        name = klass if klass in CLASSES else "company"
        listed = listed_on(entity, on)
        over = hit.score > self.calibration.threshold(name, self.terms.alarms)
        alert = over and listed is not False
        until = None
        if alert and self.suppressed is not None:
            until = self.suppressed.until(asked, entity.list, entity.id, on)
        return replace(
            hit,
            expected=self.calibration.expected(name, hit.score),
            alert=alert,
            over=over,
            listed=listed,
            paused=paused_on(entity, on),
            suppressed_until=until,
        )


def listed_on(entity: Entity, on: date) -> bool | None:
    """Whether the entry stands on the list that day; None where the list does not say."""
    if entity.listed_from is None and entity.listed_until is None:
        return None
    after = entity.listed_from is None or entity.listed_from <= on
    return after and (entity.listed_until is None or on <= entity.listed_until)


def paused_on(entity: Entity, on: date) -> bool | None:
    """Whether its effect is suspended that day; None where the list does not say."""
    if entity.paused_from is None:
        return None
    return entity.paused_from <= on and (entity.paused_until is None or on <= entity.paused_until)


def _is_meant(near: Nearest, pair: int, nothing: Sequence[str]) -> bool:
    """Whether a name that says nothing is an entry's all the same: every word of both met."""
    code = nothing[int(near.typed[pair])]
    return not code or (code != PLACEHOLDER and near.features[pair, _COVERED] >= _WHOLE)


def _rank(hit: Hit) -> tuple[float, str, str]:
    return -hit.score, hit.list, hit.entity


def _about(used: Sequence[ListUsed]) -> tuple[str, ...]:
    """What is wrong with the lists."""
    if not used:
        return ("no_list",)
    return ("stale_list",) if any(one.stale for one in used) else ()


def _result(hits: Sequence[Hit], why: Sequence[str]) -> Result:
    """One word for it all; a stale list leaves an alert an alert, and nothing else."""
    alerts = [hit for hit in hits if hit.alert]
    if any(hit.suppressed_until is None for hit in alerts):
        return "alert"
    if not STOPS.isdisjoint(why):
        return "not_screened"
    if alerts:
        return "suppressed"
    if any(hit.over for hit in hits):
        return "not_in_force"
    return "below" if hits else "no_candidate"


def _logistic(raised: float) -> float:
    return 1.0 / (1.0 + exp(-max(min(raised, 40.0), -40.0)))
