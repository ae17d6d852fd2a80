"""What is known of parties now, without comparing anything: the worker did, or has not yet."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from monazite.desk.screening.force import Force, in_force
from monazite.desk.screening.models import Comparison
from monazite.errors import MonaziteError
from monazite.licensing.casework.likeness import DAMAGED, NO_LIST, STALE
from monazite.watch.screening.party import Asked
from monazite.watch.screening.suppressions.fingerprint import fingerprint

_LOG = logging.getLogger("monazite.desk.screening")
_COUNTS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """The last comparison of each party by its fingerprint, and what it is worth on a day.

    hash: of the lists in force, "" of none; why: what keeps it from being said that nothing was
    found (`stale_list`, `no_list`, `lists_damaged`), "" of nothing.
    """

    on: date
    hash: str
    why: str
    by_party: Mapping[str, Comparison]

    def fresh(self, row: Comparison) -> bool:
        """Whether it still counts: of today, or of yesterday until the worker came by."""
        on = row.party.compared_on
        return on is not None and on >= self.on - _COUNTS

    def newer(self, row: Comparison) -> bool:
        """Whether lists have come into force since, with which it was not compared yet."""
        return row.party.lists != self.hash


def standing(parties: Iterable[Asked], on: date) -> Standing | None:
    """Of these parties, as of a day; None where the site holds no lists and never compared one.

    A folder that is gone or damaged ends no alert, and nothing is said to be found on no list.
    """
    force, why = _force(on)
    prints = {fingerprint(each) for each in parties}
    rows = Comparison.objects.filter(party__fingerprint__in=prints)
    ordered = rows.select_related("party").order_by("party_id", "number")
    found = {row.party.fingerprint: row for row in ordered}
    if why == NO_LIST and not found:
        return None
    return Standing(on, force.hash if force else "", why, found)


def _force(on: date) -> tuple[Force | None, str]:
    try:
        force = in_force(Path(settings.LISTS_ROOT), on, settings.ALARMS)
    except (MonaziteError, OSError) as error:
        _LOG.error("the lists cannot be read: %s", error)
        return None, DAMAGED
    if force is None:
        return None, NO_LIST
    return force, STALE if force.stale else ""
