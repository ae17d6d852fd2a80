"""What the API answers when it cannot do what was asked: one shape, a code, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from monazite.catalogue.texts import say
from monazite.desk.applications.errors import Conflict
from monazite.errors import ErrorDocument, MonaziteError
from monazite.law.finding import Finding

_SHOWN = 200
"""Characters of a refused value that are said back."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One value that cannot be used: where it stands, what it was, what is accepted."""

    field: str
    value: str = ""
    accepted: str = ""

    def document(self) -> ErrorDocument:
        """The problem as JSON; a long value is cut."""
        value = self.value if len(self.value) <= _SHOWN else f"{self.value[:_SHOWN]}…"
        return {"field": self.field, "value": value, "accepted": self.accepted}


@dataclass
class Fault(MonaziteError):  # noqa: N818 - it is what the answer is
    """An answer of 400 or more.

    code: names it to a program; values: what its sentence names; key: of the sentence, where it
    is not `desk.api.fault.CODE`; problems: every value that cannot be used; findings: an
    application's own faults; conflict: what two wrote; headers: of the answer.
    """

    status: int
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    key: str | None = None
    problems: Sequence[Problem] = ()
    findings: Sequence[Finding] = ()
    conflict: Conflict | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def message(self, lang: str) -> str:
        """What is wrong and what to do, in one or two sentences."""
        return say(self.key or f"desk.api.fault.{self.code}", lang, **self.values)

    def document(self, lang: str) -> dict[str, Any]:
        """The answer's body: the first problem beside the sentence, all of them in a list."""
        problems = [problem.document() for problem in self.problems]
        first = problems[0] if problems else Problem("").document()
        error = {
            "code": self.code,
            "message": self.message(lang),
            **first,
            "problems": problems,
            "findings": [finding.document(lang) for finding in self.findings],
            "conflict": _both(self.conflict) if self.conflict else None,
        }
        return {"error": error}


def _both(conflict: Conflict) -> dict[str, Any]:
    clashes = [
        {"path": clash.path, "theirs": clash.theirs, "mine": clash.mine}
        for clash in conflict.clashes
    ]
    return {"version": conflict.version, "clashes": clashes}
