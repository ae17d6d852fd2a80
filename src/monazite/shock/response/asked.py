"""A planner's question in a YAML file: the names of the options, every problem at once."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

import yaml

from monazite.catalogue.words import nearest
from monazite.errors import InputError
from monazite.law.dates import first_day
from monazite.law.strict_yaml import read as strict
from monazite.shock.response.ask import Ask
from monazite.shock.response.ask_problems import AskError
from monazite.shock.response.setting import WAYS
from monazite.shock.scenarios.amounts import read as amount
from monazite.shock.scenarios.reading import names, packaged
from monazite.shock.scenarios.reading import read_file as read_scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from monazite.shock.scenarios.schema import Scenario

_KEYS = (
    "for", "futures", "scope", "from", "months", "budget", "ways", "whole", "cap", "serve", "tail",
    "others", "growth", "regions", "draws", "seed", "projects",
)  # fmt: skip


def read_file(path: Path) -> Ask:
    """The question of a file; InputError field "plan" where it cannot be opened.

    AskError with every problem of it, ScenarioError with those of a scenario's file.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError("plan", str(path), "the path of a YAML file in UTF-8") from None
    return read(text, path.parent)


def read(text: str, folder: Path) -> Ask:
    """The question of a YAML text; folder: of the files that it names; raises as `read_file`."""
    try:
        found = strict(text)
    except yaml.YAMLError as error:
        raise AskError([InputError("plan", None, f"YAML; {error}")]) from None
    reader = _Reader(folder)
    told = reader.keywords(found)
    if reader.problems:
        raise AskError(reader.problems)
    return Ask(**told)


class _Reader:
    """Keywords of `Ask` out of a document; what cannot be read becomes a problem and is left."""

    def __init__(self, folder: Path) -> None:
        self.problems: list[InputError] = []
        self.folder = folder

    def keywords(self, found: object) -> dict[str, Any]:
        if not isinstance(found, dict):
            self.say("plan", found, f"names with values: {', '.join(_KEYS)}")
            return {}
        for name in found.keys() - set(_KEYS):
            self.say(name, found[name], " or ".join(nearest(name, _KEYS)) or ", ".join(_KEYS))
        for name in ("for", "futures", "budget"):
            if name not in found:
                self.say(name, None, "a value: it is missing")
        told: dict[str, Any] = {}
        for name, (keyword, made) in self.makers().items():
            if name in found:
                told[keyword] = made(found[name], name)
        return told | self.cap(found.get("cap")) | self.tail(found.get("tail"))

    def makers(self) -> Mapping[str, tuple[str, Callable[[object, str], Any]]]:
        """By key the keyword of `Ask`, and what makes its value."""
        return {
            "for": ("countries", self.texts),
            "futures": ("futures", self.futures),
            "scope": ("scope", self.texts),
            "from": ("first", self.day),
            "months": ("months", self.whole),
            "budget": ("budget_musd", self.number),
            "ways": ("ways", self.ways),
            "whole": ("whole", self.choice),
            "serve": ("serve", self.serve),
            "others": ("others", self.share),
            "growth": ("growth", self.share),
            "regions": ("regions", self.whole),
            "draws": ("draws", self.whole),
            "seed": ("seed", self.whole),
            "projects": ("projects", self.files),
        }

    def futures(self, given: object, path: str) -> tuple[tuple[Scenario, float], ...]:
        found = []
        for number, one in enumerate(given if isinstance(given, list) else []):
            at = f"{path}[{number}]"
            if not isinstance(one, dict) or set(one) - {"scenario", "probability"}:
                self.say(at, one, "scenario and probability")
                continue
            scenario = self.scenario(one.get("scenario"), f"{at}.scenario")
            odds = self.share(one.get("probability", 1.0), f"{at}.probability")
            if scenario is not None:
                found.append((scenario, odds))
        if not isinstance(given, list):
            self.say(path, given, "a list of scenarios with their probabilities")
        return tuple(found)

    def scenario(self, given: object, path: str) -> Scenario | None:
        """Packaged, or of a file beside this one."""
        name = str(given)
        try:
            return packaged(name) if name in names() else read_scenario(self.folder / name)
        except InputError:
            accepted = f"the path of a scenario's file, or one of {', '.join(names())}"
            self.say(path, given, accepted)
            return None

    def cap(self, given: object) -> dict[str, Any]:
        told = given if isinstance(given, dict) else {"share": given}
        if given is None:
            return {}
        if unknown := set(told) - {"share", "from"}:
            self.say(f"cap.{min(unknown)}", told[min(unknown)], "share or from")
        found: dict[str, Any] = {"cap": self.share(told.get("share"), "cap")}
        if "from" in told:
            found["cap_from"] = self.day(told["from"], "cap.from")
        return found

    def tail(self, given: object) -> dict[str, Any]:
        if given is None:
            return {}
        if not isinstance(given, dict) or set(given) - {"weight", "part"}:
            self.say("tail", given, "weight and part")
            return {}
        named = {"weight": ("tail_weight", self.number), "part": ("tail", self.share)}
        made = {key: (*named[key], value) for key, value in given.items()}
        return {name: read(value, f"tail.{key}") for key, (name, read, value) in made.items()}

    def serve(self, given: object, path: str) -> dict[str, int]:
        if not isinstance(given, dict):
            self.say(path, given, "sectors with months, as {defence: 12}")
            return {}
        return {sector: self.whole(value, f"{path}.{sector}") for sector, value in given.items()}

    def ways(self, given: object, path: str) -> frozenset[str]:
        found = frozenset(self.texts(given, path))
        for way in sorted(found - set(WAYS)):
            self.say(path, way, f"one of {', '.join(WAYS)}")
        return found

    def day(self, given: object, path: str) -> date | None:
        try:
            return given if isinstance(given, date) else first_day(str(given))
        except (ValueError, AttributeError):
            self.say(path, given, 'a month or a day as "2027-01"')
            return None

    def files(self, given: object, path: str) -> tuple[Path, ...]:
        return tuple(self.folder / one for one in self.texts(given, path))

    def texts(self, given: object, path: str) -> tuple[str, ...]:
        listed = given if isinstance(given, list) else [given]
        if not all(isinstance(one, str) and one.strip() for one in listed):
            self.say(path, given, "words, as [JPN, EU]")
            return ()
        return tuple(listed)

    def number(self, given: object, path: str) -> float:
        if isinstance(given, int | float) and not isinstance(given, bool) and isfinite(given):
            return float(given)
        self.say(path, given, "a number")
        return 0.0

    def share(self, given: object, path: str) -> float:
        """As in scenarios: .65, 65% or 65 %."""
        found = None if isinstance(given, bool) else amount(given)
        if found is None:
            self.say(path, given, "a share, as 65% or .65")
            return 1.0
        return found

    def whole(self, given: object, path: str) -> int:
        if isinstance(given, int) and not isinstance(given, bool):
            return given
        self.say(path, given, "a whole number")
        return 0

    def choice(self, given: object, path: str) -> bool:
        if isinstance(given, bool):
            return given
        self.say(path, given, "true or false")
        return False

    def say(self, path: str, given: object, accepted: str) -> None:
        self.problems.append(InputError(path, given, accepted))
