"""`monazite chain gaps`: what no open source gives, where sources disagree, what was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.chain_options import (
    CsvOption,
    NoEstimatesOption,
    ParquetOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, Opened, opened
from monazite.cli.output import JsonOption, Lang, LangOption, console

if TYPE_CHECKING:
    from monazite.chain.balance.residuals import Residual
    from monazite.chain.worlds import Gap
    from monazite.cli.trade_options import Ways

GAPS = ("material", "stage", "country", "quantity", "why", "filled", "text")
MOVED = ("element", "what", "source", "target", "before_t", "after_t", "size", "rows")


def gaps(
    material: Annotated[
        str | None, typer.Argument(metavar="MATERIAL", help="One material (default: all of them).")
    ] = None,
    moved: Annotated[
        bool, typer.Option("--moved", help="What the balance moved, worst first, instead of gaps.")
    ] = False,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What no open source gives of a material.

    With a mark where the balance puts an estimate in its place.

    Below it the readings that disagree: what every source says of a maker, and which is taken.

    Example: monazite chain gaps Dy --moved
    """
    ways = chosen(lang.value, json, csv, parquet)
    found = opened(Asked(year, not no_estimates), "")
    if moved:
        _moved(found, material, ways)
    else:
        _gaps(found, material, ways)


def _gaps(found: Opened, material: str | None, ways: Ways) -> None:
    from monazite.chain.disagreements import disagreements
    from monazite.chain.gaps_of import gaps, named
    from monazite.chain.sums.sums import parts
    from monazite.cli import chain_gaps_view, chain_out
    from monazite.cli.chain_readings_view import show_readings

    known = gaps(found.world, material)
    names = None if material is None else parts(named(found.world, material))
    apart = disagreements(found.world, names)
    rows = [_gap(one, ways.lang) for one in known]

    def view() -> None:
        chain_gaps_view.show(known, found.world.year, ways.lang)
        show_readings(console(), apart, ways.lang)

    def document() -> dict[str, Any]:
        readings = [chain_out.document(one, (), ways.lang) for one in apart]
        return {"year": found.world.year, "gaps": rows, "disagreements": readings}

    chain_out.deliver(
        ways,
        view=view,
        document=document,
        table=lambda: chain_out.Table(GAPS, rows),
    )


def _gap(one: Gap, lang: str) -> dict[str, Any]:
    from monazite.catalogue.texts import say
    from monazite.cli import chain_out

    return chain_out.document(one, (), lang) | {"text": say(f"chain.gap.{one.why}", lang)}


def _moved(found: Opened, material: str | None, ways: Ways) -> None:
    from monazite.chain.balance.telling import document
    from monazite.chain.sums.sums import parts
    from monazite.cli import chain_gaps_view, chain_out

    names = found.world.residuals if material is None else parts(found.element(material))
    pairs = [(name, one) for name in names for one in found.world.residuals[name]]
    pairs.sort(key=lambda pair: -abs(pair[1].size))

    def table() -> chain_out.Table:
        return chain_out.Table(MOVED, [_row(name, one) for name, one in pairs])

    def as_json() -> dict[str, Any]:
        said = [{"element": name, **document(one)} for name, one in pairs]
        return {"year": found.world.year, "moved": said}

    chain_out.deliver(
        ways,
        view=lambda: chain_gaps_view.show_moved(pairs, found.world.year, ways.lang),
        document=as_json,
        table=table,
    )


def _row(element: str, one: Residual) -> dict[str, object]:
    source, target = ("" if node is None else "/".join(node).rstrip("/") for node in one[1:3])
    said = (element, one.what, source, target, one.before, one.after, one.size, " ".join(one.rows))
    return dict(zip(MOVED, said, strict=True))
