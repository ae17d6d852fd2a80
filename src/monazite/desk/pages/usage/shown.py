"""The values of the pages of usage maps, said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monazite.catalogue.texts import say
from monazite.chain.usage.comparing import Difference
from monazite.chain.usage.contents import MATERIALS, REE
from monazite.chain.usage.tally import Amount, together
from monazite.chain.words import country, material, sector, stage
from monazite.customs.statistics.listing import Listing
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.statistics.said import limits
from monazite.desk.usage.documents import BY
from monazite.desk.usage.reporting import Report, Summed, Sums
from monazite.desk.usage.window import named
from monazite.errors import InputError

_ROWS, _BARS, _GOODS = 100, 12, 20
_MILLIGRAMS = -9
_FEW = Decimal("0.01")
"""Below so many tonnes a sum is told in kilograms."""
_PLACES = ((100, 0), (10, 1), (1, 2), (0, 3))
"""From which amount how many decimals make three digits that count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One user's use."""

    user: str
    country: str
    sector: str
    use: str
    stage: str
    licensed: str
    released: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A use by the desk and by statistics, a year; note: what is odd about it."""

    country: str
    sector: str
    licensed: str
    released: str
    statistical: str
    share: str
    share_seen: str
    note: str


@dataclass(frozen=True, slots=True)
class Side:
    """One table of sums with its picture; of: what its rows are; label: says the picture aloud."""

    name: str
    of: str
    picture: Bars
    label: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An element at one stage as sums."""

    name: str
    licensed: str
    released: str
    sides: tuple[Side, ...]


def mapped(report: Report, wanted: str, lang: str) -> dict[str, Any]:
    """One material's map: the one asked for, the first that there is where none is.

    InputError on a material that no chain is known of; another that the map lacks is said.
    """
    amounts = report.usage.amounts
    seen = {each.element for each in amounts}
    chosen = _asked(wanted, lang) or min(seen, key=_order, default="")
    known = sorted(seen | ({chosen} if chosen and seen else set()), key=_order)
    own = [each for each in amounts if each.element == chosen]
    users = together(own, BY)
    return {
        "report": report,
        "nothing": not own,
        "materials": [(name, material(name, lang)) for name in known],
        "chosen": chosen,
        "name": material(chosen, lang) if chosen else "",
        "sides": [_side(own, name, lang) for name in ("country", "sector")],
        "users": [_row(*found, lang) for found in list(users.items())[:_ROWS]],
        "more": max(len(users) - _ROWS, 0),
        "beside": [_beside(each, lang) for each in report.differences if each.element == chosen],
        "year": str(report.year),
        "uncounted": _uncounted(report, lang),
    }


def summed(sums: Sums, lang: str) -> dict[str, Any]:
    """A quarter's sums."""
    return {
        "sums": sums,
        "quarter": named(sums.window),
        "shown": [_shown(each, lang) for each in sums.rows],
        "hidden": [_named(*each, lang) for each in sums.hidden],
        "limits": limits(sums.window.regime, lang),
    }


def tonnes(amount: Decimal, lang: str) -> str:
    """An amount as a person reads it: in kilograms where it is small."""
    if 0 < amount < _FEW:
        return say("desk.usage.kg", lang, amount=f"{amount * 1000:,.3f}")
    return say("desk.usage.t", lang, amount=f"{amount:,.3f}" if amount else "0")


def about(amount: Decimal | float, lang: str) -> str:
    """An amount that is drawn or estimated: three digits that count, in kilograms below a tonne."""
    found = Decimal(amount)
    unit = "kg" if 0 < found < 1 else "t"
    shown = found * 1000 if unit == "kg" else found
    places = next((places for least, places in _PLACES if shown >= least), 0) if found else 0
    return say(f"desk.usage.{unit}", lang, amount=f"{shown:,.{places}f}")


def _asked(wanted: str, lang: str) -> str:
    """The material by its code, in whatever case; "" where none is asked for."""
    by_code = {name.casefold(): name for name in (REE, *MATERIALS)}
    if not wanted or wanted.casefold() in by_code:
        return by_code.get(wanted.casefold(), "")
    codes = sorted(by_code.values(), key=_order)
    between = say("chain.pictures.between", lang)
    named = between.join(f"{material(code, lang)} ({code})" for code in codes)
    raise InputError("material", wanted, ", ".join(codes), "material_unmapped", materials=named)


def _order(name: str) -> tuple[bool, str]:
    """All rare earths together first."""
    return name != REE, name


def _side(amounts: list[Amount], by: str, lang: str) -> Side:
    rows = [
        (_word(by, getattr(key, by), lang), licensed, released)
        for key, (licensed, released) in together(amounts, [by]).items()
    ]
    told = tuple((name, tonnes(lic, lang), tonnes(rel, lang)) for name, lic, rel in rows)
    return _drawn(by, rows, told, lang)


def _drawn(
    by: str, rows: list[tuple[str, Decimal, Decimal]], told: tuple[tuple[str, str, str], ...],
    lang: str,
) -> Side:  # fmt: skip
    name = say(f"desk.usage.by_{by}", lang)
    label = say("desk.usage.picture", lang, name=name)
    return Side(name, say(f"desk.usage.{by}", lang), _picture(rows, lang), label, told)


def _picture(rows: list[tuple[str, Decimal, Decimal]], lang: str) -> Bars:
    """What left, and what was licensed beyond it."""
    left, open_ = say("desk.usage.released", lang), say("desk.usage.not_left", lang)
    return bars(
        [
            (
                name,
                [
                    Part(float(released), 1, left),
                    Part(float(max(licensed - released, Decimal(0))), 2, open_),
                ],
                _beyond(licensed, released, lang),
            )
            for name, licensed, released in rows[:_BARS]
        ]
    )


def _beyond(licensed: Decimal, released: Decimal, lang: str) -> str:
    """What left, and of how much where more is licensed: the whole bar."""
    left = about(released, lang)
    if released >= licensed:
        return left
    return say("desk.usage.of", lang, left=left, licensed=about(licensed, lang))


def _row(key: Any, amounts: tuple[Decimal, Decimal], lang: str) -> Row:  # noqa: ANN401 - a Key
    return Row(
        key.user or say("desk.usage.nobody", lang), _word("country", key.country, lang),
        _word("sector", key.sector, lang), key.use, stage(key.stage, lang),
        tonnes(amounts[0], lang), tonnes(amounts[1], lang),
    )  # fmt: skip


def _beside(each: Difference, lang: str) -> Beside:
    unknown = say("desk.usage.not_known", lang)
    note = say("desk.usage.more_than_known", lang) if each.more_than_known else ""
    return Beside(
        _word("country", each.country, lang),
        sector(each.sector, lang) if each.sector else say("desk.usage.all_sectors", lang),
        about(each.licensed, lang),
        about(each.released, lang),
        unknown if each.statistical is None else about(each.statistical, lang),
        unknown if each.share is None else f"{each.share:.1%}",
        unknown if each.share_seen is None else f"{each.share_seen:.1%}",
        note,
    )


def _uncounted(report: Report, lang: str) -> list[tuple[str, int, str]]:
    """Why goods are not in the map, how many, and the first of them."""
    found = [each for each in report.usage.uncounted if each.why != "nothing"]
    counts = Counter(each.why for each in found)
    return [
        (
            say(f"desk.usage.why.{why}", lang),
            count,
            ", ".join(list(dict.fromkeys(e.row for e in found if e.why == why))[:_GOODS]),
        )
        for why, count in counts.most_common()
    ]


def _shown(each: Summed, lang: str) -> Shown:
    licensed, released = _whole(each.by_country.total)
    sides = (("country", each.by_country), ("sector", each.by_sector))
    return Shown(
        _named(each.element, each.stage, lang), tonnes(licensed, lang), tonnes(released, lang),
        tuple(_listed(name, listed, lang) for name, listed in sides),
    )  # fmt: skip


def _listed(by: str, listed: Listing, lang: str) -> Side:
    hidden = say("desk.usage.hidden", lang)
    rows = [(_word(by, of, lang), *_whole(found)) for of, found in listed.parts.items() if found]
    rows.sort(key=lambda row: -row[1])
    told = [(name, tonnes(lic, lang), tonnes(rel, lang)) for name, lic, rel in rows]
    told += [
        (_word(by, of, lang), hidden, hidden) for of, found in listed.parts.items() if not found
    ]
    return _drawn(by, rows, tuple(told), lang)


def _whole(amounts: Iterable[int]) -> tuple[Decimal, Decimal]:
    licensed, released = (Decimal(amount).scaleb(_MILLIGRAMS) for amount in amounts)
    return licensed, released


def _named(element: str, at: str, lang: str) -> str:
    return say("desk.usage.at", lang, material=material(element, lang), stage=stage(at, lang))


_WORDS: dict[str, Callable[[str, str], str]] = {"country": country, "sector": sector}


def _word(by: str, name: str, lang: str) -> str:
    return _WORDS[by](name, lang) if name else say(f"desk.usage.no_{by}", lang)
