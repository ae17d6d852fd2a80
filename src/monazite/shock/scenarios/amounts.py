"""Numbers in the fields of a scenario: amounts, shares, weeks, and parameters that it fixes."""

from __future__ import annotations

import math
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import core_schema

from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.scenarios.vocabulary import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_PER_CENT = 100.0
MOST_WEEKS = 1040
"""The longest run: twenty years."""
MOST_TIMES = 100.0
"""What use, capacity, throughput and duties are multiplied by at most."""
_MOST_REVIEW, _MOST_TONNES = 520.0, 1e9
_AS_TEXT = {"type": "string", "pattern": r"^[0-9.]+ ?%?$"}
"""Numbers of a file are texts until they are read."""


def _within(most: float, value: object) -> float:
    found = read(value)
    if found is None or not 0 <= found <= most:
        raise refuse("number", most=f"{most:,.0f}")
    return found


def _share(value: object) -> float:
    found = read(value)
    if found is None or not 0 <= found <= 1:
        raise refuse("share")
    return found


def read(value: object) -> float | None:
    """A number, or a percentage with its sign; None where it is neither."""
    text = str(value).strip()
    try:
        found = float(text.removesuffix("%")) / (_PER_CENT if text.endswith("%") else 1.0)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _weeks(value: object) -> int:
    text = str(value).strip()
    if not text.isdecimal() or not 0 < int(text) <= MOST_WEEKS:
        raise refuse("weeks", most=str(MOST_WEEKS))
    return int(text)


@cache
def _ranges() -> Mapping[str, tuple[float, float]]:
    """The range of every parameter, as the packaged file has it."""
    return {row.knob: (row.least, row.most) for row in parameters().rows}


def _assumed(knob: str, value: object) -> float:
    found, (least, most) = read(value), _ranges()[knob]
    if found is None or not least <= found <= most:
        raise refuse("assumed", least=f"{least:g}", most=f"{most:g}")
    return found


def _amount(most: float) -> tuple[BeforeValidator, WithJsonSchema]:
    number = {"type": "number", "minimum": 0, "maximum": most}
    return BeforeValidator(partial(_within, most)), WithJsonSchema({"anyOf": [number, _AS_TEXT]})


class _ByKnob:
    """A mapping from knobs to numbers, each within the range of its parameter."""

    def __get_pydantic_core_schema__(self, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Each knob with its own check, so that a problem has the path `assume.NAME`."""
        fields = {
            knob: core_schema.typed_dict_field(
                handler.generate_schema(_one_of(knob)), required=False
            )
            for knob in Knobs._fields
        }
        return core_schema.typed_dict_schema(fields, extra_behavior="forbid")


def _one_of(knob: str) -> Any:  # noqa: ANN401 - a type that is made when it runs
    checked = BeforeValidator(partial(_assumed, knob))
    return Annotated[float, checked, WithJsonSchema({"anyOf": [{"type": "number"}, _AS_TEXT]})]


Times = Annotated[float, *_amount(MOST_TIMES)]
"""Times what it was; a fraction of the price."""
ReviewWeeks = Annotated[float, *_amount(_MOST_REVIEW)]
Tonnes = Annotated[float, *_amount(_MOST_TONNES)]
Share = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, _AS_TEXT]}),
]
Weeks = Annotated[
    int,
    BeforeValidator(_weeks),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, _AS_TEXT]}),
]
Assumed = Annotated[dict[str, float], _ByKnob()]
