"""What the services of licences refuse with more than a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Refused
from monazite.desk.licences.limits import number
from monazite.ledger.limits import Problem


class Beyond(Refused):
    """A movement that a line does not allow: every problem, the figures of each in its sentence."""

    def __init__(self, line: int, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("movement_beyond", line=line)

    def message(self, lang: str) -> str:
        """That the line does not allow it and every reason why, one a line."""
        return "\n".join([super().message(lang), *(_said(each, lang) for each in self.problems)])


def _said(problem: Problem, lang: str) -> str:
    amounts = {"asked": problem.asked, "most": problem.most}
    figures = {name: number(amount) for name, amount in amounts.items() if amount is not None}
    days = {"since": problem.since, "until": problem.until}
    told = {name: day.isoformat() for name, day in days.items() if day is not None}
    return say(f"desk.movement.{problem.code}", lang, **figures, **told)
