"""Does every date and every element of the law have a case that watches it?

Each mutation shifts one date by a day or swaps one element; then some case must fail, or the
check of the law data must.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.build import build
from monazite.law.compile import compile_law
from monazite.law.references import reference_problems
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
            for index in range(len(item.get("composition", {}).get(key, []))):
                # No entry of any regime names xenon.
                yield Mutation(
                    (*root, "items", number, "composition", key, index), "Xe", measure["id"]
                )


def _of_relations() -> Iterator[Mutation]:
    by_id = {r["id"]: r for r in DOCUMENT["relations"]}
    for number, relation in enumerate(DOCUMENT["relations"]):
        if relation["kind"] in {"enacts", "amends", "corrects"}:
            continue
        target = relation.get("target") or by_id[relation["target_relation"]]["target"]
        for key in ("published", "from", "until"):
            yield from _shifted(("relations", number, key), relation[key], target)


def _noticed(mutation: Mutation) -> bool:
    part, number, *keys = mutation.path
    entries: list[Any] = list(DOCUMENT[str(part)])
    target = entries[int(number)] = copy.deepcopy(entries[int(number)])
    for key in keys[:-1]:
        target = target[key]
    target[keys[-1]] = mutation.value
    document = DOCUMENT | {str(part): entries}
    if reference_problems(document):
        # A day that the data hold twice no longer agrees with itself: `law check` says so.
        return True
    law = build(document, "mutated")
    near = [c for c in CASES if c.about == mutation.measure]
    rest = [c for c in CASES if c.about != mutation.measure]
    return any(complaints(law, case) for case in (*near, *rest))


# Two suspensions lapse on their last day by their own words; the later announcement that ended
# the measures for good changes nothing that can be seen on any day.
_SAID_TWICE = {("REL-033", "published"), ("REL-040", "published")}


@pytest.mark.slow
@pytest.mark.parametrize("measure", DOCUMENT["measures"], ids=lambda m: m["id"])
def test_every_date_and_element_of_a_measure_is_watched(measure: dict[str, Any]) -> None:
    # A rule of procurement reaches no export, whatever its dates and elements.
    if measure["destinations"]["mode"] == "none":
        measure = {**measure, "items": []}
    assert [str(m) for m in _of_measure(measure) if not _noticed(m)] == []


@pytest.mark.slow
def test_every_date_of_a_relation_is_watched() -> None:
    unseen = [m for m in _of_relations() if not _noticed(m)]
    named = {(DOCUMENT["relations"][int(m.path[1])]["id"], m.path[2]) for m in unseen}
    assert named <= _SAID_TWICE
