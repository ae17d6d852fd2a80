"""A manifest of 100,000 lines, from the file to the committed answer, on PostgreSQL.

Every line is read, ruled on, checked against its licence, set aside and kept with its events. Once
as 100,000 declarations of one item each, once as 10,000 of ten; all or nothing, so that nothing may
be left out.
"""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.desk_filing import start
from benchmarks.measuring import Result, report, seconds_of

if TYPE_CHECKING:
    from support.at_gate import Gate

_LINES, _TARGET = 100_000, 60
_GRANTED = 10**9


def make() -> Gate:
    """A world at the gate whose licence is not used up."""
    from decimal import Decimal

    from django.conf import settings
    from django.core.management import call_command

    settings.PAPERS_ROOT = Path(tempfile.mkdtemp(prefix="monazite-papers-"))
    call_command("migrate", verbosity=0)
    from support.at_gate import gate

    return gate(quantity=Decimal(_GRANTED))


def table(g: Gate, lines: int, items: int, name: str) -> bytes:
    """So many lines as a CSV file, so many to a declaration; no two lines are alike."""
    whole, item = _flat(g.document())
    text = io.StringIO()
    writer = csv.DictWriter(text, [*whole, *item])
    writer.writeheader()
    for number in range(lines):
        kilograms = f"{1 + number % 977}.{number % 1000:03}"
        own = {"quantity": kilograms, "mass_kg": kilograms, "value": str(70 + number % 8999)}
        writer.writerow({**whole, **item, **own, "reference": f"{name}-{number // items}"})
    return text.getvalue().encode()


def _flat(document: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    whole = {name: value for name, value in document.items() if isinstance(value, str)}
    for role in ("consignee", "end_user"):
        whole |= {f"{role}_{name}": value for name, value in document[role].items()}
    item = document["items"][0]
    return whole, {n: ";".join(v) if isinstance(v, list) else v for n, v in item.items()}


def lodge(g: Gate, data: bytes, name: str) -> None:
    """The whole way of an upload, checked to have gone through."""
    from monazite.desk.gate.manifest_source import from_file
    from monazite.desk.gate.services import lodge_manifest

    made = lodge_manifest(g.declarant, from_file(name, "m.csv", data), "all", "api")
    if made.refused or made.held or made.unlodged:
        raise RuntimeError(f"not everything went: {made.held} held, {made.refused} refused")


def measure() -> list[Result]:
    """Seconds of each way."""
    start()
    g = make()
    lodge(g, table(g, 200, 1, "warm"), "warm")
    return [_measured(g, items) for items in (1, 10)]


def _measured(g: Gate, items: int) -> Result:
    name = f"M{items}"
    data = table(g, _LINES, items, name)
    seconds = seconds_of(lambda: lodge(g, data, name))
    return Result(
        f"manifest of {_LINES:,} lines, {items} to a declaration", seconds, "s", _TARGET,
        ratio=f"{_LINES / seconds:,.0f} lines a second",
        notes=(f"{len(data) / 1e6:.0f} MB of CSV; one process, one transaction",),
    )  # fmt: skip


if __name__ == "__main__":
    report(measure)
