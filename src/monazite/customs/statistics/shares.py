"""What left in a month, as each firm's share of it: the columns from which all tables are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.customs.statistics.exact import plain
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]

MASS, USD, SECOND = 0, 1, 2
"""Places of the amounts: net mass in kg, FOB value in US dollars, the second unit's quantity."""
AMOUNTS = 3
MOST = 9 * 10**18


@dataclass(frozen=True, slots=True)
class Share:
    """What one firm sent under one code to one destination by one country of arrival.

    Amounts are millionths; usd: None where no rate is known; second: 0 where there is none.
    """

    code: str
    destination: str
    arrival: str
    firm: Hashable
    mass_kg: int
    usd: int | None
    second: int = 0
    second_unit: str = ""


@dataclass(frozen=True, slots=True)
class Shares:
    """The same as columns: numbers of codes, destinations, arrivals and firms, and the amounts.

    unrated: shares of which the value in dollars is not known; units: the second unit of each code,
    "" where it has none or where declarations differ.
    """

    codes: tuple[str, ...]
    destinations: tuple[str, ...]
    arrivals: tuple[str, ...]
    code: Whole
    destination: Whole
    arrival: Whole
    firm: Whole
    amounts: Whole
    unrated: npt.NDArray[np.bool_]
    units: tuple[str, ...]

    def __len__(self) -> int:
        """How many shares."""
        return len(self.code)


def shares(given: Sequence[Share]) -> Shares:
    """Columns of the shares; InputError for sums that 64 bits do not hold."""
    codes, code = _numbered(each.code for each in given)
    destinations, destination = _numbered(each.destination for each in given)
    arrivals, arrival = _numbered(each.arrival for each in given)
    _, firm = _numbered(each.firm for each in given)
    rows = [(each.mass_kg, each.usd or 0, each.second) for each in given]
    if max((sum(column) for column in zip(*rows, strict=True)), default=0) > MOST:
        raise InputError("month", "", f"amounts of at most {plain(MOST)} together")
    return Shares(
        codes=tuple(codes),
        destinations=tuple(destinations),
        arrivals=tuple(arrivals),
        code=code,
        destination=destination,
        arrival=arrival,
        firm=firm,
        amounts=np.array(rows, np.int64).reshape(len(given), AMOUNTS),
        unrated=np.array([each.usd is None for each in given], np.bool_),
        units=_units(given, codes),
    )


def _numbered(words: Iterable[Hashable]) -> tuple[list[str], Whole]:
    """The distinct words in the order in which they came, and the number of each row's."""
    known: dict[Hashable, int] = {}
    numbers = [known.setdefault(word, len(known)) for word in words]
    return [str(word) for word in known], np.array(numbers, np.int64)


def _units(given: Sequence[Share], codes: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, set[str]] = {}
    for each in given:
        found.setdefault(each.code, set()).add(each.second_unit)
    return tuple(next(iter(found[code])) if len(found[code]) == 1 else "" for code in codes)
