"""The blocks of the layout language: containers, words, places, periods, codes and amounts.

`docs/reference/layouts.md` is the reference of the language; each class below is one of its blocks.
Errors are pydantic's; `layout.read_layout` tells them as one `InputError`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

FILE, SHEET, HEADER, CELL = "@file", "@sheet", "@header", "@cell"
"""Columns that every table has: its file's name, its sheet's name, and what `unpivot` makes."""
PSEUDO = (FILE, SHEET, HEADER, CELL)


def _expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as wrong:
        raise ValueError(f"not a regular expression: {wrong}") from wrong
    return text


def _text(value: object) -> object:
    """A number that YAML read where text was meant; true and false are words of publishers too."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (int, float)) else value


def _number(value: object) -> object:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise ValueError("not a number") from None


Text = Annotated[str, BeforeValidator(_text)]
Regex = Annotated[str, AfterValidator(_expression)]
Number = Annotated[Decimal, BeforeValidator(_number), Field(gt=0)]
Kind = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
FORMATS = (
    "YYYY", "YYYYMM", "YYYY-MM", "YYYY-Qq", "YYYYQq", "YYYY年M月", "YYYY-MM/MM", "YYYYMM-YYYYMM",
)  # fmt: skip
"""How periods are read where a layout says nothing of it."""
Direction = Literal["export", "import", "re-export", "re-import"]
CodeSystem = Literal["m49", "iso2", "iso3", "name", "any"]


class Block(BaseModel):
    """A part of a layout; a key that the language does not have is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Title(Block):
    """What people call the layout."""

    en: str
    zh: str


class Container(Block):
    """What the bytes are. gzip and zip around it are seen by their first bytes, not by the name.

    - `format`: csv (any delimited text), json, xlsx or parquet.
    - `delimiter`: one sign, or several of which the header decides; `quote`: "" for none.
    - `encoding`: tried in this order; the first that reads the whole header and every block wins.
    - `records`: dotted path to the list of records in JSON ("" where the document is the list).
    - `sheets`: regular expression; all matching sheets are read one after the other.
    - `header_row`: the row that holds the header, 1 being the first that is not empty; without
      it, the first row (of the first 50) that holds the columns needed.
    """

    format: Literal["csv", "json", "xlsx", "parquet"] = "csv"
    delimiter: tuple[str, ...] = (",", ";", "\t")
    quote: str = '"'
    encoding: tuple[str, ...] = ("utf-8-sig",)
    records: str = "data"
    sheets: Regex = ""
    header_row: int | None = Field(default=None, ge=1)

    @model_validator(mode="before")
    @classmethod
    def _one_is_a_list(cls, data: Any) -> Any:  # noqa: ANN401 - what YAML read
        if isinstance(data, str):
            return {"format": data}
        if isinstance(data, dict):
            alone = {k: v for k in ("delimiter", "encoding") if isinstance(v := data.get(k), str)}
            return {**data, **{k: [v] for k, v in alone.items()}}
        return data


class Detect(Block):
    """How a file is known to be of this layout when nobody says so.

    A file is of the layout if its header holds every column that is not optional; `header` names
    more that must be there. `file` (regular expression on the name) decides where several layouts
    share a header. `beside` are names of files that lie beside the data and hold none (tables of
    codes, read-me files): they are passed over in silence.
    """

    file: Regex = ""
    header: tuple[str, ...] = ()
    beside: tuple[Regex, ...] = ()


class Word(Block):
    """A word of the flow table that a column, the caller or another field gives.

    - `column`: where it stands; `extract`: regular expression, its first group (or all it
      matches) is the word; `values`: the publisher's words to ours, compared without regard to
      case (null: the row says nothing here). With `values`, a word that is not listed is unknown.
    - `default`: where the column is missing or its cell is empty.
    - `given`: the caller may say it (`--vintage`, `--direction` …), where the column does not.
    - `by_direction`, `by_digits`: instead of a column, the word for each direction, or for each
      number of digits of the code.
    """

    column: str | None = None
    extract: Regex | None = None
    values: dict[Text, str | None] = Field(default_factory=dict)
    default: Text | None = None
    given: bool = False
    by_direction: dict[Direction, str] = Field(default_factory=dict)
    by_digits: dict[int, str] = Field(default_factory=dict)


def as_constant(value: object) -> object:
    """A bare text is the word itself."""
    return value if isinstance(value, dict | BaseModel) else {"default": value}


def as_column(value: object) -> object:
    """A bare text is the name of a column."""
    return value if isinstance(value, dict | BaseModel) else {"column": value}


def as_amounts(value: object) -> object:
    """One amount or several, each a block or the name of a column."""
    items = value if isinstance(value, list | tuple) else [value]
    return [as_column(item) for item in items]


WordText = Annotated[Word, BeforeValidator(as_constant)]
"""A bare text is the word itself; a block is a `Word`."""


class Table(Block):
    """A list of the codes of places: a file beside the data, or a list that Monazite ships.

    - `file`: regular expression on the names beside the data (BACI's country file), or
      `packaged`: the name of a list in `reading/lists/`.
    - `code`, `iso3`: the headers of its two columns.
    """

    file: Regex | None = None
    packaged: Kind | None = None
    code: str = "code"
    iso3: str = "iso3"

    @model_validator(mode="after")
    def _one(self) -> Table:
        if (self.file is None) == (self.packaged is None):
            raise ValueError("name either `file` or `packaged`")
        return self


class Place(Block):
    """Reporter or partner. A bare text is the one place that all rows have (ISO3).

    `values` (code as published → ISO3, or null for "no single place") come first, then `table`,
    then the code system `codes`: m49, iso2, iso3, name (any language of the catalogue) or any.
    """

    column: str | None = None
    codes: CodeSystem = "any"
    values: dict[Text, str | None] = Field(default_factory=dict)
    table: Table | None = None
    default: str | None = None
    given: bool = False


class PeriodOf(Block):
    """When it moved. A bare text is the name of the column.

    - `column` with `formats`, or `year` and `month` (or `quarter`) in columns of their own.
    - A format is literal text with YYYY, MM, M (one or two digits), MMM (Jan), MMMM (January) and
      q (the number of a quarter): "YYYYMM", "YYYY-MM", "YYYY年M月", "YYYY-Qq". With two months it
      joins them: "YYYYMM-YYYYMM", "YYYY-MM/MM". It may hold digits: "YYYY52" is Eurostat's whole
      year. The first format that fits wins.
    - `whole_year`: words in the month's column that mean all of the year ("52").
    - `extract`: regular expression, its first group is what the formats read.
    - `year_in_name`: regular expression whose first group is the year that the file's name says;
      rows of other years are rejected (year_not_of_file).
    """

    column: str | None = None
    formats: tuple[Text, ...] = FORMATS
    extract: Regex | None = None
    year: str | None = None
    month: str | None = None
    quarter: str | None = None
    whole_year: tuple[Text, ...] = ("",)
    year_in_name: Regex | None = None

    @model_validator(mode="after")
    def _one_way(self) -> PeriodOf:
        if (self.column is None) == (self.year is None):
            raise ValueError("name either `column` or `year` (with `month` or `quarter`)")
        return self


class CodeOf(Block):
    """The commodity code. A bare text is the name of the column.

    - Dots and spaces inside are dropped. `pad`, one of `digits`: the publisher drops leading zeros,
      and a code that is one digit short of an allowed number up to `pad` gets its zero back.
    - `digits`: how many a row of its own may have; fewer than six is a heading (`set_aside`,
      reason heading), any other number is rejected (bad_code).
    - `extract`: regular expression, its first group is the code.
    """

    column: str
    digits: tuple[int, ...] = (6,)
    pad: int | None = None
    extract: Regex | None = None

    @model_validator(mode="after")
    def _pads_to_an_allowed_length(self) -> CodeOf:
        if self.pad is not None and self.pad not in self.digits:
            raise ValueError("`pad` is one of `digits`")
        return self


class Unit(Block):
    """The column of the unit and the kilograms (or units of currency) in one of each.

    A unit that is not listed leaves the amount missing (reason unit_unknown); it is never guessed.
    """

    column: str
    values: dict[Text, Number]


class Amount(Block):
    """A mass or a value. A bare text is the name of the column.

    - `times`: exact factor (1000 where the publisher writes tonnes or thousand dollars).
    - `missing`: cells that say "not known"; the empty cell always does. `zero_is_missing`: the
      publisher writes 0 for what is not known.
    - `decimal`, `thousands`: the signs inside numbers.
    - `unit`: see `Unit`. `directions`: this column speaks for these directions only.
    - `basis` (mass): reported or estimated. `currency`, `valuation` (value): as the words of the
      whole layout, where this column has its own.
    Where several are listed, each row takes the first that is known.
    """

    column: str
    times: Number = Decimal(1)
    missing: tuple[Text, ...] = ()
    zero_is_missing: bool = False
    decimal: Literal[".", ","] = "."
    thousands: Literal["", ",", ".", " ", "'"] = ""
    unit: Unit | None = None
    directions: tuple[Direction, ...] = ()
    basis: WordText | None = None
    currency: WordText | None = None
    valuation: WordText | None = None


class SetAside(Block):
    """Rows that are no flow of their own (totals, headings, details of a total), and why.

    The cell of `column` is `among` or `not_among` words, `matches` a regular expression, or is
    `shorter_than` so many signs. A rule on a column that the file does not have is passed over.
    """

    reason: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    column: str
    among: tuple[Text, ...] | None = None
    not_among: tuple[Text, ...] | None = None
    matches: Regex | None = None
    shorter_than: int | None = None

    @model_validator(mode="after")
    def _one(self) -> SetAside:
        tests = (self.among, self.not_among, self.matches, self.shorter_than)
        if sum(test is not None for test in tests) != 1:
            raise ValueError("name one of `among`, `not_among`, `matches`, `shorter_than`")
        return self


class Unpivot(Block):
    """A wide table: every column whose header matches becomes a row of its own.

    The header is then in `@header`, the cell in `@cell`; a row number is that of the wide row.
    """

    headers: Regex


class Pivot(Block):
    """A long table: rows that differ in `by` alone become one, with a column for each name.

    `into` maps the words of the column `by` to new column names, which take the cell of `value`;
    rows with other words are set aside (other_measure). `keys`: the columns that make them one.
    """

    by: str
    value: str
    into: dict[Text, str]
    keys: tuple[str, ...]
