"""What the law says of each line: controlled or not, prohibited, open, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.law.ruled import ruled
from monazite.law.words import question_words
from monazite.licensing.statements import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.questions import Question
    from monazite.law.ruling import Ruling
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_CODES = {
    "prohibited": "line.prohibited",
    "refused_in_principle": "line.refused_in_principle",
    "not_controlled": "line.not_controlled",
}
_WANTED = "licence_required"


@dataclass(frozen=True)
class _Asks:
    """The question that decides a ruling."""

    ruling: Ruling
    question: Question | None

    def said(self, lang: str) -> str:
        """The question, or the outcomes that stay open."""
        if self.question is None:
            return Term("outcome.undetermined").said(lang)
        return question_words(self.ruling.law, self.question, lang)

    def __repr__(self) -> str:
        return self.question.fact if self.question else ""


def outcome(context: Context) -> Iterator[Finding]:
    """The line needs this licence; else why not, or what would decide it."""
    for each in context.rulings:
        ruling, path = each.ruling, f"lines[{each.number - 1}]"
        if ruling is None or ruling.outcome == _WANTED:
            continue
        if ruling.outcome == "undetermined":
            first = next((q for q in ruling.questions if q.needed), None)
            asks, number = _Asks(ruling, first), str(each.number)
            yield context.finding("line.undetermined", path, number=number, question=asks)
            continue
        yield context.finding(
            _code(context, ruling),
            path,
            number=str(each.number),
            outcome=Term(f"outcome.{ruling.outcome}"),
            measures=_measures(ruling),
        )


def _code(context: Context, ruling: Ruling) -> str:
    """What an outcome means; a ban by lists alone may be lifted where they know special cases."""
    lists = [f.atom.measure.party_list for f in ruling.findings if f.sets]
    if ruling.outcome == "prohibited" and lists and all(map(context.special_case, lists)):
        return "line.special_case"
    return _CODES.get(ruling.outcome, "line.another_licence")


def before_it_leaves(context: Context) -> Iterator[Finding]:
    """The law that is known today already says something else for the day of the first shipment."""
    days = [t.first_on for t in context.application.transport if t.first_on is not None]
    leaves = max(days, default=context.today)
    if leaves <= context.today:
        return
    for each in context.rulings:
        if each.ruling is None:
            continue
        then, _ = ruled(
            statement(context.application, each.number - 1, leaves, context.law), context.law
        )
        if then is not None and then.outcome != each.outcome:
            yield context.finding(
                "line.law_changes",
                f"lines[{each.number - 1}]",
                number=str(each.number),
                day=leaves.isoformat(),
                outcome=Term(f"outcome.{then.outcome}"),
            )


def _measures(ruling: Ruling) -> str:
    found = (f.atom.measure.id for f in ruling.findings if f.sets)
    return ", ".join(dict.fromkeys(found)) or "–"


CHECKS = (outcome, before_it_leaves)
