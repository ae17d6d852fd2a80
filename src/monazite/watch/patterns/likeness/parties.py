"""Whether two parties are one: the same id, a shared contact, or names that are alike."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.watch.leads.lead import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

    from monazite.watch.patterns.records import Party

_KINDS = {"person": "person", "company": "company"}


class Known:
    """Parties by id; those of whom no table tells go by their id alone.

    least: the score of two names from which they are alike.
    """

    def __init__(self, parties: Iterable[Party], least: float) -> None:
        self._by_id = {each.id: each for each in parties}
        self._least = least

    def same(self, one: str, other: str) -> bool:
        """Whether they are one firm by their id or their name as it is written."""
        names = {fold(self._name(each)) for each in (one, other)}
        return one == other or (len(names) == 1 and "" not in names)

    @property
    def by_words(self) -> bool:
        """Whether names are compared by their sound; else as they are written alone."""
        return _comparer() is not None

    def ties(self, one: str, other: str) -> Iterator[Reason]:
        """What ties two parties, the strongest alone by id, else by contact and by name."""
        if self.same(one, other):
            yield Reason("same_end_user", {"party": other})
            return
        contacts = self._contacts(one) & self._contacts(other)
        if contacts:
            yield Reason("shared_contact", {"party": other, "contact": min(contacts)})
        names = self._name(one), self._name(other)
        if all(names):
            score = _score(*sorted(names))
            if score >= self._least:
                yield Reason("like_end_user", _told(names[0], names[1], score))

    def _name(self, key: str) -> str:
        party = self._by_id.get(key)
        return party.name if party else ""

    def _contacts(self, key: str) -> set[str]:
        party = self._by_id.get(key)
        if party is None:
            return set()
        digits = "".join(sign for sign in party.phone if sign.isdecimal())
        every = {fold(party.address), fold(party.email) if "@" in party.email else "", digits}
        return {each for each in every if len(each) >= _LEAST_CONTACT}


def _told(name: str, other: str, score: float) -> dict[str, Decimal | float | int | str | None]:
    return {"name": name, "other": other, "score": round(score, 2)}


_LEAST_CONTACT = 7
"""Signs below which a phone or an address is no one's own."""


@lru_cache(maxsize=65_536)
def _score(one: str, other: str) -> float:
    compare = _comparer()
    return float(fold(one) == fold(other)) if compare is None else compare(one, other)


@lru_cache(maxsize=1)
def _comparer() -> Callable[[str, str], float] | None:
    """The comparison of screening; None where what it needs is not installed."""
    try:
        pairs = import_module("monazite.watch.screening.matching.pairs")
    except ImportError:
        return None
    compare: Callable[[str, str], float] = pairs.name_score
    return compare
