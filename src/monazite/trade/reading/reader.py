"""A layout made ready for one file: what turns its cells into numbers of words, with memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.errors import InputError
from monazite.trade.flows.columns import HS_VINTAGES
from monazite.trade.reading import codes, places, when, words
from monazite.trade.reading.blocks import FILE, SHEET
from monazite.trade.reading.vocabulary import NONE, OUTSIDE, UNKNOWN, Memory, PairMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import numpy.typing as npt

    from monazite.trade.periods import Period
    from monazite.trade.reading.blocks import PeriodOf, Place, Word
    from monazite.trade.reading.containers.raw import Raw
    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile
    from monazite.trade.reading.vocabulary import Numbers, Vocabularies, Vocabulary

_WORDS = ("direction", "nomenclature", "currency", "valuation", "basis", "mass_basis")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the readers of one file share: its name and sheet, its columns, the caller's words."""

    file: SourceFile
    sheet: str
    columns: Collection[str]
    given: Mapping[str, str]
    words: Vocabularies


@dataclass(frozen=True, slots=True)
class WordReader:
    """What gives a word: one number for all rows, a column, the direction, or the digits."""

    constant: int
    column: str | None = None
    memory: Memory | None = None
    by_direction: Mapping[str, int] | None = None
    by_digits: Mapping[int, int] | None = None

    def numbers(self, raw: Raw, direction: Numbers, code: Numbers, all_: Vocabularies) -> Numbers:
        """The number of each row's word."""
        if self.column is not None and self.memory is not None:
            return self.memory.numbers(raw.columns[self.column])
        if self.by_direction:
            return table(all_.small, self.by_direction.get)[direction]
        if self.by_digits:
            of_length = self.by_digits
            return table(all_.codes, lambda digits: of_length.get(len(digits)))[code]
        return np.full(len(raw), self.constant, np.int32)


def table(words_: Vocabulary, number: Callable[[str], int | None]) -> Numbers:
    """A number for each word of a vocabulary; for what is no word, NONE."""
    found = [number(word) for word in words_.words]
    no_words = [NONE] * -OUTSIDE
    return np.array([*(NONE if one is None else one for one in found), *no_words], np.int32)


def year_of(period: str) -> int:
    """The year of a period's word, such as "M 2023-05"."""
    return int(period.split(" ", 1)[1][:4])


@dataclass(frozen=True, slots=True)
class Reader:
    """One file's layout with what reads its cells; threads share it."""

    layout: Layout
    all: Vocabularies
    period: Callable[[Raw], Numbers]
    memories: Mapping[str, Memory]
    words: Mapping[str, WordReader]
    edition: PairMemory
    part: PairMemory
    cell: Memory

    def numbers(self, field: str, raw: Raw) -> Numbers:
        """The numbers of places or codes, or what they are instead."""
        column = raw.columns.get(getattr(self.layout, field).column)
        memory = self.memories[field]
        return memory.all(len(raw)) if column is None else memory.numbers(column)

    def parts(self, raw: Raw) -> Numbers:
        """A number for each combination of the columns that split flows."""
        columns = [raw.columns[name] for name in self.layout.parts if name in raw.columns]
        if not columns:
            return np.zeros(len(raw), np.int32)
        return self.part.numbers(*(self.cell.numbers(column) for column in columns))

    def years(self, period: Numbers) -> npt.NDArray[np.int16]:
        """The years of periods by their numbers."""
        return table(self.all.periods, year_of).astype(np.int16)[period]

    def editions(self, word: Numbers, period: Numbers) -> Numbers:
        """The nomenclatures that words stand for in periods."""
        if len(word) and (word == word[0]).all() and word[0] >= 0:
            one = int(word[0])
            known = [self.edition.number(one, n) for n in range(len(self.all.periods.words))]
            return np.array([*known, *[UNKNOWN] * -OUTSIDE], np.int32)[period]
        return self.edition.numbers(word, period)

    def word(self, field: str, raw: Raw, direction: Numbers, code: Numbers) -> Numbers:
        """The numbers of a field's words."""
        return self.words[field].numbers(raw, direction, code, self.all)


def reader(layout: Layout, scope: Scope) -> Reader:
    """The layout made ready for a file.

    Raises:
        InputError: on a word that the caller must say and does not, or that may not be.
    """
    memories = {
        name: Memory(_place(name, place, scope))
        for name, place in (("reporter", layout.reporter), ("partner", layout.partner))
    }
    memories["code"] = Memory(codes.resolver(layout.code, scope.words.codes))
    read = {field: word_reader(field, getattr(layout, field), scope) for field in _WORDS}
    for part, amounts in (("mass_kg", layout.mass_kg), ("value", layout.value)):
        for which, amount in enumerate(amounts):
            own = {"mass_basis": amount.basis, "currency": amount.currency,
                   "valuation": amount.valuation}  # fmt: skip
            for field, word in own.items():
                if word:
                    read[f"{field} {part} {which}"] = word_reader(field, word, scope)
    year = _year_of(layout.period, scope.file.name)
    cell = Memory(lambda text: scope.words.cells.number((text or "").strip()))
    period = _period_reader(layout.period, scope.words, year, cell)
    split = PairMemory(lambda *cells: scope.words.parts.number(" ".join(map(str, cells))))
    edition = edition_memory(scope.words)
    return Reader(layout, scope.words, period, memories, read, edition, split, cell)


def _place(field: str, place: Place, scope: Scope) -> Callable[[str | None], int]:
    """What gives a place in this file; the caller says it where neither column nor layout do."""
    given = scope.given.get(field)
    if place.given and place.column not in scope.columns and not (given or place.default):
        raise InputError(field, None, words.unsaid(field, places.SAID))
    return places.resolver(place, scope.file, given, scope.words.places)


def word_reader(field: str, word: Word, scope: Scope) -> WordReader:
    """What gives the word of a field in this file."""
    small = scope.words.small
    if word.by_direction or word.by_digits:
        of_direction = {str(key): small.number(text) for key, text in word.by_direction.items()}
        of_digits = {key: small.number(text) for key, text in word.by_digits.items()}
        return WordReader(NONE, by_direction=of_direction, by_digits=of_digits)
    if word.column in {FILE, SHEET}:
        text = scope.file.name if word.column == FILE else scope.sheet
        found = words.read(word, text)
        if found and words.possible(field, found):
            return WordReader(small.number(found))
        if not word.given and word.default is None:
            raise InputError(field, text, f"a name that says it: {words.said(field)}")
    elif word.column in scope.columns:
        return WordReader(NONE, word.column, Memory(words.resolver(field, word, small)))
    constant = words.constant(field, word, scope.given.get(field) if word.given else None)
    return WordReader(NONE if constant is None else small.number(constant))


def _year_of(period: PeriodOf, name: str) -> int | None:
    """The year that the file's name says, where the layout reads one there."""
    match = re.search(period.year_in_name, name) if period.year_in_name else None
    return int(match[1]) if match else None


def _period_reader(
    spec: PeriodOf, all_: Vocabularies, year: int | None, cells: Memory
) -> Callable[[Raw], Numbers]:
    """What gives the numbers of rows' periods."""

    def number(found: Period | None) -> int:
        if found is None or (frequency := when.frequency(found)) is None:
            return UNKNOWN
        if year is not None and found.first // _YEAR != year:
            return OUTSIDE
        return all_.periods.number(f"{frequency} {found.text}")

    if spec.column is not None:
        name = spec.column
        whole = Memory(lambda text: number(_of_text(spec, text or "")))
        return lambda raw: whole.numbers(raw.columns[name])
    columns = tuple(name for name in (spec.year, spec.month or spec.quarter) if name)
    pairs = PairMemory(lambda *these: number(_of_parts(spec, [all_.cells.words[n] for n in these])))
    return lambda raw: pairs.numbers(*(cells.numbers(raw.columns[name]) for name in columns))


_YEAR, _QUARTER = 12, 3


def _of_text(spec: PeriodOf, text: str) -> Period | None:
    if spec.extract:
        match = re.search(spec.extract, text)
        text = "" if match is None else match[1]
    return when.read(text, spec.formats)


def _of_parts(spec: PeriodOf, cells: list[str]) -> Period | None:
    year, part = cells[0], cells[1] if len(cells) > 1 else ""
    if part in spec.whole_year or len(cells) == 1:
        return when.of_parts(year, None, _YEAR)
    if not part.isdecimal():
        return when.read(f"{year}-{part}", ("YYYY-MMM", "YYYY-MMMM"))
    return when.of_parts(year, int(part), 1 if spec.month else _QUARTER)


def edition_memory(all_: Vocabularies) -> PairMemory:
    """What a nomenclature's word and a period's number stand for: the number of an edition."""

    def edition(word: int, period: int) -> int:
        if word < 0 or period < 0:
            return UNKNOWN
        year = year_of(all_.periods.words[period])
        name = all_.small.words[word].replace("{year}", str(year))
        if name == words.IN_FORCE:
            name = max(
                (since, one) for one, since in HS_VINTAGES.items() if since <= year or one == "HS92"
            )[1]
        if HS_VINTAGES.get(name, 0) > year:
            return OUTSIDE
        return all_.nomenclatures.number(name)

    return PairMemory(edition)
