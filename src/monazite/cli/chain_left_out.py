"""What a terminal says of countries that are in part counted with the rest of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.cli.chain_numbers import joined
from monazite.cli.chain_prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

_NAMED = 5


def marked(country: str, lang: str, *, partly: bool) -> str:
    """The name of a country (ISO3), with the mark that `show_mark` explains."""
    name = words.country(country, lang)
    return say("chain.cli.left_out.mark", lang, name=name) if partly else name


def show_mark(screen: Console, lang: str) -> None:
    """What the mark means."""
    screen.print(Prose(say("chain.cli.left_out.key", lang), style="dim"))


def show_missing(screen: Console, countries: Sequence[str], lang: str) -> None:
    """Of which countries (ISO3) so little is told that they do not stand in the table."""
    if countries:
        names = joined([words.country(iso3, lang) for iso3 in countries[:_NAMED]], lang)
        screen.print(Prose(counted("chain.cli.left_out.main", len(countries), lang, names=names)))
