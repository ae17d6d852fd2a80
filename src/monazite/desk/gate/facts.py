"""What the gate is told beside a declaration, read in the transaction that acts on the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.customs.facts import (
    Analysed,
    Facts,
    LicenceFacts,
    LicenceParty,
    LineFacts,
)
from monazite.customs.looked import analysed_before
from monazite.customs.numbers import tidy
from monazite.desk import sql
from monazite.desk.gate.looked import looked, looked_of
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.neighbours import asked, recent
from monazite.desk.gate.stretches import left_of
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.services.begun import one_export
from monazite.ledger.licence import Facts as State
from monazite.ledger.licence import standing

if TYPE_CHECKING:
    import uuid

    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.regime import Rules

_LINES = (
    "SELECT {columns} FROM licences_licenceline t0 JOIN licences_licence t1"
    " ON t1.id = t0.licence_id WHERE t1.number IN ({numbers}) ORDER BY t0.licence_id, t0.number"
)
_READ: tuple[sql.Read, ...] = ((LicenceLine, ()), (Licence, ()))


@dataclass(frozen=True, slots=True)
class Known:
    """The facts, and by licence number and line number the rows that they were read from."""

    facts: Facts
    lines: Mapping[tuple[str, int], LicenceLine]


def known(
    declared: Declared,
    owner: uuid.UUID,
    on: date,
    rules: Rules,
    analysed: Mapping[int, Analysed],
    own: Declaration | None,
    replaces: Declaration | None,
) -> Known:
    """Licences with their lines in one query, what was held in one, neighbours where they matter.

    own: the declaration itself where it was lodged before; what it draws is left to it, and it is
    no neighbour of itself; replaces: the one whose place it takes.
    """
    before = looked_of(declared, looked(owner, on, rules, replaces, own))
    rows = _lines_of(cited(declared))
    back = _own_draws(own)
    by_licence: dict[str, list[LicenceLine]] = {}
    for line in rows:
        by_licence.setdefault(line.licence.number, []).append(line)
    facts = Facts(
        on=on,
        licences={
            number: licence_facts(lines, owner, on, back) for number, lines in by_licence.items()
        },
        analysed={**analysed_before(declared, before), **analysed},
        looked=before,
        recent=recent(declared, owner, on, rules, own) if asked(declared, rules) else (),
        risk=_risk(own, replaces),
    )
    return Known(facts, {(line.licence.number, line.number): line for line in rows})


def _risk(own: Declaration | None, replaces: Declaration | None) -> int | None:
    """The score that is stored of it, else of the one whose place it takes: none is made here."""
    stored = (row.risk for row in (own, replaces) if row is not None)
    return next((risk for risk in stored if risk is not None), None)


def of_licence(lines: Sequence[LicenceLine], on: date) -> LicenceFacts:
    """A licence with these of its lines, as its holder's gate sees it on a day."""
    return licence_facts(lines, lines[0].licence.organisation_id, on, {})


def cited(declared: Declared) -> tuple[str, ...]:
    """The numbers of licences that the items cite, each once, as they are kept."""
    numbers = (tidy(number) for item in declared.items for number in item.licences)
    return tuple(dict.fromkeys(number for number in numbers if number))


def _lines_of(numbers: Sequence[str]) -> list[LicenceLine]:
    """The lines of licences, each with its licence."""
    if not numbers:
        return []
    found: list[LicenceLine] = []
    query = _LINES.replace("{numbers}", sql.marks(numbers))
    for line, licence in sql.together(query, _READ, numbers):
        line.licence = licence
        found.append(line)
    return found


Draws = dict[Any, tuple[Decimal, Decimal, int]]


def _own_draws(own: Declaration | None) -> Draws:
    """By line what a declaration has reserved itself: quantity, value, uses."""
    draws: Draws = {}
    for item in own.items.exclude(line=None) if own else ():
        quantity, value, _ = draws.get(item.line_id, (Decimal(), Decimal(), 0))
        draws[item.line_id] = (quantity + item.drawn_quantity, value + item.drawn_value, 1)
    return draws


def licence_facts(
    lines: Sequence[LicenceLine], owner: uuid.UUID, on: date, back: Draws
) -> LicenceFacts:
    """A licence as the gate is told of it; of another firm's only that it is one."""
    licence = lines[0].licence
    if licence.organisation_id != owner:
        return LicenceFacts(licence.number, yours=False)
    terms = licence.terms
    return LicenceFacts(
        number=licence.number,
        yours=True,
        kind=licence.kind,
        reasons=_reasons(licence, lines, on, back),
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        end_users=_parties(terms, "end_users"),
        importers=_parties(terms, "importer", "consignee"),
        destination=terms.get("destination") or None,
        modes=_each(terms, "modes"),
        ports=_each(terms, "ports"),
        contract=terms.get("contract") or None,
        shipments_left=_shipments_left(licence, lines, back),
        lines=tuple(line_facts(line, on, back) for line in lines),
    )


def _reasons(
    licence: Licence, lines: Sequence[LicenceLine], on: date, back: Draws
) -> tuple[str, ...]:
    """Why it cannot be used; what this declaration reserved itself exhausts nothing."""
    state = State(
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        suspended=licence.suspended_since is not None,
        amending=licence.amending_since is not None,
        ended=licence.ended,
        exhausted=not back and all(balance_of(line).exhausted for line in lines),
    )
    return standing(state, on).reasons


def _shipments_left(licence: Licence, lines: Sequence[LicenceLine], back: Draws) -> int | None:
    """Of a licence for one export whether that is still to come; None where nothing counts them."""
    if not one_export(licence):
        return None
    used = any(line.uses > back.get(line.pk, (0, 0, 0))[2] for line in lines)
    return 0 if used else 1


def line_facts(line: LicenceLine, on: date, back: Draws) -> LineFacts:
    """A line with what it leaves, and what is given back to the declaration that drew it."""
    quantity, value, uses = back.get(line.pk, (Decimal(), Decimal(), 0))
    left = left_of(line, on)
    return LineFacts(
        number=line.number,
        description=line.description,
        form=line.form,
        contains=line.contains,
        control_code=line.control_code,
        hs=line.hs,
        unit=line.unit,
        controlled_by=line.controlled_by,
        currency=line.currency,
        left_quantity=None if left.quantity is None else left.quantity + quantity,
        left_value=None if left.value is None else left.value + value,
        uses_left=None if left.uses is None else left.uses + uses,
    )


def _parties(terms: Mapping[str, Any], *groups: str) -> tuple[LicenceParty, ...] | None:
    """The parties in these groups of the licence, each once; None where none has a name."""
    found = (
        LicenceParty(_named(party), party.get("country") or None)
        for group in groups
        for party in terms.get(group, ())
    )
    return tuple(dict.fromkeys(party for party in found if party.names)) or None


def _named(party: Mapping[str, Any]) -> tuple[str, ...]:
    names = (party.get(name) for name in ("name", "name_native"))
    return tuple(name for name in names if name)


def _each(terms: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    return tuple(terms.get(name, ())) or None
