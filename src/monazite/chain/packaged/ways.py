"""Ways whose amounts nobody says: who may sell to whom, and which sectors use, with first guesses.

Nine tenths of what a country both makes and wants are taken to stay at home. A first guess of what
b takes from s of the rest is missing[b] x preference[b, s], where the preference is what b's own
statistics say of its sources (USGS, the European study), and the seller's part of what the world
has to spare where they say nothing of it. The balance scales the guesses to what there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.balance.routes import Route
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.places import UNION
from monazite.chain.packaged.splits import sectors, sources, union_sources
from monazite.chain.packaged.steps import made, taken
from monazite.chain.stages import MARKET, SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from monazite.chain.figures import Figure
    from monazite.chain.packaged.ladder import Flow, Step, Use
    from monazite.chain.packaged.users import User

Pairs = tuple[str, str]
_HOME = 0.9
"""The part of what a country both makes and wants that stays there; Monazite's own."""
_LEAST = 1e-6
"""Guesses below this part of the world's are left out: they would be ways of grams."""
_UNITED_STATES = {
    ("Sb", "refining"): "total-metal-and-oxide", ("Ga", "metal"): "metal",
    ("Ge", "refining"): "combined-total", ("W", "metal"): "ores-concentrates-and-other-forms",
}  # fmt: skip
"""The form of the US table that is nearest to a stage."""
_UNION = frozenset({("Sb", "refining"), ("Ge", "refining"), ("Ga", "refining"), ("W", "refining")})
"""The stages that the European study calls processing."""


def selling(
    material: str,
    stage: str,
    supply: Mapping[str, float],
    wanted: Mapping[str, float],
    known: Collection[Pairs],
) -> Iterator[Route]:
    """Ways between markets of a stage, from each maker to each who wants some, t contained.

    known: pairs of seller and buyer whose amount is known; no way is given for them.
    """
    kept = {place: _HOME * min(made, wanted.get(place, 0.0)) for place, made in supply.items()}
    spare = {place: amount - kept[place] for place, amount in supply.items()}
    least = _LEAST * sum(wanted.values())
    for buyer, want in sorted(wanted.items()):
        for seller, (part, rows) in sorted(_parts(material, stage, buyer, spare).items()):
            guess = (want - kept.get(buyer, 0.0)) * part
            if seller != buyer and (seller, buyer) not in known and guess > least:
                source = Node(material, stage, seller, MARKET)
                yield Route(source, Node(material, stage, buyer, MARKET), guess, rows)


def onward(
    step: Step,
    following: Step | None,
    users: Mapping[str, User],
    year: int,
    *,
    uses: Iterable[Use],
    flows: Iterable[Flow],
) -> Iterator[Route]:
    """Ways from the makers of a step: to the makers of the next, and to users.

    users: by ISO3 a first guess of what is used there; uses, flows: those whose amount is known, so
    that no way is sought for them.
    """
    material, stage = step.material, step.stage
    printed = _by_country(one for one in uses if one.stage == stage)
    guessed = {place: one.guess for place, one in users.items()}
    wanted = _summed(taken(following) if following else {}, guessed | printed)
    known = {(one.seller, one.buyer) for one in flows if one.stage == stage}
    yield from selling(material, stage, made(step), wanted, known)
    for place, one in sorted(users.items()):
        if place not in printed:
            yield from _using(material, stage, place, one, year)


def _using(material: str, stage: str, place: str, one: User, year: int) -> Iterator[Route]:
    """Ways from the market of a country to each sector that uses there."""
    market = Node(material, stage, place, MARKET)
    for sector, share in sectors(material, stage, year).items():
        user = Node(material, SECTOR, place, USE, sector)
        yield Route(market, user, one.guess * share.value, (*one.rows, *share.rows))


def _parts(
    material: str, stage: str, buyer: str, supply: Mapping[str, float]
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """By seller the part of what the buyer gets, with the rows that say so."""
    own = _sources(material, stage, buyer)
    rest = max(0.0, 1.0 - sum(one.value for one in own.values()))
    others = {place: amount for place, amount in supply.items() if place not in own}
    whole = sum(others.values())
    parts = {place: (rest * amount / whole, ()) for place, amount in others.items() if whole > 0}
    return parts | {place: (one.value, one.rows) for place, one in own.items() if place in supply}


def _sources(material: str, stage: str, buyer: str) -> Mapping[str, Figure]:
    """What the buyer's own statistics say of where its supply comes from; empty if nothing."""
    form = _UNITED_STATES.get((material, stage))
    if buyer == "USA" and form:
        return sources(material, form)
    if buyer in UNION and (material, stage) in _UNION:
        return union_sources(material)
    return {}


def _by_country(uses: Iterable[Use]) -> dict[str, float]:
    found: dict[str, float] = {}
    for one in uses:
        found[one.country] = found.get(one.country, 0.0) + one.amount.value
    return found


def _summed(first: Mapping[str, float], second: Mapping[str, float]) -> dict[str, float]:
    return {
        place: first.get(place, 0.0) + second.get(place, 0.0) for place in sorted({*first, *second})
    }
