"""Ways whose amounts nobody says: who may sell to whom, and which sectors use, with first guesses.

What no trade table shows goes straight from a maker that has some to spare to those who work it or
use it and lack some, when all trade that is printed is counted: nobody who sells in this way buys
in it, so that it passes no third country. A first guess of what b takes from s is lacking[b] x
preference[b, s], where the preference is what b's own statistics say of its sources (USGS, the
European study), and the seller's part of what the world has to spare where they say nothing of it.
The balance scales the guesses to what there is.
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
    spare: Mapping[str, float],
    lacking: Mapping[str, float],
    known: Collection[Pairs],
) -> Iterator[Route]:
    """Ways between markets of a stage, from each who has some to spare to each who lacks some.

    spare, lacking: by ISO3, t contained; no country is in both. known: pairs of seller and buyer
    between which nothing else goes; no way is given for them.
    """
    least = _LEAST * sum(lacking.values())
    for buyer, lack in sorted(lacking.items()):
        for seller, (part, rows) in sorted(_parts(material, stage, buyer, spare).items()):
            if (seller, buyer) not in known and lack * part > least:
                source = Node(material, stage, seller, MARKET)
                yield Route(source, Node(material, stage, buyer, MARKET), lack * part, rows)


def onward(
    step: Step,
    following: Step | None,
    users: Mapping[str, User],
    year: int,
    *,
    uses: Iterable[Use],
    flows: Iterable[Flow],
    whole: bool,
) -> Iterator[Route]:
    """Ways from the makers of a step: to the makers of the next, and to users.

    users: by ISO3 a first guess of what is used there; uses, flows: those whose amount is known: no
    way is sought for such a use. whole: whether a known flow is all that went between its
    countries; where goods go under other codes too, a way is sought beside it.
    """
    material, stage = step.material, step.stage
    flows = [one for one in flows if one.stage == stage]
    printed = _by_country(one for one in uses if one.stage == stage)
    guessed = {place: one.guess for place, one in users.items() if not one.rest}
    wanted = _summed(taken(following) if following else {}, guessed | printed)
    has = made(step)
    beyond = _summed(_summed(has, _bought(flows)), wanted, -1.0)
    spare = {place: min(has[place], left) for place, left in beyond.items() if place in has}
    lacking = {
        place: min(wanted[place], -left) for place, left in beyond.items() if place in wanted
    }
    known = {(one.seller, one.buyer) for one in flows if whole}
    yield from selling(material, stage, _some(spare), _some(lacking), known)
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


def _bought(flows: Iterable[Flow]) -> dict[str, float]:
    """By ISO3 what a country bought less what it sold, as trade is printed."""
    found: dict[str, float] = {}
    for one in flows:
        found[one.seller] = found.get(one.seller, 0.0) - one.amount.value
        found[one.buyer] = found.get(one.buyer, 0.0) + one.amount.value
    return found


def _some(amounts: Mapping[str, float]) -> dict[str, float]:
    return {place: amount for place, amount in amounts.items() if amount > 0}


def _summed(
    first: Mapping[str, float], second: Mapping[str, float], sign: float = 1.0
) -> dict[str, float]:
    return {
        place: first.get(place, 0.0) + sign * second.get(place, 0.0)
        for place in sorted({*first, *second})
    }
