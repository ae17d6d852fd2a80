"""What varies, path by path, each value tried on the scenario before anything is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.shock.scenarios.problems import Problem, ScenarioError
from monazite.shock.scenarios.reading import scenario
from monazite.shock.sweeps.paths import PathError, changed, check
from monazite.shock.sweeps.points import Span, span, spread
from monazite.shock.sweeps.spec import MOST_VARIATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.shock.scenarios.schema import Scenario
    from monazite.shock.sweeps.points import Point
    from monazite.shock.sweeps.schema import Vary

_NAMES = {"unknown_key", "knob"}
"""Problems of the path, not of a value."""


class Axes:
    """Reads on after a problem; sampled: points are drawn, so that no number of them is said."""

    def __init__(
        self, base: Scenario, document: Mapping[str, Any], folder: Path, *, sampled: bool
    ) -> None:
        self._base, self._document, self._folder = base, document, folder
        self._sampled = sampled
        self.paths: list[str] = []
        self.values: list[Point] = []
        self.spans: list[Point | Span] = []
        self.problems: list[Problem] = []

    def add(self, one: Vary, at: str) -> None:
        """Take up a path with its values; at: its place in the file."""
        if one.path in self.paths:
            self._say(f"{at}.path", one.path, "sweep_twice")
            return
        try:
            check(self._document, one.path)
        except PathError as error:
            self._say(f"{at}.path", one.path, "sweep_path", known=error.known)
            return
        found = self._along(one, at)
        if found is None:
            return
        for place, value in _tried(found, one, at):
            self._try(one.path, value, place, at)
        self.paths.append(one.path)
        self.spans.append(found)
        self.values.append(() if isinstance(found, Span) else found)

    def _along(self, one: Vary, at: str) -> Point | Span | None:
        ends = (one.from_, one.to)
        if one.values and ends == (None, None) and one.number is None:
            return one.values
        if one.values or one.from_ is None or one.to is None:
            self._say(at, one.path, "sweep_values")
            return None
        found = span(one.from_, one.to)
        if found is None:
            self._say(f"{at}.to", one.to, "sweep_span", first=one.from_)
            return None
        if self._sampled:
            if one.number is not None:
                self._say(f"{at}.number", one.number, "sweep_unasked")
            return found
        words = (one.number or "").strip()
        if not words.isdecimal() or not 0 < int(words) <= MOST_VARIATIONS:
            told = {"least": "1", "most": f"{MOST_VARIATIONS:,}"}
            self._say(f"{at}.number", words, "sweep_whole", **told)
            return None
        return spread(found, int(words))

    def _try(self, path: str, value: str, place: str, at: str) -> None:
        """Every problem of the scenario that this value alone would make, each once."""
        try:
            varied(self._document, {path: value}, self._folder)
        except ScenarioError as error:
            for one in error.problems:
                named = one.code in _NAMES
                told = one._replace(
                    path=f"{at}.path" if named else place, value=path if named else one.value
                )
                if told not in self.problems:
                    self.problems.append(told)

    def _say(self, place: str, value: str, code: str, **told: str) -> None:
        self.problems.append(Problem(place, value, code, told))


def _tried(found: Point | Span, one: Vary, at: str) -> list[tuple[str, str]]:
    """Values with their places in the file: of a span its ends."""
    if one.values:
        return [(f"{at}.values[{n}]", value) for n, value in enumerate(one.values)]
    ends = (found.at(0.0), found.at(1.0)) if isinstance(found, Span) else (found[0], found[-1])
    return [(f"{at}.from", ends[0]), (f"{at}.to", ends[1])]


def varied(document: Mapping[str, Any], values: Mapping[str, str], folder: Path) -> Scenario:
    """The scenario of a document with other values; ScenarioError where they do not fit."""
    return scenario(changed(document, values), folder)
