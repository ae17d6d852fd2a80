"""May this leave a post that has no line? The gate itself, on what the post carries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import fold
from monazite.customs.declared import Party
from monazite.customs.facts import Facts, LicenceFacts, LineFacts
from monazite.customs.findings import Finding
from monazite.customs.gate import STOP, Checked, check_read, outcome_of
from monazite.customs.offline.journal import Draw, Exit
from monazite.customs.reading import read
from monazite.law.finding import ERROR
from monazite.ledger.licence import Facts as State
from monazite.ledger.licence import standing
from monazite.ledger.movements import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from monazite.customs.declared import Declaration
    from monazite.customs.offline.snapshot import Carried, Holder, Snapshot
    from monazite.customs.regime import Rules
    from monazite.law.law import Law

_Taken = dict[tuple[str, int], list[tuple[int, Draw]]]
"""By licence and line every draw that has left, each with the number of its entry."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gate says at the post, on the regime's day `on`.

    findings: of the post's own (`offline.expired` …); outcome: the gravest of those and the gate's.
    """

    reference: str
    on: date
    checked: Checked
    findings: tuple[Finding, ...]
    outcome: str

    def whole(self) -> Checked:
        """The gate's answer with the post's own findings before its own."""
        found = (*self.findings, *self.checked.findings)
        return replace(self.checked, findings=found, outcome=self.outcome)


def check(
    snapshot: Snapshot,
    exits: Sequence[Exit],
    document: Mapping[str, Any],
    now: datetime,
    law: Law,
    rules: Rules,
) -> Answer:
    """Everything that stops a declaration at the post; what left before is taken from what it may.

    The day is that of the regime, whatever the zone of the post's clock.
    """
    said = read(document)
    on = now.astimezone(law.zone(snapshot.regime) or UTC).date()
    left = _taken(exits)
    facts = Facts(
        on=on,
        licences={
            each.facts.number: _facts(each, said.declaration.exporter, left, on)
            for each in snapshot.licences
        },
    )
    checked = check_read(said, facts, law, rules)
    own = tuple(_own(snapshot, exits, said.declaration, document, now))
    outcome = STOP if outcome_of(own) == STOP else checked.outcome
    return Answer(said.declaration.reference or "–", on, checked, own, outcome)


def release(
    snapshot: Snapshot,
    exits: Sequence[Exit],
    document: Mapping[str, Any],
    answer: Answer,
    now: datetime,
    looked: str,
) -> Exit:
    """The entry that says it left; only for an answer that did not stop it."""
    return Exit(
        number=len(exits) + 1,
        previous=exits[-1].hash() if exits else snapshot.genesis(),
        at=now,
        reference=str(read(document).declaration.reference),
        looked=looked,
        draws=drawn(answer.checked),
        declaration=dict(document),
    )


def drawn(checked: Checked) -> tuple[Draw, ...]:
    """What the items take of licences by the gate's answer."""
    return tuple(
        Draw(item.number, item.licence.number, item.line.number, item.quantity, item.value)
        for item in checked.items
        if item.licence is not None and item.line is not None
    )


def _own(
    snapshot: Snapshot,
    exits: Sequence[Exit],
    said: Declaration,
    document: Mapping[str, Any],
    now: datetime,
) -> list[Finding]:
    """What stops it at the post alone."""
    since = max((snapshot.taken_at, *(each.at for each in exits)))
    values = {
        "until": snapshot.expires_at.isoformat(timespec="minutes"),
        "since": since.isoformat(timespec="minutes"),
        "regime": snapshot.regime,
    }
    found = {
        "offline.expired": now >= snapshot.expires_at,
        "offline.early": now < since,
        "offline.other_regime": said.regime is not None and said.regime != snapshot.regime,
        "offline.no_exporter": said.exporter == Party(),
        "offline.no_reference": not said.reference,
        "offline.reference_used": any(
            each.reference == said.reference and each.declaration != document for each in exits
        ),
    }
    return [Finding(code, ERROR, "", values=values) for code, applies in found.items() if applies]


def _taken(exits: Sequence[Exit]) -> _Taken:
    taken: _Taken = {}
    for entry in exits:
        for draw in entry.draws:
            taken.setdefault((draw.licence, draw.line), []).append((entry.number, draw))
    return taken


def _facts(carried: Carried, exporter: Party, taken: _Taken, on: date) -> LicenceFacts:
    """The licence as it stands at the post on a day; of another firm's nothing but its number."""
    facts = carried.facts
    if not _is(carried.holder, exporter):
        return LicenceFacts(facts.number, yours=False)
    used = any(number == facts.number for number, _ in taken)
    shipments = 0 if used and facts.shipments_left is not None else facts.shipments_left
    lines = tuple(_line(line, taken.get((facts.number, line.number), ())) for line in facts.lines)
    return replace(facts, reasons=_reasons(facts, on), shipments_left=shipments, lines=lines)


def _is(holder: Holder, exporter: Party) -> bool:
    """Whether the declared exporter is the holder: by its identifier where both say one."""
    if holder.identifier and exporter.identifier:
        return fold(holder.identifier) == fold(exporter.identifier)
    names = {fold(name) for name in (holder.name, holder.name_native) if name}
    return any(fold(name) in names for name in (exporter.name, exporter.name_native) if name)


def _reasons(facts: LicenceFacts, on: date) -> tuple[str, ...]:
    """Those of the day it was taken, and what the days since have done."""
    since, until = facts.valid_from, facts.valid_until
    if since is None or until is None:
        return facts.reasons
    state = State(
        valid_from=since, valid_until=until, suspended=False, amending=False, ended="",
        exhausted=False,
    )  # fmt: skip
    return tuple(dict.fromkeys([*facts.reasons, *standing(state, on).reasons]))


def _line(line: LineFacts, taken: Sequence[tuple[int, Draw]]) -> LineFacts:
    """What is left of it; a shipment is one use, however many of its items draw on the line."""
    shipments = len({entry for entry, _ in taken})
    return replace(
        line,
        left_quantity=_less(line.left_quantity, (draw.quantity for _, draw in taken)),
        left_value=_less(line.left_value, (draw.value for _, draw in taken)),
        uses_left=None if line.uses_left is None else line.uses_left - shipments,
    )


def _less(left: Decimal | None, amounts: Iterable[Decimal]) -> Decimal | None:
    return None if left is None else left - sum(amounts, ZERO)
