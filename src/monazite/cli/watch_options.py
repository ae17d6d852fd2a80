"""What the commands of `monazite watch` share: how an answer leaves, and what must be installed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from monazite.cli import trade_options
from monazite.cli.trade_options import Ways
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from pathlib import Path

CsvOption = trade_options.CsvOption
ParquetOption = trade_options.ParquetOption
ChartOption = trade_options.ChartOption


def chosen(
    lang: str,
    *,
    json: bool = False,
    csv: str | None = None,
    parquet: Path | None = None,
    chart: Path | None = None,
) -> Ways:
    """How an answer is to leave; InputError where it cannot, before anything is computed."""
    from monazite.cli import trade_out

    ways = Ways(lang, json, csv, parquet, chart)
    trade_out.check(ways)
    return ways


def needed(lang: str, *modules: str) -> None:
    """MonaziteError that names the extra, where a module that the work needs is missing."""
    from monazite.catalogue.texts import say

    for name in modules:
        if find_spec(name) is None:
            raise MonaziteError(say("watch.cli.extra", lang, name=name))
