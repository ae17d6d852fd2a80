"""A challenge at the gate, step by step, and the people of one."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.desk.gate import services
from monazite.desk.gate.models import Challenge, Declaration, GatePaper, Judgement
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Found, Given, Verdict
from support.at_gate import Gate, gate
from support.offices import law_today, person
from support.papers import PDF

if TYPE_CHECKING:
    from monazite.desk.people.models import Person

WHY = "The magnets are heavier than their name."
VIA = "page"
GIVEN = Given((1,), ("composition_in_doubt",), WHY)


@dataclass(frozen=True, slots=True)
class Court:
    """The gate with a laboratory and an officer of the licensing office; all are verified."""

    g: Gate
    laboratory: Person
    licensing_officer: Person

    @property
    def chief(self) -> Person:
        """The licensing office's other hand."""
        return self.g.w.chief


def court() -> Court:
    """The rows, made through the services."""
    g = gate()
    return Court(
        g, person(g.customs, "laboratory"), person(g.w.licensing, "licensing_officer", "third")
    )


def lodged(c: Court, **changes: Any) -> Declaration:
    """A declaration of 100 kg that is cleared unless something is changed."""
    return services.lodge(c.g.declarant, document(c, **changes), VIA)


def document(c: Court, **changes: Any) -> dict[str, Any]:
    """What is lodged: the good one, unless something is changed."""
    said = {
        "exporter": {"name": c.g.w.exporter.name, "country": "CN"},
        "item_control_code": "1C905.a.4",
    }
    return c.g.document(**(said | changes))


def challenged(c: Court, declaration: Declaration) -> Challenge:
    """The open challenge of its first item."""
    return challenging.issue_challenge(c.g.officer, declaration.pk, GIVEN, VIA)


def answered(c: Court, declaration: Declaration) -> Challenge:
    """The same, answered by the declarant."""
    made = challenged(c, declaration)
    challenging.answer_challenge(c.g.declarant, declaration.pk, "They are as declared.", (), VIA)
    return Challenge.objects.get(pk=made.pk)


def handed_in(declaration: Declaration, by: Person, kind: str = "contract") -> GatePaper:
    """A file of somebody's at the challenged declaration."""
    stream = io.BytesIO(PDF)
    return challenging.upload_paper(by, declaration.pk, kind, "contract.pdf", stream, VIA)


def analysed(c: Court, declaration: Declaration, contains: str, form: str = "magnet") -> None:
    """What the laboratory found the first item to be."""
    found = Found(1, "Customs laboratory", "ICP-OES", law_today(), form, contains, "")
    challenging.report_sample(c.laboratory, declaration.pk, found, VIA)


def judged(c: Court, declaration: Declaration, finding: str, disposal: str = "") -> Judgement:
    """What one customs officer proposes and the other signs."""
    verdict = Verdict(finding, disposal, (), "By what lies before us.")
    proposed = challenging.judge(c.g.officer, declaration.pk, verdict, VIA)
    return challenging.sign_judgement(c.g.second_officer, proposed.pk, VIA)


def identified(c: Court, declaration: Declaration, finding: str) -> Judgement:
    """What the licensing office finds, asked by customs, by two of its people."""
    challenging.ask_identification(c.g.officer, declaration.pk, "What are they?", VIA)
    verdict = Verdict(finding, "", (), "By their composition.")
    proposed = challenging.judge(c.licensing_officer, declaration.pk, verdict, VIA)
    return challenging.sign_judgement(c.chief, proposed.pk, VIA)


def now(declaration: Declaration) -> Declaration:
    """As it stands."""
    return Declaration.objects.get(pk=declaration.pk)
