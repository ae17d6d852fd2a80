"""The form as a JSON Schema: a document that fits it has no finding of shape or length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.licensing.fields import choices, sections

if TYPE_CHECKING:
    from monazite.licensing.fields import Field, Section

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_JSON_TYPES = {"count": ["string", "integer", "null"], "yes_no": ["string", "boolean", "null"]}
_TEXT = ["string", "null"]
_EXAMPLES = {
    "date": ["2026-12-01"],
    "decimal": ["1250.5"],
    "count": ["12"],
    "share": ["0.3", "30 %"],
    "yes_no": ["yes", "no"],
    "country": ["JP", "Japan"],
}


def schema() -> dict[str, Any]:
    """The JSON Schema of the form document (2020-12), made from the table of its fields."""
    return {
        "$schema": DIALECT,
        "title": "Application form",
        "description": "What was typed; every field is text. Decimals are text, never numbers.",
        **_closed({name: _section(each) for name, each in sections().items()}),
        "type": "object",
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "additionalProperties": False, "properties": properties}


def _section(section: Section) -> dict[str, Any]:
    record = _closed({each.name: _field(each) for each in section.fields})
    title = section.title("en")
    if not section.many:
        return {"title": title, **record}
    return {"title": title, "type": ["array", "null"], "maxItems": section.most, "items": record}


def _field(field: Field) -> dict[str, Any]:
    examples = list(choices(field)) or _EXAMPLES.get(field.type)
    return {
        "title": field.label("en"),
        "description": field.help("en"),
        "type": _JSON_TYPES.get(field.type, _TEXT),
        "maxLength": field.limit,
        **({"examples": examples} if examples else {}),
    }
