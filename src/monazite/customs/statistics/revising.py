"""A later vintage of a month: what may change of the earlier ones, and what waits.

Whoever subtracts two vintages reads what changed between them: the shipment of one firm that was
declared late. So the change is treated as a table of its own. Where a change that can be read tells
a firm's trade, the code keeps what was counted of it before, as a whole: sums stay sums, and the
change comes out with a later vintage, when more firms' figures have changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.customs.statistics.publishing import DESTINATION, SHOWN, SIDES, Before, Tables, tables
from monazite.customs.statistics.sensitive import Limits, net, sums
from monazite.customs.statistics.shares import Share, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from monazite.customs.statistics.shares import Shares, Whole


@dataclass(frozen=True, slots=True)
class Earlier:
    """The released vintages of a month: what each counted, the newest last, and what it told."""

    counted: tuple[Sequence[Share], ...]
    told: Tables
    before: Before


@dataclass(frozen=True, slots=True)
class Revised:
    """The tables, what is counted in them, and the codes whose change waits."""

    tables: Tables
    counted: Sequence[Share]
    waiting: tuple[str, ...]


def revised(now: Sequence[Share], earlier: Earlier, limits: Limits) -> Revised:
    """The tables of what left as it is known now, as far as nothing follows from the change."""
    last = earlier.counted[-1]
    changed = _changed(last, now)
    before = replace(
        earlier.before,
        told={(c.side, c.code, c.place): c.mass_kg for c in earlier.told.cells if not c.hidden},
    )
    free = set(changed)
    while free:
        counted = [
            *(each for each in last if each.code not in free),
            *(each for each in now if each.code in free),
        ]
        made = _kept(tables(shares(counted), limits, before), earlier.told)
        wrong = _wrong(counted, earlier, made, limits)
        if not wrong:
            return Revised(made, counted, tuple(sorted(changed - free)))
        free -= (wrong & free) or free
    return Revised(earlier.told, last, tuple(sorted(changed)))


def _kept(made: Tables, told: Tables) -> Tables:
    """The tables, in which what has gone altogether still belongs where it stood."""
    places = {side: {**told.places.get(side, {}), **made.places.get(side, {})} for side in SIDES}
    return replace(made, codes={**told.codes, **made.codes}, places=places)


def _changed(before: Iterable[Share], after: Iterable[Share]) -> set[str]:
    """Codes of which something else is counted."""
    gone, come = Counter(before), Counter(after)
    return {each.code for each in (*(gone - come), *(come - gone))}


def _wrong(
    counted: Sequence[Share], earlier: Earlier, made: Tables, limits: Limits
) -> AbstractSet[str]:
    """Codes whose change would be read, or that would go elsewhere than before."""
    found = _moved(earlier.counted[-1], earlier.told, made)
    for before in earlier.counted:
        found |= _read(before, counted, made, limits)
    return found


def _moved(last: Sequence[Share], told: Tables, made: Tables) -> set[str]:
    """Codes that would stand with others than before, or would be sent to countries that do.

    What stood alone is known as it was: put together with what did not change, it is told again.
    """
    if made.nothing:
        return {each.code for each in last}
    codes = {each.code for each in last}
    pools = {made.codes.get(c, c) for c in codes if made.codes.get(c, c) != told.codes.get(c, c)}
    found = {code for code, pool in made.codes.items() if pool in pools} | (pools & codes)
    for side in SIDES:
        old, new = told.places.get(side, {}), made.places.get(side, {})
        for each in last:
            place = _place(each, side)
            if new.get(place, place) != old.get(place, place):
                found.add(each.code)
    return found


def _place(share: Share, side: str) -> str:
    return share.destination if side == DESTINATION else share.arrival


def _read(
    before: Sequence[Share], after: Sequence[Share], made: Tables, limits: Limits
) -> set[str]:
    """Codes in sums of which both vintages tell the change, and that tells a firm's trade."""
    gone, come = Counter(before), Counter(after)
    same = gone & come
    minus, plus = list((gone - same).elements()), list((come - same).elements())
    rows = shares([*minus, *plus])
    if not len(rows):
        return set()
    sign = np.where(np.arange(len(rows)) < len(minus), -1, 1)[:, None]
    found: set[str] = set()
    for keys in _sums(rows, made):
        at, firm, change = net(keys, rows.firm, rows.amounts * sign)
        real = (change != 0).any(axis=1)
        bad = sums(at[real], firm[real], np.abs(change[real]), limits)
        wrong = np.isin(keys, bad.keys[bad.sensitive])
        found |= {rows.codes[n] for n in np.unique(rows.code[wrong]).tolist()}
    return found


def _sums(rows: Shares, made: Tables) -> Iterator[Whole]:
    """Of every kind of sum that can be read, to which one each row belongs."""
    hidden = {(c.side, c.code, c.place) for c in made.cells if c.hidden != SHOWN}
    codes = [made.codes.get(code, code) for code in rows.codes]
    code = [codes[n] for n in rows.code.tolist()]
    yield _numbered([""] * len(code))
    yield _numbered(code)
    sides = (rows.destinations, rows.destination), (rows.arrivals, rows.arrival)
    for side, (words, number) in zip(SIDES, sides, strict=True):
        pools = made.places.get(side, {})
        labels = [pools.get(word, word) for word in words]
        place = [labels[n] for n in number.tolist()]
        cells = list(zip(code, place, strict=True))
        yield _numbered(place)
        shut = [(side, *at) in hidden for at in cells]
        # A hidden cell's change is read together with those beside it: totals less what is shown.
        for at in (0, 1):
            yield _numbered(
                [("", cell[at]) if dark else cell for cell, dark in zip(cells, shut, strict=True)]
            )


def _numbered(words: Sequence[object]) -> Whole:
    place: dict[object, int] = defaultdict(lambda: len(place))
    return np.array([place[word] for word in words], np.int64)
