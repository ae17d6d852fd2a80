"""`monazite watch score`: the risk of every declaration of a table, with its reasons."""

from __future__ import annotations

import csv as csv_module
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.cli.watch_risk_options import NEEDED, ModelOption, OutcomeOption, TableArgument

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model
    from monazite.watch.targeting.scores import Scores

COLUMNS = ("row", "score", "reasons")


def score(
    table: TableArgument,
    model: ModelOption,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write row, score, reasons as CSV.")
    ] = None,
    outcome: OutcomeOption = "any",
    top: Annotated[int, typer.Option("--top", min=1, help="Rows on the screen, by risk.")] = 20,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The risk of every row, from 0 to 1, and why.

    Rows are counted from 1 below the head, and stay in their order. A row's risk depends on that
    row and the model alone. A risk is a share: of a hundred rows at 0.3 about thirty hold
    something, as long as declarations stay what they were (watch evaluate tells).

    Example: monazite watch score table.csv --model model --out scores.csv
    """
    from monazite.cli.trade_files import place, write
    from monazite.cli.watch_options import needed

    needed(lang.value, *NEEDED)
    if out is not None:
        place(out, "out")
    made, found = _scored(table, model, outcome, lang.value, quiet=json)
    reasons = found.reasons(lang.value) if out is not None or json else []
    if out is not None:
        write(_csv(found, reasons), out, "out")
    if json:
        print_json(_document(made, found, reasons, out, top, lang.value))
    else:
        from monazite.cli import watch_score_view

        watch_score_view.show(made, found, out, top, lang.value)


def _scored(
    table: Path, folder: Path, outcome: str, lang: str, *, quiet: bool
) -> tuple[Model, Scores]:
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.watch.targeting import load

    with Progress(lang, quiet=quiet) as progress:
        progress(say("watch.risk.scoring", lang), 0, None)
        made = load(folder)
        return made, made.score(table, outcome)


def _csv(found: Scores, reasons: list[str]) -> bytes:
    text = io.StringIO()
    writer = csv_module.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = zip(found.risks.tolist(), reasons, strict=True)
    writer.writerows((n, f"{risk:.12g}", why) for n, (risk, why) in enumerate(rows, 1))
    return text.getvalue().encode("utf-8")


def _document(
    made: Model, found: Scores, reasons: list[str], out: Path | None, top: int, lang: str
) -> dict[str, Any]:
    """The riskiest rows, and what belongs beside them."""
    from monazite.cli.watch_score_view import odd_rows, riskiest
    from monazite.watch.targeting.pictures.behind import caveats

    rows = riskiest(found, top)
    return {
        "rows": len(found.risks), "model_cut_off": made.card["cut_off"],
        "known_to_the_model": int((~found.late).sum()), "caveats": list(caveats(lang)),
        "odd": [one._asdict() for one in odd_rows(made, found)],
        "riskiest": [
            {"row": n + 1, "score": float(found.risks[n]), "reasons": reasons[n]} for n in rows
        ],
        **({"files": [str(out)]} if out else {}),
    }  # fmt: skip
