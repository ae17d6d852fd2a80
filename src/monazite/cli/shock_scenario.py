"""The scenario that a command names: a packaged one or a file, for its materials and weeks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from monazite.cli.output import BAD_INPUT, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.cli.shock_options import Ways
    from monazite.errors import InputError
    from monazite.shock.scenarios.problems import ScenarioError
    from monazite.shock.scenarios.schema import Scenario

_FILES = (".yaml", ".yml")
_IN_A_FOLDER = 2
"""Parts of a path that names a folder too."""


def titled(asked: Scenario, lang: str) -> str:
    """The title of a scenario in the language."""
    return str(getattr(asked.title, lang))


def opened(name: str, materials: str | None, weeks: int | None, ways: Ways) -> Scenario:
    """The scenario, with these materials and weeks where they are given.

    What is wrong with a file is said problem by problem, and ends the command with exit code 2.
    InputError field "scenario", "weeks" or "materials".
    """
    from monazite.shock.scenarios.problems import ScenarioError

    try:
        found = _found(name, ways.lang)
    except ScenarioError as error:
        refuse(error, ways)
    changed: dict[str, object] = {}
    if weeks is not None:
        changed["weeks"] = _weeks(weeks, ways.lang)
    if materials is not None:
        changed["scope"] = _scope(materials, ways.lang)
    return found.model_copy(update=changed)


def _found(name: str, lang: str) -> Scenario:
    from monazite.errors import InputError
    from monazite.shock.scenarios.reading import names, packaged, read_file

    file = Path(name)
    if file.suffix.casefold() not in _FILES and len(file.parts) < _IN_A_FOLDER:
        if name not in names():
            raise _wrong("scenario", name, lang, known=_near(name, names(), lang))
        return packaged(name)
    try:
        return read_file(file)
    except InputError:
        raise _wrong("file", name, lang) from None


def drawable(draws: int, seed: int, lang: str) -> None:
    """InputError field "draws" or "seed" where nothing can be drawn so."""
    from monazite.shock.runs.draws import MOST

    if not 0 < draws <= MOST:
        raise _wrong("draws", draws, lang, most=f"{MOST:,}")
    if seed < 0:
        raise _wrong("seed", seed, lang)


def sensible(points: int, most: int, lang: str) -> None:
    """InputError field "points" where parts of a variance would be chance, or cannot be drawn."""
    from monazite.shock.asking import LEAST_POINTS

    if not LEAST_POINTS <= points <= most:
        raise _wrong("points", points, lang, least=str(LEAST_POINTS), most=f"{most:,}")


def _weeks(weeks: int, lang: str) -> int:
    from monazite.shock.scenarios.amounts import MOST_WEEKS

    if not 1 <= weeks <= MOST_WEEKS:
        raise _wrong("weeks", weeks, lang, most=f"{MOST_WEEKS:,}")
    return weeks


def _scope(materials: str, lang: str) -> tuple[str, ...]:
    """Names with commas between them, each of some model."""
    from monazite.shock.scenarios.vocabulary import FAMILIES
    from monazite.shock.scenarios.vocabulary import materials as known

    names = tuple(one.strip() for one in materials.split(",") if one.strip())
    every = (*FAMILIES, *known())
    for name in names or ("",):
        if name not in every:
            raise _wrong("materials", name, lang, known=_near(name, every, lang))
    return names


def _near(name: str, every: Sequence[str], lang: str) -> str:
    """What is nearest to a name, in the punctuation of the language."""
    from monazite.shock.pictures.wording import listed
    from monazite.shock.scenarios.vocabulary import near

    return listed(near(name, every).split(", "), lang)


def _wrong(field: str, value: object, lang: str, **told: str) -> InputError:
    """The refusal of an argument in the reader's language: `shock.cli.accepted.FIELD`."""
    from monazite.catalogue.texts import say
    from monazite.errors import InputError

    named = "scenario" if field == "file" else field
    return InputError(named, value, say(f"shock.cli.accepted.{field}", lang, **told))


def refuse(error: ScenarioError, ways: Ways, file: str | None = None) -> NoReturn:
    """Say every problem of a scenario, and end with exit code 2.

    file: in which, where several are read.
    """
    first = error.problems[0]
    if ways.json:
        told = {"field": first.path, "value": first.value, "accepted": first.accepted(ways.lang)}
        problems = [one.document(ways.lang) for one in error.problems]
        if file is not None:
            told["file"] = file
        print_json({"error": told, "problems": problems})
    else:
        from monazite.catalogue.words import visible

        lead = "" if file is None else f"{file}: "
        for one in error.problems:
            sys.stderr.write(visible(lead + one.message(ways.lang)) + "\n")
    sys.exit(BAD_INPUT)
