"""Declarations as rows of numbers: learned from a table, made of any other of the same schema.

What a row becomes depends on the row and on what was learned alone, never on rows beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.targeting.features.parts import UNSEEN, Part, Words, joined, words
from monazite.watch.targeting.features.plan import Key, keys
from monazite.watch.targeting.features.profiles import Decay, Profile, Sums, at_end, earlier, risk
from monazite.watch.targeting.features.usual import Group, Usual, grouped_by, usual, whats
from monazite.watch.targeting.table.schema import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.settings import Settings
    from monazite.watch.targeting.table.schema import Schema

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]
    Rows = npt.NDArray[np.float32]

RISK, SEEN, AMOUNT, OFF, USUAL, LICENCE = "risk", "seen", "amount", "off", "usual", "licence"


@dataclass(frozen=True, slots=True)
class Feature:
    """A number of a row. what: a key, a column, or what is usual; kind: which number of it."""

    what: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What was learned of the past.

    rate: of what was looked at; last: the last day; names: of the numbers of a row, in order.
    """

    schema: Schema
    decay: Decay
    prior: float
    rate: float
    last: int
    words: dict[Part, Words]
    profiles: dict[Key, Profile]
    usual: dict[str, Usual]
    names: tuple[Feature, ...]

    def of(self, cells: Cells) -> tuple[Rows, dict[Part, Integers]]:
        """The rows of a table as numbers, and the number of each part in each of them."""
        weight = self.decay.weight(np.maximum(cells.days - self.last, 0))
        seen = {part: one.numbers(cells.values(part)) for part, one in self.words.items()}
        sums = {
            key: one.on(at(key, seen, self.words), weight) for key, one in self.profiles.items()
        }
        return self.rows(cells, sums, seen), seen

    def past(self, key: Key, seen: dict[Part, Integers], days: Integers) -> Sums:
        """What is known of a key in some rows; seen, days: of those rows alone."""
        weight = self.decay.weight(np.maximum(days - self.last, 0))
        return self.profiles[key].on(at(key, seen, self.words), weight)

    def met(self, key: Key, seen: dict[Part, Integers]) -> npt.NDArray[np.bool_]:
        """Whether a key was ever seen, however long ago; seen: of the rows asked about."""
        asked = at(key, seen, self.words)
        return np.asarray(np.isin(asked, self.profiles[key].keys) & (asked != UNSEEN))

    def rows(self, cells: Cells, sums: dict[Key, Sums], seen: dict[Part, Integers]) -> Rows:
        """The rows from the sums of their keys; seen: the number of each part."""
        made = np.empty((len(cells.days), len(self.names)), dtype=np.float32)
        for place, column in enumerate(_columns(self, cells, sums, seen)):
            made[:, place] = column
        return made


def at(key: Key, seen: dict[Part, Integers], words: dict[Part, Words]) -> Integers:
    """The number of a key in each row, from those of its parts."""
    first, *rest = (seen[part] for part in key.parts)
    return joined(first, rest[0], words[key.parts[1]].size) if rest else first


def learned(cells: Cells, found: Floats, settings: Settings) -> tuple[Features, Rows]:
    """Learn from a table: the features, and its own rows, each told by earlier days alone."""
    decay = Decay(settings.half_life, settings.known_after)
    plan = keys(cells.schema)
    known: dict[Part, Words] = {}
    seen: dict[Part, Integers] = {}
    for part in dict.fromkeys(part for key in plan for part in key.parts):
        values = cells.values(part)
        known[part] = words(values)
        seen[part] = known[part].numbers(values)
    sums: dict[Key, Sums] = {}
    profiles: dict[Key, Profile] = {}
    for key in plan:
        numbers = at(key, seen, known)
        if len(np.unique(numbers)) == len(numbers):
            continue  # every row has a value of its own: there is no past to speak of
        sums[key] = earlier(numbers, cells.days, found, decay)
        profiles[key] = at_end(numbers, cells.days, found, decay)
    goods = _goods(cells, seen, known)
    made = Features(
        cells.schema, decay, settings.prior, float(np.nanmean(found)), int(cells.days.max()), known,
        profiles, {what: usual(cells, what, goods) for what in whats(cells.schema)},
        tuple(_names(cells, list(profiles))),
    )  # fmt: skip
    return made, made.rows(cells, sums, seen)


def _goods(cells: Cells, seen: dict[Part, Integers], known: dict[Part, Words]) -> list[Group]:
    return [Group(seen[part], len(known[part].known)) for part in grouped_by(cells.schema)]


def _names(cells: Cells, plan: list[Key]) -> Iterator[Feature]:
    for key in plan:
        yield from (Feature(str(key), kind) for kind in (RISK, SEEN))
    yield from (Feature(name, AMOUNT) for name in cells.schema.of_kind(NUMBER))
    for what in whats(cells.schema):
        yield from (Feature(what, kind) for kind in (OFF, USUAL))
    yield from (Feature(name, LICENCE) for name in cells.licence)


def _columns(
    made: Features, cells: Cells, sums: dict[Key, Sums], seen: dict[Part, Integers]
) -> Iterator[Floats]:
    """The columns in the order of `_names`."""
    goods = _goods(cells, seen, made.words)
    for one in sums.values():
        yield risk(one, made.rate, made.prior)
        yield np.log1p(one.seen)
    yield from cells.numbers.values()
    for what, lines in made.usual.items():
        yield from lines.off(cells, what, goods)
    yield from cells.licence.values()
