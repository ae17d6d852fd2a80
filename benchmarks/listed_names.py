"""Names to screen against, and what is asked: perturbed names of the list, and clean ones.

Where the open data lie beside the repository, an old list of the US Treasury stands among the
made-up names and is what gets perturbed; elsewhere made-up names are.
"""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.made_names import MadeName, made_names
from benchmarks.measuring import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from monazite.watch.screening.entity import Kind

_OFAC = ROOT.parent / "shared" / "data" / "screening"
_MOST_LISTED = 20_000


class Listed(NamedTuple):
    """Names, and of each the number of its party; the first `perturbed` of them are asked about."""

    names: list[MadeName]
    owners: list[int]
    perturbed: int
    source: str


class Query(NamedTuple):
    """A name that is asked; the party that is meant, None for a clean one; how it was perturbed."""

    text: str
    kind: Kind
    meant: int | None
    change: str


def listed(count: int) -> Listed:
    """So many names of parties."""
    names: list[MadeName] = []
    owners: list[int] = []
    source = "made-up names"
    if _OFAC.is_dir():
        names, owners = _ofac(_OFAC)
        source = f"{len(names):,} names of an old list of the US Treasury among made-up ones"
    perturbed = len(names) or min(count, _MOST_LISTED)
    known = {name.text for name in names}
    made = [name for name in made_names(count, 1) if name.text not in known]
    made = made[: max(count - len(names), 0)]
    first = max(owners, default=-1) + 1
    owners += range(first, first + len(made))
    return Listed(names + made, owners, perturbed, source)


def queries(among: Listed, count: int, seed: int = 7) -> list[Query]:
    """So many to ask, every second one clean."""
    from ssb import perturb  # noqa: PLC0415, of the development tools alone

    draw = random.Random(seed)
    known = {name.text for name in among.names}
    clean = [name for name in made_names(count, 2) if name.text not in known]
    ways = sorted(perturb.REGISTRY)
    asked: list[Query] = []
    while len(asked) < count:
        place = draw.randrange(among.perturbed)
        name, way = among.names[place], draw.choice(ways)
        changed = perturb.apply_all(name.text, str(place), seed, [way], 3)
        if changed:
            text = draw.choice(changed).text
            asked.append(Query(text, name.kind, among.owners[place], way))
            other = clean[len(asked) // 2]
            asked.append(Query(other.text, other.kind, None, "clean"))
    return asked[:count]


def same_parties(among: Listed) -> dict[str, set[int]]:
    """Of each name as it is written the parties that bear it: any of them is the one meant."""
    found: dict[str, set[int]] = {}
    for name, owner in zip(among.names, among.owners, strict=True):
        found.setdefault(name.text.casefold(), set()).add(owner)
    return found


def meant(among: Listed) -> dict[int, set[int]]:
    """Of each perturbed party those that cannot be told from it by a name of theirs."""
    same = same_parties(among)
    found: dict[int, set[int]] = {}
    pairs = zip(among.names[: among.perturbed], among.owners, strict=False)
    for name, owner in pairs:
        found.setdefault(owner, set()).update(same[name.text.casefold()])
    return found


def _ofac(directory: Path) -> tuple[list[MadeName], list[int]]:
    """Persons and firms with their aliases; names of persons as they are spoken."""
    names: list[MadeName] = []
    owners: list[int] = []
    kinds: dict[str, tuple[int, str]] = {}
    for row in _rows(directory / "ofac_bench_sdn.csv", 3):
        if row[2].strip() not in {"vessel", "aircraft"}:
            kinds[row[0]] = (len(kinds), row[2].strip())
            _add(names, owners, row[1], kinds[row[0]])
    for row in _rows(directory / "ofac_bench_alt.csv", 4):
        if row[0] in kinds:
            _add(names, owners, row[3], kinds[row[0]])
    return names, owners


def _add(names: list[MadeName], owners: list[int], text: str, party: tuple[int, str]) -> None:
    owner, kind = party
    person = kind == "individual"
    family, comma, given = text.strip().partition(",")
    spoken = f"{given.strip()} {family}" if person and comma else text.strip()
    names.append(MadeName(spoken, "person" if person else "company"))
    owners.append(owner)


def _rows(path: Path, fewest: int) -> Iterator[Sequence[str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        yield from (row for row in csv.reader(file) if len(row) >= fewest)
