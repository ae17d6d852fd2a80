"""`monazite chain company` and `product`: one's own exposure from a file of one's own."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.chain_options import (
    ChartOption,
    CsvOption,
    DrawsOption,
    NoEstimatesOption,
    ParquetOption,
    TemplateOption,
    YearOption,
    chosen,
)
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.standing import Standing
    from monazite.chain.worlds import World
    from monazite.cli.trade_options import Ways

    Read = Callable[[World, Path], Standing]

File = Annotated[Path | None, typer.Argument(metavar="FILE", help="A CSV file; see --template.")]
Element = Annotated[
    str | None,
    typer.Option(
        "--element", help="The element whose stages --chart draws (default: the heaviest)."
    ),
]


def company(
    file: File = None,
    template: TemplateOption = False,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    draws: DrawsOption = 200,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    element: Element = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """On whom a company stands with its purchases.

    FILE has the purchases of a year, as CSV.

    Example: monazite chain company purchases.csv
    """
    from monazite.chain.companies.company import company as read
    from monazite.chain.companies.purchases import template as text

    if template:
        sys.stdout.write(text())
        return
    ways = chosen(lang.value, json, csv, parquet, chart)
    _answer(partial(read, draws=draws), _given(file), year, no_estimates, element, ways)


def product(
    file: File = None,
    template: TemplateOption = False,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    draws: DrawsOption = 200,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    element: Element = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """On whom a product stands with its parts.

    FILE has the bill of materials of one piece, as CSV.

    Example: monazite chain product motor.csv
    """
    from monazite.chain.products.bill import template as text
    from monazite.chain.products.product import product as read

    if template:
        sys.stdout.write(text())
        return
    ways = chosen(lang.value, json, csv, parquet, chart)
    _answer(partial(read, draws=draws), _given(file), year, no_estimates, element, ways)


def _given(file: Path | None) -> Path:
    if file is None:
        raise InputError("file", None, "a CSV file; --template prints one to start from")
    return file


def _answer(
    read: Read, path: Path, year: int, no_estimates: bool, element: str | None, ways: Ways
) -> None:
    from monazite.chain.documents import COLUMNS, standing_rows
    from monazite.chain.packaged.world import world
    from monazite.chain.pictures.ladder import user_ladder
    from monazite.cli import chain_out, chain_standing_view

    found = read(world(year, estimates=not no_estimates), path)
    drawn = None if ways.chart is None else _drawn(found, element)
    chain_out.deliver(
        ways,
        view=lambda: chain_standing_view.show(found, path.name, ways.lang),
        document=lambda: chain_out.document(found, (), ways.lang),
        table=lambda: chain_out.Table(COLUMNS, standing_rows(found)),
        picture=None if drawn is None else lambda: user_ladder(drawn, path.stem, ways.lang),
    )


def _drawn(found: Standing, element: str | None) -> Exposure:
    """The exposure that the chart shows; InputError field "element" where the file has no such."""
    known = {one.material: one for one in found.elements}
    if not known:
        raise InputError("chart", None, "a file in which something can be read")
    name = element or next(iter(known))
    if name not in known:
        raise InputError("element", name, ", ".join(known))
    return known[name]
