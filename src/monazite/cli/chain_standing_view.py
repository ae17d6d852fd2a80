"""What a company or a product stands on, in a terminal: by element, by row, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.catalogue.words import visible
from monazite.chain import words
from monazite.cli.chain_numbers import band, joined, largest, mass
from monazite.cli.chain_problems import show_problems
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, UNKNOWN, share_bar
from monazite.cli.trade_screen import show_more

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.standing import Line, Standing

_COUNTRIES = 3


def show(found: Standing, name: str, lang: str) -> None:
    """Elements with the countries that most of each stands on, then rows, then problems."""
    screen = console()
    title = say("chain.cli.standing.title", lang, name=visible(name), year=found.year)
    screen.print(Prose(title, style="bold"))
    if found.elements:
        screen.print(_elements(found, lang))
        screen.print(Prose(say("chain.cli.ultimate.key", lang), style="dim"))
        screen.print()
        screen.print(_lines(found, lang))
        show_more(screen, len(_by_row(found)), lang)
    show_problems(screen, found.problems, lang)


def _elements(found: Standing, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.material", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.contained", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    drawn = any(share.band for one in found.elements for share in one.ultimate)
    for head in ("ultimate", *(("range",) if drawn else ())):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    for one in found.elements:
        for row in _rows(one, drawn, lang):
            table.add_row(*row)
    return table


def _rows(found: Exposure, drawn: bool, lang: str) -> list[tuple[str, ...]]:
    """The first countries of an element; its name and mass stand in the first row alone."""
    shares = [
        (words.country(one.country, lang), words.percent(one.share),
         *((band(one.band, lang),) if drawn else ()), share_bar(one.share))
        for one in largest(found.ultimate, _COUNTRIES)
    ]  # fmt: skip
    if found.unknown:
        nobody = say("chain.pictures.origin_unknown", lang)
        left = words.percent(found.unknown)
        none = (UNKNOWN,) if drawn else ()
        shares.append((nobody, left, *none, share_bar(found.unknown)))
    head = (words.material(found.material, lang), mass(found.use, lang))
    return [(*(head if at == 0 else ("", "")), *one) for at, one in enumerate(shares)]


def _lines(found: Standing, lang: str) -> Table:
    """A line for each row of the file, with all that it holds."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.row", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.name", lang), max_width=24)
    for head in ("source", "contained", "behind"):
        table.add_column(say(f"chain.cli.head.{head}", lang), ratio=1)
    for lines in _by_row(found)[:SHOWN]:
        table.add_row(*_row(lines, lang))
    return table


def _by_row(found: Standing) -> list[list[Line]]:
    by_row: dict[int, list[Line]] = {}
    for one in found.lines:
        by_row.setdefault(one.row, []).append(one)
    return list(by_row.values())


def _row(lines: list[Line], lang: str) -> tuple[str | Prose, ...]:
    source = lines[0].source
    whence = say("chain.pictures.origin_unknown", lang)
    if source is not None:
        country = words.country(source.country, lang)
        whence = say(f"chain.cli.whence.{source.kind}", lang, country=country)
    held = [
        say("chain.cli.of", lang, amount=mass(one.tonnes, lang), element=one.element)
        for one in lines
    ]
    name, content = Prose(visible(lines[0].name)), Prose(joined(held, lang), items=True)
    return str(lines[0].row), name, Prose(whence), content, Prose(_on(lines, lang))


def _on(lines: list[Line], lang: str) -> str:
    """The other country that most of one of the elements stands on; a dash where there is none."""
    behind = [
        (one.share, one.country, line.element)
        for line in lines
        for one in line.ultimate
        if line.source is not None and one.country != line.source.country
    ]
    if not behind:
        return UNKNOWN
    share, country, element = max(behind)
    name = words.country(country, lang)
    said = say("chain.pictures.part", lang, name=name, share=words.percent(share))
    return say("chain.cli.of_element", lang, part=said, element=element)
