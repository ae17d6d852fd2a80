"""Parts within parts: which can be used, how much of each is in one product, and what is wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.chain.problems import Problem
    from monazite.chain.products.bill import Part

_CLOSE = 1e-9
"""Shares that were rounded add up to this much more than 1."""


@dataclass(frozen=True, slots=True)
class Held:
    """A part in its place: the parts around it, nearest first, and its mass in one product.

    tonnes: of all its pieces; None for a part that only holds others and whose mass nobody says.
    """

    part: Part
    around: tuple[Part, ...]
    tonnes: float | None


def held(parts: Iterable[Part], problems: list[Problem]) -> tuple[Held, ...]:
    """The parts that have a place and a mass, as they stand in the file; a problem for each other.

    A part that cannot be used takes what it holds with it.
    """
    named = _once(parts, problems)
    placed = {name: around for name in named if (around := _around(name, named)) is not None}
    problems.extend(_misplaced(one, named) for one in named.values() if one.name not in placed)
    left_out = set(_too_much(named, placed, problems))
    found: dict[str, Held] = {}
    for name in sorted(placed, key=lambda one: len(placed[one])):
        inside_of = {one.name for one in placed[name]}
        if name in left_out or not inside_of <= found.keys():
            continue
        if (one := _held(named[name], placed[name], found)) is not None:
            found[name] = one
        else:
            told = {"holder": named[name].part_of or "-"}
            problems.append(_problem(named[name], "share", "share_of_unknown", **told))
    return tuple(found[name] for name in named if name in found)


def _held(part: Part, around: tuple[Part, ...], found: Mapping[str, Held]) -> Held | None:
    """A part with its mass; None where it is a share of what has no mass."""
    if part.share is not None:
        whole = found[around[0].name].tonnes if around else None
        return None if whole is None else Held(part, around, part.share * part.count * whole)
    pieces = prod(one.count for one in (part, *around))
    return Held(part, around, None if part.mass is None else part.mass * pieces)


def _once(parts: Iterable[Part], problems: list[Problem]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for part in parts:
        if part.name in found:
            first = str(found[part.name].line.row)
            problems.append(_problem(part, "part", "part_twice", first=first))
        else:
            found[part.name] = part
    return found


def _around(name: str, named: Mapping[str, Part]) -> tuple[Part, ...] | None:
    """The parts around a part, nearest first; None where one is not there, or it holds itself."""
    around: dict[str, Part] = {}
    at = named[name].part_of
    while at:
        if at not in named or at == name or at in around:
            return None
        around[at] = named[at]
        at = named[at].part_of
    return tuple(around.values())


def _misplaced(part: Part, named: Mapping[str, Part]) -> Problem:
    if part.part_of not in named:
        return _problem(part, "part_of", "no_such_part")
    return _problem(part, "part_of", "part_not_placed")


def _too_much(
    named: Mapping[str, Part], placed: Mapping[str, tuple[Part, ...]], problems: list[Problem]
) -> Iterable[str]:
    """Shares of one whole that exceed it: which is wrong nobody knows, so none of them is used."""
    inside: dict[str, list[Part]] = defaultdict(list)
    for name in placed:
        inside[named[name].part_of].append(named[name])
    for holder, within in inside.items():
        shares = [one for one in within if one.share is not None]
        total = sum((one.share or 0.0) * one.count for one in shares)
        if total > 1 + _CLOSE:
            told = {"total": f"{total:.6g}", "holder": holder or "-"}
            problems.extend(_problem(one, "share", "shares_above_one", **told) for one in shares)
            yield from (one.name for one in shares)


def _problem(part: Part, field: str, code: str, **told: str) -> Problem:
    return part.line.wrong(field, code, part=part.name, **told)
