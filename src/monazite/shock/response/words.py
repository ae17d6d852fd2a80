"""How policies, steps, portfolios and what binds are written in an answer to a planner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.wording import listed, rounded
from monazite.chain.stages import STAGES
from monazite.shock.pictures.wording import amount as tonnes
from monazite.shock.pictures.wording import capital, goods, percent, user
from monazite.shock.response.setting import WAYS

if TYPE_CHECKING:
    from monazite.shock.response.results import Binding, Chance, Response, Step

LEAST = 0.05
"""Million US$: what is less reads as nothing."""
_CENTS = 2
_NAMED = ("plants", "offtake", "recycling")
"""Policies whose steps are called by the name of a project, where they are of one."""


def way(name: str, lang: str) -> str:
    """A kind of policy."""
    return say(f"shock.respond.way.{name}", lang)


def portfolio(name: str, lang: str) -> str:
    """What is compared by regret: a policy alone, nothing, or the plan."""
    if name in WAYS:
        return say("shock.respond.portfolio.alone", lang, way=way(name, lang))
    return say(f"shock.respond.portfolio.{name}", lang)


def millions(value: float) -> str:
    """Millions of US$ as a number: whole from a hundred up, tenths of a million the least."""
    shown = 0.0 if abs(value) < LEAST else value
    return tonnes(shown if abs(shown) >= 1 else round(shown, 1)).replace("-", "−")


def money(value: float, lang: str) -> str:
    """Millions of US$."""
    return say("shock.respond.money", lang, amount=millions(value))


def dollars(value: float) -> str:
    """US$ as a number, cents the least."""
    return rounded(round(value, _CENTS) or 0.0).replace("-", "−")


def places(found: Response, lang: str) -> str:
    """Whose losses count."""
    return listed([words.country(one, lang) for one in found.countries], lang)


def titled(one: Chance, lang: str) -> str:
    """The title of a future with how likely it is."""
    told = {"title": one.title[lang], "part": percent(one.probability)}
    return say("shock.respond.picture.regret.part", lang, **told)


def titles(found: Response, lang: str) -> dict[str, str]:
    """The titles of the futures by their names."""
    return {one.future: one.title[lang] for one in found.futures}


def chances(found: Response) -> dict[str, float]:
    """How likely each future is."""
    return {one.future: one.probability for one in found.futures}


def what(name: str, lang: str) -> str:
    """A good ("Dy/refining"), in few words, or a sector."""
    material, _, stage = name.partition("/")
    if stage not in STAGES:
        return user(name, None, lang)
    return say(f"shock.respond.good.{stage}", lang, material=goods(material, lang))


def step(one: Step, lang: str) -> str:
    """What a step is about, without how much of it."""
    told = {
        "what": what(one.what, lang), "country": words.country(one.country, lang),
        "sector": user(one.sector, None, lang) if one.sector else "", "name": one.name or "",
    }  # fmt: skip
    named = ".named" if one.name and one.project and one.way in _NAMED else ""
    return say(f"shock.respond.step.{one.way}{named}", lang, **told)


def amount(value: float, unit: str, lang: str) -> str:
    """How much of a step."""
    shown = percent(value) if unit == "part" else tonnes(value)
    return say(f"shock.respond.unit.{unit}", lang, amount=shown)


def ready(one: Step, lang: str) -> str:
    """From when on a step helps."""
    return one.ready or say("shock.respond.at_once", lang)


def budget(found: Response, lang: str) -> str:
    """The budget in the words of a headline."""
    if found.budget_musd is None:
        return say("shock.respond.headline.no_budget", lang)
    return say("shock.respond.headline.budget", lang, budget=millions(found.budget_musd))


def bound(one: Binding, lang: str) -> str:
    """What binds."""
    country = words.country(one.country, lang) if one.country else ""
    about = what(one.what, lang) if one.what else ""
    return capital(say(f"shock.respond.bound.{one.kind}", lang, what=about, country=country))
