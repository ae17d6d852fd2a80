"""A lead is opened, or what is seen again is added to the one that is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.customs.leads import KINDS, machine
from monazite.desk.events.append import Who, create, record
from monazite.desk.events.canonical import canonical
from monazite.desk.events.prints import ROWS, text_sha256
from monazite.desk.leads.models import CLOSED, EVIDENCE, Entry, Lead, LeadOffice
from monazite.desk.leads.prints import Told, entry_told, offices_told
from monazite.desk.people.models import Organisation
from monazite.law.procedure import NEW


def open_lead(
    kind: str,
    about: Mapping[str, str],
    evidence: Mapping[str, object],
    office: Organisation,
    who: Who,
) -> Lead:
    """The lead before that office; call in the transaction of what found it.

    about: what identifies the thing (`{"declaration": number}`): the same kind about the same
    thing is open once, and new evidence is added to it, the same evidence not twice; evidence:
    as JSON has it, decimals as text. ValueError for an unknown kind.
    """
    return open_before(kind, about, evidence, (office,), who)


def open_before(
    kind: str,
    about: Mapping[str, str],
    evidence: Mapping[str, object],
    offices: Iterable[Organisation],
    who: Who,
) -> Lead:
    """The same before several offices."""
    found = standing(kind, about)
    if found is None:
        try:
            with transaction.atomic():
                return opened(kind, about, evidence, offices, who, {})[0]
        except IntegrityError:  # somebody opened it at this moment
            found = standing(kind, about)
            if found is None:
                raise
    add_evidence(found, evidence, who)
    return found


def standing(kind: str, about: Mapping[str, str]) -> Lead | None:
    """The lead of that kind about that thing which has not been closed."""
    same = Lead.objects.filter(fingerprint=_fingerprint(kind, about)).exclude(state=CLOSED)
    return same.first()


def opened(
    kind: str,
    about: Mapping[str, str],
    evidence: Mapping[str, object],
    offices: Iterable[Organisation],
    who: Who,
    rows: Told,
) -> tuple[Lead, Entry]:
    """A new lead with its first evidence; rows: what else its first event tells of."""
    if kind not in KINDS:
        raise ValueError(f"no kind of lead: {kind}")
    now = timezone.now()
    agencies = tuple(offices)
    lead = Lead(
        kind=kind, regime=agencies[0].regime, about=dict(about),
        fingerprint=_fingerprint(kind, about), opened_at=now, opened_by_id=who.person,
        state=machine().after(NEW, "open"),
    )  # fmt: skip
    named = [LeadOffice(lead=lead, agency=agency) for agency in agencies]
    entry = Entry(
        lead=lead, number=1, kind=EVIDENCE, facts=dict(evidence), at=now, by_id=who.person
    )
    told = {
        "kind": kind, "regime": lead.regime, "about": canonical(lead.about), "state": lead.state,
        ROWS: offices_told(named) | entry_told(entry) | rows,
    }  # fmt: skip
    create(lead, "opened", told, who, named)
    entry.save(force_insert=True)
    return lead, entry


def add_evidence(lead: Lead, evidence: Mapping[str, object], who: Who) -> Entry | None:
    """What was found since; None where the lead has it already."""
    known = lead.entries.filter(kind=EVIDENCE).values_list("facts", flat=True)
    facts = dict(evidence)
    if any(canonical(each) == canonical(facts) for each in known):
        return None
    entry = Entry(
        lead=lead, number=lead.entries.count() + 1, kind=EVIDENCE, facts=facts,
        at=timezone.now(), by_id=who.person,
    )  # fmt: skip
    record(lead, "evidence_added", {"entry": entry.number, ROWS: entry_told(entry)}, who)
    entry.save(force_insert=True)
    return entry


def _fingerprint(kind: str, about: Mapping[str, str]) -> str:
    return text_sha256(canonical({"kind": kind, "about": dict(about)}))
