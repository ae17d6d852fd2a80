"""`monazite chain`: the way from ore to use, and who stands on whom."""

from __future__ import annotations

import typer

from monazite.cli import (
    chain_chokepoints,
    chain_exposure,
    chain_gaps,
    chain_map,
    chain_own_use,
    chain_profile,
    chain_suppliers,
)

app = typer.Typer(
    help="The way from ore to use; on whom a country, a company or a product stands.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command("map")(chain_map.map_)
app.command()(chain_exposure.exposure)
app.command()(chain_chokepoints.chokepoints)
app.command()(chain_suppliers.suppliers)
app.command()(chain_profile.profile)
app.command()(chain_own_use.company)
app.command()(chain_own_use.product)
app.command()(chain_gaps.gaps)
