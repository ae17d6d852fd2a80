"""Sentences and lists in a terminal: where they are broken, and where never."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from monazite.cli.chain_prose import Prose

ID = "rare-earth-makers/magnet-NdFeB-CHN"
EN = f"In 2024 China made 45,493 t of it, 13% of all, by {ID} and others (Myanmar 10%)."
ZH = f"所依据的数据行：281条，最重要的为 {ID}（用 monazite source ROW 查看）。第3行：“某国”不是国家。"


def lines(text: str, width: int, **said: object) -> list[str]:
    console = Console(width=width)
    with console.capture() as caught:
        console.print(Prose(text, **said))  # type: ignore[arg-type]
    return caught.get().splitlines()


@pytest.mark.parametrize("text", [EN, ZH])
@pytest.mark.parametrize("width", range(36, 90, 3))
def test_a_text_is_whole_fits_and_keeps_ids(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in found)
    assert sum(ID in line for line in found) == 1


@pytest.mark.parametrize("width", range(20, 90))
def test_marks_that_end_a_phrase_never_begin_a_line(width: int) -> None:
    for line in lines(ZH, width):
        assert line[0] not in "，。：）”"
        assert line[-1] not in "（“"


@pytest.mark.parametrize("width", range(36, 90))
def test_a_number_stays_with_its_unit(width: int) -> None:
    for line in lines(EN, width):
        assert not line.endswith(("45,493", "Myanmar"))


def test_what_stands_before_a_text_stands_there_once_and_lines_hang_below_it() -> None:
    first, *others = lines(ZH, 40, lead="• ")
    assert first.startswith("• 所依据")
    assert others
    assert all(line.startswith("  ") and line[2] != " " for line in others)


@pytest.mark.parametrize(
    "text", ["中国 67%、美国 11%、缅甸 10%", "China 67%, United States 11%, Laos 2%"]
)
def test_a_list_breaks_between_its_items_alone(text: str) -> None:
    for line in lines(text, 20, items=True):
        assert line.rstrip("、, ").endswith("%")


def test_a_table_gives_it_the_room_that_it_needs() -> None:
    console = Console(width=50)
    table = Table(box=None)
    table.add_column("a", no_wrap=True)
    table.add_column("b", ratio=1)
    table.add_row("stage", Prose("中国 67%、美国 11%、缅甸 10%、世界其他地区 11%", items=True))
    with console.capture() as caught:
        console.print(table)
    assert "…" not in caught.get()
    assert "世界其他地区 11%" in caught.get()
