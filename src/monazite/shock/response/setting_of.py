"""From a planner's question to the setting of its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.projects.reading import projects
from monazite.shock.response.assumptions.reading import packaged as assumed
from monazite.shock.response.options.ground import Ground
from monazite.shock.response.options.plant import columns
from monazite.shock.response.options.plants import unnamed
from monazite.shock.response.options.programmes import finished, programmes
from monazite.shock.response.options.projected import projected
from monazite.shock.response.options.stores import stores
from monazite.shock.response.setting import Horizon, Limits, Money, Setting
from monazite.shock.response.world.months import since
from monazite.shock.response.world.runs import runs
from monazite.shock.response.world.worlds import Frame, served, worlds

if TYPE_CHECKING:
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.projects.project import Project
    from monazite.shock.response.ask import Ask
    from monazite.shock.response.assumptions.assumptions import Assumptions
    from monazite.shock.response.options.projected import Why
    from monazite.shock.response.world.runs import Run
    from monazite.shock.response.world.worlds import Worlds


class Posed(NamedTuple):
    """A setting with all that it was made of; left: projects that are no options, and why."""

    setting: Setting
    worlds: Worlds
    runs: tuple[Run, ...]
    parameters: Parameters
    assumptions: Assumptions
    left: tuple[tuple[Project, Why], ...]


def setting(ask: Ask) -> Setting:
    """The setting of a question."""
    return posed(ask).setting


def posed(ask: Ask) -> Posed:
    """The setting and what it was made of, with projects known on its first day.

    Raises as `asking.case` and `projects` do; InputError field "for" or "serve" for a country or
    sector that the model does not have.
    """
    told, numbers = assumed(), parameters()
    found = runs(ask, numbers)
    growth = told.money["growth"].value if ask.growth is None else ask.growth
    made = worlds(found, Frame(ask.places, ask.regions, ask.months, growth, ask.others))
    world = made.world
    ground = Ground(
        world.model, world.planner, ask.begins, ask.months, told, made.regions, made.whole
    )
    user, until = served(ask.serve, world.model, world.planner)
    stated = projected(ground, projects(ask.projects, known=ask.begins))
    whole = Setting(
        horizon=Horizon(ask.begins, ask.months),
        world=world,
        futures=made.futures,
        stores=stores(ground, world.most),
        plants=columns([*stated.plants, *unnamed(ground)]),
        programmes=programmes(ground),
        finished=finished(ground),
        limits=Limits(
            budget=ask.budget_musd,
            cap=ask.cap,
            cap_from=max(0, since(ask.begins, ask.cap_from or ask.begins)),
            service=user,
            service_until=until,
            tail_weight=ask.tail_weight,
            tail=ask.tail,
        ),
        money=Money(told.money["discount"].value, told.money["restocking"].value),
        ways=ask.ways,
        whole=ask.whole,
        shared=True,
    )
    return Posed(whole, made, found, numbers, told, stated.left)
