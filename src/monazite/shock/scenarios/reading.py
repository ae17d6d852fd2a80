"""Read a scenario: of a file, of a text, or one of the packaged ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.law.store import load
from monazite.shock.scenarios.extending import EXTENDS, Extended, Place, extended
from monazite.shock.scenarios.problems import Problem, ScenarioError
from monazite.shock.scenarios.refusals import problems_of
from monazite.shock.scenarios.schema import Scenario
from monazite.shock.scenarios.texts import texts
from monazite.shock.scenarios.vocabulary import Known, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PACKAGED = Path(__file__).parent / "packaged"
_TAKEN = ("starts", "weeks", "scope")
"""What a scenario need not say itself where it extends another."""
_OWN = ("licences", "beyond")
"""Lists whose entries have an id that `friction` may name."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def read(text: str, folder: Path) -> Scenario:
    """The scenario of a YAML text; folder: of the queues that it names.

    Raises:
        ScenarioError: with every problem of the text, then of the queues.
    """
    return scenario(texts(text), folder)


def scenario(found: object, folder: Path) -> Scenario:
    """The scenario of a mapping such as a YAML text gives; raises as `read` does."""
    document, before = _whole(found)
    known = Known(tuple(load().measures), _own(document))
    try:
        made = Scenario.model_validate(document, context=known)
    except ValidationError as error:
        raise ScenarioError(problems_of(error, before)) from None
    if problems := list(_same_ids(made, before)):
        raise ScenarioError(problems)
    if not any(one.queue for one in made.friction):
        return made
    # Figures of casework are heavy, and few scenarios name a queue.
    from monazite.shock.scenarios.queues import with_queues  # noqa: PLC0415

    return with_queues(made, folder, before.get(("friction",), 0))


def read_file(path: Path) -> Scenario:
    """The scenario of a file; InputError field "scenario" where it cannot be opened."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        accepted = "the path of a YAML file in UTF-8, or the id of a packaged scenario"
        raise InputError("scenario", str(path), accepted) from None
    return read(text, path.parent)


def names() -> tuple[str, ...]:
    """The ids of the packaged scenarios, by the day on which they start."""
    found = [packaged(name) for name in _ids()]
    return tuple(one.id for one in sorted(found, key=lambda one: (one.starts, one.id)))


@cache
def packaged(name: str) -> Scenario:
    """A packaged scenario by its id; InputError field "scenario" names the nearest."""
    if name not in _ids():
        raise unknown("scenario", name, f"one of {', '.join(_ids())}", _ids())
    return read_file(_PACKAGED / f"{name}.yaml")


def schema() -> Mapping[str, Any]:
    """The JSON Schema of a scenario (2020-12), made from the classes; closed."""
    made = Scenario.model_json_schema()
    every = set(made["required"])
    made["properties"][EXTENDS] = {"enum": list(_ids())}
    made["required"] = [name for name in made["required"] if name not in _TAKEN]
    whole = [name for name in _TAKEN if name in every]
    return {"$schema": _DIALECT, **made, "anyOf": [{"required": whole}, {"required": [EXTENDS]}]}


def _ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _PACKAGED.glob("*.yaml")))


def _whole(found: object) -> Extended:
    """The document with what it takes from a packaged scenario."""
    if not isinstance(found, dict) or EXTENDS not in found:
        return Extended(found, {})
    name = str(found[EXTENDS])
    if name not in _ids():
        raise ScenarioError([Problem(EXTENDS, name, EXTENDS, {"known": near(name, _ids())})])
    text = (_PACKAGED / f"{name}.yaml").read_text(encoding="utf-8")
    return extended(found, _whole(texts(text)).document)


def _same_ids(made: Scenario, before: Mapping[Place, int]) -> Iterator[Problem]:
    """Ids that a licence or a rule takes from another; before: entries of another file, by list."""
    ids = {"licences": [x.id for x in made.licences], "beyond": [x.id for x in made.beyond]}
    rows = [
        (number - before.get((name,), 0), name, taken)
        for name, every in ids.items()
        for number, taken in enumerate(every)
    ]
    seen: set[str] = set()
    # What another file says comes first: the problem is of one's own.
    for place, name, taken in sorted(rows, key=lambda row: row[0] >= 0):
        if taken in seen:
            yield Problem(f"{name}[{place}].id", taken, "same_id", {})
        seen.add(taken)


def _own(found: object) -> tuple[str, ...]:
    """The ids of the scenario's own licensing rules, as far as its shape lets them be read."""
    lists = [found.get(key, ()) for key in _OWN] if isinstance(found, dict) else []
    rows = [row for one in lists if isinstance(one, list | tuple) for row in one]
    return tuple(str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row)
