"""An ESC or another control sign that slipped into a text refuses its cell and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.mapped import flows_of, side_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "year,code,to,kg,what\n2022,284690,JPN,5,a\n2022,280530,JPN,6,b\n2022,811292,JPN,7,c\n"


@pytest.mark.parametrize("sign", ["\x1b", "\x01", "\x07", "\x7f"])
@pytest.mark.parametrize(
    ("cell", "reason"),
    [("2805", "bad_code"), ("JPN,6", "unknown_country"), (",6", "not_a_number")],
)
def test_only_the_row_is_rejected_with_its_reason(
    tmp_path: Path, sign: str, cell: str, reason: str
) -> None:
    start = TEXT.index("280530")
    at = TEXT.index(cell, start) + 1
    (told,) = side_of(tmp_path, TEXT[:at] + sign + TEXT[at:])
    assert (told["row"], told["reason"]) == ("2", reason)
    assert sign in told["text"]


def test_in_a_cell_that_is_not_read_it_does_no_harm(tmp_path: Path) -> None:
    assert len(flows_of(tmp_path, TEXT.replace(",b", ",\x1b[31mb"))) == 3
