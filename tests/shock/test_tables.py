"""The tables: every row says whence it is, and every row that it reads is there."""

from __future__ import annotations

import pytest

from monazite.chain.figures import SPREAD
from monazite.chain.packaged import csvs
from monazite.errors import InputError
from monazite.facts import row as packaged
from monazite.shock.tables import TABLES, row, table


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_ids_of_their_own_and_a_known_confidence(name: str) -> None:
    rows = table(name)
    assert len({one.id for one in rows}) == len(rows) > 0
    for one in rows:
        assert one.id.startswith(f"{name}/")
        assert one.confidence in SPREAD
        assert row(one.id) is one


@pytest.mark.parametrize("name", TABLES)
def test_what_a_row_reads_is_there(name: str) -> None:
    for one in table(name):
        wanted = one.fields.get("read_from", "")
        if wanted:
            assert (csvs.row if wanted.partition("/")[0] in csvs.TABLES else packaged)(wanted)


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="row"):
        row("shock-stages/nothing")
    with pytest.raises(InputError, match="table"):
        table("nothing")
