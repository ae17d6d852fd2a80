"""Everything that the page of a case shows, section by section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monazite.desk.applications.sealing import form_for
from monazite.desk.cases.models.case import OPEN
from monazite.desk.cases.models.decisions import STANDING, SUPERSEDED
from monazite.desk.cases.notes import wanted
from monazite.desk.licences.models import Licence
from monazite.desk.pages.cases.acts.deciding import proposed
from monazite.desk.pages.cases.acts.offered import ActForm, Refused, offered
from monazite.desk.pages.cases.acts.refusal import Fault, fault
from monazite.desk.pages.cases.acts.terms import TermsForm, terms_form
from monazite.desk.pages.cases.advised import advised
from monazite.desk.pages.cases.barred import barred
from monazite.desk.pages.cases.before import before
from monazite.desk.pages.cases.clock import clock
from monazite.desk.pages.cases.decided import decisions
from monazite.desk.pages.cases.look import Look
from monazite.desk.pages.cases.notes import notes
from monazite.desk.pages.cases.parties import parties
from monazite.desk.pages.cases.routed import routed
from monazite.desk.pages.cases.rulings import ruled
from monazite.desk.pages.cases.tasks import rows, told
from monazite.desk.pages.cases.waits import waits
from monazite.desk.pages.detail.answers import answers
from monazite.desk.pages.detail.papers import papers
from monazite.desk.pages.home.rows import country, title
from monazite.desk.pages.pictures.track import track
from monazite.law.finding import WARNING
from monazite.licensing.casework.decisions import APPROVALS, DECISION, Proposal, check, dropped


def context(look: Look, wanted: str, refused: Refused | None) -> dict[str, Any]:
    """The values of the page; wanted: the act whose form stands open."""
    application, lang = look.application, look.lang
    tasks, forms = rows(look), offered(look, wanted, refused)
    return {
        "application": application,
        "case": look.case,
        "changed": look.changed,
        "title": title(application, lang),
        "destination": country(application.destination, lang),
        "track": track(application.state, lang, filed=True),
        "clock": clock(look.case, look.today, lang),
        "forms": forms,
        "terms": _terms(look, forms),
        "lost": _lost(forms, refused),
        "tasks": told(tasks, look),
        "advised": advised(look, tasks),
        "decisions": _decisions(look),
        "licence": _licence(look),
        "doubts": _doubts(look),
        "wanted": _wanted(look),
        "barred": barred(look),
        "routed": routed(look),
        "earlier": before(look),
        "notes": notes(look),
    } | _asked(look)


def _asked(look: Look) -> dict[str, Any]:
    """What is asked: lines with rulings, parties with screening, end use, papers."""
    lines, found = ruled(look), papers(look.person, look.application)
    return {
        "waits": waits(look.case, found, look.lang),
        "lines": lines,
        "outdated": any(line.outdated for line in lines),
        "turned": tuple(line for line in lines if line.renewal),
        "parties": parties(look),
        "answers": answers(form_for(look.person, look.application), look.lang),
        "papers": found,
    }


def _decisions(look: Look) -> list[Any]:
    """Newest first; offices that only advise do not see what is not signed."""
    signed = {STANDING, SUPERSEDED}
    rows = [row for row in look.decisions if look.reads_all or row.state in signed]
    return decisions(look.application, rows, look.tasks, look.lang)


def _doubts(look: Look) -> tuple[Fault, ...]:
    """What the proposer may do and the signer has to know: where it says otherwise than advised."""
    row = proposed(look)
    if row is None or row.kind != DECISION or not look.reads_all:
        return ()
    asked = Proposal(
        row.kind, row.outcome, tuple(row.grounds), tuple(row.conditions), row.text, None
    )
    standing = tuple(look.changed.conditions) if look.changed else ()
    against = check(asked, look.together.consolidation, look.together.position, look.rules)
    found = [*against, *dropped(asked, standing)]
    return tuple(fault(each, look.lang) for each in found if each.severity == WARNING)


def _wanted(look: Look) -> tuple[str, ...]:
    """What the reader's office was asked for by hand and has not answered."""
    own = look.person.organisation_id
    asked = (task for task in look.tasks if task.state == OPEN and task.agency_id == own)
    return tuple(text for task in asked if (text := wanted(task, look.notes)))


def _licence(look: Look) -> Licence | None:
    """The licence of an approval."""
    approved = any(row.state == STANDING and row.outcome in APPROVALS for row in look.decisions)
    return getattr(look.application, "licence", None) if approved else None


def _terms(look: Look, forms: Sequence[ActForm]) -> TermsForm | None:
    """The fields of a licence's terms, where one can be proposed."""
    proposing = next((form for form in forms if form.act.name == "propose" and form.open), None)
    return terms_form(look, proposing.typed) if proposing else None


def _lost(forms: Sequence[ActForm], refused: Refused | None) -> Refused | None:
    """A refused act that is not possible any more: what was typed still stands on the page."""
    shown = any(form.refusal for form in forms)
    return refused if refused is not None and not shown else None
