"""Names of a real list, perturbed as they are in practice: is the party among 50 names?"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pytest
from ssb import perturb

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.index import build
from monazite.watch.screening.names.views import views_of_many
from support.indicator_tables import shared

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind


class Named(NamedTuple):
    """A name, its party and what that is."""

    text: str
    party: int
    kind: Kind


def ofac() -> list[Named]:
    """Persons and firms of an old snapshot, persons as they are spoken of."""
    parties: dict[str, tuple[int, Kind]] = {}
    found: list[Named] = []
    for file, place in (("ofac_bench_sdn.csv", 1), ("ofac_bench_alt.csv", 3)):
        text = shared(f"screening/{file}").read_text(encoding="utf-8", errors="replace")
        for row in csv.reader(text.splitlines()):
            if place == 1 and len(row) > 2 and row[2].strip() not in {"vessel", "aircraft"}:
                person = row[2].strip() == "individual"
                parties[row[0]] = len(parties), "person" if person else "company"
            if len(row) > place and row[0] in parties:
                party, kind = parties[row[0]]
                family, _, given = row[place].strip().partition(",")
                spoken = f"{given.strip()} {family}".strip() if kind == "person" else row[place]
                found.append(Named(spoken, party, kind))
    return found


@pytest.mark.slow
@pytest.mark.shared
def test_the_party_meant_is_among_fifty_names() -> None:
    names = ofac()
    assert len({name.party for name in names}) == 8293
    index = build(
        views_of_many([name.text for name in names], [name.kind for name in names]),
        [name.party for name in names],
    )
    draw = random.Random(0)
    asked: list[tuple[str, Named, str]] = []
    while len(asked) < 3000:
        name, way = draw.choice(names), draw.choice(sorted(perturb.REGISTRY))
        changed = perturb.apply_all(name.text, str(name.party), 0, [way], 3)
        if changed:
            asked.append((draw.choice(changed).text, name, way))
    same: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        same[name.text.casefold()].add(name.party)
    views = views_of_many([text for text, _, _ in asked], [name.kind for _, name, _ in asked])
    found = index.search(forms_of(views), 50)
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    for number, (_, name, way) in enumerate(asked):
        parties = set(index.owner[found.of(number).name].tolist())
        hits[way].append(not parties.isdisjoint(same[name.text.casefold()]))
    every = [hit for way in hits.values() for hit in way]
    assert sum(every) / len(every) >= 0.995
    recall = {way: sum(one) / len(one) for way, one in hits.items()}
    assert recall["initials"] >= 0.93
    assert recall["vowel_drop"] >= 0.98
    assert recall["homoglyph"] == recall["invisible_char"] == recall["name_order"] == 1
