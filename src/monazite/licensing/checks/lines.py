"""What is to leave, as numbers: quantity, unit, net mass, value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.licensing.masses import KG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.application import Line
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

# Forms that are weighed; the others are counted.
_WEIGHED = frozenset(
    {"ore", "concentrate", "oxide", "compound", "metal", "alloy", "powder", "scrap"}
)
_COUNTED = frozenset({"target", "crystal", "component", "equipment", "technology"})


def some_line(context: Context) -> Iterator[Finding]:
    """An application is for something."""
    if not context.application.lines and not context.unread("lines"):
        yield context.finding("line.none", "lines")


def more_than_nothing(context: Context) -> Iterator[Finding]:
    """Quantity, mass and value are above zero."""
    for n, line in enumerate(context.application.lines):
        for field in ("quantity", "mass_kg", "value"):
            amount = getattr(line, field)
            if amount is not None and amount <= 0:
                code = f"line.{field}_not_positive"
                yield context.finding(code, f"lines[{n}].{field}", value=f"{amount:f}")


def unit_fits_form(context: Context) -> Iterator[Finding]:
    """Material is weighed, pieces are counted."""
    for n, line in enumerate(context.application.lines):
        weighed = line.unit in KG
        wrong = line.form in _COUNTED if weighed else line.unit and line.form in _WEIGHED
        if wrong:
            yield context.finding(
                "line.unit_unlike_form",
                f"lines[{n}].unit",
                unit=Term(f"licensing.choice.unit.{line.unit}"),
                form=Term(f"licensing.choice.form.{line.form}"),
            )


def mass_is_quantity(context: Context) -> Iterator[Finding]:
    """What is weighed has one mass."""
    for n, line in enumerate(context.application.lines):
        if line.unit in KG and line.quantity is not None and line.mass_kg is not None:
            mass = line.quantity * KG[line.unit]
            if mass != line.mass_kg:
                path = f"lines[{n}].mass_kg"
                stated = f"{line.mass_kg:f}"
                yield context.finding(
                    "line.mass_unlike_quantity", path, mass=stated, quantity=f"{mass.normalize():f}"
                )


def one_line_each(context: Context) -> Iterator[Finding]:
    """The same item stands in one line."""
    seen: dict[tuple[object, ...], int] = {}
    for n, line in enumerate(context.application.lines):
        first = seen.setdefault(_same(line), n)
        if first != n and line.description:
            numbers = {"first": str(first + 1), "second": str(n + 1)}
            yield context.finding("line.twice", f"lines[{n}]", **numbers)


def _same(line: Line) -> tuple[object, ...]:
    return line.description, line.form, line.contains, line.hs, line.control_code, line.parameters


CHECKS = (some_line, more_than_nothing, unit_fits_form, mass_is_quantity, one_line_each)
