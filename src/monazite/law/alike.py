"""Which lines the law cannot tell apart, so that each ruling is computed once.

A ruling depends on the entries that an item meets (its profile), on what the gates of those
entries say of the movement, and on the status of those entries on the day; nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.law.columns import values_in
from monazite.law.days import statuses
from monazite.law.matching import profile
from monazite.law.movement import gate_conditions, named_on_a_list
from monazite.law.places import places_of, unique_rows
from monazite.law.situation import Item, Situation
from monazite.law.statement import READERS, assemble

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from datetime import date

    from monazite.law.columns import Coded
    from monazite.law.law import Law
    from monazite.law.matching import Match
    from monazite.law.places import Numbers

# A control code is one of the list of the country of departure.
_ITEM = (
    "hs", "form", "control_code", "technology", "contains", "without", "only", "param", "from",
)  # fmt: skip
# Where no day is stated, today is that of the country of departure.
_DAY = ("from", "on", "known")
_MOVEMENT = ("from", *(name for name in READERS if name not in {*_ITEM, *_DAY}))
_NO_ITEM = Item()


def distinct_rulings(
    law: Law, columns: Mapping[str, Coded], rows: Numbers
) -> tuple[Numbers, Numbers]:
    """The place in `rows` of the first of each ruling, and per row the number of its ruling."""
    profile_of, profiles = _profiles(law, columns, rows)
    day_of, days = _days(law, columns, rows)
    gates_of, gates = _gates(law, columns, rows, day_of, days)
    asked, standing = _numbered(gates), _numbered(statuses(law, *day) for day in days)
    return _narrowed(profiles, (profile_of, gates_of, day_of), (asked, standing))


def _narrowed(
    profiles: list[tuple[Match, ...]],
    numbers: tuple[Numbers, Numbers, Numbers],
    tables: tuple[Numbers, Numbers],
) -> tuple[Numbers, Numbers]:
    """Distinct rows once gates and statuses that the profile does not ask for are left out."""
    firsts, inverse = unique_rows([*numbers], len(numbers[0]))
    profile_of, *others = (of[firsts] for of in numbers)
    narrow = [np.zeros(len(firsts), np.int64) for _ in tables]
    for number, places in places_of(profile_of):
        atoms = [match.atom for match in profiles[number]]
        kinds = {atom.gate for atom in atoms}, {atom.index for atom in atoms}
        for found, of, table, asked in zip(narrow, others, tables, kinds, strict=True):
            found[places] = _told_apart(table, asked)[of[places]]
    kept, number_of = unique_rows([profile_of, *narrow], len(firsts))
    return firsts[kept], number_of[inverse]


def _told_apart(table: Numbers, asked: Iterable[int]) -> Numbers:
    """Per row of a table a number for what it says in the columns asked for."""
    return unique_rows([table[:, column] for column in sorted(asked)], len(table))[1]


def _numbered(rows: Iterable[tuple[Hashable, ...]]) -> Numbers:
    """A table of anything as numbers, equal things under equal numbers."""
    seen: dict[Hashable, int] = {}
    return np.array([[seen.setdefault(cell, len(seen)) for cell in row] for row in rows], np.int64)


def _unique(
    columns: Mapping[str, Coded], names: Iterable[str], rows: Numbers
) -> tuple[Numbers, Numbers]:
    return unique_rows([columns[n].codes[rows] for n in names if n in columns], len(rows))


def _profiles(
    law: Law, columns: Mapping[str, Coded], rows: Numbers
) -> tuple[Numbers, list[tuple[Match, ...]]]:
    firsts, inverse = _unique(columns, _ITEM, rows)
    seen: dict[Hashable, int] = {}
    profiles: list[tuple[Match, ...]] = []
    numbers = np.zeros(len(firsts), np.int64)
    for place, row in enumerate(rows[firsts].tolist()):
        item = assemble(values_in(columns, _ITEM, row), law).item
        matches = profile(law, item)
        # What is asked of a composition depends on whether anything of it was stated.
        key = (item.composition_stated, *((m.atom.index, *m[1:]) for m in matches))
        numbers[place] = seen.setdefault(key, len(seen))
        profiles += [matches] if len(profiles) < len(seen) else []
    return numbers[inverse], profiles


def _days(
    law: Law, columns: Mapping[str, Coded], rows: Numbers
) -> tuple[Numbers, list[tuple[date, date]]]:
    firsts, inverse = _unique(columns, _DAY, rows)
    seen: dict[tuple[date, date], int] = {}
    numbers = np.zeros(len(firsts), np.int64)
    for place, row in enumerate(rows[firsts].tolist()):
        case = assemble(values_in(columns, _DAY, row), law)
        numbers[place] = seen.setdefault((case.on, case.known), len(seen))
    return numbers[inverse], list(seen)


def _gates(
    law: Law,
    columns: Mapping[str, Coded],
    rows: Numbers,
    day_of: Numbers,
    days: list[tuple[date, date]],
) -> tuple[Numbers, list[Any]]:
    """Per row the number of what the gates say of its movement; the day matters to lists alone."""
    firsts, inverse = _unique(columns, _MOVEMENT, rows)
    movements = [
        assemble(values_in(columns, _MOVEMENT, row), law).movement for row in rows[firsts].tolist()
    ]
    listed = np.array([named_on_a_list(law, m) for m in movements], bool)
    moved, pair_of = unique_rows([inverse, np.where(listed[inverse], day_of, 0)], len(rows))
    seen: dict[Any, int] = {}
    numbers = np.zeros(len(moved), np.int64)
    for place, (movement, day) in enumerate(
        zip(inverse[moved].tolist(), day_of[moved].tolist(), strict=True)
    ):
        case = Situation(_NO_ITEM, movements[movement], *days[day])
        numbers[place] = seen.setdefault(gate_conditions(law, case), len(seen))
    return numbers[pair_of], list(seen)
