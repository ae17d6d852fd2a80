"""BACI folders exactly as CEPII publishes them, small."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RELEASE = "V202401b"
HEADER = "t,i,j,k,v,q"
COUNTRIES = """\
country_code,country_name,country_iso2,country_iso3
156,China,CN,CHN
392,Japan,JP,JPN
276,Germany,DE,DEU
490,"Other Asia, nes",N/A,S19
699,India,IN,IND
842,USA,US,USA
251,France,FR,FRA
757,"Switzerland, Liechtenstein",CH,CHE
579,"Norway, Svalbard and Jan Mayen",NO,NOR
736,Sudan (...2011),SD,SDN
516,Namibia,NA,NAM
4,Afghanistan,AF,AFG
"""
PRODUCTS = """\
code,description
010111,"Horses: live, pure-bred breeding animals"
284690,"Compounds, inorganic or organic (excluding cerium), of rare-earth metals"
"""
# CEPII pads numbers on the left; a quantity that is not known is NA.
ROWS = (
    "2023,156,392,284690,   301325.112,   24611.410",
    "2023,156,842,284690,    41233.004,    3021.000",
    "2023,699,251,284690,       12.300,          NA",
    "2023,490,579,280530,        0.417,       0.001",
    "2023,516,4,10111,        1.000,       2.500",
)
NAME = f"BACI_HS92_Y2023_{RELEASE}.csv"


def text(rows: Iterable[str] = ROWS, header: str = HEADER) -> bytes:
    """One year's file."""
    return "".join(f"{line}\n" for line in (header, *rows)).encode()


def write(folder: Path, years: Iterable[int] = (2023,), release: str = RELEASE) -> Path:
    """A folder with a file for each year, the two tables of codes, and the read-me."""
    folder.mkdir(parents=True, exist_ok=True)
    for year in years:
        rows = [line.replace("2023,", f"{year},", 1) for line in ROWS]
        (folder / f"BACI_HS92_Y{year}_{release}.csv").write_bytes(text(rows))
    (folder / f"country_codes_{release}.csv").write_text(COUNTRIES, encoding="utf-8")
    (folder / f"product_codes_HS92_{release}.csv").write_text(PRODUCTS, encoding="utf-8")
    (folder / "Readme.txt").write_text(f"BACI, {release}\n", encoding="utf-8")
    return folder
