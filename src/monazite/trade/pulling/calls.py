"""Calls of the UN Comtrade API: what is asked, cut to what one answer may hold.

Limits of the publisher (uncomtrade.org/docs/subscriptions): without a key the preview gives 500
records, one period and one product a call; with a free key 500 calls a day of up to 100,000 records
each. A call names at most 12 periods, and an address has at most 4,096 characters.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may ask for, and how often.

    Attributes:
        records: an answer with as many is taken as cut off, and asked again in halves.
        periods: in one call.
        codes: in one call.
        calls_a_day: counted by the manifest of the folder, in UTC.
        seconds_between: two calls.
    """

    records: int
    periods: int
    codes: int
    calls_a_day: int
    seconds_between: float


FREE_KEY = Limits(records=100_000, periods=12, codes=100, calls_a_day=500, seconds_between=1.0)
PREVIEW = Limits(records=500, periods=1, codes=1, calls_a_day=500, seconds_between=1.0)


@dataclass(frozen=True, slots=True)
class Call:
    """One request: final data on goods under the Harmonized System as each reporter gave it.

    Attributes:
        frequency: A or M.
        flows: X, M, RX or RM.
        periods: YYYY or YYYYMM.
        reporters: Comtrade's numbers of the reporters; none asks for all.
        codes: six digits.
    """

    frequency: str
    flows: tuple[str, ...]
    periods: tuple[str, ...]
    reporters: tuple[str, ...]
    codes: tuple[str, ...]

    def query(self, records: int) -> str:
        """The path and parameters.

        The second partner, the mode of transport and the customs procedure are pinned to their
        totals: without that, each flow comes again in every breakdown.
        """
        lists = {
            "reporterCode": self.reporters,
            "period": self.periods,
            "cmdCode": self.codes,
            "flowCode": self.flows,
        }
        asked = {name: ",".join(values) for name, values in lists.items() if values}
        pinned = {"partner2Code": "0", "motCode": "0", "customsCode": "C00"}
        fixed = {"maxRecords": str(records), "format": "JSON", "includeDesc": "false"}
        return f"C/{self.frequency}/HS?{urlencode({**asked, **pinned, **fixed}, safe=',')}"

    def name(self) -> str:
        """A name that is the same for the same question."""
        said = "|".join(
            [self.frequency, *map(",".join, (self.flows, self.periods, self.reporters, self.codes))]
        )
        return f"comtrade-{hashlib.sha256(said.encode()).hexdigest()[:16]}"

    def halves(self) -> tuple[Call, Call] | None:
        """Two calls that together ask the same; None where nothing is left to halve."""
        for field in ("periods", "codes", "reporters", "flows"):
            values = getattr(self, field)
            if len(values) > 1:
                middle = len(values) // 2
                first, second = values[:middle], values[middle:]
                return replace(self, **{field: first}), replace(self, **{field: second})
        return None


def plan(
    frequency: str,
    flows: Sequence[str],
    periods: Sequence[str],
    reporters: Sequence[str],
    codes: Sequence[str],
    limits: Limits,
) -> list[Call]:
    """The calls that ask for all of it, each within the limits; the same plan every time."""
    return [
        Call(frequency, tuple(flows), some_periods, tuple(reporters), some_codes)
        for some_codes, some_periods in product(
            _groups(codes, limits.codes), list(_groups(periods, limits.periods))
        )
    ]


def _groups(values: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(values), size):
        yield tuple(values[start : start + size])
