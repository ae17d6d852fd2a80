"""Whether a declaration is of the goods that customs held, challenged or refused before.

What takes the place of such a declaration is, whatever it says now. Else the goods are the same
where heading and description are, or where heading or licence are and they go to the same
consignee: a new reference, another port or another weight make no other goods. An officer looks at
all of these; what a laboratory found and what was judged hold only for the closest of them, since
one heading holds magnets of every alloy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.customs.numbers import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.customs.declared import Declaration, Item
    from monazite.customs.facts import Analysed, Looked, LookedItem


def same_goods(said: Declaration, looked: Looked) -> bool:
    """Whether it is of the same goods, or takes its place."""
    if carries_over(said, looked):
        return True
    headed = any(_headed(item, looked) for item in said.items)
    cited = any(_cites(item, looked) for item in said.items)
    return _to_the_same(said, looked) and (headed or cited)


def carries_over(said: Declaration, looked: Looked) -> bool:
    """Whether what was judged of it holds for this: a place taken, a name, a licence's heading."""
    if looked.replaced or _named(said.items) & {_name(item) for item in looked.items}:
        return True
    return any(_headed(item, looked) and _licensed(said, item, looked) for item in said.items)


def analysed_before(said: Declaration, looked: Iterable[Looked]) -> dict[int, Analysed]:
    """By the number of our items what laboratories found such goods to be; the newest first.

    Of what it takes the place of, an item is that of the same number; else that of the same name.
    One of the same heading alone is where it is the only one, and the item takes its place or goes
    under the same licence to the same consignee.
    """
    found: dict[int, Analysed] = {}
    for before in looked:
        for number, item in enumerate(said.items, 1):
            analysis = _of(said, item, number, before)
            if analysis is not None:
                found.setdefault(number, analysis)
    return found


def _of(said: Declaration, item: Item, number: int, before: Looked) -> Analysed | None:
    name = (item.hs or "", fold(item.description or ""))
    for each in before.items:
        same = _name(each) == name or (before.replaced and each.number == number)
        if each.analysed is not None and same:
            return each.analysed
    headed = _headed(item, before)
    close = before.replaced or _licensed(said, item, before)
    return headed[0].analysed if len(headed) == 1 and close else None


def _headed(item: Item, looked: Looked) -> list[LookedItem]:
    return [each for each in looked.items if item.hs and each.hs == item.hs]


def _licensed(said: Declaration, item: Item, looked: Looked) -> bool:
    return _to_the_same(said, looked) and _cites(item, looked)


def _cites(item: Item, looked: Looked) -> bool:
    return any(tidy(number) in looked.licences for number in item.licences)


def _to_the_same(said: Declaration, looked: Looked) -> bool:
    ours = {fold(name) for name in (said.consignee.name, said.consignee.name_native) if name}
    return fold(looked.consignee) in ours


def _named(items: Iterable[Item]) -> set[tuple[str, str]]:
    return {(item.hs or "", fold(item.description or "")) for item in items}


def _name(item: LookedItem) -> tuple[str, str]:
    return item.hs, fold(item.description)
