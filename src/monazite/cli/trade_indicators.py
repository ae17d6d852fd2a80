"""The indicators of `monazite trade indicator`: what each shows, and the list of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.catalogue.words import unknown
from monazite.cli.output import console
from monazite.cli.trade_numbers import digits, percent, tonnes
from monazite.cli.trade_words import place

if TYPE_CHECKING:
    from monazite.trade.flows.answer import Answer
    from monazite.trade.opening import Trade

WORLD, OUTLIERS = "hhi-world", "outliers"
"""Two that are no column of the table of indicators: of the whole world, and of single flows."""
_SHARES = ("share", "coverage", "reliance", "exposure")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the screen shows of an indicator: its main column first, then others, and why not.

    `size` orders countries: the largest importer first says more than the highest index. `drawn` is
    the column of trends and charts, where that is not the first.
    """

    columns: tuple[str, ...]
    reasons: tuple[str, ...]
    size: str = "imports_kg"
    drawn: str = ""

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
    "eu-supply-risk": Shown(("supply_risk_high", "supply_risk_low"), ("supply_risk_reason",)),
    "n-1": Shown(("share_left", "production_share_left"), ("share_left_reason",)),
    "production": Shown(
        ("domestic_kg", "production_hhi", "production_top_share", "production_coverage"),
        ("domestic_reason",), "domestic_kg",
    ),
    "trade-exposure": Shown(("trade_exposure",), ("reliance_reason",)),
    "unit-value": Shown(("import_price_usd_kg", "export_price_usd_kg"), ()),
}  # fmt: skip
_BY = {"hhi": "importer", "hhi-destination": "exporter", WORLD: "world"}
"""The indices, for which the antitrust scale has names; of codes they tell the largest partner."""
INDICES = frozenset(_BY)


def shown(name: str, *, by_code: bool) -> Shown:
    """What to show of an indicator of codes, or of a material."""
    return _CONCENTRATION if by_code and name in INDICES - {WORLD} else SHOWN[name]


_ROBUST = "Cerioli & Perrotta 2014; Iglewicz & Hoaglin 1993"


def read(word: str) -> str:
    """The name of an indicator; InputError names the nearest."""
    known = (*SHOWN, OUTLIERS)
    folded = word.strip().casefold()
    if folded not in known:
        raise unknown("indicator", word, f"one of {', '.join(known)}", known)
    return folded


def answer(trade: Trade, name: str, asked: dict[str, Any]) -> Answer:
    """The answer of one indicator; `asked` holds code, material, country and years."""
    code, years = asked["code"], asked["years"]
    if name == OUTLIERS:
        return trade.unit_values(code, years=years)
    if name in INDICES and code is not None:
        country = None if name == WORLD else asked["country"]
        return trade.concentration(code, by=_BY[name], country=country, years=years)
    return trade.indicator(name, **asked)


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
    from monazite.trade.indicators.named import NAMED

    sources = {one.name: one.source for one in NAMED}
    sources |= {WORLD: sources["hhi"], OUTLIERS: _ROBUST}
    return [
        {
            "name": name,
            "meaning": say(f"flows.indicator.{name}", "en"),
            "formula": say(f"flows.formula.{name}", "en"),
            "unit": say(f"flows.unit.{name}", "en"),
            "source": sources[name],
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
    for one in listed():
        name = one["name"]
        words = Text(say(f"flows.indicator.{name}", lang))
        details = [say(f"flows.formula.{name}", lang), say(f"flows.unit.{name}", lang)]
        words.append("\n" + " · ".join([*details, one["source"]]).rstrip(" ·-"), style="dim")
        table.add_row(name, words)
    console().print(table)
    console().print(Text(say("flows.indicator.ask", lang), style="dim"))
