"""A scenario as the document that makes it, which is what variations change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from monazite.shock.scenarios.schema import Friction, Scenario
from monazite.shock.scenarios.vocabulary import Choice

_ANY = "*"


def document(scenario: Scenario) -> dict[str, Any]:
    """Keys, lists, texts and numbers that `scenarios.reading.scenario` makes the same again of.

    What a queue said stands in it by its numbers, so that no other file is needed.
    """
    found: dict[str, Any] = _plain(scenario)
    return found


def _plain(part: object) -> Any:  # noqa: ANN401 - a JSON document
    if isinstance(part, Choice):
        return _goods(part)
    if isinstance(part, BaseModel):
        return _members(part)
    if isinstance(part, Mapping):
        return {key: _plain(value) for key, value in part.items()}
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return part.isoformat() if isinstance(part, date) else part


def _members(part: BaseModel) -> dict[str, Any]:
    fields = type(part).model_fields
    return {
        field.alias or name: _plain(value)
        for name, field in fields.items()
        if (value := getattr(part, name)) is not None
        and not (isinstance(part, Friction) and name == "queue")
    }


def _goods(choice: Choice) -> str:
    """The word that means them: several alloys have one name, with a star only when it is read."""
    family = choice.material.removesuffix(_ANY) or _ANY
    return f"{family}/{choice.stage}"
