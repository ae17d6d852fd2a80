"""`monazite shock`: what happens if, week by week over the supply chain."""

from __future__ import annotations

import typer

from monazite.cli import (
    shock_calibrate,
    shock_compare,
    shock_list,
    shock_projects,
    shock_run,
    shock_sensitivity,
    shock_sweep,
    shock_validate,
)

app = typer.Typer(
    help="What happens if: who stops first, when, at what loss; checked against what happened.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command("list")(shock_list.list_)
app.command()(shock_projects.projects)
app.command()(shock_run.run)
app.command()(shock_compare.compare)
app.command()(shock_sensitivity.sensitivity)
app.command()(shock_sweep.sweep)
app.command()(shock_calibrate.calibrate)
app.command()(shock_validate.validate)
