"""What a token may be made for; actions without a scope are done by people in pages alone."""

from __future__ import annotations

from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, Person
from monazite.errors import InputError

SCOPES: dict[str, frozenset[str]] = {
    "applications:read": frozenset(
        {"application.read", "application.read_as_party", "paper.read", "event.read"}
    ),
    "applications:write": frozenset(
        {
            "application.create",
            "application.save",
            "application.amend",
            "application.split",
            "application.discard",
            "paper.upload",
            "ruling.renew",
        }
    ),
    "applications:file": frozenset({"application.file", "application.withdraw"}),
    "cases:read": frozenset({"case.read", "advice.read_all"}),
    "cases:write": frozenset(
        {
            "case.take_in",
            "case.return",
            "case.accept",
            "case.assign",
            "case.route",
            "case.ask",
            "case.hold",
            "case.release",
            "case.refer",
            "case.answer",
            "advice.give",
            "note.write",
        }
    ),
    "licences:read": frozenset({"licence.read"}),
    "licences:write": frozenset({"licence.change"}),
    "figures:read": frozenset({"figures.read"}),
    "declarations:read": frozenset({"declaration.read", "manifest.read", "duty.read"}),
    "declarations:write": frozenset(
        {
            "declaration.lodge",
            "declaration.amend",
            "declaration.cancel",
            "challenge.answer",
            "manifest.lodge",
            "duty.report",
        }
    ),
    "gate:write": frozenset(
        {
            "declaration.work",
            "challenge.issue",
            "challenge.ask",
            "sample.report",
            "ledger.report",
            "offline.carry",
            "offline.merge",
        }
    ),
    "batches:read": frozenset({"batch.read"}),
    "batches:write": frozenset({"batch.write"}),
    "statistics:read": frozenset({"statistics.read"}),
    "usage:read": frozenset({"usage.read", "usage.sums"}),
    "leads:read": frozenset({"lead.read"}),
    "secrets:read": frozenset({"paper.read_secret", "application.read_secret"}),
}
"""Each scope with the actions that it opens to a program."""


def allows(scopes: frozenset[str], action: str) -> bool:
    """Whether one of the scopes opens the action."""
    return any(action in SCOPES.get(scope, ()) for scope in scopes)


_OF_KIND: dict[str, frozenset[str]] = {
    EXPORTER: frozenset(
        {
            "applications:read",
            "applications:write",
            "applications:file",
            "cases:write",
            "licences:read",
            "licences:write",
            "declarations:read",
            "declarations:write",
            "batches:read",
            "batches:write",
            "usage:read",
            "secrets:read",
        }
    ),
    FOREIGN: frozenset({"applications:read"}),
    AGENCY: frozenset(SCOPES)
    - {"applications:file", "licences:write", "declarations:write", "batches:write"},
}
"""The scopes that open anything at all to people of a kind of organisation."""


def offered(person: Person) -> tuple[str, ...]:
    """The scopes that can be of use to a person: of the others a token would open nothing."""
    useful = _OF_KIND.get(person.organisation.kind, frozenset())
    return tuple(scope for scope in SCOPES if scope in useful)


def read(words: list[str]) -> frozenset[str]:
    """The scopes asked for; InputError for none and for an unknown one."""
    asked = frozenset(words)
    if not asked or asked - SCOPES.keys():
        raise InputError("scopes", " ".join(sorted(asked - SCOPES.keys())), ", ".join(SCOPES))
    return asked
