"""What the events of leads say they are: `desk verify` compares rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from monazite.desk.events.prints import Print
from monazite.desk.events.replay import Belonging, Replay, Told
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.leads import prints
from monazite.desk.leads.models import Entry, LeadOffice, Message, Tip, TipPaper

_FIELDS = ("kind", "regime", "state", "holder", "outcome", "closed_at")
_TOLD = {"holder": "holder_id"}
_UNSAID: Told = {"holder_id": None, "outcome": "", "closed_at": None}
_LEAD = "t.lead_id"
_TIP = 'tip.lead_id, {key} FROM {{t}} JOIN "leads_tip" tip ON tip.id = t.tip_id'


def _told(told: Told, _: str, payload: Mapping[str, Any]) -> Told:
    """The row after the event."""
    said = {_TOLD.get(name, name): payload[name] for name in _FIELDS if name in payload}
    return _UNSAID | told | said


def _rows(
    table: str, model: type[Any], told: Print, select: str, order: str
) -> Callable[[], Iterator[Belonging]]:
    def read() -> Iterator[Belonging]:
        for owner, key, sha256 in printed(model, told, select, order):
            yield Belonging(identity(owner), table, _key(key), sha256)

    return read


def _key(value: object) -> str:
    """A number as it is, an id as ids are written."""
    return str(value) if isinstance(value, int) else str(identity(value))


def _tips() -> Iterator[Belonging]:
    for owner, _, sha256 in printed(Tip, prints.TIP, f"{_LEAD}, t.id FROM {{t}}", _LEAD):
        yield Belonging(identity(owner), "tips", "1", sha256)


LEAD = Replay(
    _FIELDS,
    _told,
    belongings=(
        _rows("offices", LeadOffice, prints.OFFICE, f"{_LEAD}, t.agency_id FROM {{t}}", _LEAD),
        _rows("entries", Entry, prints.ENTRY, f"{_LEAD}, t.number FROM {{t}}", _LEAD),
        _tips,
        _rows("messages", Message, prints.MESSAGE, _TIP.format(key="t.number"), "tip.lead_id"),
        _rows("papers", TipPaper, prints.PAPER, _TIP.format(key="t.id"), "tip.lead_id"),
    ),
)
