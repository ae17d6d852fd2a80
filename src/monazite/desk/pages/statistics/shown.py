"""The values of the pages of statistics, said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import say
from monazite.customs.regime import rules
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.people.models import Person
from monazite.desk.statistics.models import PREPARED, RELEASED, Cell, Exclusion, Vintage
from monazite.desk.statistics.reading import Shown, difference, page, shown
from monazite.desk.statistics.said import limits, waiting
from monazite.desk.statistics.visible import known
from monazite.law.store import load

EXPORT = "export"
_BARS, _CELLS, _CHANGES = 12, 100, 40
_TONNE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A cell in words; why: the reason where it is hidden."""

    series: str
    side: str
    code: str
    place: str
    mass: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that the vintage before said otherwise."""

    what: Line
    before: str
    after: str


def listed(person: Person) -> dict[str, Any]:
    """The list of vintages, what is left out, and which month could be counted."""
    regime = person.organisation.regime
    vintages = list(known(person))
    left_out = Exclusion.objects.filter(counts=False, item__declaration__regime=regime)
    return {
        "vintages": vintages,
        "month": f"{load().today(regime):%Y-%m}",
        "reasons": rules(regime).statistics.exclusions,
        "left_out": left_out.select_related("item__declaration", "by").order_by("-at")[:_CELLS],
    }


def whole(person: Person, vintage: Vintage, cursor: str, lang: str) -> dict[str, Any]:
    """One vintage with its charts; amounts of hidden cells are in none of them."""
    cells = Cell.objects.filter(vintage=vintage)
    found = page(person, vintage, cursor, _CELLS)
    sums = cells.filter(series=EXPORT, side="total")
    to = cells.filter(series=EXPORT, side="destination", code="")
    whole_of = Cell.objects.filter(vintage=vintage, side="total", code="").order_by("series")
    waits = vintage.state == PREPARED
    return {
        "vintage": vintage,
        "totals": [_line(shown(each), lang) for each in whole_of],
        "by_code": _bars([shown(each) for each in sums.exclude(code="")], "code", lang),
        "by_place": _bars([shown(each) for each in to], "place", lang),
        "hidden": _hidden(cells.exclude(hidden="").values_list("hidden", flat=True), lang),
        "pooled": _pooled(vintage),
        "pooled_count": len(vintage.pooled.get(EXPORT, {}).get("codes", {})),
        "pooled_places": _pooled_places(vintage, lang),
        "limits": limits(vintage.regime, lang),
        "waiting": list(waiting(vintage, lang)),
        "nothing": [_series(each, lang) for each in vintage.nothing],
        "lines": [_line(each, lang) for each in found.items],
        "following": found.following,
        "changes": _changes(vintage, lang),
        "may_sign": waits and vintage.author_id != person.pk,
        "own": waits and vintage.author_id == person.pk,
        "released": vintage.state == RELEASED,
        "excluded": [(_reason(name, lang), n) for name, n in sorted(vintage.excluded.items())],
        "unrated": [currency for currency, rate in vintage.rates.items() if rate is None],
    }


def _bars(cells: Sequence[Shown], by: str, lang: str) -> Bars:
    ranked = sorted(cells, key=lambda cell: -(cell.mass_kg or 0))[:_BARS]
    return bars(
        [
            (
                _label(cell, by, lang),
                [Part(float(cell.mass_kg or 0), 1)],
                say("desk.statistics.tonnes", lang, tonnes=_tonnes(cell.mass_kg)),
            )
            for cell in ranked
        ]
    )


def _label(cell: Shown, by: str, lang: str) -> str:
    return cell.code if by == "code" else _place(cell.place, lang)


def _hidden(reasons: Iterable[str], lang: str) -> list[tuple[str, int]]:
    return [
        (say(f"desk.statistics.hidden.{reason}", lang), count)
        for reason, count in Counter(reasons).most_common()
    ]


def _pooled(vintage: Vintage) -> list[tuple[str, str]]:
    """Which pools there are, with the codes that stand together in each."""
    found: dict[str, list[str]] = {}
    for code, pool in sorted(vintage.pooled.get(EXPORT, {}).get("codes", {}).items()):
        found.setdefault(pool, []).append(code)
    return [(pool, ", ".join(codes)) for pool, codes in found.items()]


def _pooled_places(vintage: Vintage, lang: str) -> str:
    """The countries that are shown in neither table."""
    sides = vintage.pooled.get(EXPORT, {}).get("places", {}).values()
    return ", ".join(sorted({country(place, lang) for places in sides for place in places}))


def _changes(vintage: Vintage, lang: str) -> list[Change]:
    """What the released vintage before says otherwise."""
    earlier = Vintage.objects.filter(
        regime=vintage.regime, month=vintage.month, number__lt=vintage.number, state=RELEASED
    ).last()
    if earlier is None:
        return []
    found = []
    for _, each in difference(earlier, vintage)[:_CHANGES]:
        cell = each.after or each.before
        if cell is not None:
            told = _line(cell, lang)
            found.append(Change(told, _said(each.before, lang), _said(each.after, lang)))
    return found


def _said(cell: Shown | None, lang: str) -> str:
    if cell is None:
        return say("desk.statistics.not_there", lang)
    return _line(cell, lang).mass


def _line(cell: Shown, lang: str) -> Line:
    nothing = say("desk.statistics.hidden", lang) if cell.hidden else ""
    unrated = say("desk.statistics.no_rate", lang)
    return Line(
        _series(cell.series, lang),
        say(f"desk.statistics.side.{cell.side}", lang),
        cell.code or say("desk.statistics.all", lang),
        _place(cell.place, lang) if cell.place else say("desk.statistics.all", lang),
        nothing or f"{cell.mass_kg or 0:,.3f}",
        nothing or (unrated if cell.value_usd is None else f"{cell.value_usd:,.2f}"),
        say(f"desk.statistics.hidden.{cell.hidden}", lang) if cell.hidden else "",
    )


def _place(code: str, lang: str) -> str:
    return say("desk.statistics.others", lang) if code == "*" else country(code, lang)


def _series(name: str, lang: str) -> str:
    return say(f"customs.series.{name}", lang)


def _reason(name: str, lang: str) -> str:
    return say(f"desk.statistics.reason.{name}", lang)


def _tonnes(mass_kg: Decimal | None) -> str:
    return f"{(mass_kg or Decimal(0)) / _TONNE:,.3f}"
