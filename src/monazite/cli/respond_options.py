"""What a planner can say on the command line, and how it becomes a question."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ScenarioArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[SCENARIO]",
        help="What is feared: an id (monazite shock list), or a YAML file of one's own.",
    ),
]
ForOption = Annotated[
    str | None,
    typer.Option(
        "--for", metavar="COUNTRIES",
        help="Whose losses count, with commas between: JP or DE,FR; EU stands for all members.",
    ),
]  # fmt: skip
BudgetOption = Annotated[
    float | None,
    typer.Option(
        "--budget", metavar="MILLIONS",
        help="Public money in million US$, discounted, kept in the mean over the futures: price "
        "floors are paid as prices come (default: without a limit).",
    ),
]  # fmt: skip
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="YYYY-MM",
        help="First month of the plan (default: the one in which SCENARIO begins). What is begun "
        "earlier helps earlier.",
    ),
]  # fmt: skip
MonthsOption = Annotated[
    int | None, typer.Option("--months", help="How many months are planned (default: 36).")
]
FutureOption = Annotated[
    list[str] | None,
    typer.Option(
        "--future", metavar="ID=P",
        help="Another scenario that may come in its place, and how likely it is, of 1; calm=P: "
        "that nothing comes. May be given again; SCENARIO has what is left of 1. Each future "
        "lengthens the solving, by minutes with many regions.",
    ),
]  # fmt: skip
WaysOption = Annotated[
    str | None,
    typer.Option(
        "--ways", metavar="WAYS",
        help="The policies that are allowed, with commas between: stockpile, plants, offtake "
        "(price floors), recycling, substitution, finished (goods). Default: all.",
    ),
]  # fmt: skip
WholeOption = Annotated[
    bool, typer.Option("--whole", help="Plants are built as a whole or not at all; takes longer.")
]
CapOption = Annotated[
    str | None,
    typer.Option(
        "--cap", metavar="SHARE",
        help="No other country may supply more than this part of any good: 65% (default: no cap).",
    ),
]  # fmt: skip
ServeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--serve", metavar="SECTOR=MONTHS",
        help="A sector that may lose nothing in the first months: defence=12. May be given again.",
    ),
]  # fmt: skip
TailOption = Annotated[
    float | None,
    typer.Option(
        "--tail", metavar="WEIGHT",
        help="Weight of the worst tenth of futures, beside the mean of all (default: 0).",
    ),
]  # fmt: skip
RegionsOption = Annotated[
    int | None,
    typer.Option(
        "--regions",
        help="How many countries are told apart; each lengthens the solving, and more so with "
        "several futures: at 12 it can take minutes (default: 12).",
    ),
]
DrawsOption = Annotated[
    int | None,
    typer.Option(
        "--draws",
        help="Draws of the simulation that the plan is held against; 0: none (default: 256).",
    ),
]
SeedOption = Annotated[
    int | None, typer.Option("--seed", help="Of the draws: the same gives the same (default: 1).")
]
ProjectsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--projects", metavar="FILE",
        help="A CSV of projects of one's own beside those that Monazite knows. May be given again.",
    ),
]  # fmt: skip
PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan", metavar="FILE",
        help="The whole question as a YAML file, in place of SCENARIO and the options above.",
    ),
]  # fmt: skip


class Kind(StrEnum):
    """What `--chart` draws of an answer."""

    PLAN = "plan"
    REGRET = "regret"
    MARGINAL = "marginal"
    LOSSES = "losses"
    LICENCES = "licences"
    SIMULATED = "simulated"


PictureOption = Annotated[
    str, typer.Option("--picture", metavar=f"<{'|'.join(Kind)}>", help="What --chart draws.")
]
