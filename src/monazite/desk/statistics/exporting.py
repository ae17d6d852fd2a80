"""A released vintage as files: rows of flows for a store of trade, and series for the briefing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from monazite.customs.statistics.pools import is_pool
from monazite.customs.statistics.series import Told, sums
from monazite.desk.statistics.collecting import EXPORT
from monazite.desk.statistics.models import RELEASED, Vintage
from monazite.desk.statistics.reading import Shown, published

FLOWS = (
    "month", "vintage", "reporter", "direction", "nomenclature", "code", "partner", "cell",
    "mass_kg", "value_usd",
)  # fmt: skip
"""Headers of the file that `monazite trade load` reads by its layout `desk`."""
SERIES = (
    "id", "series", "period", "destination", "quantity", "unit", "usd_million", "value_confidence",
    "value_source", "source", "confidence", "note",
)  # fmt: skip
"""Headers of the file that `monazite brief --figures` reads."""
REST = "XN"
"""Where what is hidden of a code went: "areas, not elsewhere specified"."""
_HS, _TONNE, _THOUSANDTH = 6, 1000, Decimal("0.001")


def newest(regime: str) -> list[Vintage]:
    """The newest released vintage of each month, in order of time."""
    rows = Vintage.objects.filter(regime=regime, state=RELEASED).order_by("month", "number")
    found = {each.month: each for each in rows.select_related("author__organisation")}
    return list(found.values())


def release_name(vintage: Vintage) -> str:
    """The release as stores order it: the day on which it was signed, and its number."""
    return f"{vintage.signed_at:%Y-%m-%d}.{vintage.number:03}"


def flows(vintage: Vintage) -> str:
    """Rows of exports by final destination, as CSV: what is hidden is a row that says so.

    What is hidden of a code stands together under `XN`, so that rows add up to the month's sum.
    """
    cells = [cell for cell in published(vintage) if cell.series == EXPORT and cell.code]
    totals = {cell.code: cell for cell in cells if cell.side == "total"}
    inside = (cell for cell in cells if cell.side == "destination")
    rows: list[tuple[Shown, str, str]] = []
    for code, found in groupby(inside, attrgetter("code")):
        rows += _of_code(totals.pop(code), list(found))
    for total in totals.values():  # a table in which no country may be shown
        rows += _of_code(total, [])
    return _written(FLOWS, (_flow(vintage, *row) for row in rows))


def _of_code(total: Shown, cells: list[Shown]) -> Iterator[tuple[Shown, str, str]]:
    """Its cells, and the rest of its total that no shown cell holds."""
    plain = [cell for cell in cells if not cell.hidden and not is_pool(cell.place)]
    for cell in cells:
        if not is_pool(cell.place):
            yield cell, cell.place, "hidden" if cell.hidden else "shown"
    if len(plain) < len(cells) or not cells:
        mass = (total.mass_kg or Decimal(0)) - sum(c.mass_kg or Decimal(0) for c in plain)
        values = [cell.value_usd for cell in plain]
        usd = None
        if total.value_usd is not None and None not in values:
            usd = total.value_usd - sum((value or Decimal(0) for value in values), Decimal(0))
        rest = Shown(*total.key[:3], REST, "", mass, usd, None, "")
        yield rest, REST, "rest"


def _flow(vintage: Vintage, cell: Shown, partner: str, kind: str) -> tuple[object, ...]:
    country = vintage.author.organisation.country
    nomenclature = "hs" if len(cell.code) == _HS else f"{country}-HS{vintage.month.year}"
    return (
        f"{vintage.month:%Y-%m}", release_name(vintage), country, "export", nomenclature, cell.code,
        partner, "pooled" if is_pool(cell.code) else kind, _text(cell.mass_kg),
        _text(cell.value_usd),
    )  # fmt: skip


def series(vintages: Iterable[Vintage]) -> str:
    """The briefing's series of these months as CSV, in thousandths of tonnes and of million USD."""
    return _written(SERIES, (row for vintage in vintages for row in _series(vintage)))


def _series(vintage: Vintage) -> Iterator[tuple[object, ...]]:
    cells = [
        Told(cell.side, cell.code, cell.place, cell.hidden, cell.mass_kg, cell.value_usd)
        for cell in published(vintage)
        if cell.series == EXPORT
    ]
    pooled = vintage.pooled.get(EXPORT, {}).get("codes", {})
    month, name = f"{vintage.month:%Y-%m}", release_name(vintage)
    source = f"{vintage.author.organisation.name}, {month}, {name}, SHA-256 {vintage.cells_sha256}"
    for each in sums(cells, pooled):
        note = "hidden: a part of it would tell one firm's trade" if each.hidden else ""
        yield (
            f"desk/{each.series}/{month}/{each.to}/{vintage.number}", each.series, month, each.to,
            _scaled(each.mass_kg, _TONNE), "t", _scaled(each.value_usd, 10**6), "reported", source,
            source, "reported", note,
        )  # fmt: skip


def _scaled(amount: Decimal | None, by: int) -> str:
    return "" if amount is None else f"{(amount / by).quantize(_THOUSANDTH):f}"


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"


def _written(headers: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows(rows)
    return text.getvalue()
