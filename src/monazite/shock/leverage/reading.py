"""Read levers and packages: of files, or the packaged ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.law.store import load
from monazite.shock.leverage.checking import lever_problems, package_problems, unknown_levers
from monazite.shock.leverage.schema import Lever, Package
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import scenario
from monazite.shock.scenarios.refusals import problems_of
from monazite.shock.scenarios.schema import Part
from monazite.shock.scenarios.texts import texts
from monazite.shock.scenarios.vocabulary import Known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.scenarios.problems import Problem

_PACKAGED = Path(__file__).parent / "packaged"
WEEKS = 104
"""How long a lever is followed where nothing else is asked; a run says its own length."""
_OF_SCENARIO = ("began", "scope", "patch")
"""Keys of a lever that make its scenario."""
_CODES = {"missing": "package_missing", "shape": "package_shape"}
Whole = TypeVar("Whole", bound=BaseModel)
Named = TypeVar("Named", Lever, Package)


class _Levers(Part):
    """A file of levers."""

    levers: tuple[Lever, ...]


@cache
def levers() -> tuple[Lever, ...]:
    """The packaged levers, by holder and in the order of their files."""
    files = sorted((_PACKAGED / "levers").glob("*.yaml"))
    return tuple(one for path in files for one in read_levers(path))


def lever(name: str) -> Lever:
    """A packaged lever by its id; InputError field "lever" names the nearest."""
    return _named("lever", name, {one.id: one for one in levers()})


@cache
def packages() -> tuple[Package, ...]:
    """The packaged packages, by the day on which they were agreed."""
    found = [read_package(path) for path in sorted((_PACKAGED / "packages").glob("*.yaml"))]
    return tuple(sorted(found, key=lambda one: (one.agreed, one.id)))


def package(name: str) -> Package:
    """A packaged package by its id; InputError field "package" names the nearest."""
    return _named("package", name, {one.id: one for one in packages()})


def read_levers(path: Path) -> tuple[Lever, ...]:
    """The levers of a file.

    Raises:
        InputError: field "levers": the file cannot be opened.
        ScenarioError: with every problem of the file.
    """
    document = texts(_text(path, "levers"))
    return tuple(_read(_Levers, _filled(document, path.parent)).levers)


def read_package(path: Path) -> Package:
    """The package of a file; raises as `read_levers`, field "package"."""
    document = texts(_text(path, "package"))
    try:
        found = _read(Package, _filled(document, path.parent))
    except ScenarioError as error:
        wrong = unknown_levers(document, [one.id for one in levers()])
        raise ScenarioError((*error.problems, *wrong)) from None
    if problems := tuple(package_problems(found, {one.id: one for one in levers()})):
        raise ScenarioError(problems)
    return found


def _text(path: Path, field: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        accepted = "the path of a YAML file in UTF-8, or the id of a packaged one"
        raise InputError(field, str(path), accepted) from None


def _filled(document: object, folder: Path) -> object:
    """The document with what its levers do made into scenarios."""
    if not isinstance(document, dict) or not isinstance(document.get("levers"), list):
        return document
    rows, problems = [], []
    for number, row in enumerate(document["levers"]):
        try:
            rows.append(_with_scenario(row, folder))
        except ScenarioError as error:
            problems += [_under(one, number) for one in error.problems]
    if problems:
        raise ScenarioError(problems)
    return {**document, "levers": rows}


def _with_scenario(row: object, folder: Path) -> object:
    if not isinstance(row, dict) or "patch" not in row:
        return row
    patch = row["patch"] if isinstance(row["patch"], dict) else {}
    own = {name: row[name] for name in ("id", "title", "sources", "scope") if name in row}
    head = {"summary": row.get("title"), "starts": row.get("began"), "weeks": str(WEEKS)}
    rest = {name: value for name, value in row.items() if name not in _OF_SCENARIO}
    return {**rest, "scenario": scenario({**own, **head, **patch}, folder)}


def _under(one: Problem, number: int) -> Problem:
    """A problem of a lever's scenario, where it stands in the file of levers."""
    top = one.path.partition(".")[0].partition("[")[0]
    own = {"starts": "began", "scope": "scope", "id": "id", "title": "title", "sources": "sources"}
    path = own.get(top, f"patch.{one.path}")
    return one._replace(path=f"levers[{number}].{path}")


def _read(kind: type[Whole], document: object) -> Whole:
    try:
        found = kind.model_validate(document, context=Known(tuple(load().measures), ()))
    except ValidationError as error:
        raise ScenarioError(map(_told, problems_of(error, {}, kind))) from None
    if problems := tuple(lever_problems(getattr(found, "levers", ()))):
        raise ScenarioError(problems)
    return found


def _told(one: Problem) -> Problem:
    """The same with the page that tells of packages, not that of scenarios."""
    return one._replace(code=_CODES.get(one.code, one.code))


def _named(field: str, name: str, known: Mapping[str, Named]) -> Named:
    if name not in known:
        raise unknown(field, name, f"one of {', '.join(known)}", known)
    return known[name]
