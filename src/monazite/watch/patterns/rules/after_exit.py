"""C9: what became of goods after they left is not what their licence says.

Weights of the reasons are ours: another destination says most; another port or another receiver
alone is how honest trade looks every day, and makes a lead with something else only.
"""

from __future__ import annotations

from collections import defaultdict
from math import prod
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Licence, Records, Shipment
    from monazite.watch.patterns.rule import RuleOn

    Sign = tuple[str, Shipment]

_WEIGHTS = {
    "not_confirmed": 0.5,
    "certificate_expired": 0.5,
    "other_destination": 0.7,
    "other_receiver": 0.3,
    "other_port": 0.2,
}
_OTHERWISE = {
    "not_confirmed": "slow_papers",
    "certificate_expired": "certificate_renewed",
    "other_destination": "ship_rerouted",
    "other_receiver": "consignee_forwards",
    "other_port": "ship_rerouted",
}


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """One lead for each licence whose shipments say so together."""
    licences = {each.id: each for each in records.licences}
    under: dict[str, list[Shipment]] = defaultdict(list)
    unknown: dict[str, list[Shipment]] = defaultdict(list)
    for shipment in records.shipments:
        if shipment.licence and shipment.day <= records.as_of:
            (under if shipment.licence in licences else unknown)[shipment.licence].append(shipment)
    for number, lost in sorted(unknown.items()):
        yield rule.cannot("licence_unknown", [number], shipments=len(lost))
    recorded = any(each.delivered for each in records.shipments)
    if under and not recorded:
        yield rule.cannot("delivery_unrecorded")
    for number, shipments in sorted(under.items()):
        signs = [
            (code, shipment)
            for shipment in shipments
            for code in _signs(shipment, licences[number], records, rule, recorded=recorded)
        ]
        if signs and _score(signs) >= rule.number("least_score"):
            yield _lead(licences[number], signs, records, rule)


def _signs(
    shipment: Shipment, licence: Licence, records: Records, rule: RuleOn, *, recorded: bool
) -> Iterator[str]:
    """What does not fit of one shipment; what nobody states fits."""
    if recorded and _unconfirmed(shipment, records, rule):
        yield "not_confirmed"
    if licence.certificate_until and shipment.day > licence.certificate_until:
        yield "certificate_expired"
    for code, stated, licensed in (
        ("other_destination", shipment.destination, licence.destination),
        ("other_receiver", shipment.receiver, licence.end_user),
        ("other_port", shipment.port, licence.port),
    ):
        if stated and licensed and stated.casefold() != licensed.casefold():
            yield code


def _unconfirmed(shipment: Shipment, records: Records, rule: RuleOn) -> bool:
    """Whether arrival should have been reported by now; there is no duty before its first day."""
    since = rule.values["confirm_days"].since
    if shipment.delivered is not None or (since is not None and shipment.day < since):
        return False
    return (records.as_of - shipment.day).days > rule.count("confirm_days")


def _score(signs: Sequence[Sign]) -> float:
    """That of the shipment that fits least: each sign closes its share of what is open."""
    by_shipment: dict[str, set[str]] = defaultdict(set)
    for code, shipment in signs:
        by_shipment[shipment.id].add(code)
    return max(1 - prod(1 - _WEIGHTS[code] for code in own) for own in by_shipment.values())


def _lead(licence: Licence, signs: Sequence[Sign], records: Records, rule: RuleOn) -> Lead:
    by_code: dict[str, list[Shipment]] = defaultdict(list)
    for code, shipment in signs:
        by_code[code].append(shipment)
    touched = {shipment.id: shipment for _, shipment in signs}
    days = [shipment.day for shipment in touched.values()]
    return rule.lead(
        [licence.id],
        _score(signs),
        [_reason(code, own, licence, records) for code, own in by_code.items()],
        [*dict.fromkeys(_OTHERWISE[code] for code in by_code), "data_entry"],
        [f"licence:{licence.id}", *(f"shipment:{each}" for each in touched)],
        min(days),
        max(days),
    )


def _reason(code: str, own: Sequence[Shipment], licence: Licence, records: Records) -> Reason:
    """The reason with the shipments that it counts, and what the licence says instead."""
    told: dict[str, int | str] = {"shipments": len(own)}
    if code == "not_confirmed":
        told["days"] = max((records.as_of - each.day).days for each in own)
    elif code == "certificate_expired" and licence.certificate_until:
        told["until"] = licence.certificate_until.isoformat()
    else:
        column = code.removeprefix("other_")
        told["stated"] = getattr(own[0], column)
        told["licensed"] = licence.end_user if column == "receiver" else getattr(licence, column)
    return Reason(code, told)
