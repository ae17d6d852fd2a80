"""An answer about leverage as JSON, and as the files that may be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.leverage.results import Comparison, Leverage


def document(found: Leverage | Comparison) -> dict[str, Any]:
    """The answer as a JSON object, which keeps the schema of its kind."""
    from monazite.shock.leverage.documents import document as as_json

    return as_json(found)


def seen_from(found: Leverage, side: str | None) -> dict[str, Any]:
    """The same; of a side (ISO3) with its view beside it, under `view`."""
    from monazite.shock.leverage.documents import document as as_json
    from monazite.shock.leverage.views import view

    beside = {} if side is None else {"view": as_json(view(found, side))}
    return document(found) | beside


def files(found: Leverage | Comparison, lang: str) -> dict[str, Callable[[], bytes]]:
    """By the name of an option what its file holds."""
    return {
        "csv": lambda: _csv(found),
        "parquet": lambda: _parquet(found),
        "netcdf": lambda: _netcdf(found),
        "xlsx": lambda: _xlsx(found, lang),
    }


def _csv(found: Leverage | Comparison) -> bytes:
    from monazite.cli.shock_out import as_csv
    from monazite.shock.leverage.table import COLUMNS, rows

    return as_csv(COLUMNS, rows(found))


def _parquet(found: Leverage | Comparison) -> bytes:
    from monazite.cli.trade_files import parquet
    from monazite.shock.leverage.table import table

    return parquet(table(found))


def _netcdf(found: Leverage | Comparison) -> bytes:
    from monazite.shock.leverage.labelled import dataset

    return bytes(dataset(found).to_netcdf(engine="scipy"))


def _xlsx(found: Leverage | Comparison, lang: str) -> bytes:
    from monazite.shock.leverage.workbook import xlsx

    return xlsx(found, lang)
