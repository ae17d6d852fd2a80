"""A lead: a pattern worth a look, with its reasons and with what else could explain it.

Beside it, what could not be computed, and why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Figure = Decimal | float | str | None
Kind = Literal["orphan", "ghost", "gap", "export_gap", "transshipment", "new_partner"]
GRADE = "consistent with"
"""What a statistical finding is with a pattern; it proves none."""
SIGNIFICANT_DIGITS = 6
DECIMALS = 6
"""What masses and values have in the flow table."""
DOUBT = 0.9
"""What one more special explanation leaves of a score."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead. Countries are ISO3; `via` is None where no third country is meant.

    `score` lies between 0 and 1 and orders leads; it is no probability. `level` says at which
    level it was computed, such as country_code_year: figures of countries overstate what firms do
    (for rerouting tenfold, Iyoha, Malesky, Wen & Wu 2025). `reasons` and `other_explanations` are
    codes; `figures` carry the unit last in their names, and are None where nothing is reported;
    `rank` is 0 until leads are ordered.
    """

    kind: Kind
    score: float
    exporter: str
    via: str | None
    importer: str
    code: str
    period: str
    level: str
    reasons: tuple[str, ...]
    other_explanations: tuple[str, ...]
    figures: Mapping[str, Figure]
    sources: tuple[str, ...]
    grade: str = GRADE
    rank: int = 0

    def document(self) -> dict[str, Any]:
        """The lead as a JSON object.

        Masses and values have the decimals of the flow table; scores, shares and other figures
        have six significant digits.
        """
        return {
            "rank": self.rank,
            "score": _rounded(self.score),
            "kind": self.kind,
            "exporter": self.exporter,
            "via": self.via,
            "importer": self.importer,
            "code": self.code,
            "period": self.period,
            "level": self.level,
            "grade": self.grade,
            "reasons": list(self.reasons),
            "other_explanations": list(self.other_explanations),
            "figures": {name: _number(name, value) for name, value in self.figures.items()},
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class NotComputed:
    """A method that could not be applied, to which control, and why."""

    method: str
    control: str | None
    reason: str

    def document(self) -> dict[str, str | None]:
        """It as a JSON object."""
        return {"method": self.method, "control": self.control, "reason": self.reason}


def doubted(score: float, explanations: int) -> float:
    """A score less what special explanations take from it."""
    return score * DOUBT**explanations


_AMOUNT = re.compile(r"(^|[._])(kg|usd)(_month)?$")
"""The names of figures that are masses or values, or those of a month."""


def _number(name: str, value: Figure) -> float | str | None:
    """A figure as JSON has it; the sums of arrays lose what floats add behind the last decimal."""
    if isinstance(value, Decimal):
        return _plain(float(value))
    if not isinstance(value, float):
        return value
    return _plain(round(value, DECIMALS)) if _AMOUNT.search(name) else _rounded(value)


def _rounded(value: float) -> float:
    return _plain(float(f"{value:.{SIGNIFICANT_DIGITS}g}"))


def _plain(value: float) -> float:
    return int(value) if value.is_integer() else value
