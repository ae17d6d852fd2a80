"""An item of a declaration as a statement to the law, as declared and as analysed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.law.end_uses import stated_use
from monazite.law.parties import first_listed

if TYPE_CHECKING:
    from datetime import date

    from monazite.customs.declared import Declaration, Item, Party
    from monazite.customs.facts import Analysed
    from monazite.customs.regime import Rules
    from monazite.law.law import Law


def movement(declaration: Declaration, rules: Rules, on: date, law: Law) -> dict[str, str | None]:
    """What the law is told of the way, the receiver and the purpose: the same for every item."""
    start = departure(declaration, rules)
    return {
        "from": start,
        "to": None if declaration.destination == start else declaration.destination,
        "via": ",".join(on_the_way(declaration, rules)),
        "end_use": stated_use(declaration.end_use, military=declaration.military),
        "end_user": _name(declaration.end_user, on, law),
        "military": _yes_no(declaration.military),
        "on": on.isoformat(),
    }


def statement(item: Item, moves: dict[str, str | None]) -> dict[str, str]:
    """What the law is told of an item on its way: only what was said."""
    said = {
        "form": item.form,
        "technology": item.technology,
        "hs": item.hs,
        "control_code": item.control_code,
        "contains": item.contains,
        "without": ",".join(item.without),
        "only": _yes_no(item.only),
        "param": item.parameters,
        "origin": item.origin,
        **moves,
    }
    return {name: text for name, text in said.items() if text}


def as_analysed(item: Item, analysed: Analysed) -> Item:
    """The item as a laboratory found it: its composition is complete, the declared one is void.

    The control code was the declarant's reading of the goods, so that it falls with it.
    """
    return replace(
        item,
        form=analysed.form or item.form,
        contains=analysed.contains or item.contains,
        only=True if analysed.contains else item.only,
        without=() if analysed.contains else item.without,
        control_code=None if analysed.contains else item.control_code,
    )


def departure(declaration: Declaration, rules: Rules) -> str | None:
    """The country that the goods leave: the regime's own, else the exporter's."""
    return rules.country or declaration.exporter.country


def on_the_way(declaration: Declaration, rules: Rules) -> tuple[str, ...]:
    """The countries between the ends: those named, and where the goods are unloaded."""
    ends = {departure(declaration, rules), declaration.destination}
    places = (*declaration.via, declaration.arrival)
    return tuple(dict.fromkeys(p for p in places if p and p not in ends))


def _yes_no(said: bool | None) -> str | None:  # noqa: FBT001 - three values
    return None if said is None else "yes" if said else "no"


def _name(party: Party, on: date, law: Law) -> str | None:
    return first_listed(law, [name for name in (party.name, party.name_native) if name], on)
