"""What is wrong with a scenario: where in its file, what stands there, and what is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Problem(NamedTuple):
    """One thing that cannot be used as it stands.

    path: where, as `friction[2].granted`; value: what stands there; code: of the texts
    `shock.problem.CODE` (what is wrong) and `shock.accepted.CODE`, which take value and `told`.
    """

    path: str
    value: str
    code: str
    told: Mapping[str, str]

    def wrong(self, lang: str) -> str:
        """What is wrong."""
        return say(f"shock.problem.{self.code}", lang, value=self.value, **self.told)

    def accepted(self, lang: str) -> str:
        """What is accepted instead."""
        told = {**self.told}
        if "known" in told:
            between = say("chain.pictures.between", lang)
            every = told["known"] if lang == "en" else told["known"].replace(" or ", between)
            told["known"] = every.replace(", ", between)
        return say(f"shock.accepted.{self.code}", lang, value=self.value, **told)

    def message(self, lang: str) -> str:
        """Path, what is wrong and what is accepted, as one sentence."""
        where = {"path": self.path or "scenario"}
        said = {"wrong": self.wrong(lang), "accepted": self.accepted(lang)}
        return say("shock.problem", lang, **where, **said)

    def document(self, lang: str) -> dict[str, str]:
        """The problem as one JSON object."""
        return {
            "path": self.path, "value": self.value, "code": self.code,
            "wrong": self.wrong(lang), "accepted": self.accepted(lang),
        }  # fmt: skip


class ScenarioError(MonaziteError):
    """A scenario that cannot be run; holds every problem found, and nothing of it was done."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.message("en") for problem in self.problems))
