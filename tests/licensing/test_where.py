from __future__ import annotations

import pytest

from monazite.licensing.where import where


@pytest.mark.parametrize(
    ("path", "en", "zh"),
    [
        ("lines[2].quantity", "Items, row 3: Quantity", "申请物项第3行：数量"),
        ("lines[2]", "Items, row 3", "申请物项第3行"),
        ("lines", "Items", "申请物项"),
        ("contract.number", "Contract: Contract number", "合同：合同编号"),
        ("", "The whole form", "整份申请表"),
        ("lines[0].colour", "Items, row 1: colour", "申请物项第1行：colour"),
        ("lins", "lins", "lins"),
        ("[x", "[x", "[x"),
    ],
)
def test_a_path_is_said_as_on_screen(path: str, en: str, zh: str) -> None:
    assert where(path, "en") == en
    assert where(path, "zh") == zh
