"""What became of a code of the Harmonized System, and which codes make one consistent series."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from monazite.errors import InputError
from monazite.trade.nomenclature.links import EDITIONS, Link, codes, links, onward

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["1:1", "1:n", "n:1", "n:n", "not_covered"]
Moves = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a code of one edition relates to a code of another.

    `kind` reads from : to, of this pair alone (the UN's tables mark a whole group at once). 1:1 and
    n:1 lose nothing on the way; with 1:n and n:n the code's trade cannot be told apart and is never
    split by guess. `mixes` are the other codes of the first edition that stand in part or whole
    under `to_code`; `changes` are the links on the way, traces among them. Over several editions
    the kind is that of the links chained, which can only overstate what is mixed.
    """

    code: str
    vintage: str
    to_code: str | None
    to_vintage: str
    kind: Kind
    mixes: tuple[str, ...] = ()
    changes: tuple[Link, ...] = ()


def related(code: str, from_vintage: str, to_vintage: str) -> tuple[Relation, ...]:
    """Every code of the second edition under which goods of the code stand, with how.

    Source: UN Statistics Division correspondence tables, chained edition by edition
    (`nomenclature/data/SOURCE.md`). A code of a heading that is not covered gives one relation of
    kind `not_covered`.

    Raises:
        InputError: field "vintage", where there is no such edition; field "code", where the first
            edition has no such code.
    """
    for vintage in (from_vintage, to_vintage):
        if vintage not in EDITIONS:
            raise InputError("vintage", vintage, f"one of {', '.join(EDITIONS)}")
    if not vintages_of(code):
        return (Relation(code, from_vintage, None, to_vintage, "not_covered"),)
    if code not in codes(from_vintage):
        raise InputError("code", code, f"a code of {from_vintage}; it is one of {_span(code)}")
    moves = moved(from_vintage, to_vintage)
    return tuple(
        Relation(
            code, from_vintage, target, to_vintage,
            kind=_kind(len(moves[code]), len(_origins(moves, target))),
            mixes=tuple(sorted(_origins(moves, target) - {code})),
            changes=_changes(code, from_vintage, target, to_vintage),
        )
        for target in sorted(moves[code])
    )  # fmt: skip


def vintages_of(code: str) -> tuple[str, ...]:
    """The editions that have the code; none where its heading is not covered."""
    return tuple(edition for edition in EDITIONS if code in codes(edition))


@cache
def family(code: str) -> Mapping[str, tuple[str, ...]]:
    """By edition, the codes that must be summed together for one series over all editions.

    The set is closed: nothing moves between it and other codes, traces apart. It is empty where the
    code's heading is not covered.
    """
    found: set[tuple[str, str]] = set()
    waiting = [(edition, code) for edition in vintages_of(code)]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += _neighbours(*node)
    return {
        edition: tuple(sorted(each for its, each in found if its == edition))
        for edition in EDITIONS
        if found
    }


@cache
def moved(from_vintage: str, to_vintage: str) -> Moves:
    """Where every covered code of an edition stands in another, the links chained."""
    start, end = EDITIONS.index(from_vintage), EDITIONS.index(to_vintage)
    found: Moves = {code: frozenset({code}) for code in codes(from_vintage)}
    for edition in _editions(start, end):
        step = onward(edition) if start < end else _backward(edition)
        found = {
            code: frozenset(to for each in reached for to in step[each])
            for code, reached in found.items()
        }
    return found


def _editions(start: int, end: int) -> tuple[str, ...]:
    """The editions whose links lie between two others, in the order of the way."""
    if start <= end:
        return EDITIONS[start + 1 : end + 1]
    return tuple(reversed(EDITIONS[end + 1 : start + 1]))


@cache
def _backward(edition: str) -> Moves:
    """What every code of an edition was in the one before."""
    return {new: _origins(onward(edition), new) for new in codes(edition)}


def _origins(moves: Mapping[str, frozenset[str]], target: str) -> frozenset[str]:
    return frozenset(code for code, reached in moves.items() if target in reached)


def _kind(targets: int, origins: int) -> Kind:
    if targets == 1:
        return "1:1" if origins == 1 else "n:1"
    return "1:n" if origins == 1 else "n:n"


def _changes(code: str, vintage: str, target: str, to_vintage: str) -> tuple[Link, ...]:
    """The links on the way from a code to another, in the order of the editions.

    A trace belongs to the way where it leaves a code that lies on it.
    """
    start, end = sorted((EDITIONS.index(vintage), EDITIONS.index(to_vintage)))
    found = []
    for edition in EDITIONS[start + 1 : end + 1]:
        before = EDITIONS[EDITIONS.index(edition) - 1]
        olds = moved(vintage, before)[code] & moved(to_vintage, before)[target]
        news = moved(vintage, edition)[code] & moved(to_vintage, edition)[target]
        found += [
            link for link in links(edition)
            if link.what and link.old in olds and (link.trace or link.new in news)
        ]  # fmt: skip
    return tuple(found)


def _neighbours(edition: str, code: str) -> list[tuple[str, str]]:
    """The codes that this one was and became, one edition away."""
    index = EDITIONS.index(edition)
    near = []
    if index > 0:
        near += [(EDITIONS[index - 1], old) for old in _backward(edition)[code]]
    if index + 1 < len(EDITIONS):
        near += [(EDITIONS[index + 1], new) for new in onward(EDITIONS[index + 1])[code]]
    return near


def _span(code: str) -> str:
    editions = vintages_of(code)
    return editions[0] if len(editions) == 1 else f"{editions[0]} to {editions[-1]}"
