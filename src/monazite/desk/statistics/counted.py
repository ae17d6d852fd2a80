"""What a vintage counted, firm by firm, kept so that the next one's changes can be weighed."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from monazite.desk import sql
from monazite.desk.events.prints import text_sha256
from monazite.desk.statistics.models import Counted, Vintage

if TYPE_CHECKING:
    from monazite.customs.statistics.shares import Share


def packed(shares: Mapping[str, Sequence[Share]]) -> str:
    """Shares by kind of leaving as a short text."""
    document = {series: [_row(each) for each in shares[series]] for series in sorted(shares)}
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    return base64.b64encode(zlib.compress(text.encode(), 1)).decode()


def _row(share: Share) -> tuple[object, ...]:
    return (
        share.code, share.destination, share.arrival, share.firm, share.mass_kg, share.usd,
        share.second, share.second_unit,
    )  # fmt: skip


def unpacked(text: str) -> dict[str, list[Share]]:
    """The same, read again."""
    from monazite.customs.statistics.shares import Share  # noqa: PLC0415 - numpy

    document = json.loads(zlib.decompress(base64.b64decode(text)))
    return {series: [Share(*each) for each in rows] for series, rows in document.items()}


def of(vintages: Sequence[Vintage]) -> list[dict[str, list[Share]]]:
    """What each of these counted, in their order."""
    found = dict(Counted.objects.filter(vintage__in=vintages).values_list("vintage_id", "shares"))
    return [unpacked(found[each.pk]) for each in vintages]


def every() -> Iterator[tuple[object, str, str]]:
    """Each vintage's id, the fingerprint that its row says, and that of what it counted."""
    rows = sql.rows(
        "SELECT v.id, v.counted_sha256, c.shares FROM statistics_vintage v"
        " LEFT JOIN statistics_counted c ON c.vintage_id = v.id ORDER BY v.id",
        [],
    )
    for ident, said, shares in rows:
        yield ident, said, text_sha256(shares or "")
