"""From pydantic's errors to problems with the path in the YAML and what is accepted there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from monazite.shock.engine.knobs import Knobs
from monazite.shock.scenarios.problems import Problem
from monazite.shock.scenarios.schema import Scenario
from monazite.shock.scenarios.vocabulary import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from monazite.shock.scenarios.extending import Place

_LONGEST = 60
_CODES = {
    "missing": "missing", "extra_forbidden": "unknown_key", "literal_error": "choice",
    "string_pattern_mismatch": "name", "too_short": "none_given", "string_too_short": "none_given",
    "none_required": "endless", "string_type": "text", "list_type": "list",
    "tuple_type": "list",
}  # fmt: skip
"""Pydantic's types and our codes; every other one of its own is `shape`."""
_OURS = frozenset(
    {"assumed", "country", "day", "good", "measure", "number", "sector", "share", "stage", "weeks",
     "window", "year"}
)  # fmt: skip


def problems_of(
    error: ValidationError, before: Mapping[Place, int], root: type[BaseModel] = Scenario
) -> tuple[Problem, ...]:
    """Every error, in the order of the schema; before: entries that stand in another file, by list.

    root: the class whose keys an unknown one is held against. A list of which nothing can be used
    is not said to be empty besides.
    """
    errors = error.errors()
    inner = {one["loc"][:size] for one in errors for size in range(len(one["loc"]))}
    return tuple(
        _problem(one, before, root)
        for one in errors
        if not (one["type"] == "too_short" and one["loc"] in inner)
    )


def path_of(steps: Iterable[int | str]) -> str:
    """`friction[2].granted` of friction, 2, granted."""
    said = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return said.removeprefix(".")


def _problem(error: ErrorDetails, before: Mapping[Place, int], root: type[BaseModel]) -> Problem:
    kind, steps = error["type"], _own_steps(error["loc"], before)
    told = {name: str(value) for name, value in error.get("ctx", {}).items()}
    code = kind if kind in _OURS else _CODES.get(kind, "shape")
    if code == "unknown_key" and steps[0] == "assume":
        name = str(steps[-1])
        return Problem(path_of(steps), name, "knob", {"known": near(name, Knobs._fields)})
    if code == "unknown_key":
        told = {"known": near(str(steps[-1]), _keys(steps[:-1], root))}
    elif code == "choice":
        told = {"known": told["expected"].replace("'", "")}
    shown = "" if code == "missing" else str(error["input"])[:_LONGEST]
    return Problem(path_of(steps), shown, code, told)


def _own_steps(loc: Place, before: Mapping[Place, int]) -> list[int | str]:
    """The place in the file that was read: entries of the other one do not count."""
    return [
        step - before.get(loc[:number], 0) if isinstance(step, int) else step
        for number, step in enumerate(loc)
        if step != "[key]"
    ]


def _keys(steps: Iterable[int | str], root: type[BaseModel]) -> list[str]:
    """The keys that a part of what was read takes."""
    part: Any = root
    for step in steps:
        if isinstance(step, str):
            part = _parts(part)[step]
    return list(_parts(part))


@cache
def _parts(part: type[BaseModel]) -> Mapping[str, Any]:
    """By key the part that stands there, if it is one."""
    return {
        field.alias or name: next(_models(field.annotation), None)
        for name, field in part.model_fields.items()
    }


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
