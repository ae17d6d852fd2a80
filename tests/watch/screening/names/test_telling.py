from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.watch.screening.names.telling import says_nothing

if TYPE_CHECKING:
    from monazite.watch.screening.entity import Kind


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("N/A", "placeholder"),
        (" unknown ", "placeholder"),
        ("NULL", "placeholder"),
        ("none", "placeholder"),
        ("无", "placeholder"),
        ("不详", "placeholder"),
        ("to order", "placeholder"),
        ("Co., Ltd.", "legal_form_only"),
        ("有限公司", "legal_form_only"),
        ("有限公司 Ltd", "legal_form_only"),
        ("the", "common_word_only"),
        ("Al", "common_word_only"),
        ("Bank", "common_word_only"),
        ("Trading Co Ltd", "common_word_only"),
        ("贸易有限公司", "common_word_only"),
        ("Industrial Bank", ""),
        ("Zellmark", ""),
        ("张力", ""),
        ("江西稀土有限公司", ""),
        ("", ""),
    ],
)
def test_a_name_that_tells_nobody_from_another_says_why(name: str, code: str) -> None:
    assert says_nothing(name, None) == code


@pytest.mark.parametrize(("name", "kind"), [("Bank", "person"), ("Global", "vessel")])
def test_a_person_or_a_ship_may_bear_a_common_word(name: str, kind: Kind) -> None:
    assert says_nothing(name, kind) == ""
    assert says_nothing(name, "company") == "common_word_only"
