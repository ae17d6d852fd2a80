"""Projects as JSON objects and as rows of a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.shock.projects.columns import COLUMNS
from monazite.shock.projects.output import output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.projects.project import Project

TABLE = (*COLUMNS, "capex_musd", "usd_per_unit", "rate_row", "also")
"""The columns of the table: those of a file that can be read again, and what was added."""


def row(one: Project) -> Mapping[str, object]:
    """A project as a row of the table; what nobody says is an empty cell."""
    capex = one.capex
    return {
        **{name: getattr(one, name, None) for name in COLUMNS},
        "contains": "; ".join(
            f"{name}={(share * 100).normalize():f}%" for name, share in one.holds.items()
        ),
        "on": one.on.isoformat(),
        "capex_m": None if capex is None else capex.amount_m,
        "currency": "" if capex is None else capex.currency,
        "capex_musd": one.capex_musd,
        "usd_per_unit": None if capex is None else capex.rate,
        "rate_row": "" if capex is None else capex.rate_row,
        "also": " ".join(one.also),
    }


def document(one: Project, lang: str) -> dict[str, Any]:
    """A project as one JSON object, with what it puts out by good, or why that is not known."""
    made = output(one)
    plain = {name: _plain(value) for name, value in row(one).items()}
    return plain | {
        "key": one.key,
        "contains": {name: float(share) for name, share in one.holds.items()},
        "also": list(one.also),
        "output_t": {f"{good.material}/{good.stage}": float(t) for good, t in made.tonnes.items()},
        "output_rows": list(made.rows),
        "output_unknown": made.why or None,
        "output_unknown_text": say(f"shock.projects.why.{made.why}", lang) if made.why else None,
    }


def _plain(value: object) -> object:
    """A number as JSON has it, and nothing for an empty text."""
    if isinstance(value, Decimal):
        return float(value)
    return None if value == "" else value
