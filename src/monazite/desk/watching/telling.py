"""A party that is like an entry of a list becomes a lead of those who enforce its regime."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from django.db import transaction
from django.db.models import F, QuerySet

from monazite.customs.leads import PARTY_ALERT
from monazite.desk.leads.offices import offices
from monazite.desk.leads.services import open_before
from monazite.desk.people.models import Organisation
from monazite.desk.screening.alerts import Document, alerts
from monazite.desk.screening.models import Named, Party
from monazite.desk.watching.taking_up import CLOCK

_LEAST = Decimal("0.001")
_SHOWN = 50
"""The newest places that one entry of a lead names; all are counted."""


def tell() -> int:
    """Open a lead for each alert of a party, or add to it; how many places were told.

    What nobody of the regime enforces waits until somebody does.
    """
    told = 0
    for regime in list(_waiting().order_by().values_list("regime", flat=True).distinct()):
        if before := offices(regime):
            rows = _waiting().filter(regime=regime).select_related("party")
            ordered = rows.order_by("party_id", "pk").iterator()
            for party, places in groupby(ordered, key=lambda row: row.party):
                told += _tell(party, list(places), before)
    return told


def _waiting() -> QuerySet[Named]:
    """Where a party with alerts is named, of which no lead was told."""
    return Named.objects.exclude(party__alerts="").exclude(alerts=F("party__alerts"))


@transaction.atomic
def _tell(party: Party, places: Sequence[Named], before: Sequence[Organisation]) -> int:
    last = party.comparisons.order_by("number").last()
    if last is None:
        return 0
    for about, evidence in _leads(party, places, last.found):
        open_before(PARTY_ALERT, about, evidence, before, CLOCK)
    Named.objects.filter(pk__in=[row.pk for row in places]).update(alerts=party.alerts)
    return len(places)


def _leads(
    party: Party, places: Sequence[Named], found: Document
) -> Iterator[tuple[dict[str, str], dict[str, object]]]:
    """Each alert: whom it is about, and what is known of it, with at most so many places."""
    versions = {each["list"]: each["version"] for each in found["lists"]}
    shown = _places(places)
    for hit in alerts(found):
        about = {
            "party": str(party),
            "regime": places[0].regime,
            "list": hit["list"],
            "entity": hit["entity_id"],
        }
        evidence: dict[str, object] = {
            "entry": hit["name"], "alias": hit["alias"], "typed": hit["typed"],
            "score": _text(hit["score"]), "expected": _text(hit["expected_per_1000"]),
            "version": versions[hit["list"]], "explained": "party_alert", "places": len(shown),
            "found_in": shown[-_SHOWN:], **_asked(party),
            "to_set_aside": _command(party, hit),
        }  # fmt: skip
        yield about, evidence


def _places(rows: Sequence[Named]) -> list[dict[str, object]]:
    """Each application and declaration once, with the roles in which it names the party."""
    roles: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        roles.setdefault((row.kind, row.reference), []).append(row.role)
    return [
        {"where": kind, "reference": reference, "role": named}
        for (kind, reference), named in roles.items()
    ]


def _asked(party: Party) -> dict[str, object]:
    """What was declared of the party beside its first name; each way of naming it is a party."""
    numbers = [f"{each['kind']}={each['value']}" for each in party.asked["identifiers"]]
    told = {"names": party.asked["names"], "countries": party.asked["countries"]}
    return {name: value for name, value in {**told, "numbers": numbers}.items() if value}


def _command(party: Party, hit: Document) -> str:
    """What sets exactly this alert aside, but for the day, the evidence and who saw it."""
    words = [*party.asked["names"], "--list", hit["list"], "--entity", hit["entity_id"]]
    for country in party.asked["countries"]:
        words += ["--country", country]
    for each in party.asked["identifiers"]:
        words += ["--identifier", f"{each['kind']}={each['value']}"]
    more = '--until DAY --evidence "…" --by "…" --lists HOME/lists'
    return f"monazite watch suppress {shlex.join(words)} {more}"


def _text(number: float) -> str:
    """A number of a comparison as a lead keeps it: three decimals; of less, that it is."""
    told = Decimal(number).quantize(_LEAST)
    return format(told, "f") if told >= _LEAST else f"<{_LEAST}"
