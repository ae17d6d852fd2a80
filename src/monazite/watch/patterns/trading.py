"""Who trades: every party of shipments, licences and applications since a day, with its records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from monazite.watch.patterns.records import Records


@dataclass(slots=True)
class Trade:
    """What a party took part in: ids of the records as evidence, first and last day."""

    evidence: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    @property
    def first(self) -> date:
        """The day of the earliest record."""
        return min(self.days)

    @property
    def last(self) -> date:
        """The day of the latest record."""
        return max(self.days)


def trading(records: Records, since: date) -> Mapping[str, Trade]:
    """Each party that is named in a record of a day from `since` to the day of the records."""
    found: dict[str, Trade] = {}
    for evidence, day, names in _rows(records):
        if since <= day <= records.as_of:
            for name in dict.fromkeys(names):
                if name:
                    trade = found.setdefault(name, Trade())
                    trade.evidence.append(evidence)
                    trade.days.append(day)
    return found


def _rows(records: Records) -> Iterator[tuple[str, date, tuple[str, ...]]]:
    for shipment in records.shipments:
        names = (shipment.sender, shipment.receiver, shipment.consignee)
        yield f"shipment:{shipment.id}", shipment.day, names
    for licence in records.licences:
        yield f"licence:{licence.id}", licence.granted, (licence.holder, licence.end_user)
    for asked in records.applications:
        yield f"application:{asked.id}", asked.day, (asked.exporter, asked.end_user)
