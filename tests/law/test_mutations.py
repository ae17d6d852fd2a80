"""Does every date and every element of the law have a case that watches it?

Each mutation shifts one date by a day or swaps one element; some case must then fail.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from monazite.law.build import build
from monazite.law.compile import compile_law
from monazite.law.sources import REGIMES
from support.law_cases import all_cases, complaints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.law_cases import Case

DOCUMENT = compile_law(REGIMES)
MEASURES = {m["id"]: n for n, m in enumerate(DOCUMENT["measures"])}
CASES: tuple[Case, ...] = tuple(c for kind in all_cases() for c in kind)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutation:
    """One change of the law document, and the measure whose cases should notice."""

    path: Path
    value: Any
    measure: str

    def __str__(self) -> str:
        return f"{'/'.join(map(str, self.path))}={self.value}"


def _shifted(path: Path, day: Any, measure: str) -> Iterator[Mutation]:
    if isinstance(day, str) and len(day) == len("2025-04-04"):
        for step in (-1, 1):
            shifted = date.fromisoformat(day) + timedelta(days=step)
            yield Mutation(path, shifted.isoformat(), measure)


def _of_measure(measure: dict[str, Any]) -> Iterator[Mutation]:
    root: Path = ("measures", MEASURES[measure["id"]])
    for key in ("published", "effective_from", "last_day"):
        yield from _shifted((*root, key), measure[key], measure["id"])
    for number, limb in enumerate(measure.get("limbs", [])):
        place = (*root, "limbs", number, "effective_from")
        yield from _shifted(place, limb["effective_from"], measure["id"])
    for number, item in enumerate(measure["items"]):
        for key in ("effective_from", "last_day"):
            yield from _shifted((*root, "items", number, key), item.get(key), measure["id"])
        for key in ("requires_all", "requires_any"):
            for place, symbol in enumerate(item.get("composition", {}).get(key, [])):
                other = "Xe" if symbol != "Xe" else "Kr"
                path = (*root, "items", number, "composition", key, place)
                yield Mutation(path, other, measure["id"])


def _of_relations() -> Iterator[Mutation]:
    by_id = {r["id"]: r for r in DOCUMENT["relations"]}
    for number, relation in enumerate(DOCUMENT["relations"]):
        if relation["kind"] in {"enacts", "amends", "corrects"}:
            continue
        target = relation.get("target") or by_id[relation["target_relation"]]["target"]
        for key in ("published", "from", "until"):
            yield from _shifted(("relations", number, key), relation[key], target)


def _noticed(mutation: Mutation) -> bool:
    document = {**DOCUMENT, mutation.path[0]: list(DOCUMENT[mutation.path[0]])}
    place = document[mutation.path[0]]
    number = mutation.path[1]
    place[number] = copy.deepcopy(place[number])
    target = place[number]
    for key in mutation.path[2:-1]:
        target = target[key]
    target[mutation.path[-1]] = mutation.value
    law = build(document, "mutated")
    near = [c for c in CASES if c.about == mutation.measure]
    rest = [c for c in CASES if c.about != mutation.measure]
    return any(complaints(law, case) for case in (*near, *rest))


# What cannot be seen in any ruling or status, with the reason.
BLIND: dict[str, str] = {}


@pytest.mark.slow
@pytest.mark.parametrize("measure", DOCUMENT["measures"], ids=lambda m: m["id"])
def test_every_date_and_element_of_a_measure_is_watched(measure: dict[str, Any]) -> None:
    unseen = [str(m) for m in _of_measure(measure) if not _noticed(m)]
    assert [m for m in unseen if m not in BLIND] == []


@pytest.mark.slow
def test_every_date_of_a_relation_is_watched() -> None:
    unseen = [str(m) for m in _of_relations() if not _noticed(m)]
    assert [m for m in unseen if m not in BLIND] == []
