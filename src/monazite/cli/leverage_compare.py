"""`monazite leverage compare`: what packages of both sides' measures are worth to each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.leverage_options import DRAWS, HORIZONS, EquationsOption, HorizonsOption
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    ChartOption,
    CsvOption,
    DrawsOption,
    NetcdfOption,
    ParquetOption,
    SeedOption,
    Ways,
    XlsxOption,
    checked,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.shock.leverage.results import Comparison
    from monazite.shock.leverage.schema import Package

_FILES = (".yaml", ".yml")
_IN_A_FOLDER = 2
"""Parts of a path that names a folder too."""
MOST = 4
"""Packages that are held against each other at once."""
PackagesArgument = Annotated[
    list[str],
    typer.Argument(metavar="PACKAGE …", help="Ids (monazite leverage list), or YAML files."),
]


def compare(
    packages: PackagesArgument,
    horizons: HorizonsOption = HORIZONS,
    draws: DrawsOption = DRAWS,
    seed: SeedOption = 1,
    equations: EquationsOption = False,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    netcdf: NetcdfOption = None,
    xlsx: XlsxOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Hold packages against each other: what each is worth to either side, and by whose giving.

    Every package is held against a world in which all stands that any of them touches, with the
    same draws. What a package gives that nobody can count is named, and so are the commitments it
    rests on and how many deeds kept them.

    Example: monazite leverage compare geneva-2025-05 geneva-2025-05-wide --chart packages.svg
    """
    from monazite.cli import leverage_compare_view, leverage_out, shock_out
    from monazite.cli.leverage_asking import compared
    from monazite.cli.leverage_options import months, wrong

    ways = checked(Ways(lang.value, json, csv, parquet, netcdf, chart, xlsx))
    names = list(dict.fromkeys(packages))
    if len(names) > MOST:
        raise wrong("packages", len(names), ways.lang, most=MOST)
    asked = [_opened(name, ways) for name in names]
    found = compared(asked, months(horizons, ways.lang), draws, seed, ways)
    shock_out.deliver(
        ways,
        view=lambda: leverage_compare_view.show(found, ways.lang, full=equations),
        document=lambda: leverage_out.document(found),
        made={
            **leverage_out.files(found, ways.lang),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(found, ways.lang)),
        },
    )


def _opened(name: str, ways: Ways) -> Package:
    """The package of an id or of a file; what is wrong with a file is said problem by problem."""
    from monazite.cli.leverage_options import near, wrong
    from monazite.cli.shock_scenario import refuse
    from monazite.errors import InputError
    from monazite.shock.leverage.reading import packages, read_package
    from monazite.shock.scenarios.problems import ScenarioError

    file = Path(name)
    if file.suffix.casefold() not in _FILES and len(file.parts) < _IN_A_FOLDER:
        known = {one.id: one for one in packages()}
        if name not in known:
            raise wrong("package", name, ways.lang, known=near(name, known, ways.lang))
        return known[name]
    try:
        return read_package(file)
    except InputError:
        raise wrong("package_file", name, ways.lang) from None
    except ScenarioError as error:
        refuse(error, ways, name)


def _picture(found: Comparison, lang: str) -> Picture:
    from monazite.shock.leverage.pictures.packages import packages

    return packages(found, lang)
