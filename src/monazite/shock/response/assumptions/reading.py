"""Reading assumptions: every problem at once, each with its path in the file."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from monazite.catalogue.words import nearest
from monazite.chain.figures import SPREAD
from monazite.chain.stages import STAGES
from monazite.errors import InputError, MonaziteError
from monazite.law.strict_yaml import read as strict
from monazite.shock.parameters.parameters import Words
from monazite.shock.response.assumptions.assumptions import (
    Assumptions,
    Line,
    Number,
    Programme,
    Term,
)
from monazite.shock.scenarios.vocabulary import sectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HERE = Path(__file__).parent
PACKAGED = tuple(sorted((path.stem for path in _HERE.glob("*.yaml")), reverse=True))
"""Names of the packaged sets, the newest first."""
_LINE = ("capex", "extra", "build", "permit", "most")
_PROGRAMME = ("share", "ready", "cost")
_PARTS = {
    "finished": ("times", "lost", "ready", "arranging"),
    "stores": ("premium", "holding", "size"),
    "money": ("growth", "discount", "restocking", "life"),
}
_TERMS = {*_LINE, *_PROGRAMME, "floor", *(name for part in _PARTS.values() for name in part)}
_AT_MOST_ONE = {"share", "lost", "growth", "discount"}


class AssumptionsError(MonaziteError):
    """A file of assumptions that cannot be used; every problem with its path."""

    def __init__(self, problems: Iterable[InputError]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def packaged(name: str = PACKAGED[0]) -> Assumptions:
    """A packaged set, the newest unless another is named; InputError field "assumptions"."""
    if name not in PACKAGED:
        raise InputError("assumptions", name, f"one of {', '.join(PACKAGED)}")
    return parse((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def parse(text: str) -> Assumptions:
    """The assumptions in a YAML text; AssumptionsError with all that is wrong in it."""
    try:
        document = strict(text)
    except yaml.YAMLError as error:
        raise AssumptionsError([InputError("file", None, f"YAML; {error}")]) from error
    reader = _Reader()
    found = reader.document(document)
    if reader.problems:
        raise AssumptionsError(reader.problems)
    return found


class _Reader:
    """Reads on after a problem, with something in its place."""

    def __init__(self) -> None:
        self.problems: list[InputError] = []

    def document(self, given: object) -> Assumptions:
        whole = self.mapping(given, "file")
        lists = ("plants", "recycling", "floors", "programmes")
        self.members(whole, "", {"name", "date", "terms", *lists, *_PARTS})
        terms = self.mapping(whole.get("terms"), "terms")
        self.members(terms, "terms.", _TERMS)
        return Assumptions(
            self.text(whole.get("name"), "name"),
            self.text(whole.get("date"), "date"),
            {name: self.term(terms[name], f"terms.{name}") for name in terms},
            self.lines(whole.get("plants"), "plants", _LINE),
            self.lines(whole.get("recycling"), "recycling", _LINE),
            self.lines(whole.get("floors"), "floors", ("floor",)),
            self.programmes(whole.get("programmes")),
            *(self.part(whole.get(name), name) for name in _PARTS),
        )

    def part(self, given: object, name: str) -> Mapping[str, Number]:
        return self.numbers(self.mapping(given, name), f"{name}.", _PARTS[name], ())

    def lines(self, given: object, path: str, names: tuple[str, ...]) -> tuple[Line, ...]:
        own = ("stage", "materials", "what")
        return tuple(
            Line(
                self.one_of(one.get("stage"), f"{at}stage", STAGES),
                tuple(map(str, self.sequence(one.get("materials"), f"{at}materials"))),
                self.words(one.get("what"), f"{at}what"),
                self.numbers(one, at, names, own),
            )
            for at, one in self.entries(given, path)
        )

    def programmes(self, given: object) -> tuple[Programme, ...]:
        return tuple(
            Programme(
                self.one_of(one.get("sector"), f"{at}sector", sectors()),
                self.words(one.get("what"), f"{at}what"),
                self.numbers(one, at, _PROGRAMME, ("sector", "what")),
            )
            for at, one in self.entries(given, "programmes")
        )

    def entries(self, given: object, path: str) -> Iterable[tuple[str, dict[str, Any]]]:
        for at, one in enumerate(self.sequence(given, path)):
            yield f"{path}[{at}].", self.mapping(one, f"{path}[{at}]")

    def numbers(
        self, given: dict[str, Any], at: str, names: tuple[str, ...], own: tuple[str, ...]
    ) -> Mapping[str, Number]:
        self.members(given, at, {*names, *own})
        return {name: self.one(given[name], f"{at}{name}") for name in names if name in given}

    def one(self, given: object, path: str) -> Number:
        told = self.mapping(given, path)
        self.members(told, f"{path}.", set(Number._fields))
        value, most = told.get("value"), 1.0 if path.rpartition(".")[2] in _AT_MOST_ONE else None
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            self.say(f"{path}.value", value, "a number")
            value = 0.0
        elif value < 0 or (most is not None and value > most):
            self.say(f"{path}.value", value, "0 to 1" if most else "0 or more")
        confidence = self.one_of(told.get("confidence"), f"{path}.confidence", SPREAD)
        return Number(float(value), self.text(told.get("source"), f"{path}.source"), confidence)

    def term(self, given: object, path: str) -> Term:
        told = self.mapping(given, path)
        self.members(told, f"{path}.", {"en", "zh", "unit"})
        words = Words(*(self.text(told.get(lang), f"{path}.{lang}") for lang in Words._fields))
        return Term(words, self.text(told.get("unit"), f"{path}.unit"))

    def words(self, given: object, path: str) -> Words:
        told = self.mapping(given, path)
        return Words(*(self.text(told.get(lang), f"{path}.{lang}") for lang in Words._fields))

    def one_of(self, given: object, path: str, known: Iterable[str]) -> str:
        found = self.text(given, path)
        if found and found not in known:
            self.say(path, found, f"one of {', '.join(known)}")
        return found

    def members(self, given: dict[str, Any], at: str, names: set[str]) -> None:
        for name in sorted(names - given.keys()):
            self.say(f"{at}{name}", None, "a value: it is missing")
        for name in sorted(given.keys() - names):
            self.say(f"{at}{name}", name, " or ".join(nearest(name, names)) or "no such entry")

    def mapping(self, given: object, path: str) -> dict[str, Any]:
        if isinstance(given, dict):
            return given
        self.say(path, given, "names with values")
        return {}

    def sequence(self, given: object, path: str) -> list[Any]:
        if isinstance(given, list):
            return given
        self.say(path, given, "a list")
        return []

    def text(self, given: object, path: str) -> str:
        if isinstance(given, str) and given.strip():
            return given.strip()
        self.say(path, given, "text; quote what would be read as a number or a date")
        return ""

    def say(self, path: str, given: object, accepted: str) -> None:
        """What is missing is said once, though no number or text is there either."""
        if all(one.field != path for one in self.problems):
            self.problems.append(InputError(path, given, accepted))
