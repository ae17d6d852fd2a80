"""A bill of materials: one row for each part, what it is part of, its mass and what it is made of.

Columns (part is needed):

- part: its name, once in the file; part_of: the part that it sits in, empty for the product;
- count: pieces in one piece of what it is part of, 1 where nothing stands;
- mass, unit: of one piece; or share: its part of the mass of one piece of what it is part of
  (0.04 or 4%);
- material, stage, contains: as in a company's purchases (Dy=100% where the part is the element
  alone, whatever its stage); a part without a material only holds others, and is a component
  unless its stage says otherwise;
- made_in, bought_from: where the part was made, or from whose market it comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.amounts import number, tonnes, unit_of
from monazite.chain.goods import Goods, goods, named_stage
from monazite.chain.sheet import sheet
from monazite.chain.sources import BOUGHT_FROM, MADE_IN, Whence, whence
from monazite.chain.stages import COMPONENT
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line
    from monazite.chain.worlds import World

NEEDED = ("part",)
COLUMNS = (
    "part", "part_of", "count", "mass", "unit", "share", "material", "stage", "contains",
    MADE_IN, BOUGHT_FROM,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One row: line in the file, name, what it sits in ("" for the product), pieces in that.

    mass: t of one piece, None where its share of what holds it is said instead; goods: what it is
    made of, None where it only holds other parts.
    """

    line: Line
    name: str
    part_of: str
    count: float
    mass: float | None
    share: float | None
    goods: Goods | None
    stage: str
    whence: Whence

    def fraction(self, element: str) -> float:
        """The mass fraction of an element in what the part is made of, as its unit counts it."""
        if self.goods is None or element not in self.goods.holds:
            return 0.0
        return self.goods.holds[element].fraction


def template() -> str:
    """A file to start from, with a row for each way to say where something comes from."""
    return Path(__file__).with_name("template.csv").read_text(encoding="utf-8")


def parts(path: Path, world: World, problems: list[Problem]) -> tuple[Part, ...]:
    """The parts of a file that can be read, and a problem for whatever cannot.

    InputError field "file" where it cannot be read at all.
    """
    found = sheet(path, COLUMNS, NEEDED)
    problems.extend(found.problems)
    return tuple(one for line in found.lines if (one := _part(line, world, problems)))


def _part(line: Line, world: World, problems: list[Problem]) -> Part | None:
    """The part of a row; None where something that it needs cannot be read."""
    before = len(problems)
    named = line.read(partial(_name, line), problems)
    count = line.read(partial(_count, line), problems)
    mass, share = (line.read(partial(read, line), problems) for read in (_mass, _share))
    made = goods(line, world, problems) if line["material"] else None
    stage = made.stage if made else _stage(line, problems)
    place = whence(line, problems)
    if len(problems) > before or named is None or count is None or place is None:
        return None
    return Part(line, named, line["part_of"], count, mass, share, made, stage, place)


def _stage(line: Line, problems: list[Problem]) -> str:
    """The stage of a part that only holds others; of one with a material `goods` tells."""
    said = "" if line["material"] else line["stage"]
    return line.read(partial(named_stage, said), problems) or COMPONENT


def _name(line: Line) -> str:
    if not line["part"]:
        raise InputError("part", "", "a name", "no_name")
    return line["part"]


def _count(line: Line) -> float:
    return number(line["count"], "count") if line["count"] else 1.0


def _mass(line: Line) -> float | None:
    if line["mass"]:
        return tonnes(line["mass"], line["unit"], "mass")
    if line["material"] and not line["share"]:
        raise InputError("mass", "", "a mass or a share", "no_mass")
    return None


def _share(line: Line) -> float | None:
    if not line["share"]:
        return None
    if line["mass"]:
        raise InputError("share", line["share"], "a mass or a share", "mass_and_share")
    if line["unit"]:
        unit_of(line["unit"])
    word = line["share"].removesuffix("%").strip()
    found = number(word, "share")
    return found / 100 if line["share"].endswith("%") else found
