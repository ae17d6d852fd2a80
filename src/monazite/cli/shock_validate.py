"""`monazite shock validate`: every case of history against what is simulated."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    DRAWS,
    ChartOption,
    CsvOption,
    DrawsOption,
    ParquetOption,
    SeedOption,
    Ways,
    checked,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.pictures.picture import Picture
    from monazite.shock.validation.rows import Row

COLUMNS = (
    "id", "case", "reading", "of", "when", "unit", "observed", "p5", "p50", "p95", "never", "error",
    "without", "without_never", "low", "high", "verdict", "source", "confidence", "note",
)  # fmt: skip


def validate(
    draws: DrawsOption = DRAWS,
    seed: SeedOption = 1,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Hold the model against what happened.

    Number by number, with the error and the mark that it must keep. Parameters come from 2025
    alone; the other cases are out of sample. Beside each number stands what a run without any
    measure gives. What misses its mark stays in the table.

    Example: monazite shock validate --chart validation.html
    """
    from monazite.cli import shock_out, shock_validate_view
    from monazite.cli.shock_scenario import drawable
    from monazite.shock.validation.documents import compared

    ways = checked(Ways(lang.value, json, csv, parquet, None, chart))
    drawable(draws, seed, ways.lang)
    found = _validated(draws, seed, ways)
    rows = [asdict(compared(one)) for one in found]
    shock_out.deliver(
        ways,
        view=lambda: shock_validate_view.show(found, ways.lang),
        document=lambda: _document(found, draws, seed),
        made={
            "csv": lambda: shock_out.as_csv(COLUMNS, rows),
            "parquet": lambda: shock_out.as_parquet(COLUMNS, rows),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(found, ways.lang)),
        },
    )


def _validated(draws: int, seed: int, ways: Ways) -> list[Row]:
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.shock.validation.validating import validate as every_case

    with Progress(ways.lang, quiet=ways.json) as progress:

        def told(case: str, done: int) -> None:
            progress(say("shock.cli.validating", ways.lang, case=case), done, 2 * draws)

        return every_case(draws, seed, told)


def _document(found: Sequence[Row], draws: int, seed: int) -> dict[str, Any]:
    from monazite.shock.results.documents import document
    from monazite.shock.validation.documents import validation

    return document(validation(found, draws, seed))


def _picture(found: Sequence[Row], lang: str) -> Picture:
    from monazite.shock.pictures.against import against

    return against(found, lang)
