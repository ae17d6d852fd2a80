"""Whether a declaration is of the goods that customs held, challenged or refused before.

What takes the place of such a declaration is, whatever it says now. Else the goods are the same
where heading and description are, or where heading or licence are and they go to the same
consignee: a new reference, another port or another weight make no other goods.
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
    if looked.replaced or _named(said.items) & {_name(item) for item in looked.items}:
        return True
    ours = {fold(name) for name in (said.consignee.name, said.consignee.name_native) if name}
    if fold(looked.consignee) not in ours:
        return False
    headings = {item.hs for item in said.items if item.hs}
    cited = {tidy(number) for item in said.items for number in item.licences}
    return bool(headings & {item.hs for item in looked.items} or cited & {*looked.licences})


def analysed_before(said: Declaration, looked: Iterable[Looked]) -> dict[int, Analysed]:
    """By the number of our items what laboratories found such goods to be; the newest first.

    Of what it takes the place of, an item is that of the same number; else that of the same name,
    or of the same heading where it is the only one.
    """
    found: dict[int, Analysed] = {}
    for before in looked:
        for number, item in enumerate(said.items, 1):
            analysis = _of(item, number, before)
            if analysis is not None:
                found.setdefault(number, analysis)
    return found


def _of(item: Item, number: int, before: Looked) -> Analysed | None:
    name = (item.hs or "", fold(item.description or ""))
    for each in before.items:
        same = _name(each) == name or (before.replaced and each.number == number)
        if each.analysed is not None and same:
            return each.analysed
    headed = [each for each in before.items if each.hs == item.hs]
    return headed[0].analysed if len(headed) == 1 else None


def _named(items: Iterable[Item]) -> set[tuple[str, str]]:
    return {(item.hs or "", fold(item.description or "")) for item in items}


def _name(item: LookedItem) -> tuple[str, str]:
    return item.hs, fold(item.description)
