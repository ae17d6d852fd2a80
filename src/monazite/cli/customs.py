"""`monazite customs`: the gate's rules at the command line, without a desk."""

from __future__ import annotations

import typer

from monazite.cli import customs_check, customs_offline

app = typer.Typer(
    help=(
        "The customs gate without a desk.\n\n"
        "To check a declaration: `monazite customs check FILE`, or its fields as FIELD=VALUE."
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(customs_check.check)
app.add_typer(customs_offline.app, name="offline")


@app.callback()
def _group() -> None:
    """Keep the name of the command, however few there are."""
