"""Every rule that looks for a pattern, from the files beside their modules."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.catalogue.words import unknown
from monazite.errors import LawDataError
from monazite.law.tables import table
from monazite.watch.patterns.rule import Rule, Value
from monazite.watch.patterns.rule_check import problems_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

_FOLDER = Path(__file__).with_name("rules")


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Every rule that looks at records, by its id (`read`)."""
    return read(_FOLDER)


def read(folder: Path) -> Mapping[str, Rule]:
    """The rules of a folder by id, in order; LawDataError lists every problem of every file."""
    documents = {path: table(path) for path in sorted(folder.glob("*.yaml"))}
    if problems := [p for path, found in documents.items() for p in problems_of(path, found)]:
        raise LawDataError(problems)
    made = [_rule(path.stem, found) for path, found in documents.items()]
    return {rule.id: rule for rule in sorted(made, key=lambda rule: (len(rule.id), rule.id))}


def chosen(ids: Collection[str] | None) -> tuple[Rule, ...]:
    """The rules of these ids, all without any; InputError for an id that no rule has."""
    known = rules()
    for wanted in ids or ():
        if wanted not in known:
            raise unknown("rule", wanted, ", ".join(known), known)
    return tuple(rule for rule in known.values() if ids is None or rule.id in ids)


def _rule(name: str, found: Mapping[str, Any]) -> Rule:
    return Rule(
        id=found["id"],
        name=name,
        law=dict(found["law"]),
        agency=found["agencies"]["lead"],
        told=tuple(found["agencies"]["told"]),
        needs=tuple(found["needs"]),
        parameters={key: _values(each) for key, each in found["parameters"].items()},
        reasons=frozenset(found["reasons"]),
        otherwise=frozenset(found["otherwise"]),
        cannot=frozenset(found["cannot"]),
        sweep={key: tuple(values) for key, values in found["sweep"].items()},
        precision=float(found["precision"]),
        recall=float(found["recall"]),
    )


def _values(dated: list[dict[str, Any]]) -> tuple[Value, ...]:
    made = [
        Value(
            date.fromisoformat(each["from"]) if each["from"] else None,
            tuple(each["value"]) if isinstance(each["value"], list) else each["value"],
            each["source"],
            each["confidence"],
        )
        for each in dated
    ]
    return tuple(sorted(made, key=lambda one: one.since or date.min))
