"""`monazite leverage`: what measures of either side cost and yield both, and by when."""

from __future__ import annotations

import typer

from monazite.cli import leverage_compare, leverage_list, leverage_table

app = typer.Typer(
    help="What measures of either side cost and yield both, by when; pauses and packages compared.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command("list")(leverage_list.list_)
app.command()(leverage_table.table)
app.command()(leverage_compare.compare)
