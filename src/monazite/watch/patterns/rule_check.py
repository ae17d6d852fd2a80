"""What is wrong with the file of a rule: keys, laws, authorities, parameters, columns."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.law.references_said import law_words
from monazite.law.tables import place, unknown_keys
from monazite.watch.patterns.agencies import agencies
from monazite.watch.patterns.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

CONFIDENCES = frozenset({"found", "memory", "uncertain", "estimate"})
_KEYS = (
    "id", "law", "agencies", "needs", "parameters", "reasons", "otherwise", "cannot", "sweep",
    "precision", "recall",
)  # fmt: skip
_VALUE = ("from", "value", "source", "confidence")


def problems_of(path: Path, found: Mapping[str, Any]) -> list[str]:
    """A sentence for each thing that is wrong with the file."""
    where = place(path)
    problems = unknown_keys(found, _KEYS, where)
    problems += [f"{where}: {key} is missing" for key in _KEYS if key not in found]
    return problems or [f"{where}: {each}" for each in _wrong(found)]


def _wrong(found: Mapping[str, Any]) -> Iterator[str]:
    yield from _laws(found["law"])
    yield from _bodies(found["agencies"])
    yield from (f"needs {need}: no such column" for need in found["needs"] if not _stated(need))
    for name, dated in found["parameters"].items():
        yield from (f"parameter {name}: {each}" for each in _parameter(dated))
    yield from (f"{key}: none named" for key in ("reasons", "otherwise") if not found[key])
    unknown = found["sweep"].keys() - found["parameters"].keys()
    yield from (f"sweep of {name}: no such parameter" for name in sorted(unknown))


def _laws(law: Mapping[str, str]) -> Iterator[str]:
    for ref, confidence in law.items():
        if law_words(ref, "en") == ref:
            yield f"law {ref}: neither the law data nor the texts know it"
        if confidence not in CONFIDENCES:
            yield f"law {ref}: confidence {confidence!r}, not one of {sorted(CONFIDENCES)}"


def _bodies(named: Mapping[str, Any]) -> Iterator[str]:
    for code in (named["lead"], *named["told"]):
        if code not in agencies():
            yield f"agency {code}: not one of {', '.join(agencies())}"


def _stated(need: str) -> bool:
    name, _, column = need.partition(".")
    row = TABLES.get(name)
    return row is not None and (not column or column in {each.name for each in fields(row)})


def _parameter(dated: list[Mapping[str, Any]]) -> Iterator[str]:
    if not dated:
        yield "no value"
    for each in dated:
        if tuple(each) != _VALUE:
            yield f"needs {', '.join(_VALUE)} in this order"
        elif each["confidence"] not in CONFIDENCES or not each["source"]:
            yield "needs a source and a confidence"
        elif not _readable(each):
            yield f"{each['value']!r} from {each['from']!r} is no day, number or list of words"


def _readable(each: Mapping[str, Any]) -> bool:
    try:
        if each["from"] is not None:
            date.fromisoformat(each["from"])
        return isinstance(each["value"], list) or Decimal(each["value"]).is_finite()
    except (ArithmeticError, TypeError, ValueError):
        return False
