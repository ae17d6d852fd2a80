"""From cells to flow rows: every check as a mask over a piece, every reason of a row kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from monazite.trade.flows.columns import DIRECTIONS
from monazite.trade.reading.amounts import first_known
from monazite.trade.reading.aside import set_aside
from monazite.trade.reading.decimals import amounts, as_floats, outside
from monazite.trade.reading.faults import Faults, of_broken
from monazite.trade.reading.flows_of import Flows, Normal
from monazite.trade.reading.values import in_dollars
from monazite.trade.reading.vocabulary import HEADING, NO_PLACE, NONE, OUTSIDE

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.trade.reading.amounts import Found
    from monazite.trade.reading.containers.raw import Raw
    from monazite.trade.reading.reader import Reader
    from monazite.trade.reading.values import Rate
    from monazite.trade.reading.vocabulary import Numbers

    Mask = npt.NDArray[np.bool_]

ODD_USD_KG = (1e-4, 1e6)
"""Dollars a kilogram outside of these are counted, not rejected: small masses are rounded."""


def normalise(raw: Raw, reader: Reader, rate: Rate) -> Normal:
    """The flows of a piece, and what its other rows are told to be in the side file."""
    kept, aside = set_aside(raw, reader.layout.set_aside)
    faults = Faults(len(kept))
    flows, unit_unknown = _flows(kept, reader, rate, faults)
    good, wrong = faults.good(), faults.wrong()
    told = (*of_broken(raw.broken), *raw.aside, *aside, *faults.told(kept))
    if not good.all():
        flows = flows.take(np.flatnonzero(good))
    return Normal(
        Flows(flows.year, flows.numbers, {n: amounts(a) for n, a in flows.amounts.items()}),
        told,
        raw.records,
        rejected=len(raw.broken) + int(wrong.sum()),
        set_aside=len(raw) - len(kept) + int((~good & ~wrong).sum()) + sum(map(len, raw.aside)),
        notes={**_notes(flows), "unit_unknown": int((unit_unknown & good).sum())},
    )


def _flows(raw: Raw, reader: Reader, rate: Rate, faults: Faults) -> tuple[Flows, Mask]:
    """All rows of a piece as flows, whatever is wrong with them; and whose unit hides the mass."""
    layout, words = reader.layout, reader.all
    numbers = _who_and_what(raw, reader, faults)
    numbers |= _when(raw, reader, numbers, faults)
    spoken = {word: words.small.number(word) for word in DIRECTIONS}
    mass = first_known(raw, layout.mass_kg, spoken, numbers["direction"])
    value = first_known(raw, layout.value, spoken, numbers["direction"])
    for name, field in (("mass", "mass_kg"), ("value", "value")):
        _check(name, field, mass if name == "mass" else value, reader, faults)
    neither = np.asarray(pc.and_(pc.is_null(mass.amount), pc.is_null(value.amount)))
    faults.add("no_amount", "mass_kg", _cells_of(reader), neither & faults.good())
    numbers |= _words(raw, reader, numbers, {"mass_kg": mass, "value": value}, faults)
    usd, reported = in_dollars(value.amount, numbers["currency"], numbers["period"], words, rate)
    faults.add("absurd_value", "value_usd", _cells_of(reader), outside(usd)[1] & faults.good())
    numbers["mass_basis"] = np.where(
        np.asarray(pc.is_valid(mass.amount)), numbers["mass_basis"], NONE
    )
    numbers["parts"] = reader.parts(raw)
    numbers["row"] = raw.rows
    found = {"mass_kg": mass.amount, "value_usd": usd, "value_reported": reported}
    unknown = mass.unit_unknown & np.asarray(pc.is_null(mass.amount))
    return Flows(reader.years(numbers["period"]), numbers, found), unknown


def _cells_of(reader: Reader) -> list[str]:
    return [one.column for one in (*reader.layout.mass_kg, *reader.layout.value)]


def _who_and_what(raw: Raw, reader: Reader, faults: Faults) -> dict[str, Numbers]:
    """Code, reporter, partner and direction."""
    layout = reader.layout
    code = reader.numbers("code", raw)
    found = {"code": code, "reporter": reader.numbers("reporter", raw)}
    found["partner"] = reader.numbers("partner", raw)
    nothing = np.full(len(raw), NONE, np.int32)
    found["direction"] = reader.word("direction", raw, nothing, code)
    aside = code == HEADING
    faults.add("heading", "code", [layout.code.column], aside)
    for name in ("reporter", "partner"):
        column = getattr(layout, name).column
        faults.add("no_single_place", name, [column], (found[name] == NO_PLACE) & ~aside)
        aside = aside | (found[name] == NO_PLACE)
    faults.settled = aside
    for name in ("reporter", "partner"):
        faults.add("unknown_country", name, [getattr(layout, name).column], found[name] < 0)
    faults.add("bad_code", "code", [layout.code.column], code < 0)
    column = layout.direction.column
    faults.add("unknown_direction", "direction", [column], found["direction"] < 0)
    return found


def _when(
    raw: Raw, reader: Reader, numbers: dict[str, Numbers], faults: Faults
) -> dict[str, Numbers]:
    """Period and nomenclature, which must have been in force in it."""
    spec = reader.layout.period
    cells = [spec.column, spec.year, spec.month, spec.quarter]
    period = reader.period(raw)
    faults.add("year_not_of_file", "period", cells, period == OUTSIDE)
    faults.add("unknown_period", "period", cells, (period < 0) & (period != OUTSIDE))
    word = reader.word("nomenclature", raw, numbers["direction"], numbers["code"])
    edition = reader.editions(word, period)
    late = edition == OUTSIDE
    faults.add("year_outside_nomenclature", "nomenclature", cells, late)
    unknown = (word < 0) | ((edition < 0) & ~late & (period >= 0))
    column = reader.layout.nomenclature.column
    faults.add("unknown_nomenclature", "nomenclature", [column], unknown)
    return {"period": period, "nomenclature": edition}


def _check(name: str, field: str, found: Found, reader: Reader, faults: Faults) -> None:
    """Amounts that are no numbers, below nothing, or more than there is."""
    cells = [one.column for one in getattr(reader.layout, field)]
    negative, absurd = outside(found.amount)
    field = "mass_kg" if name == "mass" else "value_usd"
    faults.add("not_a_number", field, cells, found.bad)
    faults.add(f"negative_{name}", field, cells, negative)
    faults.add(f"absurd_{name}", field, cells, absurd)


def _words(
    raw: Raw, reader: Reader, numbers: dict[str, Numbers], found: dict[str, Found], faults: Faults
) -> dict[str, Numbers]:
    """Basis, currency and valuation: of the whole layout, or of the column that a row took."""
    said: dict[str, Numbers] = {}
    for field in ("basis", "mass_basis", "currency", "valuation"):
        column = getattr(reader.layout, field).column
        word = reader.word(field, raw, numbers["direction"], numbers["code"])
        for key in reader.words:
            name, _, which = key.partition(" ")
            if name == field and which:
                part, _, number = which.partition(" ")
                own = reader.word(key, raw, numbers["direction"], numbers["code"])
                word = np.where(found[part].chosen == int(number), own, word)
        required = field in {"basis", "currency"}
        faults.add("unknown_word", field, [column], word < (0 if required else NONE))
        said[field] = word
    return said


def _notes(flows: Flows) -> dict[str, int]:
    """How many rows lack a mass or a value, and whose unit value is odd."""
    mass, value = (flows.amounts[name] for name in ("mass_kg", "value_usd"))
    with np.errstate(divide="ignore", invalid="ignore"):
        unit_value = as_floats(value) / as_floats(mass)
        low, high = ODD_USD_KG
        odd = (unit_value < low) | (unit_value > high)
    return {
        "mass_missing": mass.null_count,
        "value_missing": value.null_count,
        "absurd_unit_value": int(odd.sum()),
    }
