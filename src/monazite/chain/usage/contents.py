"""How much of which element goods hold, in the basis of the networks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.groups import GROUPS
from monazite.catalogue.oxides import oxides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.usage.deliveries import Contains

RARE_EARTHS = GROUPS["REE"].elements
GRAPHITE, REE = "GRAPHITE", "REE"
MATERIALS = RARE_EARTHS - {"Pm"} | {"Ga", "Ge", "Sb", "W", GRAPHITE}
"""What the networks are of, beside all rare earths together."""
_PURE = frozenset({"metal", "powder", "target", "crystal", "scrap"})
_ONE = Decimal(1)


class Content(NamedTuple):
    """One element in goods: kg of it in one kg; None where nobody says how much.

    assumed: the goods were taken for the pure oxide or the pure metal, as nothing was said.
    """

    element: str
    share: Decimal | None
    assumed: bool


def contents(form: str, contains: Contains) -> tuple[Content, ...]:
    """Each material of the networks that the goods hold, and rare earths together as oxides.

    One element without a fraction is the whole of an oxide, of a metal or of graphite; one of
    several without a fraction is not known.
    """
    found = tuple(_each(form, contains))
    return (*found, *_together([each for each in found if each.element in RARE_EARTHS]))


def _each(form: str, contains: Contains) -> Iterator[Content]:
    for name, fraction in contains:
        material = _material(name)
        if material not in MATERIALS or fraction == 0:
            continue
        if fraction is not None:
            yield Content(material, fraction, assumed=False)
        elif len(contains) == 1 and (share := _whole(form, material)) is not None:
            yield Content(material, share, assumed=True)
        else:
            yield Content(material, None, assumed=False)


def _material(name: str) -> str:
    group = GROUPS.get(name)
    return GRAPHITE if group is not None and GRAPHITE in {name, group.parent} else name


def _whole(form: str, material: str) -> Decimal | None:
    """The share of an element in goods that hold nothing else that is said."""
    if material == GRAPHITE or form in _PURE:
        return _ONE
    return _of_oxide().get(material) if form == "oxide" else None


def _of_oxide() -> dict[str, Decimal]:
    return {oxide.element: oxide.to_element for oxide in oxides().values()}


def _together(parts: list[Content]) -> Iterator[Content]:
    """Rare earths as the sum of their oxides (REO); unknown where one of them is."""
    if not parts:
        return
    factors = {oxide.element: oxide.from_element for oxide in oxides().values()}
    shares = [each.share and each.share * factors[each.element] for each in parts]
    known = [share for share in shares if share is not None]
    whole = sum(known, Decimal(0)) if len(known) == len(parts) else None
    yield Content(REE, whole, any(each.assumed for each in parts))
