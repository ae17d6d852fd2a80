"""Why a row has its risk: the rules it breaks, then what adds most to it, in words."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.texts import keys, say
from monazite.watch.targeting.features.covers import covers
from monazite.watch.targeting.features.features import AMOUNT, LICENCE, OFF, RISK, SEEN
from monazite.watch.targeting.features.plan import COVER as DECLARED_NAME
from monazite.watch.targeting.features.plan import UNIT_VALUE, Key
from monazite.watch.targeting.rules import CHEAP, COVER, broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    from monazite.watch.targeting.features.parts import Part
    from monazite.watch.targeting.scores import Scores

    Integers = npt.NDArray[np.int64]
    Adds = npt.NDArray[np.float32]
    Said = list[list[str]]

MOST = 3
"""Things that add to the risk, told for a row."""
_LEAST = 0.1
"""Log-odds below which nothing is said: a factor of 1.1 on the odds."""
_ROOM = "watch.targeting"
_NEW = 0.5
"""Rows seen, faded, below which a key counts as not seen."""


class Reasons:
    """Makes the reasons of a table's rows in one language."""

    def __init__(self, scores: Scores, lang: str) -> None:
        self._scores, self._lang = scores, lang
        self._cells, self._head, self._rows = scores.cells, scores.head, scores.rows
        self._places = {
            (one.what, one.kind): n for n, one in enumerate(self._head.features.names)
        }  # fmt: skip
        self._keys = {str(key): key for key in self._head.features.profiles}

    def texts(self, rows: Integers | None = None) -> list[str]:
        """The reasons of each row as one text; rows: some of them, counted from 0."""
        chosen = np.arange(len(self._rows)) if rows is None else rows
        said: Said = [[] for _ in chosen]
        for rule, flags in broken(self._cells, self._head.features, self._rows):
            at = np.flatnonzero(flags[chosen])
            for place, text in zip(at, self._rule(rule, chosen[at]), strict=True):
                said[place].append(text)
        best = top(self._told(chosen), self._related())
        told: list[list[str]] = [[""] * best.shape[1] for _ in chosen]
        for group in np.unique(best[best >= 0]):
            at, where = np.nonzero(best == group)
            for place, n, text in zip(at, where, self._group(int(group), chosen[at]), strict=True):
                told[place][n] = text
        between, none = self._say("between"), self._say("reason.none")
        return [
            between.join([*rules, *filter(None, more)]) or none
            for rules, more in zip(said, told, strict=True)
        ]

    def _told(self, chosen: Integers) -> Adds:
        """What each group adds, without profiles that tell of less than the usual share."""
        adds = self._scores.adds[chosen]
        for n, what in enumerate(self._head.groups):
            if what in self._keys:
                less = self._rows[chosen, self._places[what, RISK]] < self._head.features.rate
                known = self._rows[chosen, self._places[what, SEEN]] >= np.log1p(_NEW)
                adds[less & known, n] = 0.0
        return adds

    def _related(self) -> npt.NDArray[np.bool_]:
        """Which groups say no more than another: one's columns hold the other's."""
        columns = [
            {part.column for part in self._keys[what].parts} if what in self._keys else {what}
            for what in self._head.groups
        ]
        return np.array([[a <= b or b <= a for b in columns] for a in columns])

    def _say(self, key: str, **values: object) -> str:
        return say(f"{_ROOM}.{key}", self._lang, **values)

    def _rule(self, rule: str, at: Integers) -> Iterator[str]:
        if rule == COVER:
            names = [self._say(f"cover.{one.id}", hides=", ".join(one.hides)) for one in covers()]
            yield from (names[n] for n in self._cells.cover[at])
        elif rule == CHEAP:
            yield from self._usual(at, "rule.cheap", "rule.cheap")
        else:
            yield from [self._say(f"rule.{rule}")] * len(at)

    def _group(self, group: int, at: Integers) -> Iterator[str]:
        """What a group of features says of rows."""
        what = self._head.groups[group]
        if what in self._keys:
            return self._profile(self._keys[what], at)
        if (what, OFF) in self._places:
            return self._usual(at, "reason.above", "reason.below", what)
        if (what, LICENCE) in self._places:
            return iter([self._say(f"licence.{what}")] * len(at))
        column = self._head.features.names[self._places[what, AMOUNT]].what
        made = self._template("reason.amount", "value", what=self._called(column))
        return (made(value=value) for value in self._column(column, at))

    def _profile(self, key: Key, at: Integers) -> Iterator[str]:
        features = self._head.features
        seen = {part: self._scores.seen[part][at] for part in key.parts}
        past = features.past(key, seen, self._cells.days[at])
        names = [self._named(part, at) for part in key.parts]
        whats = names[0]
        if len(names) > 1:
            pair = self._template("part.pair", "first", "second")
            whats = [pair(first=a, second=b) for a, b in zip(*names, strict=True)]
        usual = f"{features.rate:.0%}"
        known = self._template("reason.profile", "what", "share", "opened", usual=usual)
        met = features.met(key, seen).tolist()
        new, faded, unopened = (
            self._template(f"reason.{key}", "what") for key in ("new", "faded", "unopened")
        )
        sums = (values.tolist() for values in past)
        for what, ever, n, opened, found in zip(whats, met, *sums, strict=True):
            if opened >= _NEW:
                yield known(what=what, share=f"{found / opened:.0%}", opened=f"{opened:.0f}")
            elif n >= _NEW:
                yield unopened(what=what)
            else:
                yield (faded if ever else new)(what=what)

    def _usual(self, at: Integers, above: str, below: str, what: str = UNIT_VALUE) -> Iterator[str]:
        """How many times above or below what is usual an amount is."""
        off = np.nan_to_num(self._rows[at, self._places[what, OFF]].astype(np.float64))
        name = self._say(f"part.{what.replace(' ', '_')}")
        up, down = (self._template(key, "times", what=name) for key in (above, below))
        times = np.exp(np.minimum(np.abs(off), 20.0)).tolist()
        for way, n in zip((off > 0).tolist(), times, strict=True):
            yield (up if way else down)(times=f"{n:,.1f}")

    def _named(self, part: Part, at: Integers) -> list[str]:
        """A part with its value in each row."""
        if part.column == DECLARED_NAME:
            name = self._say("part.declared_name")
            names = [*(f"{name} {one.id}" for one in covers()), self._say("part.no_cover")]
            return [names[n] for n in self._cells.cover[at]]
        if part.column == UNIT_VALUE:
            made = self._template("part.same", "value", what=self._say("part.unit_value"))
            unknown = self._say("part.unknown", what=self._say("part.unit_value"))
            amounts = self._cells.unit_value[at].tolist()
            return [unknown if isnan(x) else made(value=f"{x:.4g}") for x in amounts]
        cut = int(part.way[5:]) if part.way.startswith("first") else None
        made = self._template(f"part.{part.way if cut is None else 'text'}", "value",
                              what=self._called(part.column))  # fmt: skip
        return [made(value=value[:cut]) for value in self._column(part.column, at)]

    def _called(self, name: str) -> str:
        """What a column is called: one of the desk's in words, another by its own name."""
        known = f"{_ROOM}.column.{name}" in keys()
        return self._say(f"column.{name}") if known else name

    def _column(self, name: str, at: Integers) -> list[str]:
        empty = self._say("empty")
        return [x or empty for x in self._cells.table.columns[name].take(at).to_pylist()]

    def _template(self, key: str, *open_: str, **values: object) -> Callable[..., str]:
        """A text of which some values are still to come, found once for many rows."""
        text = self._say(key, **{k: _kept(v) for k, v in values.items()},
                         **{name: f"{{{name}}}" for name in open_})  # fmt: skip
        return text.format


def top(adds: Adds, related: npt.NDArray[np.bool_]) -> Integers:
    """The groups that add most to each row, most first; -1 where less than `MOST` add anything.

    related: by group those that are told by it too.
    """
    found = np.full((len(adds), min(MOST, adds.shape[1])), -1, dtype=np.int64)
    left = adds.copy()
    rows = np.arange(len(adds))
    for place in range(found.shape[1]):
        best = left.argmax(axis=1)
        adding = left[rows, best] >= _LEAST
        found[adding, place] = best[adding]
        left[related[best]] = -np.inf
    return found


def _kept(value: object) -> object:
    """A value whose braces are no places for others."""
    return value.replace("{", "{{").replace("}", "}}") if isinstance(value, str) else value
