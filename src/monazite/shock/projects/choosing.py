"""Which projects are asked for, and in which order they are told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.chain.goods import named_stage
from monazite.chain.stages import STAGES
from monazite.shock.projects import cells
from monazite.shock.projects.columns import MATERIALS, REE, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.shock.projects.project import Project

_NEVER = 9999
_WHOLE = Decimal("0.99")
_ORDER = tuple(MATERIALS)


def chosen(
    projects: Iterable[Project],
    material: str = "",
    country: str = "",
    stage: str = "",
    status: str = "",
) -> tuple[Project, ...]:
    """The projects of a material, a country, a stage or a status, by stage and first year.

    Args:
        projects: what is chosen from.
        material: any word for it; of rare earths all that may hold it. "" for all, as below.
        country: any word for it.
        stage: a stage or a form.
        status: one of `columns.STATUSES`.

    Raises:
        InputError: field "material", "country", "stage" or "status".
    """
    wanted = cells.material(material) if material else ""
    place, at = cells.place(country), named_stage(stage)
    standing = cells.one_of(status, "status", STATUSES)
    found = [
        one for one in projects
        if (not wanted or has(one, wanted)) and place in ("", one.country)
        and at in ("", one.stage) and standing in ("", one.status)
    ]  # fmt: skip
    return tuple(sorted(found, key=_order))


def has(project: Project, material: str) -> bool:
    """Whether a project may make some of a material: rare earths have dysprosium in them.

    Of what a source names in part alone, such as Nd and Pr of an ore, the rest is not known.
    """
    if sum(project.holds.values()) > _WHOLE and material in MATERIALS[REE]:
        return material in project.holds
    return bool({*MATERIALS[material]} & {*MATERIALS[project.material]})


def _order(one: Project) -> tuple[int, int, int, str]:
    first = _NEVER if one.first_year is None else one.first_year
    return STAGES.index(one.stage), _ORDER.index(one.material), first, one.key
