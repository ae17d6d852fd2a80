"""Reading a file of parameters: every problem at once, each with its path in the file."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from monazite.catalogue.words import nearest
from monazite.chain.figures import SPREAD
from monazite.errors import InputError, MonaziteError
from monazite.law.strict_yaml import read as strict
from monazite.shock.parameters.distributions import KINDS, Distribution, Fixed, span, wrong
from monazite.shock.parameters.limits import LIMITS
from monazite.shock.parameters.parameters import Calibration, Parameter, Parameters, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_HERE = Path(__file__).parent
PACKAGED = tuple(sorted((path.stem for path in _HERE.glob("*.yaml")), reverse=True))
"""Names of the packaged sets, the newest first."""
_OWN = {"what", "unit", "range", "source", "confidence"}
_STANDING = {"fitted", "assumed"}
_TWO = 2
_CHOICES = KINDS.keys() | _STANDING


class ParametersError(MonaziteError):
    """A file of parameters that cannot be used; every problem with its path."""

    def __init__(self, problems: Iterable[InputError]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def packaged(name: str = PACKAGED[0]) -> Parameters:
    """A packaged set, the newest unless another is named; InputError field "parameters"."""
    return parse(text_of(name))


def text_of(name: str = PACKAGED[0]) -> str:
    """The file of a packaged set as it is written; InputError field "parameters"."""
    if name not in PACKAGED:
        raise InputError("parameters", name, f"one of {', '.join(PACKAGED)}")
    return (_HERE / f"{name}.yaml").read_text(encoding="utf-8")


def parse(text: str) -> Parameters:
    """The parameters in a YAML text; ParametersError with all that is wrong in it."""
    try:
        document = strict(text)
    except yaml.YAMLError as error:
        raise ParametersError([InputError("file", None, f"YAML; {error}")]) from error
    reader = _Reader()
    found = reader.document(document)
    if reader.problems:
        raise ParametersError(reader.problems)
    return found


class _Reader:
    """Reads on after a problem, with something in its place."""

    def __init__(self) -> None:
        self.problems: list[InputError] = []

    def document(self, given: object) -> Parameters:
        whole = self.mapping(given, "file")
        self.members(whole, "file", {"name", "date", "calibration", "parameters"})
        rows = self.mapping(whole.get("parameters"), "parameters")
        self.members(rows, "parameters", set(LIMITS))
        found = (
            self.parameter(knob, self.mapping(rows[knob], f"parameters.{knob}"))
            for knob in LIMITS
            if knob in rows
        )
        return Parameters(
            self.text(whole.get("name"), "name"),
            self.text(whole.get("date"), "date"),
            self.calibration(self.mapping(whole.get("calibration"), "calibration")),
            tuple(found),
        )

    def calibration(self, given: dict[str, Any]) -> Calibration:
        self.members(given, "calibration", set(Calibration._fields))
        found = {n: self.number(given.get(n), f"calibration.{n}") for n in Calibration._fields}
        draws, waves, seed, plausible = (int(found[n]) for n in Calibration._fields[:-2])
        return Calibration(draws, waves, seed, plausible, found["best"], found["cut"])

    def parameter(self, knob: str, given: dict[str, Any]) -> Parameter:
        path = f"parameters.{knob}"
        self.members(given, path, _OWN | (given.keys() & _CHOICES))
        kind = self.one_of(given, path, set(KINDS))
        standing = self.one_of(given, path, _STANDING)
        least, most = self.range(given.get("range"), knob)
        distribution = self.distribution(given[kind], f"{path}.{kind}") if kind else Fixed(least)
        self.within(distribution, least, most, f"{path}.{kind}")
        confidence = self.text(given.get("confidence"), f"{path}.confidence")
        if confidence not in SPREAD:
            self.say(f"{path}.confidence", confidence, f"one of {', '.join(SPREAD)}")
        return Parameter(
            knob,
            self.words(given.get("what"), f"{path}.what"),
            distribution,
            self.text(given.get("unit"), f"{path}.unit"),
            least,
            most,
            self.text(given.get("source"), f"{path}.source"),
            confidence,
            standing == "fitted",
            self.words(given[standing], f"{path}.{standing}") if standing else Words("", ""),
        )

    def distribution(self, given: object, path: str) -> Distribution:
        made = KINDS[path.rpartition(".")[2]]
        numbers = self.mapping(given, path)
        self.members(numbers, path, set(made._fields))
        found = made(*(self.number(numbers.get(n), f"{path}.{n}") for n in made._fields))
        if mistake := wrong(found):
            name, accepted = mistake
            self.say(f"{path}.{name}", f"{getattr(found, name):g}", accepted)
        return found

    def range(self, given: object, knob: str) -> tuple[float, float]:
        path, (lowest, highest) = f"parameters.{knob}.range", LIMITS[knob]
        if not isinstance(given, list) or len(given) != _TWO:
            self.say(path, given, "two numbers, as [least, most]")
            return lowest, highest
        least, most = (self.number(each, path) for each in given)
        if not lowest <= least <= most <= highest:
            self.say(path, given, f"least <= most, both from {lowest:g} to {highest:g}")
        return least, most

    def within(self, found: Distribution, least: float, most: float, path: str) -> None:
        for number in sorted(set(span(found))):
            if not least <= number <= most:
                self.say(path, f"{number:g}", f"numbers within the range, {least:g} to {most:g}")

    def one_of(self, given: dict[str, Any], path: str, names: set[str]) -> str | None:
        """Which one of the names is there; None, and a problem, where not just one is."""
        found = sorted(names & given.keys())
        if len(found) == 1:
            return found[0]
        member = f"{path}.{found[1]}" if found else f"{path}.{'|'.join(sorted(names))}"
        self.say(member, ", ".join(found) or None, f"one of {', '.join(sorted(names))}")
        return None

    def members(self, given: dict[str, Any], path: str, names: set[str]) -> None:
        """Say which are missing, and which are not known."""
        inside = "" if path == "file" else f"{path}."
        for name in sorted(names - given.keys()):
            self.say(f"{inside}{name}", None, "a value: it is missing")
        for name in sorted(given.keys() - names):
            close = " or ".join(nearest(name, names)) or ", ".join(sorted(names))
            self.say(f"{inside}{name}", name, close)

    def mapping(self, given: object, path: str) -> dict[str, Any]:
        if isinstance(given, dict):
            return given
        self.say(path, given, "names with values")
        return {}

    def number(self, given: object, path: str) -> float:
        if isinstance(given, int | float) and not isinstance(given, bool) and isfinite(given):
            return float(given)
        self.say(path, given, "a number")
        return 1.0

    def text(self, given: object, path: str) -> str:
        if isinstance(given, str) and given.strip():
            return given.strip()
        self.say(path, given, "text; quote what would be read as a number or a date")
        return ""

    def words(self, given: object, path: str) -> Words:
        if isinstance(given, str):
            return Words(self.text(given, path), given.strip())
        both = self.mapping(given, path)
        return Words(*(self.text(both.get(lang), f"{path}.{lang}") for lang in Words._fields))

    def say(self, path: str, given: object, accepted: str) -> None:
        """What is missing is said once, though no number, text and range is there either."""
        if all(one.field != path for one in self.problems):
            self.problems.append(InputError(path, given, accepted))
