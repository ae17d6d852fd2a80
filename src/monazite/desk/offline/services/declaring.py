"""What a post let go without its line becomes a declaration that has exited, like any other.

The gate is asked again on what the post carried: the row shows what it found there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from monazite.customs.gate import STOP
from monazite.customs.offline.journal import Exit
from monazite.customs.offline.merging import (
    BATCH_LACKS,
    CHECKED_OTHERWISE,
    NOT_DECLARED,
    REFERENCE_REUSED,
    TOLD_TWICE,
    Line,
)
from monazite.customs.offline.releasing import check, drawn
from monazite.customs.offline.snapshot import Snapshot as Carried
from monazite.customs.regime import rules
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services.taking_in import Entered, Gone, take_in
from monazite.desk.licences.models import LicenceLine
from monazite.desk.offline.models import Snapshot
from monazite.desk.people.models import EXPORTER, Organisation, Person
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.customs.declared import Party
    from monazite.customs.gate import Checked


@dataclass(frozen=True, slots=True)
class Shipped:
    """An exit of a post; given: what it carried; lines: those; entered: of what, by item.

    at: when it left, as far as its journal is believed.
    """

    snapshot: Snapshot
    given: Carried
    exit: Exit
    at: datetime
    lines: Mapping[Line, LicenceLine]
    entered: Mapping[int, Entered]


def declare(person: Person, shipped: Shipped, who: Who) -> list[str]:
    """Take it in as a declaration; the codes of what people have to look at.

    Call in the transaction that entered what it took. A shipment is taken in once, whichever posts
    tell of it.
    """
    from monazite.customs.reading import read  # noqa: PLC0415 - read where somebody acts

    exit_, key = shipped.exit, shipped.exit.key()
    if Declaration.objects.filter(journal=key).exists():
        return [TOLD_TWICE]
    checked = _checked(shipped)
    codes = [] if _agrees(shipped, checked) else [CHECKED_OTHERWISE]
    found = read(exit_.declaration)
    firm = _firm(shipped, found.declaration.exporter)
    if firm is None:
        return [*codes, NOT_DECLARED]
    taken = take_in(person, Gone(
        firm, shipped.snapshot.office, key, shipped.snapshot.pk, exit_.hash(), shipped.at, found,
        checked, shipped.entered,
    ), who)  # fmt: skip
    if taken is None or shipped.entered.keys() - {item.number for item in checked.items}:
        codes.append(NOT_DECLARED)
    if taken is not None:
        said = {REFERENCE_REUSED: taken.renamed, BATCH_LACKS: taken.undrawn}
        codes += [code for code, applies in said.items() if applies]
    return codes


def _checked(shipped: Shipped) -> Checked:
    """The gate's answer at that moment on what the post was given, whatever had left before."""
    given, exit_ = shipped.given, shipped.exit
    return check(given, (), exit_.declaration, shipped.at, load(), rules(given.regime)).checked


def _agrees(shipped: Shipped, checked: Checked) -> bool:
    """Whether the gate lets it go, drawing as the journal says."""
    return checked.outcome != STOP and set(drawn(checked)) == set(shipped.exit.draws)


def _firm(shipped: Shipped, exporter: Party) -> Organisation | None:
    """Who exports: the holder of what was drawn on, else who is declared; None for nobody here."""
    held = [shipped.lines.get((draw.licence, draw.line)) for draw in shipped.exit.draws]
    holders = {line.licence.organisation_id for line in held if line is not None}
    firms = Organisation.objects.filter(kind=EXPORTER)
    if holders:
        found = firms.filter(pk__in=holders)
    elif exporter.identifier:
        found = firms.filter(identifier__iexact=exporter.identifier)
    else:
        names = [name for name in (exporter.name, exporter.name_native) if name]
        found = firms.filter(Q(name__in=names) | Q(name_native__in=names))
    several = list(found[:2])
    return several[0] if len(several) == 1 else None
