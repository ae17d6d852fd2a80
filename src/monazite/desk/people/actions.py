"""Every action of the site and who may do it; what stands nowhere here, nobody may."""

from __future__ import annotations

from rules.predicates import Predicate

from monazite.desk.people.predicates import (
    active,
    admin_role,
    an_organisation,
    asked_about,
    before_office,
    filed,
    first_admin,
    fits_organisation,
    has_role,
    intake_office,
    last_of_its_kind,
    licensing_office,
    named_office,
    named_party,
    named_reviewer,
    of_agency,
    of_customs,
    of_exporter,
    of_operator,
    oneself,
    own_application,
    own_organisation,
    own_thing,
    second_factor,
    secret,
    without_admin,
)
from monazite.desk.people.roles import (
    ADMIN,
    AUDITOR,
    CHIEF,
    CUSTOMS_OFFICER,
    DECLARANT,
    ENFORCER,
    FIGURES,
    INTAKE_OFFICER,
    LABORATORY,
    LICENSING_OFFICER,
    OFFICERS,
    OPERATES,
    PARTNER,
    PREPARER,
    REVIEWER,
    SIGNATORY,
    STATISTICIAN,
)

_writes = has_role(PREPARER, SIGNATORY) & of_exporter
_author = _writes & own_application
_signs = has_role(SIGNATORY) & of_exporter & own_application
_named = filed & named_office
_officer = has_role(*OFFICERS) & _named
_sealed = has_role(REVIEWER) & _named & named_reviewer
_takes_in = has_role(INTAKE_OFFICER) & filed & intake_office
_decides = has_role(LICENSING_OFFICER, CHIEF) & filed & licensing_office
_heads = has_role(CHIEF) & filed & licensing_office
_manages = has_role(ADMIN) & own_organisation
_operates = has_role(OPERATES)
_starts = _operates & (without_admin & ~of_operator)
_keeps = _operates & of_operator
_declares = has_role(DECLARANT) & own_thing
_exports = has_role(DECLARANT, PREPARER, SIGNATORY) & own_thing
_clears = has_role(CUSTOMS_OFFICER) & of_customs & before_office
_identifies = has_role(LICENSING_OFFICER, CHIEF) & asked_about
_follows_up = has_role(ENFORCER) & before_office
_counts = has_role(STATISTICIAN) & of_agency

_PREDICATES: dict[str, Predicate] = {
    "application.create": _writes,
    "application.read": _author | _officer,
    "application.read_as_party": has_role(PARTNER) & filed & named_party,
    "application.read_secret": _author | _sealed,
    "application.save": _author,
    "application.discard": _author,
    "application.split": _author,
    "application.amend": _author,
    "application.file": _signs,
    "application.withdraw": _signs,
    "paper.upload": _author,
    "paper.read": _author | (_officer & ~secret) | _sealed,
    "paper.read_secret": _author | _sealed,
    "reviewer.name": has_role(CHIEF) & filed & licensing_office,
    "ruling.renew": _author | (has_role(LICENSING_OFFICER, CHIEF) & _named),
    "case.read": _officer,
    "case.take_in": _takes_in,
    "case.return": _takes_in,
    "case.accept": _takes_in,
    "case.assign": _officer,
    "case.route": _decides,
    "case.ask": _decides,
    "case.hold": _decides,
    "case.release": _decides,
    "case.refer": _decides,
    "case.hand_back": _heads,
    "case.reopen": _heads,
    "case.close": _decides,
    "case.answer": _author & filed,
    "case.reconsider": _signs & filed,
    "advice.give": has_role(REVIEWER) & _named,
    "advice.read_all": _decides,
    "conflict.settle": _decides,
    "decision.propose": _decides,
    "decision.sign": _decides,
    "note.write": _officer,
    "licence.read": (_author & filed) | _officer,
    "licence.order": _decides,
    "licence.sign": _decides,
    "licence.change": _author & filed,
    "licence.surrender": _signs & filed,
    "figures.read": has_role(*FIGURES) & of_agency,
    "declaration.lodge": has_role(DECLARANT) & of_exporter,
    "declaration.read": _exports
    | _clears
    | _identifies
    | (has_role(LABORATORY, ENFORCER, AUDITOR) & before_office),
    "declaration.amend": _declares,
    "declaration.cancel": _declares,
    "declaration.work": _clears,
    "challenge.issue": _clears,
    "challenge.answer": _declares,
    "challenge.ask": _clears,
    "challenge.judge": _clears | _identifies,
    "challenge.sign": _clears | _identifies,
    "sample.report": has_role(LABORATORY) & before_office,
    "manifest.lodge": has_role(DECLARANT) & of_exporter,
    "manifest.read": _exports | _clears,
    "ledger.report": has_role(CUSTOMS_OFFICER) & of_customs,
    "offline.carry": has_role(CUSTOMS_OFFICER) & of_customs,
    "offline.merge": has_role(CUSTOMS_OFFICER) & of_customs,
    "usage.read": _writes | (has_role(*OFFICERS) & of_agency),
    "usage.sums": _counts,
    "statistics.read": _counts,
    "statistics.prepare": _counts,
    "statistics.release": _counts,
    "batch.write": has_role(DECLARANT, PREPARER) & of_exporter,
    "batch.read": _exports | _follows_up,
    "quota.set": has_role(ENFORCER) & of_agency,
    "lead.read": _follows_up,
    "lead.work": _follows_up,
    "duty.report": _exports,
    "duty.read": _exports | _clears | _identifies | _follows_up,
    "event.read": _author
    | (has_role(AUDITOR) & _named)
    | ((_manages | _operates) & an_organisation),
    "organisation.add": _operates,
    "organisation.read": _manages | _operates,
    "organisation.end": _operates & ~own_organisation,
    "person.add": _manages | _starts | _keeps,
    "person.end": (_manages | _keeps) & ~oneself & ~last_of_its_kind,
    "person.link": (_manages | (_operates & first_admin) | _keeps) & ~oneself,
    "role.grant": (_manages | (_starts & admin_role) | _keeps) & fits_organisation & ~oneself,
    "role.end": (_manages | _keeps) & ~last_of_its_kind,
    "factor.reset": _operates & ~oneself,
    "token.make": oneself & ~_operates,
    "token.revoke": oneself | _manages,
}

ACTIONS: dict[str, Predicate] = {
    name: active & second_factor & asked for name, asked in _PREDICATES.items()
}
"""The actions by name; each asks first for an active person and, of officials, a second factor."""
