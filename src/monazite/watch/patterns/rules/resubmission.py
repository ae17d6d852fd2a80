"""C8: what was refused comes again, through another exporter or for another name.

An application is followed from its refusal on. Of the later ones of other exporters for the same
material, those count that are for the same end user (by id, by contact, by name), or in words that
are an edited copy; a form that many exporters use is no copy. An exporter that served the same end
user before the refusal comes from no shop window, and is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import prod
from operator import attrgetter
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.likeness.parties import Known
from monazite.watch.patterns.likeness.texts import Shingled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Application, Records
    from monazite.watch.patterns.rule import RuleOn

_DAY = attrgetter("day")
REFUSED, GRANTED = "refused", "granted"
_WEIGHTS = {
    "same_end_user": 0.45,
    "shared_contact": 0.4,
    "like_end_user": 0.35,
    "like_text": 0.5,
    "new_exporter": 0.15,
    "soon_after": 0.1,
    "quantity_like": 0.1,
}
_TELLING = frozenset({"same_end_user", "shared_contact", "like_end_user", "like_text"})
"""Without one of these nothing ties an application to the refused one."""
_OTHERWISE = {
    "same_end_user": "other_supplier",
    "shared_contact": "group_company",
    "like_end_user": "common_name",
    "like_text": "common_form",
}
_SOON = 60
_ALIKE = 0.15
"""Masses that differ by less than this share of the larger one are alike."""


@dataclass(frozen=True, slots=True)
class _Tie:
    """A later application with what ties it to the refused one."""

    later: Application
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        return 1 - prod(1 - _WEIGHTS[reason.code] for reason in self.reasons)


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """One lead for each refusal that came again; a refusal that came again itself joins it."""
    refused = sorted(
        (each for each in records.applications if each.outcome == REFUSED and each.decided),
        key=lambda each: (each.decided or each.day, each.id),
    )
    if not refused:
        yield rule.cannot("no_refusal")
        return
    looking = _Looking(records, rule)
    if not looking.parties.by_words:
        yield rule.cannot("names_as_written")
    first: dict[str, str] = {}
    ties: dict[str, dict[str, _Tie]] = {}
    for each in refused:
        root = first.get(each.id, each.id)
        own = ties.setdefault(root, {})
        for tie in looking.ties(each):
            held = own.get(tie.later.id)
            if held is None or tie.score > held.score:
                own[tie.later.id] = tie
            first.setdefault(tie.later.id, root)
    by_id = {each.id: each for each in refused}
    for root, found in sorted(ties.items()):
        if found:
            yield _lead(by_id[root], tuple(found.values()), rule)


class _Looking:
    """The applications with what is known of their texts and parties."""

    def __init__(self, records: Records, rule: RuleOn) -> None:
        self._rule = rule
        self._by_material: dict[str, list[Application]] = {}
        for each in sorted(records.applications, key=_DAY):
            self._by_material.setdefault(each.material, []).append(each)
        self.parties = Known(records.parties, rule.number("like_name"))
        self._texts = Shingled(
            {each.id: (each.exporter, each.day, each.text) for each in records.applications},
            rule.count("template_exporters"),
        )
        self._granted = {each.exporter for each in records.applications if each.outcome == GRANTED}
        self._served: dict[tuple[str, str], list[Application]] = {}
        for each in records.applications:
            if each.outcome == GRANTED:
                self._served.setdefault((each.exporter, each.end_user), []).append(each)

    def ties(self, refused: Application) -> Iterator[_Tie]:
        """The later applications that are tied to this one strongly enough."""
        every = self._by_material[refused.material]
        start = bisect_left(every, refused.decided or refused.day, key=_DAY)
        for later in every[start:]:
            if self._may_be(refused, later):
                tie = _Tie(later, tuple(self._reasons(refused, later)))
                telling = any(reason.code in _TELLING for reason in tie.reasons)
                if telling and tie.score >= self._rule.number("least_score"):
                    yield tie

    def _may_be(self, refused: Application, later: Application) -> bool:
        """Whether the later one comes within the window from an exporter of whom it is new."""
        until = refused.decided or refused.day
        if (later.day - until).days > self._rule.count("window_days") or later.id == refused.id:
            return False
        if self.parties.same(refused.exporter, later.exporter):
            return False
        served = self._served.get((later.exporter, later.end_user), ())
        return not any(each.day < until for each in served)

    def _reasons(self, refused: Application, later: Application) -> Iterator[Reason]:
        yield from self.parties.ties(refused.end_user, later.end_user)
        like = self._texts.like(refused.id, later.id)
        if like >= self._rule.number("like_text"):
            yield Reason("like_text", {"share": round(like, 2)})
        if later.exporter not in self._granted:
            yield Reason("new_exporter", {"exporter": later.exporter})
        days = (later.day - refused.decided).days if refused.decided else 0
        if days <= _SOON:
            yield Reason("soon_after", {"days": days})
        if refused.mass_kg and later.mass_kg and _alike(refused.mass_kg, later.mass_kg):
            yield Reason("quantity_like", {"refused_kg": refused.mass_kg, "mass_kg": later.mass_kg})


def _alike(one: object, other: object) -> bool:
    less, more = sorted((float(str(one)), float(str(other))))
    return more - less <= _ALIKE * more


def _lead(refused: Application, ties: Sequence[_Tie], rule: RuleOn) -> Lead:
    """The lead of a refusal: the reasons of the strongest tie first, each code once."""
    strongest = sorted(ties, key=lambda tie: (-tie.score, tie.later.day, tie.later.id))
    reasons: dict[str, Reason] = {}
    for tie in strongest:
        for reason in tie.reasons:
            reasons.setdefault(reason.code, reason)
    return rule.lead(
        [refused.id],
        strongest[0].score,
        reasons.values(),
        [*_otherwise(reasons), "reason_cured"],
        [f"application:{refused.id}", *(f"application:{tie.later.id}" for tie in strongest)],
        refused.day,
        max(tie.later.day for tie in ties),
    )


def _otherwise(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_OTHERWISE[code] for code in codes if code in _OTHERWISE))
