"""What state a licence is in on a day, from its columns: nothing of it is stored."""

from __future__ import annotations

from datetime import date

from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence
from monazite.law.store import load
from monazite.ledger.licence import Facts, Standing
from monazite.ledger.licence import standing as _standing


def standing(licence: Licence, today: date | None = None) -> Standing:
    """The state, whether it may be used, and every reason why not; today: in its regime's zone.

    One query for the lines where they were not fetched before.
    """
    facts = Facts(
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        suspended=licence.suspended_since is not None,
        amending=licence.amending_since is not None,
        ended=licence.ended,
        exhausted=all(balance_of(line).exhausted for line in licence.lines.all()),
    )
    return _standing(facts, today or load().today(licence.regime))
