"""The world that a question is put to: the packaged one of a year, or a network of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.chain.network.network import Network
    from monazite.chain.problems import Problem
    from monazite.chain.worlds import World


class Asked(NamedTuple):
    """Year, whether the balance may fill gaps, and the two files of one's own network."""

    year: int
    estimates: bool
    nodes: Path | None = None
    edges: Path | None = None


class Opened(NamedTuple):
    """The world, what is wrong with the files that it was read from, and whether it was read."""

    world: World
    problems: tuple[Problem, ...]
    own: bool

    def material(self, word: str) -> str:
        """An element or alloy of the world by any word for it; InputError field "material"."""
        from monazite.chain.goods import named_material

        return word if word in self.world.networks else named_material(self.world, word)

    def element(self, word: str) -> str:
        """An element, group or sum of the world, no alloy. InputError field "material"."""
        name = self.material(word)
        if name in self.world.alloys:
            accepted = (
                f"an element, group or sum; an alloy is asked by `chain map {name}`, and of one "
                f"country by `chain exposure COUNTRY {name}`"
            )
            raise InputError("material", word, accepted)
        return name

    def network(self, word: str) -> Network:
        """The network of an element, group, sum or alloy. InputError field "material"."""
        from monazite.chain.sums.alloys import network_of

        return network_of(self.world, self.material(word))


def opened(asked: Asked, material: str) -> Opened:
    """The packaged world, or the one that two files say of a material.

    Raises:
        InputError: field "year", "file", or of the two files the one that is missing.
    """
    if asked.nodes is None and asked.edges is None:
        from monazite.chain.packaged.world import world

        return Opened(world(asked.year, estimates=asked.estimates), (), own=False)
    if asked.nodes is None or asked.edges is None:
        lacking = "nodes" if asked.nodes is None else "edges"
        raise InputError(lacking, None, "--nodes FILE and --edges FILE together")
    from monazite.chain.network.reading import own_network

    own = own_network(asked.nodes, asked.edges, material, asked.year)
    return Opened(own.world, (*own.of_nodes, *own.of_edges), own=True)


def stage_of(word: str | None) -> str | None:
    """The stage that a stage's or a form's name means; None of none. InputError field "stage"."""
    from monazite.chain.goods import named_stage

    return named_stage(word) if word else None
