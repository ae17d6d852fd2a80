"""`monazite desk`: the site where offices and firms work, and the check before filing."""

from __future__ import annotations

import typer

from monazite.cli import (
    desk_check,
    desk_declarations,
    desk_keep,
    desk_people,
    desk_report,
    desk_site,
    desk_statistics,
)

app = typer.Typer(
    help=(
        "The site where exporters and offices work; checks before filing need no site.\n\n"
        "To look at it: `monazite desk demo`. To run one: `monazite desk init`, then "
        "`monazite desk serve` and `monazite desk worker`. To check a file: "
        "`monazite desk precheck FILE`."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(desk_site.demo)
app.command()(desk_check.precheck)
app.command()(desk_check.template)
app.command()(desk_site.init)
app.command()(desk_site.serve)
app.command()(desk_site.worker)
app.command()(desk_report.report)
app.command()(desk_declarations.declarations)
app.command()(desk_keep.verify)
app.command()(desk_keep.backup)
app.command()(desk_keep.restore)
app.add_typer(desk_people.organisations, name="organisation")
app.add_typer(desk_people.people, name="person")
app.add_typer(desk_people.roles, name="role")
app.add_typer(desk_statistics.app, name="statistics")
