"""The scenario that a command names: a packaged one or a file, for its materials and weeks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from monazite.cli.output import BAD_INPUT, print_json

if TYPE_CHECKING:
    from monazite.cli.shock_options import Ways
    from monazite.shock.scenarios.problems import ScenarioError
    from monazite.shock.scenarios.schema import Scenario

_FILES = (".yaml", ".yml")


def opened(name: str, materials: str | None, weeks: int | None, ways: Ways) -> Scenario:
    """The scenario, with these materials and weeks where they are given.

    What is wrong with a file is said problem by problem, and ends the command with exit code 2.
    """
    from pathlib import Path

    from monazite.shock.scenarios.problems import ScenarioError
    from monazite.shock.scenarios.reading import packaged, read_file

    file = Path(name)
    try:
        found = read_file(file) if _is_file(file) else packaged(name)
    except ScenarioError as error:
        refuse(error, ways)
    return _patched(found, materials, weeks)


def _is_file(path: object) -> bool:
    from pathlib import Path

    return isinstance(path, Path) and (path.suffix.casefold() in _FILES or len(path.parts) > 1)


def _patched(found: Scenario, materials: str | None, weeks: int | None) -> Scenario:
    from monazite.errors import InputError
    from monazite.shock.scenarios.words import MOST_WEEKS

    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        raise InputError("weeks", weeks, f"a whole number from 1 to {MOST_WEEKS:,}")
    changed: dict[str, object] = {}
    if weeks is not None:
        changed["weeks"] = weeks
    if materials is not None:
        changed["scope"] = _scope(materials)
    return found.model_copy(update=changed)


def _scope(materials: str) -> tuple[str, ...]:
    """Names with commas between them; InputError field "materials" for one that no model has."""
    from monazite.catalogue.words import unknown
    from monazite.errors import InputError
    from monazite.shock.scenarios.vocabulary import FAMILIES
    from monazite.shock.scenarios.vocabulary import materials as known

    names = tuple(one.strip() for one in materials.split(",") if one.strip())
    accepted = ", ".join(every := (*FAMILIES, *known()))
    for name in names:
        if name not in every:
            raise unknown("materials", name, f"some of {accepted}", every)
    if not names:
        raise InputError("materials", None, f"some of {accepted}")
    return names


def refuse(error: ScenarioError, ways: Ways) -> NoReturn:
    """Say every problem of a scenario, and end with exit code 2."""
    first = error.problems[0]
    if ways.json:
        told = {"field": first.path, "value": first.value, "accepted": first.accepted(ways.lang)}
        problems = [one.document(ways.lang) for one in error.problems]
        print_json({"error": told, "problems": problems})
    else:
        from monazite.catalogue.words import visible

        for one in error.problems:
            sys.stderr.write(visible(one.message(ways.lang)) + "\n")
    sys.exit(BAD_INPUT)
