"""The panel beside the form: everything that stops the shipment, and how each point is cured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.desk.gate import services
from monazite.desk.pages.declarations.form.findings import Group, errors, groups
from monazite.desk.pages.declarations.form.sent import Document
from monazite.desk.people.models import Person

if TYPE_CHECKING:
    from monazite.customs.findings import Finding
    from monazite.law.finding import Finding as Base

STOP, LOOK, CLEAR, UNREAD, NOTHING = "stop", "look", "clear", "unread", "nothing"


@dataclass(frozen=True, slots=True)
class Panel:
    """The answer; wrong: how many findings stop it.

    outcome: of `monazite.customs.gate`, unread where it is no declaration yet, or nothing where
    nobody asked.
    """

    outcome: str
    wrong: int
    groups: tuple[Group, ...]

    @property
    def tone(self) -> str:
        """The colour of the verdict."""
        return {CLEAR: "good", LOOK: "warning", NOTHING: "note"}.get(self.outcome, "error")


def nothing() -> Panel:
    """Of a form in which nothing was typed yet."""
    return Panel(NOTHING, 0, ())


def panel(person: Person, said: Document, lang: str) -> Panel:
    """What the gate would answer now; nothing is kept."""
    checked = services.precheck(person, said).told()
    return _panel(checked.outcome, checked.all_findings(), lang)


def unread(findings: Sequence[Finding], lang: str) -> Panel:
    """What keeps it from being read as a declaration."""
    return _panel(UNREAD, findings, lang)


def _panel(outcome: str, findings: Sequence[Base], lang: str) -> Panel:
    found = groups((each.document(lang) for each in findings), lang)
    return Panel(outcome, errors(found), found)
