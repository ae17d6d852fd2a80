"""What the law says of each item: prohibited, open, another leave; and what is claimed of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.customs.rulings import FREE, LICENCE
from monazite.law.finding import Term
from monazite.law.model import UNDETERMINED
from monazite.law.words import question_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.findings import Finding
    from monazite.law.questions import Question
    from monazite.law.ruling import Ruling

# A statement's field → the finding where it cannot be read, and the item's field.
_UNREAD = {
    "hs": ("hs.unreadable", "hs"),
    "control_code": ("control_code.unknown", "control_code"),
    "contains": ("composition.unreadable", "contains"),
    "without": ("composition.without_unreadable", "without"),
    "param": ("parameters.unreadable", "parameters"),
    "without together": ("composition.contradicts_itself", "without"),
    "technology together": ("technology.of_goods", "technology"),
    "hs together": ("item.unnamed", "hs"),
}
_REFUSED = "refused_in_principle"
_STOPS = ("prohibited", _REFUSED)
_QUIET = ("duty_only", "reporting_only")


@dataclass(frozen=True)
class _Asks:
    """The question that decides a ruling."""

    ruling: Ruling
    question: Question | None

    def said(self, lang: str) -> str:
        """The question, or that the outcome stays open."""
        if self.question is None:
            return Term("outcome.undetermined").said(lang)
        return question_words(self.ruling.law, self.question, lang)


def unreadable(context: Context) -> Iterator[Finding]:
    """Every field of an item that the law cannot read."""
    for path, _, found in context.each():
        for name, value in found.wrong:
            code, field = _UNREAD.get(name, ("item.unnamed", "hs"))
            if f"{path}.{field}" not in context.unread:
                yield context.finding(code, f"{path}.{field}", value=value[:60])


def outcome(context: Context) -> Iterator[Finding]:
    """What stops an item by itself, and what would decide it where it is open."""
    for path, item, found in context.each():
        ruling = found.declared
        if ruling is None or ruling.outcome in {FREE, LICENCE}:
            continue
        if ruling.outcome == UNDETERMINED:
            # A licence that covers the item answers the question as far as customs goes.
            if not item.licences:
                yield context.finding("ruling.undetermined", path, question=_asks(ruling))
            continue
        code = _code(ruling.outcome, licensed=bool(item.licences))
        yield context.finding(
            code, path, outcome=Term(f"outcome.{ruling.outcome}"), measures=_measures(ruling)
        )


def _code(outcome: str, *, licensed: bool) -> str:
    """What an outcome means; a licence for what is refused in principle is an exception."""
    if outcome == _REFUSED and licensed:
        return "ruling.excepted"
    if outcome in _STOPS:
        return f"ruling.{outcome}"
    return "ruling.told" if outcome in _QUIET else "ruling.other_leave"


def analysed(context: Context) -> Iterator[Finding]:
    """What the law says of the goods as a laboratory found them, where it is graver."""
    for path, _, found in context.each():
        if found.analysed is None or found.declared is None:
            continue
        now, before = found.analysed.outcome, found.declared.outcome
        if now in {before, FREE}:
            continue
        code = "ruling.controlled_as_analysed"
        if now == UNDETERMINED:
            yield context.finding(
                "ruling.undetermined_as_analysed", path, question=_asks(found.analysed)
            )
            continue
        words = {"outcome": Term(f"outcome.{now}"), "before": Term(f"outcome.{before}")}
        yield context.finding(code, path, **words, measures=_measures(found.analysed))


def claims(context: Context) -> Iterator[Finding]:
    """`not controlled`, said with a reason: against the law, or not shown by what was said."""
    for path, item, found in context.each():
        if not item.claim or found.governing is None or found.outcome == FREE:
            continue
        if found.outcome in _QUIET:
            continue
        open_ = found.outcome == UNDETERMINED
        code = "claim.unproven" if open_ else "claim.contradicted"
        yield context.finding(
            code, f"{path}.claim", claim=item.claim, measures=_measures(found.governing)
        )


def _asks(ruling: Ruling) -> _Asks:
    return _Asks(ruling, next((q for q in ruling.questions if q.needed), None))


def _measures(ruling: Ruling) -> str:
    found = (f.atom.measure.id for f in ruling.findings if f.sets)
    return ", ".join(dict.fromkeys(found)) or "–"


CHECKS = (unreadable, outcome, analysed, claims)
