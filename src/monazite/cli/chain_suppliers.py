"""`monazite chain suppliers`: who holds a material in the world, stage by stage and over all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.cli.chain_options import (
    ChartOption,
    CsvOption,
    EdgesOption,
    MaterialArgument,
    NodesOption,
    NoEstimatesOption,
    ParquetOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, opened
from monazite.cli.output import JsonOption, Lang, LangOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.chokepoint.suppliers import Suppliers

COLUMNS = (
    "material", "year", "supplier", "index", "stage", "share", "made_t", "left_t", "left_share",
    "coverage", "spare", "years", "rows",
)  # fmt: skip
"""Of a row for each supplier and stage. left: without it; coverage: without the largest alone."""


def suppliers(
    material: MaterialArgument,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    nodes: NodesOption = None,
    edges: EdgesOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What is left of each stage without its largest maker, and who holds most over all stages.

    Of the whole world; what one country would lose, `chain chokepoints` says.

    Example: monazite chain suppliers 'magnet rare earths'
    """
    from monazite.chain.chokepoint.suppliers import suppliers as of_world
    from monazite.chain.pictures.ladder import world_ladder
    from monazite.cli import chain_out, chain_suppliers_view

    ways = chosen(lang.value, json, csv, parquet, chart)
    found = opened(Asked(year, not no_estimates, nodes, edges), material)
    answer = of_world(found.world, found.element(material))
    chain_out.deliver(
        ways,
        view=lambda: chain_suppliers_view.show(answer, found.problems, ways.lang),
        document=lambda: chain_out.document(answer, found.problems, ways.lang),
        table=lambda: chain_out.Table(COLUMNS, list(_rows(answer))),
        picture=lambda: world_ladder(found.network(material), ways.lang),
    )


def _rows(answer: Suppliers) -> Iterator[dict[str, Any]]:
    stages = {one.stage: one for one in answer.stages}
    for one in answer.suppliers:
        for term in one.terms:
            at = stages[term.stage]
            left = 1.0 - term.share
            said = (
                answer.material, answer.year, one.supplier, one.index, term.stage, term.share,
                term.share * at.output, left * at.output, left,
                at.coverage if one.supplier == at.largest else None, term.spare, term.years,
                " ".join(term.rows),
            )  # fmt: skip
            yield dict(zip(COLUMNS, said, strict=True))
