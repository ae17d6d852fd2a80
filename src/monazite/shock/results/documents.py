"""Results as JSON, and the schemas of their shapes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from monazite.catalogue.words import unknown
from monazite.shock.response.results import Response
from monazite.shock.results.comparison import Comparison
from monazite.shock.results.outcome import Outcome
from monazite.shock.results.sensitivities import Sensitivities
from monazite.shock.sweeps.swept import Swept
from monazite.shock.validation.documents import Validation

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]
Result = Outcome | Comparison | Sensitivities | Validation | Response | Swept
RESULTS: Mapping[str, type[Result]] = {
    "outcome": Outcome,
    "comparison": Comparison,
    "sensitivities": Sensitivities,
    "validation": Validation,
    "response": Response,
    "swept": Swept,
}
"""The results whose documents have a schema."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document(found: Result) -> Json:
    """The result as one JSON object; what is not known is null."""
    return dict(_adapter(type(found).__name__.lower()).dump_python(found, mode="json"))


def schema(name: str) -> Json:
    """JSON Schema (draft 2020-12) of a kind of result; no member that it does not name.

    InputError field "result" for another name.
    """
    if name not in RESULTS:
        raise unknown("result", name, f"one of {', '.join(RESULTS)}", RESULTS)
    found = _adapter(name).json_schema(mode="serialization")
    for shape in (found, *found["$defs"].values()):
        shape["additionalProperties"] = False
    return {"$schema": _DIALECT, **found}


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(RESULTS[name])
