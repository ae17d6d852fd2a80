"""What is known of parties now, without comparing anything: the worker did, or has not yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from monazite.desk.screening.force import Force, in_force
from monazite.desk.screening.models import Comparison
from monazite.watch.screening.party import Asked
from monazite.watch.screening.suppressions.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Standing:
    """The lists in force, and the comparisons with them by the party's fingerprint.

    A party that is not among them has not been compared with these lists.
    """

    force: Force
    by_party: Mapping[str, Comparison]


def standing(parties: Iterable[Asked], on: date) -> Standing | None:
    """Of these parties, as of a day; None where the site holds no lists.

    A comparison of the day before still counts: at midnight nobody waits for the worker.
    """
    force = in_force(Path(settings.LISTS_ROOT), on)
    if force is None:
        return None
    rows = Comparison.objects.filter(
        party__fingerprint__in={fingerprint(each) for each in parties},
        party__lists=force.hash,
        party__compared_on__gte=on - timedelta(days=1),
    )
    ordered = rows.select_related("party").order_by("party_id", "number")
    return Standing(force, {row.party.fingerprint: row for row in ordered})
