"""`monazite watch suppress`: an alert looked at and set aside until a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.cli.watch_lists_options import ListsOption, now
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from monazite.watch.screening.party import Asked
    from monazite.watch.screening.suppressions.store import Suppressions
    from monazite.watch.screening.suppressions.suppression import Suppression


def suppress(
    lists: ListsOption,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]…", help="The party's names, as they are screened."),
    ] = None,
    list_: Annotated[
        str | None, typer.Option("--list", metavar="LIST", help="The list of the entry.")
    ] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="ID", help="The entry's id there.")
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help="The last day; at most a year from now."),
    ] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="What shows that they are two parties; why.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who looked at it.")] = None,
    country: Annotated[
        list[str] | None, typer.Option("--country", help="Of the party, as it is screened.")
    ] = None,
    date: Annotated[
        list[str] | None, typer.Option("--date", help="Of birth or founding, likewise.")
    ] = None,
    identifier: Annotated[
        list[str] | None, typer.Option("--identifier", metavar="KIND=VALUE", help="Likewise.")
    ] = None,
    withdraw: Annotated[
        str | None, typer.Option("--withdraw", metavar="ID", help="Take one back.")
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Set an alert aside: this party is not that entry, until a day, by evidence.

    It falls away after the day, and as soon as the list says something else of the entry. Without
    a name all that were set aside are shown.

    Example: monazite watch suppress "Wang Wei" --list ofac --entity 12345 --until 2027-06-30
    --evidence "Other date of birth in the passport" --by "J. Chen" --lists lists
    """  # fmt: skip
    from monazite.watch.screening.lists.store import Lists
    from monazite.watch.screening.suppressions.store import Suppressions

    at = now()
    store = Suppressions(lists, Lists(lists).held(at))
    if withdraw is not None:
        made = [store.withdraw(withdraw, why=evidence or "", by=by or "", at=at)]
    elif names:
        asked = _asked(names, country or (), date or (), identifier or ())
        made = [_add(store, asked, (list_, entity, until, evidence, by))]
    else:
        made = list(store.all())
    _tell(store, made, at.date(), withdrawn=withdraw is not None, json=json, lang=lang.value)


def _asked(
    names: Iterable[str], countries: Iterable[str], dates: Iterable[str], numbers: Iterable[str]
) -> Asked:
    from monazite.cli.watch_names import numbered
    from monazite.watch.screening.asking.understanding import typed

    told = [numbered(text) for text in numbers]
    return typed(tuple(names), countries=countries, dates=dates, numbers=told)


def _add(store: Suppressions, asked: Asked, told: tuple[str | None, ...]) -> Suppression:
    """Set the pair aside; InputError names an option that is missing."""
    from monazite.law.dates import parse_day

    for option, value in zip(("list", "entity", "until", "evidence", "by"), told, strict=True):
        if value is None:
            raise InputError(option, None, f"--{option}")
    list_, entity, until, evidence, by = (value or "" for value in told)
    return store.add(
        asked, list_, entity, until=parse_day(until, "until"), evidence=evidence, by=by, at=now()
    )


def _tell(
    store: Suppressions, made: list[Suppression], today: date, *, withdrawn: bool, json: bool,
    lang: str,
) -> None:  # fmt: skip
    """What was set aside or taken back, and whether it holds."""
    from monazite.catalogue.texts import say
    from monazite.catalogue.words import visible
    from monazite.cli.chain_prose import Prose
    from monazite.cli.output import console

    holding = [not withdrawn and store.holds(one, today) for one in made]
    if json:
        told = (_document(one, holds=holds) for one, holds in zip(made, holding, strict=True))
        print_json({"suppressions": list(told)})
        return
    if not made:
        console().print(Prose(say("watch.suppress.none", lang)))
    for one, holds in zip(made, holding, strict=True):
        state = "withdrawn" if withdrawn else "holds" if holds else "over"
        line = say(
            f"watch.suppress.{state}", lang, id=one.id, names=" / ".join(one.names),
            list=one.list, entity=one.entity, until=one.until, by=one.by, evidence=one.evidence,
        )  # fmt: skip
        console().print(Prose(visible(line), style="" if holds else "dim"))


def _document(one: Suppression, *, holds: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "names": list(one.names),
        "list": one.list,
        "entity": one.entity,
        "until": one.until.isoformat(),
        "evidence": one.evidence,
        "by": one.by,
        "at": one.at.isoformat(),
        "holds": holds,
    }
