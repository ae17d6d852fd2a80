"""What cannot be used is told with its field, its value and what is accepted, in both languages."""

from __future__ import annotations

import pytest

from monazite.desk.pages.wrong import field, words
from monazite.errors import InputError


@pytest.mark.parametrize(
    ("error", "en", "zh"),
    [
        (
            InputError("hours", "many", "1 to 72"),
            "Hours: “many” cannot be used. Nothing was done. What can be used: 1 to 72.",
            "小时数：“many”无法使用。未作任何处理。可以使用的内容：1 to 72。",
        ),
        (
            InputError("journal", "", "a file"),
            "Journal: what was sent cannot be used. Nothing was done. What can be used: a file.",
            "作业日志：发送的内容无法使用。未作任何处理。可以使用的内容：a file。",
        ),
        (
            InputError("reference", "", "1 to 64 characters", "reason", most=64),
            "Reference: fill it in, with 1 to 64 characters.",
            "自编号：请填写，1至64个字符。",
        ),
        (
            InputError("text", "", "1 to 64 characters", "reason", most=64),
            "Say why, in 1 to 64 characters.",
            "请填写理由，1至64个字符。",
        ),
    ],
)
def test_every_error_names_its_field_and_what_is_accepted(
    error: InputError, en: str, zh: str
) -> None:
    assert (words(error, "en"), words(error, "zh")) == (en, zh)


@pytest.mark.parametrize(
    ("path", "en", "zh"),
    [
        ("left[2]", "Item 2, what really left", "第2项 实际离境数量"),
        ("left_2", "Item 2, what really left", "第2项 实际离境数量"),
        ("items[0].quantity", "Item 1, Quantity", "第1项 数量"),
        ("lines[1].quantity", "Items, row 2: Quantity", "申请物项第2行：数量"),
        ("bushels", "bushels", "bushels"),
    ],
)
def test_a_field_is_named_by_the_form_that_has_it(path: str, en: str, zh: str) -> None:
    assert (field(path, "en"), field(path, "zh")) == (en, zh)


def test_what_was_typed_is_shown_without_what_cannot_be_seen() -> None:
    assert "\u202e" not in words(InputError("hours", "1\u202e2", "1 to 72"), "en")
