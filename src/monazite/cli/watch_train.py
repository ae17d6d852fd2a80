"""`monazite watch train`: a risk model out of declarations whose outcomes are known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.cli.watch_risk_options import (
    NEEDED,
    IgnoreOption,
    ModelOption,
    RoleOption,
    names,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.watch.targeting.model import Model


def train(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE.csv", help="Declarations, CSV or Parquet.")
    ],
    label: Annotated[
        str, typer.Option("--label", metavar="COLUMN", help="What inspections found; empty: none.")
    ],
    time: Annotated[
        str, typer.Option("--time", metavar="COLUMN", help="The day of each declaration.")
    ],
    model: ModelOption,
    ignore: IgnoreOption = None,
    role: RoleOption = None,
    clean: Annotated[
        str | None,
        typer.Option("--clean", help="The label of what was in order (default: 0, no, clean …)."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Leave out what came later.")
    ] = None,
    known_after: Annotated[
        int, typer.Option("--known-after", min=0, help="Days until an outcome is known.")
    ] = 0,
    half_life: Annotated[
        float, typer.Option("--half-life", min=1, help="Days in which the past halves its weight.")
    ] = 365.0,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Learn which declarations are worth opening, and keep the model.

    Columns are understood by their names, in English or Chinese. Whatever gives an outcome away is
    left out, and told. A model in the folder stays in force until the new one is whole.

    Example: monazite watch train table.csv --label Fraud --time Date --model model
    """
    from monazite.cli.watch_options import needed
    from monazite.law.dates import parse_day

    needed(lang.value, *NEEDED)
    last = parse_day(until, "until") if until else None

    def work(told: Callable[[str, int, int], None]) -> Model:
        from monazite.watch.targeting import train as learn
        from monazite.watch.targeting.settings import Settings

        how = Settings(half_life=half_life, known_after=known_after)
        return learn(
            table, label, time, model, ignore=names(ignore), roles=parts(role), clean=clean,
            until=last, settings=how, told=told,
        )  # fmt: skip

    found = _with_bar(work, lang.value, quiet=json)
    if json:
        print_json(document(found, lang.value))
    else:
        from monazite.cli import watch_train_view

        watch_train_view.show(found, model, lang.value)


def document(found: Model, lang: str) -> dict[str, Any]:
    """The model card, without the classes that only drift is told by."""
    from monazite.watch.targeting.pictures.behind import caveats

    kept = {key: value for key, value in found.card.items() if key != "drift"}
    return {**kept, "caveats": list(caveats(lang))}


def _with_bar(
    work: Callable[[Callable[[str, int, int], None]], Model], lang: str, *, quiet: bool
) -> Model:
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress

    with Progress(lang, quiet=quiet) as progress:
        progress(say("watch.risk.reading", lang), 0, None)
        return work(
            lambda outcome, done, of: progress(
                say("watch.risk.learning", lang, outcome=outcome), done, of
            )
        )
