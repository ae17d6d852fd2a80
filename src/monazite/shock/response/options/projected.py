"""Projects as options: those whose size, cost and first year are stated, with what they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from monazite.chain.stages import MINING
from monazite.shock.engine.state import outflow
from monazite.shock.model.model import Good
from monazite.shock.projects.choosing import has
from monazite.shock.projects.columns import ORES, RECYCLING, RUNNING
from monazite.shock.projects.output import output
from monazite.shock.response.assumptions.assumptions import line
from monazite.shock.response.options.feeding import feed
from monazite.shock.response.options.ground import MUSD, YEAR
from monazite.shock.response.options.plant import Plant
from monazite.shock.response.options.pricing import floor, oxide, running
from monazite.shock.response.options.recipes import Recipe, main
from monazite.shock.response.options.recycling import used_by
from monazite.shock.response.world.months import since

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.shock.projects.project import Project
    from monazite.shock.response.options.ground import Ground

Why = Literal["capex", "first_year", "capacity", "past", "late"]
"""Why a project is no option: what is not stated, or when it comes."""
_NONE = {*RUNNING, "cancelled"}
"""Of a project that stands already, or never will."""
_HEAVY, _STANDARD, _EITHER = "NdFeB-heavy", "NdFeB-standard", "NdFeB"
_MIDDLE = 7
"""The month of a year in which a plant that is said to begin in it begins."""


class Projected(NamedTuple):
    """Options, and the projects that are none, each with the reason."""

    plants: tuple[Plant, ...]
    left: tuple[tuple[Project, Why], ...]


def projected(ground: Ground, projects: Iterable[Project]) -> Projected:
    """Projects that make goods of the model and do not stand yet; nothing of them is guessed.

    Elsewhere only those of which nobody is said to take what they make.
    """
    plants, left = [], []
    for project in projects:
        made = _made(ground, project)
        if project.status in _NONE or _promised(ground, project) or (made is not None and not made):
            continue
        why = _why(ground, project, made)
        if why is not None:
            left.append((project, why))
        elif made:
            plants.append(_plant(ground, project, made))
    return Projected(tuple(plants), tuple(left))


def _promised(ground: Ground, project: Project) -> bool:
    """Whether it stands elsewhere and others are said to take what it makes."""
    return bool(project.offtake) and ground.region(project.country) not in ground.planner


def _why(ground: Ground, project: Project, made: Mapping[int, float] | None) -> Why | None:
    if made is None:
        return "capacity"
    if project.capex_musd is None:
        return "capex"
    if project.first_year is None:
        return "first_year"
    ready = _ready(ground, project.first_year)
    if ready < 1:
        return "past"
    return "late" if ready >= ground.months else None


def _ready(ground: Ground, year: int) -> int:
    return since(ground.first, ground.first.replace(year=year, month=_MIDDLE, day=1))


def _made(ground: Ground, project: Project) -> Mapping[int, float] | None:
    """T a month of each good of the model, empty where it makes none; None where nobody knows."""
    if not _in_scope(ground, project):
        return {}
    found = output(project)
    if not found.tonnes:
        return None
    place = {good: number for number, good in enumerate(ground.model.goods)}
    made: dict[int, float] = {}
    for good, tonnes in found.tonnes.items():
        for one, part in _goods(ground, project, good).items():
            if one in place and tonnes > 0:
                at = place[one]
                made[at] = made.get(at, 0.0) + part * float(tonnes) / YEAR
    return made


def _in_scope(ground: Ground, project: Project) -> bool:
    """Whether the model has goods of its stage, and of a material that it may make."""
    if all(good.stage != project.stage for good in ground.model.goods):
        return False
    named = {good.material for good in ground.model.goods} - {*ORES, _HEAVY, _STANDARD}
    return any(has(project, material) for material in named)


def _goods(ground: Ground, project: Project, good: Good) -> Mapping[Good, float]:
    """The goods of the model that an output is, with the part that is each."""
    if good.stage == MINING and project.ore:
        scope = {one.material for one in ground.model.goods if one.stage != MINING}
        return {Good(project.ore, MINING): 1.0} if good.material in scope else {}
    if good.material != _EITHER:
        return {good: 1.0}
    both = [Good(name, good.stage) for name in (_HEAVY, _STANDARD)]
    used = [_used(ground, one) for one in both]
    whole = sum(used)
    return {one: each / whole if whole else 0.5 for one, each in zip(both, used, strict=True)}


def _used(ground: Ground, good: Good) -> float:
    if good not in ground.model.goods:
        return 0.0
    place = ground.model.goods.index(good)
    return float(sum(used_by(ground, country)[place] for country in ground.planner.tolist()))


def _plant(ground: Ground, project: Project, made: Mapping[int, float]) -> Plant:
    first = main(ground.model, made)
    fed = {} if project.kind == RECYCLING else feed(ground.whole, made, project.ore)
    recipe = Recipe(
        first, fed, {good: each / made[first] for good, each in made.items() if good != first}
    )
    told = line(ground.assumptions.plants, project.stage, ground.model.goods[first].material)
    region = ground.region(project.country)
    ready = _ready(ground, project.first_year or ground.first.year)
    capex = float(project.capex_musd or 0) / made[first]
    promised = project.floor_usd_kg
    own = floor(ground, told, recipe) if told else float("nan")
    return Plant(
        name=project.name, project=project.key,
        way="recycling" if project.kind == RECYCLING else "plants",
        market=ground.market(first, _buyer(ground, first, region)),
        inputs=tuple((_source(ground, good, region), each) for good, each in recipe.inputs.items()),
        besides=tuple(
            (ground.market(good, _buyer(ground, good, region)), each)
            for good, each in recipe.besides.items()
        ),
        ready=ready, from_month=0, until_month=max(0, ground.months - 1 - ready),
        least=made[first], most=made[first], fixed=0.0, capex=capex,
        running=running(ground, told, recipe) * MUSD if told else 0.0,
        floor=own if promised is None else float(promised) * oxide(project.material),
        whole=True,
    )  # fmt: skip


def _buyer(ground: Ground, good: int, region: int) -> int:
    """Where an output goes: to the planner's largest user of it, else it stays where it is made."""
    if region in ground.planner:
        return region
    used = ground.used()
    most = max(ground.planner.tolist(), key=lambda one: used[ground.market(good, one)])
    return most if used[ground.market(good, most)] > 0 else region


def _source(ground: Ground, good: int, region: int) -> int:
    """The market that an input is taken from: where it is made, if anything passes there."""
    market = ground.market(good, region)
    return (
        market
        if outflow(ground.whole)[market] > 0
        else ground.market(good, _buyer(ground, good, region))
    )
