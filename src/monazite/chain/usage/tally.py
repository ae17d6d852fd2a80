"""What goods say, as tonnes of contained element by maker's country, user and use."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from operator import neg
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.usage.contents import contents
from monazite.chain.usage.places import STAGE_OF, alloy_of, sector_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from monazite.chain.usage.contents import Content
    from monazite.chain.usage.deliveries import Delivery

LICENSED, RELEASED = "licensed", "released"
_TONNE = Decimal(1000)


class Amount(NamedTuple):
    """One element of one row of goods, tonnes of contained element.

    element: whose network it belongs to; material: what that network calls the goods (the element,
    or an alloy); sector: of the networks, "" where unsaid; said: the sector in the form's words.
    """

    element: str
    material: str
    stage: str
    origin: str
    country: str
    sector: str
    said: str
    user: str
    use: str
    firm: Hashable
    row: str
    licensed: Decimal
    released: Decimal
    assumed: bool


class Uncounted(NamedTuple):
    """Goods that are not in the map, with how many kg were licensed and released.

    why: form (it stands at no stage), mass (not known), content (how much of an element nobody
    says), nothing (no material of the networks), open (no quantity is licensed: what left counts as
    licensed); element: whose content is not known.
    """

    row: str
    why: str
    element: str
    licensed_kg: Decimal | None
    released_kg: Decimal | None


@dataclass(frozen=True, slots=True)
class Usage:
    """All amounts, and what could not be counted: a map with any of these is partial."""

    amounts: tuple[Amount, ...]
    uncounted: tuple[Uncounted, ...]

    @property
    def partial(self) -> bool:
        """Whether goods of these materials are missing: goods of none are not.

        What is licensed without a limit is counted by what left.
        """
        return any(each.why not in {"nothing", "open"} for each in self.uncounted)


class Key(NamedTuple):
    """What amounts are put together by; "" for all."""

    element: str
    stage: str = ""
    country: str = ""
    sector: str = ""
    user: str = ""
    use: str = ""


def tally(deliveries: Iterable[Delivery]) -> Usage:
    """The amounts of all rows, in their order."""
    amounts: list[Amount] = []
    uncounted: list[Uncounted] = []
    for each in deliveries:
        for found in _of(each):
            if isinstance(found, Amount):
                amounts.append(found)
            else:
                uncounted.append(found)
    return Usage(tuple(amounts), tuple(uncounted))


def _of(goods: Delivery) -> Iterator[Amount | Uncounted]:
    held, stage = contents(goods.form, goods.contains), STAGE_OF.get(goods.form)
    if not held:
        yield _uncounted(goods, "nothing")
    elif stage is None:
        yield _uncounted(goods, "form")
    elif goods.released_kg is None:
        yield _uncounted(goods, "mass")
    else:
        licensed = goods.released_kg if goods.licensed_kg is None else goods.licensed_kg
        if goods.licensed_kg is None:
            yield _uncounted(goods, "open")
        for content in held:
            yield _amount(goods, content, stage, licensed, goods.released_kg)


def _amount(
    goods: Delivery, content: Content, stage: str, licensed: Decimal, released: Decimal
) -> Amount | Uncounted:
    element, share, assumed = content
    if share is None:
        return _uncounted(goods, "content", element)
    return Amount(
        element=element,
        material=alloy_of(element, stage, goods.contains),
        stage=stage,
        origin=goods.origin,
        country=goods.country,
        sector=sector_of(goods.sector, military=goods.military, element=element),
        said=goods.sector,
        user=goods.user,
        use=goods.use,
        firm=goods.firm,
        row=goods.row,
        licensed=licensed * share / _TONNE,
        released=released * share / _TONNE,
        assumed=assumed,
    )


def _uncounted(goods: Delivery, why: str, element: str = "") -> Uncounted:
    return Uncounted(goods.row, why, element, goods.licensed_kg, goods.released_kg)


def together(amounts: Iterable[Amount], by: Sequence[str]) -> dict[Key, tuple[Decimal, Decimal]]:
    """Licensed and released tonnes by element and these fields of a `Key`, largest first."""
    found: dict[Key, tuple[Decimal, Decimal]] = {}
    for each in amounts:
        key = Key(each.element, **{name: getattr(each, name) for name in by})
        licensed, released = found.get(key, (Decimal(0), Decimal(0)))
        found[key] = licensed + each.licensed, released + each.released
    ranked = sorted(found.items(), key=lambda item: (item[0].element, *map(neg, item[1]), item[0]))
    return dict(ranked)
