"""`monazite watch`: who and what looks wrong."""

from __future__ import annotations

import typer

from monazite.cli.watch_dispose import dispose
from monazite.cli.watch_evaluate import evaluate
from monazite.cli.watch_labels import labels
from monazite.cli.watch_leads import leads
from monazite.cli.watch_lists import lists
from monazite.cli.watch_load import load
from monazite.cli.watch_ownership import ownership
from monazite.cli.watch_rescreen import rescreen
from monazite.cli.watch_score import score
from monazite.cli.watch_screen import screen
from monazite.cli.watch_select import select
from monazite.cli.watch_suppress import suppress
from monazite.cli.watch_train import train

app = typer.Typer(
    help="Who and what looks wrong: names against lists, declarations by risk, patterns, leads.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(load)
app.command()(lists)
app.command()(screen)
app.command()(rescreen)
app.command()(suppress)
app.command()(ownership)
app.command()(dispose)
app.command()(labels)
app.command()(leads)
app.command()(train)
app.command()(score)
app.command()(select)
app.command()(evaluate)
