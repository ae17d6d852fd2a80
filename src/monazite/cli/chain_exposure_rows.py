"""The shares of several users, or of several materials, as rows of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.exposures.groups import Group
    from monazite.chain.worlds import World

Row = dict[str, Any]
COLUMNS = (
    "material", "year", "country", "stage", "use_t", "left_out", "members", "members_known",
    "members_left_out", "origin", "direct", "ultimate",
)  # fmt: skip
"""members: how many a group of countries has; members_known: of how many a use is known;
members_left_out: those, by ISO3, that are in part counted with the rest of the world."""
WORLD = "WORLD"
_OF_GROUPS = {"members": None, "members_known": None, "members_left_out": None}


def several(country: str) -> bool:
    """Whether a word asks for more than one user: for every one, or a list between commas."""
    return len(_asked(country)) > 1 or country.strip().upper() == WORLD


def rows(world: World, country: str, stage: str) -> list[Row]:
    """The shares of all materials of a world, material by material.

    country: a country, a group of them or several with commas between, which then come in this
    order; or WORLD for every country, those that use most first. InputError field "country".
    """
    if country.strip().upper() == WORLD:
        found = sorted(_found(world, stage), key=lambda row: -row["use_t"])
    else:
        found = [row for word in _asked(country) for row in _of(world, word.strip(), stage)]
    place = {name: at for at, name in enumerate(world.networks)}
    return sorted(found, key=lambda row: place[row["material"]])


def _asked(country: str) -> list[str]:
    """The users between commas; some countries have one in their name."""
    from monazite.catalogue.countries import find

    if find(country) is not None:
        return [country]
    return country.replace("，", ",").replace("、", ",").split(",")


def _of(world: World, word: str, stage: str) -> Iterable[Row]:
    from monazite.catalogue.countries import describe
    from monazite.chain.exposures.groups import as_one, group_of

    group = group_of(world, word)
    if group is None:
        return _found(world, stage, describe(word).iso3)
    told = _found(as_one(world, group), stage, group.code)
    about = {name: _about(world, name, group, stage) for name in {row["material"] for row in told}}
    return [row | about[row["material"]] for row in told]


def _about(world: World, material: str, group: Group, stage: str) -> Row:
    from monazite.chain.exposures.groups import members
    from monazite.chain.exposures.left_out import of_group
    from monazite.chain.exposures.raw import Asker

    asker = Asker(group.code, stage, "", "")
    found = members([world.networks[material]], group, asker)
    left = of_group({one.country: one.left_out for one in found})
    return {
        "left_out": None if left is None else left.share,
        "members": len(found),
        "members_known": sum(one.use > 0 for one in found),
        "members_left_out": None if left is None else " ".join(left.members),
    }


def _found(world: World, stage: str, country: str | None = None) -> list[Row]:
    import pyarrow.compute as pc

    from monazite.chain.exposures.all_shares import all_shares

    table = all_shares(world)
    wanted = {"stage": stage} if country is None else {"stage": stage, "country": country}
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name].cast("string"), value))
    kept = [name for name in COLUMNS if name not in _OF_GROUPS]
    return [row | _OF_GROUPS for row in table.select(kept).to_pylist()]
