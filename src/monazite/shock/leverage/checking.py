"""What a reader of levers and packages cannot see in one field: what must fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.store import load
from monazite.shock.leverage.schema import UNION
from monazite.shock.scenarios.problems import Problem
from monazite.shock.scenarios.vocabulary import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.shock.leverage.schema import Give, Lever, Package

_NEEDED = {"licence": "share", "pause": "days"}
"""What a give needs for what it does, and no other may have."""


def lever_problems(levers: Sequence[Lever]) -> Iterator[Problem]:
    """Ids that stand twice; levers with neither a figure nor a reason, or with both; and so on."""
    seen: set[str] = set()
    for number, one in enumerate(levers):
        path = f"levers[{number}]"
        if one.id in seen:
            yield Problem(f"{path}.id", one.id, "same_id", {})
        seen.add(one.id)
        if (one.scenario is None) == (one.unknown is None):
            yield Problem(path, one.id, "lever_figure", {})
        if (one.on is None) != (one.kind == "measure"):
            yield Problem(f"{path}.on", one.on or "", "lever_on", {"kind": one.kind})
        if one.scenario is not None and one.holder == UNION:
            yield Problem(f"{path}.holder", one.holder, "lever_holder", {})


def package_problems(package: Package, packaged: Mapping[str, Lever]) -> Iterator[Problem]:
    """Levers and commitments that nobody has, and gives that do not hold together."""
    known = {**packaged, **{one.id: one for one in package.levers}}
    for number, own in enumerate(package.levers):
        if own.on is not None and own.on not in known:
            told = {"known": near(own.on, known)}
            yield Problem(f"levers[{number}].on", own.on, "lever", told)
    promised = [row["id"] for row in load().commitments]
    named = [(f"commitments[{n}]", name) for n, name in enumerate(package.commitments)]
    gives = [(f"gives[{n}].commitment", g.commitment) for n, g in enumerate(package.gives)]
    for path, name in (*named, *gives):
        if name is not None and name not in promised:
            yield Problem(path, name, "commitment", {"known": near(name, promised)})
    for number, one in enumerate(package.gives):
        path = f"gives[{number}]"
        if one.lever not in known:
            told = {"known": near(one.lever, known)}
            yield Problem(f"{path}.lever", one.lever, "lever", told)
        else:
            yield from _held(path, one, known)
        yield from _whole(path, one)
        if one.from_ < package.agreed:
            told = {"agreed": package.agreed.isoformat()}
            yield Problem(f"{path}.from", one.from_.isoformat(), "give_early", told)


def unknown_levers(document: object, packaged: Sequence[str]) -> Iterator[Problem]:
    """Levers that nobody has, of a document that cannot be read as a package otherwise."""
    own = [row.get("id") for row in _mappings(document, "levers").values()]
    known = [*packaged, *(name for name in own if isinstance(name, str))]
    for number, row in _mappings(document, "gives").items():
        name = row.get("lever")
        if isinstance(name, str) and name not in known:
            yield Problem(f"gives[{number}].lever", name, "lever", {"known": near(name, known)})


def _mappings(document: object, key: str) -> dict[int, dict[str, object]]:
    """The entries of a list that are mappings, by their places."""
    rows = document.get(key) if isinstance(document, dict) else None
    every = rows if isinstance(rows, list) else []
    return {number: row for number, row in enumerate(every) if isinstance(row, dict)}


def _held(path: str, one: Give, known: Mapping[str, Lever]) -> Iterator[Problem]:
    """Whether the side has the lever."""
    holder = known[one.lever].holder
    if holder != one.side:
        own = [name for name, lever in known.items() if lever.holder == one.side]
        told = {"holder": holder, "side": one.side, "known": near(one.lever, own)}
        yield Problem(f"{path}.lever", one.lever, "lever_of_other", told)


def _whole(path: str, one: Give) -> Iterator[Problem]:
    for does, key in _NEEDED.items():
        value = getattr(one, key)
        if (one.does == does) != (value is not None):
            told = {"name": key, "does": does}
            yield Problem(f"{path}.{key}", "" if value is None else str(value), "give_key", told)
    if one.does in {"lift", "pause"} and one.until is not None:
        yield Problem(f"{path}.until", one.until.isoformat(), "give_until", {"does": one.does})
