"""The form as JSON: text as typed, made from `monazite.licensing.fields`.

Refused are only keys that the form does not have and values of another JSON type, numbers where
a decimal is asked among them (12.1 + 0.2 is not 12.3 in every program); what a text says is a
matter of findings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final

from pydantic import AfterValidator, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from monazite.desk.api.shapes.base import Shape
from monazite.desk.applications.typed.storable import TEXT_MAX
from monazite.licensing.fields import Field, Section, sections

_WHOLE_MAX: Final = 10**15 - 1
_TEXT: Final = {"type": "string", "maxLength": TEXT_MAX, "pattern": "^[^\\u0000]*$"}


def _text(value: object) -> object:
    if value is None or (isinstance(value, str) and storable_text(value)):
        return value
    raise PydanticCustomError("text", "text")


def _decimal(value: object) -> object:
    if isinstance(value, int | float):
        raise PydanticCustomError("decimal", "a number as text")
    return _text(value)


def _count(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # to JSON 12.0 is the integer 12
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _WHOLE_MAX:
        return value
    return _decimal(value)


def _yes_no(value: object) -> object:
    return value if isinstance(value, bool) else _text(value)


def storable_text(value: str) -> bool:
    """Whether a database gives it back as it was: no NUL, no halves of characters, not endless."""
    try:
        return len(value) <= TEXT_MAX and "\0" not in value and bool(value.encode() or True)
    except UnicodeEncodeError:
        return False


_WHOLE = {"type": "integer", "minimum": -_WHOLE_MAX, "maximum": _WHOLE_MAX}
_KINDS: Final = {
    "decimal": (_decimal, ()),
    "share": (_decimal, ()),
    "count": (_count, (_WHOLE,)),
    "yes_no": (_yes_no, ({"type": "boolean"},)),
}


def leaf_check(kind: str) -> Callable[[object], object]:
    """Gives a value of a field of this type back, or raises what pydantic understands."""
    return _KINDS.get(kind, (_text, ()))[0]


def leaf_schema(kind: str) -> dict[str, Any]:
    """The JSON schema of a value of a field of this type."""
    others = _KINDS.get(kind, (_text, ()))[1]
    return {"anyOf": [_TEXT, *others, {"type": "null"}]}


def _leaf(field: Field) -> Any:  # noqa: ANN401 - an annotation, made here
    return Annotated[
        Any, AfterValidator(leaf_check(field.type)), WithJsonSchema(leaf_schema(field.type))
    ]


def _record(section: Section) -> Any:  # noqa: ANN401 - a model, made here
    name = "Form" + "".join(word.capitalize() for word in section.name.split("_"))
    fields: dict[str, Any] = {field.name: (_leaf(field), None) for field in section.fields}
    doc = f"A row of {section.name}." if section.many else f"The section {section.name}."
    return create_model(name, __base__=Shape, __doc__=doc, **fields)


def _whole() -> type[Shape]:
    fields: dict[str, Any] = {}
    for name, section in sections().items():
        record = _record(section)
        fields[name] = (list[record], []) if section.many else (record, None)  # type: ignore[valid-type]
    doc = "An application as typed: every value is text; nothing needs to be there."
    return create_model("Form", __base__=Shape, __doc__=doc, **fields)


FormShape = _whole()
"""The form; `typed` gives it back as it came."""


def typed(form: Shape) -> dict[str, Any]:
    """What was typed and nothing more."""
    return form.model_dump(exclude_unset=True)
