"""`monazite trade leads` on the screen, as a table and as a chart: ranked, doubts beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.text import Text

from monazite.catalogue.texts import keys, say
from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks
from monazite.cli.output import console
from monazite.cli.trade_numbers import SHOWN, digits, share_bar, tonnes
from monazite.cli.trade_screen import show_more
from monazite.cli.trade_words import code, listed, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa
    from rich.console import Console

    from monazite.charts.render import Chart
    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.leads import Leads

    Document = dict[str, Any]

_LISTS = ("reasons", "other_explanations", "sources")
_DRAWN = 15
_INDENT = 12
_AMOUNTS = ("unmatched", "matched", "surplus", "outward")
"""The amount that a lead is about, by its kind: its mass, or its value where no mass is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """The leads of one code with the controls that were looked at, ready to leave."""

    leads: Leads
    controls: tuple[Control, ...]

    @property
    def title(self) -> str:
        """The title of the JSON document."""
        return f"Leads for {self.leads.code}"

    @property
    def notes(self) -> tuple[()]:
        """Leads carry their doubts themselves."""
        return ()

    def rows(self) -> list[Document]:
        """The leads as JSON objects, the strongest first."""
        return [lead.document() for lead in self.leads.leads]

    def to_pyarrow(self) -> pa.Table:
        """One row a lead; lists with semicolons between, figures as a JSON object."""
        import pyarrow as pa

        rows = [{name: _flat(name, value) for name, value in row.items()} for row in self.rows()]
        return pa.Table.from_pylist(rows, schema=_schema())

    def __len__(self) -> int:
        return len(self.leads.leads)

    def about(self) -> Document:
        """What stands beside the leads in JSON."""
        document = self.leads.document()
        return {
            "code": self.leads.code,
            "controls": [
                {
                    "name": one.name, "exporter": one.exporter, "target": one.target,
                    "date": one.date.isoformat(),
                }
                for one in self.controls
            ],
            "not_computed": document["not_computed"],
        }  # fmt: skip


def _schema() -> pa.Schema:
    import pyarrow as pa

    words = (
        "kind", "exporter", "via", "importer", "code", "period", "level", "grade", "reasons",
        "other_explanations", "figures", "sources",
    )  # fmt: skip
    numbers = [("rank", pa.int64()), ("score", pa.float64())]
    return pa.schema([*numbers, *((word, pa.string()) for word in words)])


def _flat(name: str, value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    if name in _LISTS:
        return ";".join(value)
    return json.dumps(value, ensure_ascii=False) if name == "figures" else value


def show(found: Found, lang: str) -> None:
    """The leads one by one: how strong, what, between whom, why, and what else it may be."""
    screen = console()
    title = say("flows.leads.title", lang, code=code(found.leads.code, lang))
    screen.print(Text(title, style="bold"))
    for line in _controls(found, lang):
        screen.print(Text(line, style="dim"))
    rows = found.rows()
    for row in rows[:SHOWN]:
        _show_lead(screen, row, lang)
    screen.print()
    if not rows:
        screen.print(Text(say("flows.leads.none", lang)))
    show_more(screen, len(rows), lang)
    for one in dict.fromkeys((one.method, one.reason) for one in found.leads.not_computed):
        line = say("flows.leads.not_computed", lang, method=_word("method", one[0], lang),
                   reason=_word("not_computed", one[1], lang))  # fmt: skip
        screen.print(Text(f"• {line}", style="dim"))
    screen.print(Text(say("flows.leads.caution", lang), style="dim"))


def _controls(found: Found, lang: str) -> Iterator[str]:
    for one in found.controls:
        target = place(one.target, lang) if one.target else say("trade.world", lang)
        yield say("flows.leads.control", lang, name=one.name, day=one.date, target=target,
                  exporter=place(one.exporter, lang))  # fmt: skip


def _show_lead(screen: Console, row: Document, lang: str) -> None:
    head = Text(f"\n{row['rank']:>2} ")
    head.append(share_bar(row["score"]), style="cyan")
    head.append(f" {row['score']:.3f}  ", style="bold")
    head.append(_flow(row, lang), style="bold")
    head.append(f"  {_word('lead', row['kind'], lang)} · {row['period']}{_amount(row, lang)}")
    screen.print(head)
    for name in ("reasons", "other_explanations"):
        words = listed((_word(name, one, lang) for one in row[name]), lang)
        line = say(f"flows.leads.{name}", lang, words=words)
        told = Text(line, style="dim" if name == "other_explanations" else "")
        screen.print(Padding(told, (0, 0, 0, _INDENT)))


def _flow(row: Document, lang: str) -> str:
    ends = [row[end] for end in ("exporter", "via", "importer") if row[end]]
    return " → ".join(place(end, lang) for end in ends)


def _amount(row: Document, lang: str) -> str:
    mass, value = (_figure(row, unit) for unit in ("kg", "usd"))
    if mass is not None:
        return f" · {say('trade.unit.t', lang, value=tonnes(mass))}"
    return "" if value is None else f" · {say('flows.unit_usd', lang, value=digits(value))}"


def _figure(row: Document, unit: str) -> float | None:
    known = (row["figures"].get(f"{name}_{unit}") for name in _AMOUNTS)
    return next((one for one in known if one is not None), None)


def _word(kind: str, word: str, lang: str) -> str:
    """The words for a code of a lead; caveats of pairs are explanations of leads too."""
    for key in (f"flows.{kind}.{word}", f"flows.caveat.{word}"):
        if key in keys():
            return say(key, lang)
    return word


def chart(found: Found, lang: str) -> Chart:
    """The leads as bars of their scores; the reasons beside them, all of it on hover."""
    drawn = [
        Rank(
            f"{row['rank']}. {_flow(row, lang)}",
            row["score"],
            _word("lead", row["kind"], lang) + _amount(row, lang),
            _tip(row, lang),
        )
        for row in found.rows()[:_DRAWN]
    ]
    title = say("flows.leads.title", lang, code=code(found.leads.code, lang))
    caution = say("flows.leads.caution", lang)
    return ranks(drawn, Caption(title, caution, say("flows.axis.score", lang), {}))


def _tip(row: Document, lang: str) -> str:
    parts = (_word(name, one, lang) for name in _LISTS[:2] for one in row[name])
    return listed(parts, lang)
