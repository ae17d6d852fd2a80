"""`monazite trade codes`: what a store holds, and what became of a code in other editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console
from monazite.cli.trade_numbers import span, thousands
from monazite.cli.trade_screen import show_end, show_more
from monazite.cli.trade_words import code as code_name
from monazite.cli.trade_words import goods, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.trade.flows.answer import Answer
    from monazite.trade.nomenclature.relations import Relation

SHOWN = 40
_NAME = 30
_HS_DIGITS = 6
_WORDS = {"1:1": "same", "n:1": "merged", "1:n": "split", "n:n": "mixed"}
_AMBIGUOUS = frozenset({"1:n", "n:n"})


def relations(digits: str) -> tuple[Relation, ...]:
    """How a code of six digits relates to the codes of every other edition; none if not covered.

    It is read in the newest edition that has it.
    """
    from monazite.trade.nomenclature.links import EDITIONS
    from monazite.trade.nomenclature.relations import related, vintages_of

    own = vintages_of(digits[:_HS_DIGITS]) if len(digits) >= _HS_DIGITS else ()
    if not own:
        return ()
    return tuple(
        one for edition in EDITIONS for one in related(digits[:_HS_DIGITS], own[-1], edition)
    )


def document(digits: str) -> dict[str, Any]:
    """What a code is and its relatives, for JSON."""
    from monazite.catalogue.codes import describe
    from monazite.trade.nomenclature.relations import family

    return {
        "code": digits,
        "description": describe(digits, "en"),
        "relations": [
            {
                "vintage": one.vintage, "to_vintage": one.to_vintage, "to_code": one.to_code,
                "kind": one.kind, "mixes": list(one.mixes),
            }
            for one in relations(digits)
        ],
        "one_series": {edition: list(its) for edition, its in family(digits[:_HS_DIGITS]).items()},
    }  # fmt: skip


def show(digits: str | None, answer: Answer, lang: str) -> None:
    """What the store holds; for one code also its relatives in other editions."""
    screen = console()
    rows = answer.rows()
    if digits is not None:
        screen.print(Text(code_name(digits, lang), style="bold"))
        screen.print()
    if rows:
        screen.print(_holdings(rows[:SHOWN], lang))
        show_more(screen, len(rows), lang, SHOWN)
    else:
        screen.print(Text(say("flows.codes.none", lang)))
    if digits is not None:
        _show_relations(digits, lang)
    show_end(screen, answer, rows, lang)


def _holdings(rows: Sequence[Mapping[str, Any]], lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in ("code", "goods", "source", "editions", "years"):
        table.add_column(say(f"flows.head.{head}", lang), no_wrap=True)
    for head in ("rows", "without_mass", "value"):
        table.add_column(say(f"flows.head.{head}", lang), justify="right")
    for row in rows:
        name = Text(goods(row["code"], lang))
        name.truncate(_NAME, overflow="ellipsis")
        table.add_row(
            row["code"], name, short(row["source"], lang), row["nomenclature"],
            span(row["first_year"], row["last_year"]), f"{row['rows']:,}",
            f"{row['rows_without_mass']:,}", thousands(row["value_usd"]),
        )  # fmt: skip
    return table


def _show_relations(digits: str, lang: str) -> None:
    """The code in every edition, ambiguous ways marked, and the set that makes one series."""
    from monazite.trade.nomenclature.relations import family

    screen = console()
    found = relations(digits)
    screen.print()
    if not found:
        screen.print(Text(say("flows.codes.not_covered", lang), style="dim"))
        return
    table = Table(box=None, pad_edge=False)
    table.title = say("flows.codes.relations", lang, code=digits, edition=found[0].vintage)
    table.title_justify = "left"
    for head in ("edition", "code", "relation"):
        table.add_column(say(f"flows.head.{head}", lang), overflow="fold")
    table.add_column(say("flows.head.mixes", lang, edition=found[0].vintage), overflow="fold")
    for one in found:
        style = "yellow" if one.kind in _AMBIGUOUS else ""
        word = say(f"flows.relation.{_WORDS.get(one.kind, one.kind)}", lang)
        table.add_row(
            one.to_vintage, one.to_code or "", Text(f"{one.kind}  {word}", style=style),
            " ".join(one.mixes),
        )  # fmt: skip
    screen.print(table)
    series = family(digits[:_HS_DIGITS])
    listed = "; ".join(f"{edition}: {' '.join(its)}" for edition, its in series.items())
    screen.print(Text(say("flows.codes.one_series", lang, codes=listed), style="dim"))
