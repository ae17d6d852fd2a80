"""The form as a table: what an application is asked."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from monazite.desk.api.shapes.base import QueryShape, Shape


class ChoiceShape(Shape):
    """A code that a choice offers, and its name."""

    value: str
    label: str


class FieldShape(Shape):
    """One field; limit in characters; kinds: the licences that ask for it, all where empty."""

    name: str
    type: str
    limit: int
    unit: str | None
    kinds: list[str]
    asked: Literal["always", "sometimes", "optional"]
    label: str
    help: str
    choices: list[ChoiceShape]


class SectionShape(Shape):
    """One record of the form, or a list of at most so many."""

    name: str
    many: bool
    most: int
    title: str
    fields: list[FieldShape]


class FormTableShape(Shape):
    """Every field of the form, and the form as a JSON schema."""

    sections: list[SectionShape]
    json_schema: dict[str, Any]


class TemplateQuery(QueryShape):
    """For which regime."""

    regime: Literal["CN", "generic"] = Field("CN", description="The regime that is asked.")
