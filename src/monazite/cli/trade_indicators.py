"""The indicators of `monazite trade indicator`: what each shows, and the list of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import keys, say
from monazite.catalogue.words import unknown
from monazite.cli.output import console
from monazite.cli.trade_numbers import digits, percent, tonnes
from monazite.cli.trade_words import place

if TYPE_CHECKING:
    from monazite.trade.flows.answer import Answer
    from monazite.trade.questions import Trade

EU = "eu-supply-risk"
"""The one that needs all six WGI, of which Monazite carries one."""
WORLD, OUTLIERS = "hhi-world", "outliers"
"""Two that are no column of the table of indicators: of the whole world, and of single flows."""
_ASSUMED = "governance_assumed"
_SHARES = ("share", "coverage", "reliance", "exposure")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the screen shows of an indicator: its main column first, then others, and why not.

    `size` orders countries: the largest importer first says more than the highest index. `drawn` is
    the column of trends and charts, where that is not the first. `of_world` are columns that say
    the same of every country of a year: they stand once, above the table.
    """

    columns: tuple[str, ...]
    reasons: tuple[str, ...]
    size: str = "imports_kg"
    drawn: str = ""
    of_world: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The column of trends and charts."""
        return self.drawn or self.columns[0]


_HHI = ("hhi_mass", "hhi_high_mass", "hhi_value", "partners", "top_share_mass", "mass_coverage")
_CONCENTRATION = Shown((*_HHI[:4], "top_mass", *_HHI[4:]), ("reason_mass",), "mass_kg")
SHOWN = {
    "hhi": Shown(
        ("import_hhi_mass", "import_hhi_high_mass", "import_hhi_value", "suppliers",
         "import_top_share_mass", "import_mass_coverage"),
        ("import_reason_mass",),
    ),
    "hhi-destination": Shown(
        ("export_hhi_mass", "export_hhi_high_mass", "export_hhi_value", "customers",
         "export_top_share_mass", "export_mass_coverage"),
        ("export_reason_mass",), "exports_kg",
    ),
    WORLD: Shown(_HHI, ("reason_mass",), "mass_kg"),
    "reliance": Shown(
        ("net_reliance", "eu_reliance", "gross_reliance", "imports_kg", "exports_kg",
         "domestic_kg"),
        ("reliance_reason", "domestic_reason"),
        # Net reliance knows no lower bound: one re-exporter would flatten all others.
        drawn="eu_reliance",
    ),
    "geopolrisk": Shown(
        ("score", "midpoint", "production_hhi", "import_risk", "imports_kg", "assumed_share"),
        ("geopolrisk_reason",),
    ),
    EU: Shown(("supply_risk_high", "supply_risk_low"), ("supply_risk_reason",)),
    "n-1": Shown(("share_left", "production_share_left"), ("share_left_reason",)),
    "production": Shown(
        ("domestic_kg",), ("domestic_reason",), "domestic_kg",
        of_world=("production_hhi", "production_top_share", "production_coverage"),
    ),
    "trade-exposure": Shown(("trade_exposure",), ("reliance_reason",)),
    "unit-value": Shown(("import_price_usd_kg", "export_price_usd_kg"), ()),
}  # fmt: skip
_PRODUCTION, _GOVERNANCE = "wmd", "wgi"
_MORE_SOURCES = {
    "reliance": (_PRODUCTION,), "geopolrisk": (_PRODUCTION, _GOVERNANCE),
    EU: (_PRODUCTION, _GOVERNANCE), "n-1": (_PRODUCTION,), "production": (_PRODUCTION,),
    "trade-exposure": (_PRODUCTION,),
}  # fmt: skip
_BY = {"hhi": "importer", "hhi-destination": "exporter", WORLD: "world"}
"""The indices, for which the antitrust scale has names; of codes they tell the largest partner."""
INDICES = frozenset(_BY)


def shown(name: str, *, by_code: bool) -> Shown:
    """What to show of an indicator of codes, or of a material."""
    return _CONCENTRATION if by_code and name in INDICES - {WORLD} else SHOWN[name]


def more_sources(name: str) -> tuple[str, ...]:
    """Whose figures an indicator uses beside the flows."""
    return _MORE_SOURCES.get(name, ())


def read(word: str) -> str:
    """The name of an indicator; InputError names the nearest."""
    known = (*SHOWN, OUTLIERS)
    folded = word.strip().casefold()
    if folded not in known:
        raise unknown("indicator", word, f"one of {', '.join(known)}", known)
    return folded


def answer(trade: Trade, name: str, asked: dict[str, Any]) -> Answer:
    """The answer of one indicator; `asked` holds code, material, country, years, governance."""
    code, years = asked["code"], asked["years"]
    if name == OUTLIERS:
        return trade.unit_values(code, years=years)
    if name in INDICES and code is not None:
        country = None if name == WORLD else asked["country"]
        return trade.concentration(code, by=_BY[name], country=country, years=years)
    return trade.indicator(name, **asked)


def head(name: str, column: str, lang: str) -> str:
    """The head of a column, in the words of its indicator where it has its own."""
    own = f"flows.column.{name}.{column}"
    return say(own if own in keys() else f"flows.column.{column}", lang)


def axis(column: str, lang: str) -> str:
    """The main column of a chart, which has no neighbours that say what it is."""
    own = f"flows.axis.{column}"
    return say(own if own in keys() else f"flows.column.{column}", lang)


def reasons(row: dict[str, Any], shown: Shown, lang: str) -> list[str]:
    """Why a row has no value, or what was taken; not where what was taken rounds to nothing."""
    found = dict.fromkeys(row[column] for column in shown.reasons if row[column])
    return [
        reason
        for reason in found
        if reason != _ASSUMED or cell("assumed_share", row, lang) != percent(0.0, lang)
    ]


def cell(column: str, row: dict[str, Any], lang: str) -> str:
    """The value of a column as people read it; an upper bound only where it is one."""
    value = row[column]
    if "hhi_high" in column and value == row[column.replace("hhi_high", "hhi")]:
        return ""
    if column == "top_mass":
        return "" if value is None else place(value, lang)
    if column.endswith("_kg") and not column.endswith("usd_kg"):
        return tonnes(value)
    if any(word in column for word in _SHARES):
        return percent(value, lang)
    return f"{value:,}" if isinstance(value, int) else digits(value)


def listed() -> list[dict[str, str]]:
    """Every indicator with its meaning, formula, unit and source, for JSON."""
    return [
        {
            "name": name,
            "meaning": say(f"flows.indicator.{name}", "en"),
            "formula": say(f"flows.formula.{name}", "en"),
            "unit": say(f"flows.unit.{name}", "en"),
            "source": say(f"flows.cite.{name}", "en"),
        }
        for name in (*SHOWN, OUTLIERS)
    ]


def show_list(lang: str) -> None:
    """Every indicator on the screen: its name, what it means, its formula, unit and source."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name in (*SHOWN, OUTLIERS):
        words = Text(say(f"flows.indicator.{name}", lang))
        details = (say(f"flows.{what}.{name}", lang) for what in ("formula", "unit", "cite"))
        words.append("\n" + " · ".join(details).rstrip(" ·-"), style="dim")
        if name == EU:
            words.append("\n" + say("flows.indicator.needs_governance", lang))
        table.add_row(name, words)
    console().print(table)
    console().print(Text(say("flows.indicator.ask", lang), style="dim"))
