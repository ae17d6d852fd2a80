"""Whether a rule works on a day: by the law data, which say unknown where nobody published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.status import (
    ENDED,
    IN_FORCE,
    NEVER_OPERATED,
    NOT_YET,
    SUSPENDED,
    Status,
    status,
)

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.watch.ownership.rules import Rule

_OUT = frozenset({SUSPENDED, NOT_YET, ENDED, NEVER_OPERATED})


def effect(rule: Rule, on: date, known: date, law: Law) -> Status:
    """The status of the rule on a day, as far as it was published by another."""
    if rule.measure is not None:
        return status(law, rule.measure, on, known, rule.limb)
    first = rule.terms[0].since
    if first > min(on, known):
        return Status(NOT_YET, operated=False, published=first <= known)
    return Status(IN_FORCE, operated=True, since=first)


def applies(found: Status) -> bool | None:
    """Whether a rule of that status works; None where the texts leave it open."""
    if found.state == IN_FORCE:
        return True
    return False if found.state in _OUT else None
