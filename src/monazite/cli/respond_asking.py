"""From the words of a command to a planner's question, and to its answer."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import TYPE_CHECKING, Any, NoReturn

from monazite.catalogue.texts import say
from monazite.cli.output import BAD_INPUT, complaint, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.cli.shock_options import Ways
    from monazite.shock.response.ask import Ask
    from monazite.shock.response.ask_problems import AskError
    from monazite.shock.response.results import Response
    from monazite.shock.scenarios.schema import Scenario

_CALM = "calm"
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed; None where nothing was."""

    scenario: str | None
    countries: str | None
    budget: float | None
    first: str | None
    months: int | None
    futures: list[str] | None
    ways: str | None
    whole: bool
    cap: str | None
    serve: list[str] | None
    tail: float | None
    regions: int | None
    draws: int | None
    seed: int | None
    projects: list[Path] | None
    plan: Path | None

    @property
    def beside(self) -> list[str]:
        """What was typed beside --plan."""
        names = {"countries": "--for", "first": "--from", "futures": "--future",
                 "scenario": "SCENARIO"}  # fmt: skip
        typed = [name for name in self.__slots__ if name != "plan" and getattr(self, name)]
        return [names.get(name, f"--{name}") for name in typed]


def asked(words: Words, ways: Ways) -> Ask:
    """The question; every problem of it is said, and ends the command with exit code 2.

    InputError of an option whose text cannot be read.
    """
    from monazite.cli.shock_scenario import refuse
    from monazite.shock.response.ask_problems import AskError
    from monazite.shock.scenarios.problems import ScenarioError

    try:
        return _of_file(words, ways.lang) if words.plan else _of_words(words, ways)
    except AskError as error:
        refuse_all(error, ways)
    except ScenarioError as error:
        refuse(error, ways)


def answered(ask: Ask, ways: Ways) -> Response:
    """The answer, with what is being done on stderr."""
    from monazite.cli.shock_projects import refuse_file
    from monazite.cli.shock_scenario import refuse
    from monazite.cli.trade_progress import Progress
    from monazite.shock.projects.reading import ProjectsError
    from monazite.shock.response import asking
    from monazite.shock.scenarios.problems import ScenarioError

    with Progress(ways.lang, quiet=ways.json) as progress:

        def told(stage: str, share: float, whole: float | None) -> None:
            done, total = int(share), None if whole is None else int(whole)
            # A log gets a line for each stage, a person the seconds as they go.
            key = f"{stage}.seconds" if total is None and sys.stderr.isatty() and done else stage
            if stage == "regret" and total and done < total:
                key = f"{stage}.of"
            said = say(
                f"shock.respond.stage.{key}", ways.lang, done=done, number=done + 1, total=total
            )
            progress(said, done, total)

        try:
            return asking.respond(ask, told=told)
        except ProjectsError as error:
            refuse_file(error, ways)
        except ScenarioError as error:
            refuse(error, ways)


def refuse_all(error: AskError, ways: Ways) -> NoReturn:
    """Say every problem of a question, and end with exit code 2."""
    told = [_in_words(one, ways.lang) for one in error.problems]
    if ways.json:
        problems = [one.document() for one in told]
        print_json({"error": problems[0], "problems": problems})
    else:
        for one in told:
            sys.stderr.write("\n  ".join(complaint(one, ways.lang)) + "\n")
    sys.exit(BAD_INPUT)


def _in_words(error: InputError, lang: str) -> InputError:
    """A word that is no country is told with those near it, by their names in the language."""
    from monazite.shock.pictures.wording import listed
    from monazite.shock.response.ask_problems import COUNTRY, near_countries

    if error.code != COUNTRY:
        return error
    close = listed(near_countries(error.value, lang), lang)
    key = "near" if close else "country"
    return InputError(
        error.field, error.value, say(f"shock.respond.accepted.{key}", lang, near=close)
    )


def _of_file(words: Words, lang: str) -> Ask:
    from monazite.shock.response.asked import read_file

    assert words.plan is not None  # noqa: S101 - asked for only where it is
    ask = read_file(words.plan)  # first: a file that is not there is the worse problem
    if words.beside:
        known = ", ".join(words.beside)
        raise InputError("plan", words.plan, say("shock.respond.accepted.plan", lang, known=known))
    return ask


def _of_words(words: Words, ways: Ways) -> Ask:
    from monazite.cli.shock_scenario import opened
    from monazite.shock.response.ask import Ask

    lang = ways.lang
    if words.scenario is None:
        raise InputError("scenario", None, say("shock.respond.accepted.scenario", lang))
    if words.countries is None:
        raise InputError("for", None, say("shock.respond.accepted.for", lang))
    given: dict[str, Any] = {
        "first": None if words.first is None else _month(words.first, lang),
        "months": words.months,
        "ways": None if words.ways is None else frozenset(_listed(words.ways)),
        "whole": words.whole,
        "cap": None if words.cap is None else _share(words.cap, lang),
        "serve": None if words.serve is None else _serve(words.serve, lang),
        "tail_weight": words.tail,
        "regions": words.regions,
        "draws": words.draws,
        "seed": words.seed,
        "projects": None if words.projects is None else tuple(words.projects),
    }
    return Ask(
        countries=_listed(words.countries),
        futures=_futures(opened(words.scenario, None, None, ways), words.futures or [], ways),
        budget_musd=inf if words.budget is None else words.budget,
        **{name: value for name, value in given.items() if value is not None},
    )


def _futures(first: Scenario, others: list[str], ways: Ways) -> tuple[tuple[Scenario, float], ...]:
    """The first has what is left of 1; what is said of a calm is nobody's."""
    from monazite.cli.shock_scenario import opened

    given = dict(_future(text, ways.lang) for text in others)
    said = ", ".join(text.strip() for text in others)
    if len(given) < len(others):
        raise InputError("future", said, say("shock.respond.accepted.future_once", ways.lang))
    left = 1 - sum(given.values())
    if left <= _ROUNDING:
        raise InputError("future", said, say("shock.respond.accepted.future_sum", ways.lang))
    found = [(opened(name, None, None, ways), p) for name, p in given.items() if name != _CALM]
    return ((first, left), *found)


def _future(text: str, lang: str) -> tuple[str, float]:
    """A scenario, or calm, and how likely it is."""
    from monazite.shock.scenarios.amounts import read

    name, _, said = text.rpartition("=")
    probability = read(said)
    if not name.strip() or probability is None:
        raise InputError("future", text, say("shock.respond.accepted.future", lang))
    if not 0 < probability < 1:
        raise InputError("future", text, say("shock.respond.accepted.future_odds", lang))
    return name.strip(), probability


def _serve(parts: list[str], lang: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        sector, _, months = part.partition("=")
        if not (sector.strip() and months.strip().isdecimal()):
            raise InputError("serve", part, say("shock.respond.accepted.serve", lang))
        found[sector.strip()] = int(months)
    return found


def _share(text: str, lang: str) -> float:
    """A share: 65%, 65 % or .65."""
    from monazite.shock.scenarios.amounts import read

    value = read(text)
    if value is None:
        raise InputError("cap", text, say("shock.respond.accepted.cap", lang))
    return value


def _month(text: str, lang: str) -> date:
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        raise InputError("from", text, say("shock.respond.accepted.from", lang)) from None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())
