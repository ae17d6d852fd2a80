"""Countries beside others in an entry that is not about routes, of which the model has nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.scenarios.elsewhere import makes, wants
from monazite.shock.scenarios.hosting import feeds, won
from monazite.shock.scenarios.parties import held_at_all, reached
from monazite.shock.scenarios.schema import Host, Party, Supply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.model.model import Model
    from monazite.shock.scenarios.found import Found
    from monazite.shock.scenarios.schema import Demand, Finished, Missing

    Placed = Demand | Finished | Host | Missing | Party | Supply

_LISTS = ("demand", "supply", "parties", "inputs", "hosts", "finished")


class Absent(NamedTuple):
    """paths: of entries, with a comma between; countries: ISO3, likewise.

    indirect: whether what is bought there holds what the entry is about, made elsewhere.
    """

    paths: str
    indirect: bool
    countries: str


def absent(found: Found) -> Iterator[Absent]:
    """What entries that reach some country do not reach; those that lack the same as one."""
    lacking: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for name in _LISTS:
        entries: tuple[Placed, ...] = getattr(found.scenario, name)
        for number, one in enumerate(entries):
            for key in _lacking(found.model, one):
                lacking.setdefault(key, []).append(f"{name}[{number}]")
    for (indirect, countries), paths in lacking.items():
        yield Absent(", ".join(paths), indirect, ", ".join(countries))


def _lacking(model: Model, one: Placed) -> Iterator[tuple[bool, tuple[str, ...]]]:
    alone = {name: one.model_copy(update={"countries": (name,)}) for name in one.countries}
    missed = {name: each for name, each in alone.items() if not _reaches(model, each)}
    if len(missed) == len(alone):
        return
    indirect = tuple(
        name
        for name, each in missed.items()
        if isinstance(each, Party) and held_at_all(model, each).any()
    )
    unknown = tuple(name for name in missed if name not in indirect)
    yield from ((code, some) for code, some in ((True, indirect), (False, unknown)) if some)


def _reaches(model: Model, one: Placed) -> bool:
    """Whether the model has anything that an entry is about."""
    if isinstance(one, Party):
        return bool(reached(model, one).any())
    if isinstance(one, Supply):
        return bool(makes(model, one).any())
    if isinstance(one, Host):
        return any(feeds(one, each) for each in won(model))
    return bool(wants(model, one).any())
