"""Parameters of an item against the comparisons of an entry: numbers with units, words, sizes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from monazite.catalogue import units
from monazite.errors import InputError
from monazite.law.conditions import TRUE, Condition, ask, conjunction, either, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SYMBOL = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"}
_SIZES = re.compile(r"\s*[x×*]\s*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as the user stated it: a word, or one or more numbers with a unit."""

    text: str
    numbers: tuple[Decimal, ...] = ()
    unit: str | None = None

    def in_unit(self, unit: str | None, name: str) -> tuple[Decimal, ...]:
        """Its numbers in another unit; a bare number is taken in the unit of the law."""
        if self.unit is None or unit is None or self.unit == unit:
            return self.numbers
        try:
            return tuple(units.convert(n, self.unit, unit) for n in self.numbers)
        except InputError as error:
            raise InputError(f"param {name}", self.text, error.accepted) from None


def parse(text: object) -> Parameter:
    """Read "99.995 %", "60um", "130x130x60 mm", "poly" or True."""
    words = str(text).strip()
    numbers: list[Decimal] = []
    unit = None
    try:
        for part in _SIZES.split(words):
            quantity = units.parse(part)
            numbers.append(quantity.value)
            unit = quantity.unit or unit
    except (InputError, InvalidOperation):
        return Parameter(words)
    return Parameter(words, tuple(numbers), unit)


def comparisons(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a nested test
    """Every comparison inside a nested test."""
    if tree is None:
        return
    if "name" in tree:
        yield tree
    for part in tree.get("all", tree.get("any", ())):
        yield from comparisons(part)


def parameters_met(
    tree: Any,  # noqa: ANN401 - a nested test of the law document
    stated: Mapping[str, Parameter],
    fractions: Mapping[str, Decimal | None],
) -> tuple[Condition, int]:
    """The condition of a nested test, and how many facts make it false."""
    if tree is None:
        return TRUE, 0
    if "all" in tree:
        parts = [parameters_met(t, stated, fractions) for t in tree["all"]]
        return conjunction(part for part, _ in parts), sum(misses for _, misses in parts)
    if "any" in tree:
        parts = [parameters_met(t, stated, fractions) for t in tree["any"]]
        condition = either(part for part, _ in parts)
        return condition, 0 if condition else min(misses for _, misses in parts)
    condition = _leaf(tree, stated, fractions)
    return condition, 0 if condition else 1


def _leaf(
    leaf: dict[str, Any], stated: Mapping[str, Parameter], fractions: Mapping[str, Decimal | None]
) -> Condition:
    name, element = leaf["name"], leaf.get("element")
    if name == "mass_fraction":
        fraction = fractions.get(element or "")
        if fraction is not None:
            return settled(_compare(leaf, (fraction,)))
        # An element that is not there has the fraction zero.
        if element in fractions or not fractions:
            return _open(f"fraction:{element}", leaf)
        return settled(_compare(leaf, (Decimal(0),)))
    given = stated.get(name)
    # A condition of the text that was not read can be answered by nobody.
    if given is None or name == "further_conditions":
        return _open(f"param:{name}", leaf)
    if isinstance(leaf["value"], str | bool):
        same = given.text.casefold() == str(leaf["value"]).casefold()
        return settled(same == (leaf["op"] == "eq"))
    if not given.numbers:
        if leaf["op"] == "in":
            return settled(given.text in map(str, leaf["value"]))
        accepted = f"accepted: a number in {leaf.get('unit') or 'the unit of the entry'}"
        raise InputError(f"param {name}", given.text, accepted)
    return settled(_compare(leaf, given.in_unit(leaf.get("unit"), name)))


def _compare(leaf: dict[str, Any], numbers: tuple[Decimal, ...]) -> bool:
    op, limit = leaf["op"], leaf["value"]
    if op == "in":
        return numbers[0] in {Decimal(str(v)) for v in limit}
    if op == "between":
        return Decimal(str(limit[0])) <= numbers[0] <= Decimal(str(limit[1]))
    if isinstance(limit, list):
        # Three sizes against three: the piece must hold the block in some position.
        ours, theirs = sorted(numbers), sorted(Decimal(str(v)) for v in limit)
        return len(ours) == len(theirs) and all(a >= b for a, b in zip(ours, theirs, strict=True))
    number, bound = numbers[0], Decimal(str(limit))
    return {
        "eq": number == bound,
        "ne": number != bound,
        "lt": number < bound,
        "le": number <= bound,
        "gt": number > bound,
        "ge": number >= bound,
    }[op]


def _open(fact: str, leaf: dict[str, Any]) -> Condition:
    value = leaf["value"] if isinstance(leaf["value"], list) else [leaf["value"]]
    unit = f" {leaf['unit']}" if leaf.get("unit") else ""
    if leaf["op"] in _SYMBOL:
        words = f"{_SYMBOL[leaf['op']]} {' × '.join(map(str, value))}{unit}"
    else:
        words = f"{(' – ' if leaf['op'] == 'between' else ' / ').join(map(str, value))}{unit}"
    return ask(fact, leaf["op"], words)
