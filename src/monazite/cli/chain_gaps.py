"""`monazite chain gaps`: what no open source gives, and how far the balance had to move figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.chain_options import (
    CsvOption,
    NoEstimatesOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, Opened, opened
from monazite.cli.output import JsonOption, Lang, LangOption

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
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What no open source gives of a material, and which of it the balance fills by an estimate.

    Example: monazite chain gaps Dy --moved
    """
    ways = chosen(lang.value, json, csv)
    found = opened(Asked(year, not no_estimates), "")
    if moved:
        _moved(found, material, ways)
    else:
        _gaps(found, material, ways)


def _gaps(found: Opened, material: str | None, ways: Ways) -> None:
    from monazite.chain.gaps_of import gaps_of
    from monazite.cli import chain_gaps_view, chain_out

    known = found.world.gaps
    if material is not None:
        known = gaps_of(found.world, {found.material(material)})
    rows = [_gap(one, ways.lang) for one in known]
    chain_out.deliver(
        ways,
        view=lambda: chain_gaps_view.show(known, found.world.year, ways.lang),
        document=lambda: {"year": found.world.year, "gaps": rows},
        table=lambda: chain_out.Table(GAPS, rows),
    )


def _gap(one: Gap, lang: str) -> dict[str, Any]:
    from monazite.catalogue.texts import say
    from monazite.cli import chain_out

    return chain_out.document(one, (), lang) | {"text": say(f"chain.gap.{one.why}", lang)}


def _moved(found: Opened, material: str | None, ways: Ways) -> None:
    from monazite.chain.balance.telling import document
    from monazite.cli import chain_gaps_view, chain_out

    names = list(found.world.residuals) if material is None else [found.element(material)]
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
