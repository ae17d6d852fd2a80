"""The roles of the desk, and the kinds of organisation in which each is held."""

from __future__ import annotations

from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, OPERATOR

PREPARER, SIGNATORY = "preparer", "signatory"
ADMIN = "organisation_admin"
PARTNER = "partner"
INTAKE_OFFICER, LICENSING_OFFICER = "intake_officer", "licensing_officer"
REVIEWER, CHIEF, AUDITOR = "reviewer", "chief", "auditor"
OPERATES = "operator"
DECLARANT = "declarant"
CUSTOMS_OFFICER, LABORATORY = "customs_officer", "laboratory"
STATISTICIAN, ENFORCER = "statistician", "enforcement_officer"

ROLES: dict[str, frozenset[str]] = {
    PREPARER: frozenset({EXPORTER}),
    SIGNATORY: frozenset({EXPORTER}),
    DECLARANT: frozenset({EXPORTER}),
    PARTNER: frozenset({FOREIGN}),
    INTAKE_OFFICER: frozenset({AGENCY}),
    LICENSING_OFFICER: frozenset({AGENCY}),
    REVIEWER: frozenset({AGENCY}),
    CHIEF: frozenset({AGENCY}),
    AUDITOR: frozenset({AGENCY}),
    CUSTOMS_OFFICER: frozenset({AGENCY}),
    LABORATORY: frozenset({AGENCY}),
    STATISTICIAN: frozenset({AGENCY}),
    ENFORCER: frozenset({AGENCY}),
    ADMIN: frozenset({AGENCY, EXPORTER, FOREIGN}),
    OPERATES: frozenset({OPERATOR}),
}
"""Each role with the kinds of organisation whose people may hold it."""

OFFICERS = frozenset({INTAKE_OFFICER, LICENSING_OFFICER, REVIEWER, CHIEF})
"""Roles whose people work on cases."""
FIGURES = frozenset({LICENSING_OFFICER, CHIEF, AUDITOR})
"""Roles whose people read figures about casework."""
OFFICIAL = frozenset({AGENCY, OPERATOR})
"""Kinds of organisation whose people act with a second factor only."""


def roles_in(kind: str) -> tuple[str, ...]:
    """The roles that people of such an organisation may hold."""
    return tuple(role for role, kinds in ROLES.items() if kind in kinds)
