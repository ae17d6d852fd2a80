"""An exposure in a terminal: on whom a use stands, stage by stage, and how it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.figures import MEMORY
from monazite.chain.notes import no_use, of_use
from monazite.cli.chain_numbers import band, joined, largest, mass, parts
from monazite.cli.chain_problems import show_problems
from monazite.cli.chain_prose import Prose
from monazite.cli.output import console
from monazite.cli.trade_numbers import UNKNOWN, share_bar
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from monazite.chain.exposures.values import Exposure, Form, Share
    from monazite.chain.figures import Figure
    from monazite.cli.chain_world import Opened

_LINES, _FORMS, _ROWS = 10, 4, 4
_LEAST = 0.005


def show(found: Exposure, asked: Opened, lang: str) -> None:
    """Title, shares by country, stages, forms, cover, and the rows behind it."""
    screen = console()
    screen.print(Prose(title(found, lang), style="bold"))
    if is_small_part(found):
        show_small_part(screen, found, lang)
    elif found.use:
        _show_body(screen, found, lang)
        screen.print(Prose(grounds(found, lang, own=asked.own), style="dim"))
    else:
        screen.print(Prose(no_use(asked.world, found).text(lang)))
    show_problems(screen, asked.problems, lang)


def title(found: Exposure, lang: str) -> str:
    """Who uses what, when and how much, as far as any use is known."""
    what = words.sector(found.sector, lang) if found.sector else words.stage(found.stage, lang)
    said = say(
        "chain.cli.exposure.title", lang, country=words.country(found.country, lang), what=what,
        material=words.material(found.material, lang), year=found.year,
    )  # fmt: skip
    if not found.use:
        return said
    return say("chain.cli.exposure.title.amount", lang, title=said, amount=mass(found.use, lang))


def _show_body(screen: Console, found: Exposure, lang: str) -> None:
    """All below the title."""
    screen.print()
    show_shares(screen, found, lang)
    if found.made:
        screen.print()
        screen.print(_stages_table(found, lang))
    screen.print()
    for line in _lines(found, lang):
        screen.print(Prose(line))


def show_shares(screen: Console, found: Exposure, lang: str) -> None:
    """The shares and how to read them."""
    screen.print(shares_table(found, lang))
    screen.print(Prose(say("chain.cli.ultimate.key", lang), style="dim"))


def is_small_part(found: Exposure) -> bool:
    """Whether most of the use is counted with the rest of the world: a note says so instead."""
    return found.left_out is not None and found.left_out.main


def check_drawn(found: Exposure) -> None:
    """InputError field "chart" where there is no use, or too little of it, to draw a picture of."""
    if is_small_part(found):
        accepted = (
            "a country whose magnets a source tells of; those of this one count with the rest"
        )
        raise InputError("chart", found.country, accepted)
    if not found.use:
        raise InputError("chart", None, "a country of which a use is known")


def show_small_part(screen: Console, found: Exposure, lang: str) -> None:
    """In place of the shares of such a use, why there are none."""
    screen.print(Prose(of_use(found)[0].text(lang)))
    if found.use:
        screen.print(Prose(say("chain.cli.left_out.files", lang)))


def grounds(found: Exposure, lang: str, *, own: bool) -> str:
    """The weightiest rows behind it: packaged ones, or of files of one's own."""
    return rows_behind([one.row for one in found.grounds], lang, own=own)


def rows_behind(rows: Sequence[str], lang: str, *, own: bool) -> str:
    """How many rows a result rests on, and the first of them, the weightiest."""
    key = "chain.cli.grounds.own" if own else "chain.cli.grounds"
    return say(key, lang, count=len(rows), rows=", ".join(rows[:_ROWS]))


def shares_table(found: Exposure, lang: str) -> Table:
    """A row for each country: through every stage, where it was bought, and who controls it."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.country", lang), no_wrap=True)
    drawn = any(one.band for one in found.ultimate)
    for head in ("ultimate", *(("range",) if drawn else ())):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True, style="cyan")
    for head in ("direct", "owned"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right")
    made, direct, owned = map(_by_country, (found.ultimate, found.direct, found.owned))
    for country in _named(found):
        one = made.get(country)
        ends = (band(one.band if one else None, lang),) if drawn else ()
        table.add_row(
            words.country(country, lang), _part(one), *ends, share_bar(one.share) if one else "",
            _part(direct.get(country)), _part(owned.get(country)),
        )  # fmt: skip
    nobody = say("chain.pictures.origin_unknown", lang)
    none = (UNKNOWN,) if drawn else ()
    left = (words.percent(found.unknown), *none, share_bar(found.unknown))
    table.add_row(nobody, *left, _percent(found.direct_unknown), UNKNOWN)
    if found.unowned:
        owner = say("chain.cli.owner_unknown", lang)
        table.add_row(owner, UNKNOWN, *none, "", UNKNOWN, _percent(found.unowned))
    return table


def _named(found: Exposure) -> list[str]:
    """Whom most stands on, then who sells or owns most without that anything stands on them."""
    columns = (found.ultimate, found.direct, found.owned)
    return list(dict.fromkeys(one.country for each in columns for one in largest(each, _LINES)))


def _by_country(shares: Iterable[Share]) -> dict[str, Share]:
    return {one.country: one for one in shares}


def _part(one: Share | None) -> str:
    return _percent(one.share if one else 0.0)


def _percent(share: float) -> str:
    return words.percent(share) if share else UNKNOWN


def _stages_table(found: Exposure, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say("chain.cli.head.stage", lang), no_wrap=True)
    table.add_column(say("chain.cli.head.passed", lang), justify="right", no_wrap=True)
    table.add_column(say("chain.cli.head.made_in", lang), ratio=1)
    for head in ("later", "unknown"):
        table.add_column(say(f"chain.cli.head.{head}", lang), justify="right", no_wrap=True)
    for at in found.made:
        left = (_percent(round(share, 9)) for share in (at.later, at.unknown))
        known = sum(one.share for one in at.shares)
        table.add_row(
            words.stage(at.stage, lang), mass(known * found.use or None, lang),
            Prose(parts(at.shares, known, lang), items=True), *left,
        )  # fmt: skip
    return table


def _lines(found: Exposure, lang: str) -> Iterable[str]:
    """How it came in, what was estimated, how long stocks last."""
    forms = [one for one in found.forms if one.share >= _LEAST][:_FORMS]
    if forms:
        said = joined([_form(one, found, lang) for one in forms], lang)
        yield say("chain.cli.forms", lang, forms=said)
    if found.elements:
        worst = words.material(found.worst, lang) if found.worst else UNKNOWN
        parts = joined([words.material(one.material, lang) for one in found.elements], lang)
        yield say("chain.cli.alloy", lang, elements=parts, worst=worst)
    yield from (note.text(lang) for note in of_use(found))
    yield cover(found, lang)


def _form(one: Form, found: Exposure, lang: str) -> str:
    values = {"stage": words.stage(one.stage, lang), "share": words.percent(one.share)}
    if not one.seller:
        return say("chain.cli.form.unknown", lang, **values)
    if one.seller == found.country:
        return say("chain.cli.form.home", lang, **values)
    return say("chain.cli.form.from", lang, seller=words.country(one.seller, lang), **values)


def cover(found: Exposure, lang: str) -> str:
    """How long stocks last, if the largest supplier abroad goes; that nobody says, otherwise."""
    abroad = next((one for one in found.ultimate if one.country != found.country), None)
    days = found.cover.days
    if days is None:
        return say("chain.cli.cover.none", lang)
    told = list(dict.fromkeys(_source(stock.figure, lang) for stock in found.cover.stocks))
    said = {"source": joined(told, lang), "days": f"{days:,.0f}"}
    if abroad is None:
        return say("chain.cli.cover.days", lang, **said)
    survive = f"{days / abroad.share:,.0f}"
    country = words.country(abroad.country, lang)
    return say("chain.cli.cover.survive", lang, survive=survive, country=country, **said)


def _source(figure: Figure, lang: str) -> str:
    """Who says a figure, and that it was recalled."""
    if figure.confidence != MEMORY:
        return figure.source
    source = figure.source.removesuffix(", recalled")
    return say("chain.cli.cover.recalled", lang, source=source)
