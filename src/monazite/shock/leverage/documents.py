"""Tables of leverage as JSON, and the schemas of their shapes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from monazite.catalogue.words import unknown
from monazite.shock.leverage.results import Comparison, Leverage
from monazite.shock.leverage.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping

Result = Leverage | Comparison | View
RESULTS: Mapping[str, type[Result]] = {
    "leverage": Leverage,
    "packages": Comparison,
    "view": View,
}
"""The results whose documents have a schema."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document(found: Result) -> dict[str, Any]:
    """The result as one JSON object; what is not known has a reason in the place of a band."""
    name = next(name for name, kind in RESULTS.items() if isinstance(found, kind))
    return dict(_adapter(name).dump_python(found, mode="json"))


def schema(name: str) -> dict[str, Any]:
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
