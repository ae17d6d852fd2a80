"""Reference numbers: CN-2026-000123, counted in the transaction that uses them."""

from __future__ import annotations

from monazite.desk import sql

# One statement makes the row, counts and answers: two filings can neither get the same number nor
# leave one out, and the row is held from here to the commit and no longer.
_COUNT = (
    "INSERT INTO applications_sequence (name, last) VALUES (%s, 1) ON CONFLICT (name)"
    " DO UPDATE SET last = applications_sequence.last + 1 RETURNING last"
)


def next_reference(regime: str, year: int) -> str:
    """The next number of the regime and year; call inside the filing's transaction."""
    return next_number(f"{regime}-{year}")


def next_number(name: str) -> str:
    """The next number of a sequence, its name before it; call in the transaction that uses it."""
    ((number,),) = sql.rows(_COUNT, [name])
    return f"{name}-{number:06}"
