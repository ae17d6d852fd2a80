"""What must be said and was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.customs import fields
from monazite.customs.declared import EXAMPLE
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.customs.context import Context
    from monazite.customs.fields import Field
    from monazite.customs.findings import Finding

_PARTIES = ("exporter", "consignee")
"""Who must be named whatever the goods are; the end user of controlled goods besides."""


def missing(context: Context) -> Iterator[Finding]:
    """Every field without which no declaration can be lodged."""
    yield from _missing(context, context.declaration, fields.TOP, "", "top")
    for role in _PARTIES:
        party = getattr(context.declaration, role)
        if not party.name and not party.name_native:
            yield from _said(context, f"{role}.name", f"{role}.name")
    for path, item, _ in context.each():
        yield from _missing(context, item, fields.ITEM, f"{path}.", "item")


def items(context: Context) -> Iterator[Finding]:
    """A declaration is of something."""
    if not context.declaration.items and "items" not in context.unread:
        yield context.finding("items.none", "items")


def example(context: Context) -> Iterator[Finding]:
    """The example of a template is no shipment."""
    if context.declaration.reference == EXAMPLE:
        yield context.finding("reference.example", "reference", reference=EXAMPLE)


def draws(context: Context) -> Iterator[Finding]:
    """What comes from a batch says how much."""
    for path, item, _ in context.each():
        for n, draw in enumerate(item.draws):
            if draw.mass_kg is None:
                yield from _said(context, f"{path}.draws[{n}].mass_kg", "item.mass_kg")


def _missing(
    context: Context, said: object, names: Mapping[str, Field], path: str, group: str
) -> Iterator[Finding]:
    for name, field in names.items():
        if field.needed and getattr(said, name) is None:
            yield from _said(context, f"{path}{name}", f"{group}.{name}")


def _said(context: Context, path: str, name: str) -> Iterator[Finding]:
    """What stands there and cannot be read is not missing."""
    if path not in context.unread and path.partition(".")[0] not in context.unread:
        yield context.finding("field.missing", path, field=Term(f"customs.field.{name}"))


CHECKS = (missing, items, example, draws)
