"""Read a sweep's spec: of a file, of a text, or one of the packaged ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from monazite.catalogue.words import unknown
from monazite.errors import InputError
from monazite.shock.runs.draws import MOST as MOST_DRAWS
from monazite.shock.scenarios import reading
from monazite.shock.scenarios.problems import Problem, ScenarioError
from monazite.shock.scenarios.refusals import problems_of
from monazite.shock.scenarios.texts import texts
from monazite.shock.scenarios.vocabulary import near
from monazite.shock.sweeps import points
from monazite.shock.sweeps.axes import Axes
from monazite.shock.sweeps.documents import document
from monazite.shock.sweeps.refusing import refusal
from monazite.shock.sweeps.schema import File
from monazite.shock.sweeps.spec import MOST, MOST_VARIATIONS, Spec

if TYPE_CHECKING:
    from monazite.shock.scenarios.schema import Scenario

_PACKAGED = Path(__file__).parent / "packaged"
_FILES = (".yaml", ".yml")
_MOST_SEED = 2**32 - 1


def read(text: str, folder: Path) -> Spec:
    """The sweep of a YAML text; folder: of the scenario's file, where it names one.

    Raises:
        ScenarioError: with every problem of the spec, or of the scenario's own file.
    """
    return spec(texts(text), folder)


def read_file(path: Path) -> Spec:
    """The sweep of a file; raises as `read`, and InputError field "spec" for none to be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise refusal("spec", path, "spec", known=", ".join(names())) from None
    return read(text, path.parent)


@cache
def packaged(name: str) -> Spec:
    """A packaged sweep by its name; InputError field "spec" names the nearest."""
    if name not in names():
        raise unknown("spec", name, f"one of {', '.join(names())}", names())
    return read_file(_PACKAGED / f"{name}.yaml")


def names() -> tuple[str, ...]:
    """The names of the packaged sweeps."""
    return tuple(sorted(path.stem for path in _PACKAGED.glob("*.yaml")))


def spec(found: object, folder: Path) -> Spec:
    """The sweep of a mapping such as a YAML text gives; raises as `read`."""
    try:
        file = File.model_validate(found)
    except ValidationError as error:
        raise ScenarioError(problems_of(error, {}, File)) from None
    scenario = _scenario(file.scenario, folder)
    axes = Axes(scenario, document(scenario), folder, sampled=file.sample is not None)
    for number, one in enumerate(file.vary):
        axes.add(one, f"vary[{number}]")
    problems = axes.problems
    if not file.vary:
        problems.append(Problem("vary", "", "missing", {}))
    draws = _whole("draws", file.draws, (1, MOST_DRAWS), problems)
    seed = _whole("seed", file.seed, (0, _MOST_SEED), problems)
    made = _points(file, axes, problems)
    if len(made) * draws > MOST:
        problems.append(
            Problem("draws", f"{len(made) * draws:,}", "sweep_many", {"most": f"{MOST:,}"})
        )
    if problems:
        raise ScenarioError(problems)
    title = file.title or scenario.title
    kind: Literal["grid", "sample"] = "sample" if file.sample else "grid"
    return Spec(scenario, (title.en, title.zh), tuple(axes.paths), made, kind, draws, seed)


def _points(file: File, axes: Axes, problems: list[Problem]) -> tuple[points.Point, ...]:
    if file.sample is not None:
        most = min(MOST_VARIATIONS, MOST_DRAWS)
        number = _whole("sample.points", file.sample.points, (1, most), problems)
        seed = _whole("sample.seed", file.sample.seed, (0, _MOST_SEED), problems)
        return () if problems else points.sampled(axes.spans, number, seed)
    number = 1
    for values in axes.values:
        number *= len(values)
    if number > MOST_VARIATIONS:
        told = {"most": f"{MOST_VARIATIONS:,}"}
        problems.append(Problem("vary", f"{number:,}", "sweep_many", told))
    return () if problems else points.grid(axes.values)


def _scenario(name: str, folder: Path) -> Scenario:
    """A packaged scenario, or that of a file beside the spec."""
    file = Path(name)
    known = reading.names()
    if name in known:
        return reading.packaged(name)
    if file.suffix.casefold() not in _FILES:
        raise ScenarioError(
            [Problem("scenario", name, "sweep_scenario", {"known": near(name, known)})]
        )
    try:
        return reading.read_file(folder / file)
    except InputError:
        told = {"known": near(file.stem, known)}
        raise ScenarioError([Problem("scenario", name, "sweep_scenario", told)]) from None


def _whole(path: str, text: str, within: tuple[int, int], problems: list[Problem]) -> int:
    """A whole number; where it is none, or out of bounds, a problem and the least."""
    least, most = within
    words = text.strip()
    if words.isdecimal() and len(words) <= len(str(most)) and least <= int(words) <= most:
        return int(words)
    told = {"least": f"{least:,}", "most": f"{most:,}"}
    problems.append(Problem(path, text, "sweep_whole", told))
    return least
