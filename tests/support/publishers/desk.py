"""A month that a Monazite desk released, as its export writes it."""

from __future__ import annotations

NAME = "flows-CN-2026-10-2026-11-22.001.csv"
_HEADER = "month,vintage,reporter,direction,nomenclature,code,partner,cell,mass_kg,value_usd"
_MONTH = "2026-10,2026-11-22.001,CN,export,CN-HS2026"


def as_csv() -> bytes:
    """A cell that is shown, one that is hidden, the rest of the code, and a pool of codes."""
    rows = (
        _HEADER,
        f"{_MONTH},28469019,JP,shown,1250.5,90000.25",
        f"{_MONTH},28469019,VN,hidden,,",
        f"{_MONTH},28469019,XN,rest,300,21000",
        f"{_MONTH},284690*,JP,pooled,70,5000",
    )
    return "\n".join((*rows, "")).encode()
