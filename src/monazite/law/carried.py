"""Stated values against what the law carries: its parameters, its control codes, its day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.law.composition import related
from monazite.law.parameters import comparisons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.parameters import Parameter

Leaves = list[dict[str, Any]]
# Compared with an entry's own compound, not with a test of it.
_IDENTITIES = ("substance", "cas")
# What the composition answers.
_FRACTION = "mass_fraction"
_WHOLE = Decimal(100)
_ONE = Decimal(1)


def check_parameters(law: Law, stated: Iterable[tuple[str, Parameter]]) -> None:
    """Each parameter is one that some entry tests, and a value that can be compared with it."""
    tested = law.memory.get("tested parameters", lambda: _tested(law))
    for name, given in stated:
        if name == _FRACTION:
            raise InputError("param", name, "the fraction of an element in contains: W=0.97")
        if name in _IDENTITIES:
            continue
        if name not in tested:
            accepted = "a parameter that some entry tests, such as purity=99.99%"
            raise unknown("param", name, accepted, [*tested, *_IDENTITIES])
        _check_value(name, given, tested[name])


def _tested(law: Law) -> Mapping[str, Leaves]:
    """The comparisons of all entries by the name of what they compare."""
    found: dict[str, Leaves] = {}
    for item in (a.item for a in law.atoms if a.item):
        for leaf in comparisons(item.parameters):
            if leaf["name"] != _FRACTION:
                found.setdefault(leaf["name"], []).append(leaf)
    return found


def _check_value(name: str, given: Parameter, leaves: Leaves) -> None:
    said = f"{name}={given.text}"
    if isinstance(leaves[0]["value"], bool) and given.text.casefold() not in {"true", "false"}:
        raise InputError("param", said, "true or false")
    amount = max(map(_amount, leaves))
    if amount == 0:
        return
    units = list(dict.fromkeys(leaf.get("unit") for leaf in leaves))
    if len(given.numbers) != amount or (given.unit and None in units):
        wanted = " or ".join(f"in {u}" if u else "without a unit" for u in units)
        numbers = "a number" if amount == 1 else f"{amount} sizes"
        raise InputError("param", said, f"{numbers} {wanted}")
    for unit in units:
        try:
            converted = given.in_unit(unit, name)
        except InputError as error:
            raise InputError("param", said, error.accepted) from None
        if unit == "%":
            _check_share(name, given, converted[0])


def _amount(leaf: dict[str, Any]) -> int:
    """How many numbers answer a comparison: none where it compares words."""
    value = leaf["value"]
    first = value[0] if isinstance(value, list) else value
    if isinstance(first, str | bool):
        return 0
    sizes = isinstance(value, list) and leaf["op"] not in {"in", "between"}
    return len(value) if sizes else 1


def _check_share(name: str, given: Parameter, number: Decimal) -> None:
    said = f"{name}={given.text}"
    # What is drawn out may become more than twice as long; no other share passes the whole.
    if number < 0 or (number > _WHOLE and not name.startswith("elongation")):
        raise InputError("param", said, "a share from 0 to 100 %")
    if given.unit is None and 0 < number <= _ONE:
        share = f"{(number * _WHOLE).normalize():f}"
        ways = [f"{share} %", *([share] if number * _WHOLE > _ONE else []), f"{given.text} %"]
        raise InputError("param", said, f"{', '.join(ways[:-1])} or {ways[-1]}, whichever is meant")


def check_control_code(law: Law, code: str) -> None:
    """Some entry carries the code, one above it or one inside it; "none" is always an answer."""
    carried = law.control_codes
    if code != "none" and not any(related(code, c) for c in carried):
        accepted = (
            "none, or a control code of an entry; no measure carried here names this one: "
            "give none if the item is under no entry"
        )
        raise unknown("control_code", code, accepted, sorted(carried))


def check_known(law: Law, day: date) -> None:
    """Nobody here read what was published after the law data were compiled."""
    if day > law.compiled:
        accepted = f"a day up to {law.compiled}, on which the law data were compiled"
        raise InputError("known", day, accepted)


# Field → what its value is held against; fields of other names need no law to be read.
CHECKS: dict[str, Callable[[Law, Any], None]] = {
    "param": check_parameters,
    "control_code": check_control_code,
    "known": check_known,
}
