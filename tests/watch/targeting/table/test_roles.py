from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.errors import InputError
from monazite.watch.targeting.table.roles import found_roles, roles

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[3] / "cases/watch/targeting-columns.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_columns_are_what_their_names_say(case: dict[str, Any]) -> None:
    wanted = {name: role for name, role in case["columns"].items() if role is not None}
    assert found_roles(case["columns"], {}) == wanted


def test_every_role_has_words_in_both_languages_or_none_at_all_fits_twice() -> None:
    words = [word for role in roles().values() for word in role.words]
    assert len(words) == len(set(words))
    for role in roles().values():
        assert any(all(part.isascii() for part in word) for word in role.words), role.name


def test_what_the_user_states_stands() -> None:
    found = found_roles(["Net Mass", "Gewicht"], {"mass": "Gewicht"})
    assert found == {"Gewicht": "mass"}


@pytest.mark.parametrize(("role", "column"), [("weight", "A"), ("mass", "B")])
def test_a_role_or_a_column_that_is_not_there_is_refused(role: str, column: str) -> None:
    with pytest.raises(InputError) as caught:
        found_roles(["A"], {role: column})
    assert caught.value.field == "role"
