"""Goods as people name them: the material and stage that the networks know, and what they hold.

A material is an element or group ("Dy", "rare earths"), its oxide ("Dy2O3"), an alloy of the world
("NdFeB-heavy") or a compound of the catalogue ("GaAs"); a stage is one of `stages.STAGES` or a form
of the catalogue ("oxide", "magnet").
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue import elements, forms, groups
from monazite.catalogue.oxides import oxides
from monazite.catalogue.tables import rows
from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS, fold, nearest
from monazite.chain import words
from monazite.chain.amounts import GROSS, RARE_EARTHS, REE, unit_of
from monazite.chain.composition import Content, counted, own_content, pure
from monazite.chain.figures import SPREAD
from monazite.chain.stages import (
    ALLOY,
    COMPONENT,
    INTERMEDIATE,
    MAGNET,
    METAL,
    MINING,
    REFINING,
    SECTOR,
    STAGES,
)
from monazite.chain.sums.sums import named_sum
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line
    from monazite.chain.worlds import Alloy, World

STAGE_OF_FORM: Mapping[str, str] = MappingProxyType({
    "ore": MINING, "concentrate": MINING, "oxide": REFINING, "compound": REFINING,
    "metal": METAL, "alloy": ALLOY, "powder": ALLOY, "magnet": MAGNET, "target": INTERMEDIATE,
    "crystal": INTERMEDIATE, "component": COMPONENT,
})  # fmt: skip
"""The stage that makes each form of the catalogue; scrap, equipment and technology have none."""

GRAPHITE = "GRAPHITE"
_STAGES_TOLD = ", ".join(one for one in STAGES if one != SECTOR)
_ALL = Content(1.0, 0.0, ())
"""Of what bears an element's name alone, as far as nothing else is said."""


class Goods(NamedTuple):
    """What was named: the material as nodes name it, its stage, and its elements by network.

    holds: t of an element in 1 t of goods, as their row's unit counts them (`composition.counted`).
    """

    material: str
    stage: str
    holds: Mapping[str, Content]


def goods(line: Line, world: World, problems: list[Problem]) -> Goods | None:
    """The goods of a row's columns material, stage, contains and unit; None, with each problem.

    contains: mass fractions such as "Nd=27%; Dy=4%", which stand in place of all that is known of
    the material. An element's name alone says how much there is of it in its oxide, in its metal
    and in graphite; elsewhere contains has to say it, or a unit of what is contained.
    """
    named = line.read(partial(_named, world, line["material"]), problems)
    stage = line.read(partial(named_stage, line["stage"]), problems)
    own = line.read(partial(own_content, line["contains"]), problems)
    if named is None or stage is None or own is None:
        return None
    said = named._replace(stage=stage or named.stage)
    return line.read(partial(_whole, world, said, own, line), problems)


def _whole(world: World, said: Goods, own: Mapping[str, Content], line: Line) -> Goods:
    if not said.stage:
        raise InputError("stage", "", "a stage or form", "no_stage", stages=_STAGES_TOLD)
    if said.material in world.alloys:
        _molten(said)
    elif own and not {*said.holds} <= {*own, REE}:
        told = {"material": line["material"], "elements": ", ".join(said.holds)}
        raise InputError("contains", line["contains"], "its elements", "contains_without", **told)
    holds = _known(world, own) if own else said.holds
    if not holds:
        told = {"material": said.material}
        raise InputError("contains", line["contains"], "fractions", "no_content", **told)
    counts = _counts(line["unit"])
    if counts == GROSS and not own and {*said.holds.values()} == {_ALL}:
        holds = _alone(said, line)
    return said._replace(holds=counted(holds, counts, line["unit"], said.material))


def _counts(unit: str) -> str:
    """What a unit counts (`amounts.Unit`); one that is none is told by who reads the mass."""
    try:
        return unit_of(unit).counts if unit else GROSS
    except InputError:
        return ""


def _molten(said: Goods) -> None:
    """InputError where an alloy is said to be at a stage before there is any."""
    if STAGES.index(said.stage) < STAGES.index(ALLOY):
        told = {"material": said.material, "stages": ", ".join(STAGES[STAGES.index(ALLOY) : -1])}
        raise InputError("stage", said.stage, told["stages"], "stage_before", **told)


def _alone(said: Goods, line: Line) -> Mapping[str, Content]:
    """What goods hold that bear an element's name alone; InputError where it does not say that."""
    part = pure(said.material, _form(said, line["stage"]))
    if part is None:
        told = {"material": said.material, "stage": line["stage"]}
        raise InputError("contains", "", "fractions", "no_share", **told)
    return {said.material: Content(part, 0.0, ())}


def _form(said: Goods, word: str) -> str:
    """Whether goods of an element are its oxide or its metal, "" where that is not said.

    Rare earths that are separated are oxides; graphite is graphite up to where it is built in.
    """
    if said.stage == METAL or (said.material == GRAPHITE and said.stage != COMPONENT):
        return "metal"
    if said.stage != REFINING:
        return ""
    rare = said.material in RARE_EARTHS
    plain = word.strip().casefold()
    return "oxide" if (rare and plain == REFINING) or _is_oxide(plain) else ""


def _is_oxide(word: str) -> bool:
    return word not in STAGES and forms.form(word) == "oxide"


def _named(world: World, word: str) -> Goods:
    """What a word alone says: the name in nodes, the stage if it tells, and what is in it."""
    if alloy := _alloy(world, word):
        return Goods(alloy.name, alloy.stage, _of_alloy(world, alloy))
    if oxide := oxides().get(word):
        whole = {oxide.element: Content(float(oxide.to_element), 0.0, ())}
        return Goods(oxide.element, REFINING, _known(world, whole))
    if shares := {r["element"]: r for r in rows("compounds") if r["compound"] == word}:
        parts = {e: Content(float(r["mass_fraction"]), 0.0, ()) for e, r in shares.items()}
        return Goods(word, "", _known(world, parts))
    name = network_name(world, word)
    return Goods(name, "", {name: _ALL})


def named_material(world: World, word: str) -> str:
    """An alloy, a sum or a network of the world by any word; InputError field "material"."""
    alloy = _alloy(world, word)
    return alloy.name if alloy else named_element(world, word)


def named_element(world: World, word: str) -> str:
    """A sum of networks (`sums`) or a network by any word for it; InputError field "material"."""
    return named_sum(world, word) or network_name(world, word)


def network_name(world: World, word: str) -> str:
    """The network that a word means: "dysprosium" is Dy, "rare earths" REE; else InputError."""
    if word in world.networks:
        return word
    group = groups.group(word)
    group = GRAPHITE if group == "GRAPHITE_NATURAL" else group
    if group is not None and group in world.networks:
        return group
    try:
        symbol = elements.element(word)
    except InputError:
        symbol = ""
    if symbol in world.networks:
        return symbol
    known = (*world.networks, *world.alloys)
    near = ", ".join(known if symbol else _like(world, word) or nearest(word, elements.SYMBOLS))
    code = "no_network" if symbol else "unknown_material"
    accepted = f"{', '.join(known)}{_why_none(world, symbol)}"
    raise InputError("material", word, accepted, code, near=near or ", ".join(known))


def _like(world: World, word: str) -> list[str]:
    """The networks and alloys whose name holds a word, or is like it."""
    alloys = world.alloys.values()
    holding = [one.name for one in alloys if any(fold(word) in name for name in _names(one))]
    return (holding if len(word) > 1 else []) or nearest(word, (*world.networks, *world.alloys))


def _why_none(world: World, symbol: str) -> str:
    """Why an element has no network, where a gap of the world says so."""
    whys = [one.why for one in world.gaps if one.material == symbol]
    return "".join(f". {say(f'chain.gap.{why}', 'en')}" for why in whys)


def _alloy(world: World, word: str) -> Alloy | None:
    return next((one for one in world.alloys.values() if fold(word) in _names(one)), None)


def _names(alloy: Alloy) -> tuple[str, ...]:
    """What an alloy is called in files and on screens."""
    said = (words.material(alloy.name, lang) for lang in LANGS)
    return tuple(fold(name) for name in (alloy.name, *said))


def _of_alloy(world: World, alloy: Alloy) -> Mapping[str, Content]:
    held = {
        element: Content(figure.value, SPREAD[figure.confidence], figure.rows)
        for element, figure in alloy.holds.items()
    }
    return _known(world, held)


def _known(world: World, parts: Mapping[str, Content]) -> Mapping[str, Content]:
    """Only what the world follows: the iron of a magnet and the oxygen of an oxide are not."""
    return {name: part for name, part in parts.items() if name in world.networks and part.fraction}


def named_stage(word: str) -> str:
    """The stage that a stage's or a form's word means, "" of an empty word; else InputError."""
    if not word:
        return ""
    plain = word.strip().casefold()
    if plain in STAGES and plain != SECTOR:
        return plain
    try:
        return STAGE_OF_FORM[forms.form(word)]
    except (InputError, KeyError):
        told = _STAGES_TOLD
        raise InputError("stage", word, told, "unknown_stage", stages=told) from None
