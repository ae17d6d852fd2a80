"""A movement against an entry: where it leaves, where it goes, and the tests of a limb."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.law.conditions import FALSE, TRUE, Condition, ask, both, conjunction, either, settled
from monazite.law.parties import listings, listings_of
from monazite.law.status import IN_FORCE, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.law.law import Law
    from monazite.law.model import Atom, Where
    from monazite.law.parties import Listing
    from monazite.law.situation import Movement, Situation

# The end uses that some measure tests; another word is a use whose category is not stated.
END_USES = (
    "civil", "military", "raises_military_strength", "wmd", "terrorism", "logic_chip_le_14nm",
    "memory_ge_256_layers", "equipment_or_material_for_those", "ai_with_military_potential",
    "emergency_medicine", "public_health_emergency", "disaster_relief", "missile parts",
)  # fmt: skip
UNSTATED = "unknown"


Gate = tuple[Condition, int, Condition]


def gate_conditions(law: Law, situation: Situation) -> tuple[Gate, ...]:
    """Per gate: its condition, how many facts make it false, and the departure's part."""
    movement = situation.movement
    days = (situation.on, situation.known) if named_on_a_list(law, movement) else ()
    key = ("gates", movement, *days)
    return law.memory.get(key, lambda: _gates(law, situation))


def _gates(law: Law, situation: Situation) -> tuple[Gate, ...]:
    """Most gates ask nothing of who receives the goods: they are those of nobody named."""
    movement = situation.movement
    if movement.end_user is None:
        return tuple(_gate(law, atom, situation) for atom in law.gates)
    nobody = replace(situation, movement=replace(movement, end_user=None))
    lists = law.memory.get("gates of lists", lambda: tuple(_asks_who(a.test) for a in law.gates))
    return tuple(
        _gate(law, atom, situation) if who else gate
        for atom, who, gate in zip(law.gates, lists, gate_conditions(law, nobody), strict=True)
    )


def _asks_who(tree: Any) -> bool:  # noqa: ANN401 - a nested test
    if tree is None:
        return False
    parts = tree.get("all", tree.get("any", ()))
    return tree.get("fact") == "party_listed" or any(map(_asks_who, parts))


def named_on_a_list(law: Law, movement: Movement) -> bool:
    """Whether the end user meets an entry of a list on some day; else no gate asks for the day."""
    return movement.end_user is not None and bool(listings_of(law, movement.end_user))


def _gate(law: Law, atom: Atom, situation: Situation) -> Gate:
    movement = situation.movement
    departure = departs(atom.departures, movement.departure, movement.via)
    if not departure:
        return FALSE, 1, FALSE
    arrival = arrives(atom.destinations, movement.destination)
    test = movement_met(law, atom, atom.test, situation)
    # Not being on a list is no near miss; else every party would nearly be on every list.
    untested = 0 if test else 2 if atom.measure.party_list else 1
    missed = (not arrival) + untested
    # False for one fact only: what else the gate asks is known to hold.
    doubtful = missed == 1 and {departure, arrival, test} != {TRUE, FALSE}
    return both(departure, both(arrival, test)), missed + doubtful, departure


def departs(where: Where, departure: str | None, via: tuple[str, ...]) -> Condition:
    """Whether the goods leave a country of the text: at the start, or on from a place of transit.

    Transit and transshipment are under the same rules (Export Control Law of the PRC art. 45).
    """
    if where.mode == "all" or any(where.includes(leg) for leg in (departure, *via) if leg):
        return TRUE
    if departure is None:
        return ask("from", "in", *_countries(where))
    return settled(answer=False)


def arrives(where: Where, destination: str | None) -> Condition:
    """Whether the goods go to a country of the text."""
    if where.mode == "all":
        return TRUE
    if destination is None and where.mode != "none":
        return ask("to", "in", *_countries(where))
    return settled(destination is not None and where.includes(destination))


def _countries(where: Where) -> tuple[str, ...]:
    return (("not",) if where.mode == "all_except" else ()) + tuple(sorted(where.countries))


def movement_met(law: Law, atom: Atom, tree: Any, situation: Situation) -> Condition:  # noqa: ANN401
    """The condition of a limb's nested test."""
    if tree is None:
        return TRUE
    if "all" in tree:
        return conjunction(movement_met(law, atom, part, situation) for part in tree["all"])
    if "any" in tree:
        return either(movement_met(law, atom, part, situation) for part in tree["any"])
    return _FACTS[tree["fact"]](law, atom, tree, situation)


def _origin(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    movement = situation.movement
    return _country("origin", movement.origin or movement.made_in, leaf)


def _made_in(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    movement = situation.movement
    return _country("origin", movement.made_in or movement.origin, leaf)


def _technology(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    return _country("technology_origin", situation.movement.technology_origin, leaf)


def _country(fact: str, stated: str | None, leaf: dict[str, Any]) -> Condition:
    if stated is None:
        return ask(fact, leaf["op"], str(leaf["value"]))
    return settled((stated == leaf["value"]) == (leaf["op"] == "eq"))


def _content(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    share = dict(situation.movement.content_share).get(leaf["value"])
    if share is None:
        return ask(f"content_share:{leaf['value']}", "gt", "0")
    return settled(share > 0)


def _share(_law: Law, atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    """The value share of the controlling country's content: a floor that catches from it upward."""
    country = atom.measure.jurisdiction
    share = dict(situation.movement.content_share).get(country)
    if share is None:
        return ask(f"content_share:{country}", "ge", f"{leaf['value']} %")
    return settled(share * 100 >= Decimal(str(leaf["value"])))


def _military(_law: Law, _atom: Atom, _leaf: dict[str, Any], situation: Situation) -> Condition:
    return _yes_no("military", situation.movement.military)


def _knows(_law: Law, _atom: Atom, _leaf: dict[str, Any], situation: Situation) -> Condition:
    return _yes_no("knows_helps", situation.movement.knows_helps)


def _yes_no(fact: str, stated: str | None) -> Condition:
    if stated in {"yes", "no"}:
        return settled(stated == "yes")
    # Not given is presumed; said to be unknown is a fact of the case that stays open.
    return ask(fact, "is", "yes", person=stated is None)


def _end_use(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    stated = situation.movement.end_use
    if stated in END_USES:
        return settled(stated in leaf["value"])
    return ask("end_use", "in", *leaf["value"], person=stated != UNSTATED)


def _owned(_law: Law, _atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    stated = situation.movement.owned_by_listed
    if stated is None:
        return ask("owned_by_listed", "ge", f"{leaf['value']} %", person=True)
    return settled(stated * 100 >= Decimal(str(leaf["value"])))


def _listed(law: Law, atom: Atom, leaf: dict[str, Any], situation: Situation) -> Condition:
    name = situation.movement.end_user
    if name is None:
        return ask("end_user", "in", *leaf["value"], person=True)
    met = [
        listing
        for listing in listings(law, name, situation.on, situation.known)
        if listing.party.list in leaf["value"] and _counts(law, atom, listing, situation)
    ]
    if any(listing.exact for listing in met):
        return TRUE
    if met:
        # The name lies within a listed one: presumed another party, and asked.
        return ask("end_user", "is", *(m.party.name for m in met), person=True)
    return settled(answer=False)


def _counts(law: Law, atom: Atom, listing: Listing, situation: Situation) -> bool:
    """Whether an entry is this measure's, or (for a rule on any list) in effect on the day."""
    entered_by = law.measures.get(listing.party.measure)
    if atom.measure.party_list is not None:
        return entered_by is atom.measure
    if entered_by is None:
        return False
    start = entered_by.effective_from
    return state_of(law, entered_by, start, None, situation.on, situation.known).state == IN_FORCE


_FACTS: dict[str, Callable[[Law, Atom, dict[str, Any], Situation], Condition]] = {
    "goods_origin": _origin,
    "made_in": _made_in,
    "technology_origin": _technology,
    "contains_part1_of_origin": _content,
    "value_share_pct": _share,
    "end_user_military": _military,
    "end_use": _end_use,
    "party_listed": _listed,
    "owned_by_listed_pct": _owned,
    "knows_helps_overseas_ree_activity": _knows,
}
