"""Usage maps as JSON and as rows of a spreadsheet; amounts of decimals are text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from monazite.chain.usage.tally import Key, together
from monazite.customs.statistics.listing import Listing
from monazite.desk.usage.reporting import Report, Summed, Sums
from monazite.desk.usage.window import named

FORMAT, SUMS_FORMAT = "monazite-usage-1", "monazite-usage-sums-1"
BY = ("stage", "country", "sector", "user", "use")
HEADERS = ("element", *BY, "licensed_t", "released_t")
SUMS_HEADERS = ("element", "stage", "side", "of", "licensed_t", "released_t")
HIDDEN = "hidden"
"""What stands for an amount that would tell one party's trade; nothing would look like none."""
_MILLIGRAMS = -9
_PLACES = Decimal("0.000000001")


def document(report: Report) -> dict[str, Any]:
    """A reader's map: rows, what is not in it, and the statistical map beside it."""
    return {
        "format": FORMAT,
        "regime": report.window.regime,
        "first": report.window.first.isoformat(),
        "last": report.window.last.isoformat(),
        "partial": report.usage.partial,
        "rows": [dict(zip(HEADERS, row, strict=True)) for row in rows(report)],
        "uncounted": [
            {
                "row": each.row, "why": each.why, "element": each.element,
                "licensed_kg": _kg(each.licensed_kg), "released_kg": _kg(each.released_kg),
            }
            for each in report.usage.uncounted
        ],
        "year": report.year,
        "differences": [each._asdict() for each in report.differences],
    }  # fmt: skip


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Each element's amounts by stage, country, sector, user and use, the largest first."""
    for key, (licensed, released) in together(report.usage.amounts, BY).items():
        yield (*_words(key), tonnes(licensed), tonnes(released))


def sums_document(sums: Sums) -> dict[str, Any]:
    """A quarter's sums; null is hidden, and so is every element and stage in `hidden`."""
    return {
        "format": SUMS_FORMAT,
        "regime": sums.window.regime,
        "quarter": named(sums.window),
        "rows": [_summed(each) for each in sums.rows],
        "hidden": [{"element": element, "stage": stage} for element, stage in sums.hidden],
    }


def sums_rows(sums: Sums) -> Iterator[tuple[str, ...]]:
    """The same as rows: the total, then by country and by sector."""
    for each in sums.rows:
        head = each.element, each.stage
        yield (*head, "total", "", *_whole(each.by_country.total))
        for side, listed in (("country", each.by_country), ("sector", each.by_sector)):
            for of, amounts in listed.parts.items():
                yield (*head, side, of, *(_whole(amounts) if amounts else (HIDDEN, HIDDEN)))
    for element, stage in sums.hidden:
        yield (element, stage, "total", "", HIDDEN, HIDDEN)


def tonnes(amount: Decimal) -> str:
    """Tonnes to the mg, without zeros behind."""
    return f"{amount.quantize(_PLACES).normalize():f}"


def _summed(each: Summed) -> dict[str, Any]:
    licensed, released = _whole(each.by_country.total)
    return {
        "element": each.element, "stage": each.stage, "licensed_t": licensed,
        "released_t": released, "by_country": _parts(each.by_country),
        "by_sector": _parts(each.by_sector),
    }  # fmt: skip


def _parts(listed: Listing) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []
    for of, amounts in listed.parts.items():
        licensed, released = _whole(amounts) if amounts else (None, None)
        found.append({"of": of, "licensed_t": licensed, "released_t": released})
    return found


def _whole(amounts: tuple[int, ...]) -> tuple[str, str]:
    licensed, released = (tonnes(Decimal(amount).scaleb(_MILLIGRAMS)) for amount in amounts)
    return licensed, released


def _words(key: Key) -> tuple[str, ...]:
    return (key.element, *(getattr(key, name) for name in BY))


def _kg(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount.normalize():f}"
