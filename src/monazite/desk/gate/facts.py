"""What the gate is told beside a declaration, read in the transaction that acts on the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from monazite.customs.facts import Analysed, Facts, LicenceFacts, LineFacts, Recent
from monazite.customs.numbers import tidy
from monazite.desk import sql
from monazite.desk.gate.alike import key
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.gate.stretches import left_of
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.ledger.licence import Facts as State
from monazite.ledger.licence import standing
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    import uuid

    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.regime import Rules

RECENT_MOST = 500
"""Neighbours that are looked at: of more, the newest."""

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
) -> Known:
    """Two queries at most: licences with their lines, and neighbours where they can matter.

    own: the declaration itself where it was lodged before; what it draws is left to it, and it is
    no neighbour of itself.
    """
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
        analysed=analysed,
        recent=_recent(declared, owner, on, rules, own) if splittable(declared, rules) else (),
    )
    return Known(facts, {(line.licence.number, line.number): line for line in rows})


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
        end_users=_names(terms, "end_users"),
        importers=_names(terms, "importer", "consignee"),
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
    kind = regime(licence.regime).kinds.get(licence.kind)
    if kind is None or not kind.one_export:
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


def _names(terms: Mapping[str, Any], *groups: str) -> tuple[str, ...] | None:
    """Every name in either script of the parties in these groups of the licence."""
    parties = [party for group in groups for party in terms.get(group, ())]
    names = (party.get(name) for party in parties for name in ("name", "name_native"))
    return tuple(dict.fromkeys(name for name in names if name)) or None


def _each(terms: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    return tuple(terms.get(name, ())) or None


def splittable(declared: Declared, rules: Rules) -> bool:
    """Whether neighbours can matter: where the gate's checks say so, and of parcels."""
    from monazite.customs.checks.neighbours import asked  # noqa: PLC0415 - where somebody acts

    return declared.mode in rules.parcels or asked(declared)


def _recent(
    declared: Declared, owner: uuid.UUID, on: date, rules: Rules, own: Declaration | None
) -> tuple[Recent, ...]:
    keys = keys_of(declared)
    shared = Q(organisation_id=owner)
    for name, found in keys.items():
        shared |= Q(**{name: found}) if found else Q()
    rows = Declaration.objects.filter(shared, day__gt=on - timedelta(rules.splitting.days))
    if own is not None:
        rows = rows.exclude(pk=own.pk)
    return tuple(neighbour(row, list(row.items.all())) for row in newest(rows))


def newest(rows: QuerySet[Declaration]) -> QuerySet[Declaration]:
    """So many of them, the newest first, with what neighbours tell."""
    found = rows.select_related("organisation").prefetch_related("items")
    return found.order_by("-lodged_at")[:RECENT_MOST]


def keys_of(declared: Declared) -> dict[str, str]:
    """By which a declaration's parcels are found, as its row keeps them."""
    sender, receiver = declared.sender, declared.consignee
    return {
        "sender_key": key(sender.name or sender.name_native),
        "receiver_key": key(receiver.name or receiver.name_native),
        "address_key": key(receiver.address),
    }


def neighbour(row: Declaration, items: Sequence[Item]) -> Recent:
    """A declaration of the last days, of the rows that stand or are about to."""
    said = row.said
    sender, consignee = said.get("sender") or {}, said.get("consignee") or {}
    return Recent(
        number=row.number,
        on=row.day,
        state=row.state,
        mode=row.mode,
        port=row.port,
        destination=row.destination,
        arrival=row.arrival,
        exporter=row.organisation.name,
        sender=_party(sender),
        address=str(sender.get("address") or ""),
        consignee=_party(consignee),
        consignee_address=str(consignee.get("address") or ""),
        mass_kg=sum((item.mass_kg for item in items), Decimal()),
        value=sum((item.value for item in items), Decimal()),
        currency=items[0].currency if items else "",
        hs=_once(item.hs for item in items),
        licences=_once(item.licence_number for item in items),
    )


def _party(said: Mapping[str, Any]) -> str:
    return str(said.get("name") or said.get("name_native") or "")


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
