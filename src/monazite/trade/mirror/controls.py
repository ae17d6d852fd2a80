"""Controls: the dates from which a country restricts the export of a code, given by the caller.

Trade knows no law: what was controlled from when, and to whom, comes as these values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - a field of a dataclass that callers read

from monazite.errors import InputError

_YEAR = 12
_HS_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Control:
    """A restriction of exports: its name, codes (six digits), exporter, target and first day.

    Countries are ISO3; `target` is None where the control knows no one destination.

    Raises:
        InputError: field "codes", for none or for one that has not six digits.
    """

    name: str
    codes: tuple[str, ...]
    exporter: str
    target: str | None
    date: date

    def __post_init__(self) -> None:
        wrong = [code for code in self.codes if len(code) != _HS_DIGITS or not code.isdecimal()]
        if wrong or not self.codes:
            raise InputError("codes", ", ".join(wrong), "codes of six digits, such as 811292")

    @property
    def since(self) -> str:
        """From its first day on, as a period without an end: 2024-12-03.."""
        return f"{self.date.isoformat()}.."

    @property
    def first_month(self) -> int:
        """The first month that lies wholly under the control, counted from the year 0."""
        return self.date.year * _YEAR + self.date.month - (1 if self.date.day == 1 else 0)

    @property
    def last_month_before(self) -> int:
        """The last month that lies wholly before the control."""
        return self.date.year * _YEAR + self.date.month - 2

    @property
    def first_year(self) -> int:
        """The first year that lies wholly under the control."""
        new_year = (self.date.month, self.date.day) == (1, 1)
        return self.date.year if new_year else self.date.year + 1

    @property
    def last_year_before(self) -> int:
        """The last year that lies wholly before the control."""
        return self.date.year - 1


def month_number(period: str) -> int | None:
    """A month such as 2024-12 counted from the year 0; None for joined months."""
    if "/" in period or ".." in period:
        return None
    return int(period[:4]) * _YEAR + int(period[5:7]) - 1
