"""Files of Eurostat Comext as the publisher makes them, byte for byte, of rows that a test writes.

Layouts: see the heads of `reading/layouts/comext.yaml` and `comext-sdmx.yaml`. Seen in files: the
headers, commas, no quotes, line feeds, whole numbers. Not made sure: whether the bulk files end their
lines with CRLF on all years (both are read).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Row = Mapping[str, str]

NAME = "full_202405.dat"
"""What is inside full_v2_202405.7z."""
SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(24)
COLUMNS = (
    "REPORTER", "PARTNER", "TRADE_TYPE", "PRODUCT_NC", "PRODUCT_SITC", "PRODUCT_CPA21",
    "PRODUCT_CPA22", "PRODUCT_BEC", "PRODUCT_BEC5", "PRODUCT_SECTION", "FLOW", "STAT_PROCEDURE",
    "SUPPL_UNIT", "PERIOD", "VALUE_EUR", "VALUE_NAC", "QUANTITY_KG", "QUANTITY_SUPPL_UNIT",
)  # fmt: skip
OLD_COLUMNS = (
    "DECLARANT", "DECLARANT_ISO", "PARTNER", "PARTNER_ISO", "TRADE_TYPE", "PRODUCT_NC",
    "PRODUCT_SITC", "PRODUCT_cpa2002", "PRODUCT_cpa2008", "PRODUCT_CPA2_1", "PRODUCT_BEC",
    "PRODUCT_SECTION", "FLOW", "STAT_REGIME", "SUPP_UNIT", "PERIOD", "VALUE_IN_EUROS",
    "QUANTITY_IN_KG", "SUP_QUANTITY",
)  # fmt: skip
SDMX_COLUMNS = (
    "freq", "reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE",
)  # fmt: skip
EASY_COLUMNS = ("REPORTER", "PARTNER", "PRODUCT", "FLOW", "PERIOD", "INDICATORS", "INDICATOR_VALUE")
_DEFAULTS = {
    "REPORTER": "DE", "PARTNER": "CN", "TRADE_TYPE": "E", "PRODUCT_NC": "28469040",
    "PRODUCT_SITC": "52595", "PRODUCT_CPA21": "2013", "PRODUCT_CPA22": "2013",
    "PRODUCT_BEC": "220", "PRODUCT_BEC5": "211220", "PRODUCT_SECTION": "06", "FLOW": "1",
    "STAT_PROCEDURE": "1", "SUPPL_UNIT": "NO_SU", "PERIOD": "202405", "VALUE_EUR": "0",
    "VALUE_NAC": "0", "QUANTITY_KG": "0", "QUANTITY_SUPPL_UNIT": "0",
}  # fmt: skip
_OLD_DEFAULTS = {
    "DECLARANT": "004", "DECLARANT_ISO": "DE", "PARTNER": "0720", "PARTNER_ISO": "CN",
    "TRADE_TYPE": "E", "PRODUCT_NC": "28469000", "PRODUCT_SITC": "52595",
    "PRODUCT_cpa2002": "2413", "PRODUCT_cpa2008": "2013", "PRODUCT_CPA2_1": ".....",
    "PRODUCT_BEC": "220", "PRODUCT_SECTION": "06", "FLOW": "1", "STAT_REGIME": "1",
    "SUPP_UNIT": "A", "PERIOD": "201205", "VALUE_IN_EUROS": "0", "QUANTITY_IN_KG": "0",
    "SUP_QUANTITY": "0",
}  # fmt: skip
_SDMX_DEFAULTS = {
    "freq": "M", "reporter": "DE", "partner": "CN", "product": "28469040", "flow": "1",
    "indicators": "VALUE_IN_EUROS", "TIME_PERIOD": "2024-05", "OBS_VALUE": "",
}  # fmt: skip


def row(**said: str) -> dict[str, str]:
    """One row of version 2; what is not said is Germany's import of 28469040 from China."""
    return {**_DEFAULTS, **said}


def old_row(**said: str) -> dict[str, str]:
    """One row of version 1; what is not said is Germany's import of 28469000 from China."""
    return {**_OLD_DEFAULTS, **said}


def amount(**said: str) -> dict[str, str]:
    """One amount of the API; what is not said is the euro of Germany's import of 28469040."""
    return {**_SDMX_DEFAULTS, **said}


def as_dat(rows: Iterable[Row], *, old: bool = False) -> bytes:
    """The text inside the 7z of a month or a year."""
    return _csv(OLD_COLUMNS if old else COLUMNS, rows)


def as_sdmx(amounts: Iterable[Row], *, version: int = 1, flags: bool = False) -> bytes:
    """The answer of the API with `format=SDMX-CSV` (1) or `format=csvdata` (2)."""
    first = {
        1: {"DATAFLOW": "ESTAT:DS-045409(1.0)", "LAST UPDATE": "16/07/26 11:00:00"},
        2: {"STRUCTURE": "dataflow", "STRUCTURE_ID": "ESTAT:DS-045409(1.0)"},
    }[version]
    behind = {"OBS_FLAG": "", "CONF_STATUS": ""} if flags else {}
    rows = [{**first, **behind, **one} for one in amounts]
    return _csv((*first, *SDMX_COLUMNS, *behind), rows).replace(b"\n", b"\r\n")


def as_easy(amounts: Iterable[Row]) -> bytes:
    """The CSV of the former Easy Comext."""
    names = dict(
        zip(
            EASY_COLUMNS,
            (*SDMX_COLUMNS[1:5], "TIME_PERIOD", "indicators", "OBS_VALUE"),
            strict=True,
        )
    )
    rows = [{name: one[ours] for name, ours in names.items()} for one in amounts]
    return _csv(EASY_COLUMNS, [{**one, "PERIOD": one["PERIOD"].replace("-", "")} for one in rows])


def _csv(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    columns = list(columns)
    lines = [",".join(columns), *(",".join(one[name] for name in columns) for one in rows)]
    return "".join(f"{line}\n" for line in lines).encode("ascii")
