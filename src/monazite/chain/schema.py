"""The JSON shapes of results, as JSON Schema (draft 2020-12), read from the classes themselves."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from monazite.catalogue.words import unknown
from monazite.chain import by_sector, figures, notes, problems, rungs, standing
from monazite.chain.chokepoint import chokepoint, suppliers, weighted
from monazite.chain.exposures import bands, cover, grounds, groups, left_out, values
from monazite.chain.network import nodes
from monazite.chain.notes import Note
from monazite.chain.problems import Problem
from monazite.chain.profiles import Profile
from monazite.chain.standing import Standing
from monazite.chain.worlds import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODULES = (
    bands, by_sector, chokepoint, cover, figures, grounds, groups, left_out, nodes, notes, problems,
    rungs, standing, suppliers, values, weighted,
)  # fmt: skip
_NAMES: Mapping[str, Any] = {
    "Gap": Gap,
    "Mapping": Mapping,
    **{
        name: each for one in _MODULES for name, each in vars(one).items() if isinstance(each, type)
    },
}
RESULTS: Mapping[str, type] = {
    "profile": Profile,
    "exposure": values.Exposure,
    "chokepoint": chokepoint.Chokepoint,
    "standing": standing.Standing,
    "gap": Gap,
    "suppliers": suppliers.Suppliers,
}
"""The results whose documents have a schema; a company and a product are standings."""
_PLAIN: Mapping[object, str] = {str: "string", int: "integer", bool: "boolean", type(None): "null"}
_SAID = {
    "wrong": str, "remedy": str, "file": str, "row": int, "field": str, "value": str, "code": str,
}  # fmt: skip


def schema(name: str) -> Json:
    """The schema of one kind of result (`RESULTS`); InputError field "result" for another name."""
    if name not in RESULTS:
        raise unknown("result", name, f"one of {', '.join(RESULTS)}", RESULTS)
    found: Json = {}
    _object(RESULTS[name], found)
    return {"$schema": _DIALECT, "$ref": f"#/$defs/{RESULTS[name].__name__}", "$defs": found}


def _object(of: type, found: Json) -> Json:
    """A reference to a class, whose members are put among the definitions once."""
    if of.__name__ not in found:
        found[of.__name__] = {}
        members = {name: _of(hint, found) for name, hint in _members(of)}
        found[of.__name__] = {
            "type": "object", "properties": members, "required": sorted(members),
            "additionalProperties": False,
        }  # fmt: skip
    return {"$ref": f"#/$defs/{of.__name__}"}


def _members(of: type) -> Iterator[tuple[str, Any]]:
    """What `documents.document` says of an object of the class, with its type."""
    if of is Problem:
        yield from _SAID.items()
        return
    hints = get_type_hints(of, localns=dict(_NAMES))
    names = [one.name for one in fields(of)] if is_dataclass(of) else of._fields  # type: ignore[attr-defined]
    yield from ((name, hints[name]) for name in names)
    if of is Note:
        yield "text", str
    if of is Standing:
        yield "partial", bool


def _of(hint: Any, found: Json) -> Json:  # noqa: ANN401 - a type, or what stands for several
    if hint is float:
        # What has no end, such as a stock that nothing draws on, is null.
        return {"type": ["number", "null"]}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    inner = get_args(hint)
    if get_origin(hint) in {types.UnionType, Union}:
        return {"anyOf": [_of(one, found) for one in inner]}
    if get_origin(hint) is tuple and inner[-1] is not Ellipsis:
        parts = [_of(one, found) for one in inner]
        return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(inner[0], found)}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _of(inner[1], found)}
    return _object(hint, found)
