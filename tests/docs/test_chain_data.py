from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import monazite.chain
from monazite.chain.companies import purchases
from monazite.chain.network import edge_rows, node_rows
from monazite.chain.products import bill

DOCS = Path(__file__).parents[2] / "docs"
DATA = Path(monazite.chain.__file__).parent / "data"
TABLES = sorted(DATA.glob("*.csv"))


def _code(*pages: str) -> set[str]:
    text = "\n".join((DOCS / page).read_text(encoding="utf-8") for page in pages)
    return set(re.findall(r"`([^`\n]+)`", text))


def test_every_table_stands_in_the_dictionary() -> None:
    page = (DOCS / "reference" / "chain-data.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page.split("## Tables")[1], re.MULTILINE)
    assert listed == [path.stem for path in TABLES]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_column_is_explained(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    assert not set(columns) - _code("reference/chain-data.md")


@pytest.mark.parametrize(
    ("page", "columns"),
    [
        ("how-to/company-exposure.md", purchases.COLUMNS),
        ("how-to/product-exposure.md", bill.COLUMNS),
        ("how-to/own-network.md", (*node_rows.COLUMNS, *edge_rows.COLUMNS)),
    ],
)
def test_every_column_of_a_users_file_is_explained(page: str, columns: tuple[str, ...]) -> None:
    assert not set(columns) - _code(page)
