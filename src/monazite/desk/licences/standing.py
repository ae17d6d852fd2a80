"""What state a licence is in on a day, from its columns: nothing of it is stored."""

from __future__ import annotations

from datetime import date

from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.law.store import load
from monazite.ledger.licence import Facts, Standing
from monazite.ledger.licence import standing as _standing


def standing(licence: Licence, today: date | None = None) -> Standing:
    """The state, whether it may be used, and every reason why not; today: in its regime's zone.

    One query for the lines where they were not fetched before.
    """
    exhausted = all(balance_of(line).exhausted for line in licence.lines.all())
    return _standing(_facts(licence, exhausted), today or load().today(licence.regime))


def standing_of(line: LicenceLine, on: date) -> Standing:
    """The same of a line's licence; its other lines are asked only where this one is exhausted."""
    exhausted = balance_of(line).exhausted and all(
        balance_of(each).exhausted for each in line.licence.lines.exclude(pk=line.pk)
    )
    return _standing(_facts(line.licence, exhausted), on)


def _facts(licence: Licence, exhausted: bool) -> Facts:  # noqa: FBT001 - one of the facts
    return Facts(
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        suspended=licence.suspended_since is not None,
        amending=licence.amending_since is not None,
        ended=licence.ended,
        exhausted=exhausted,
    )
