from __future__ import annotations

import pytest

from monazite.watch.screening.names.han.titles import without_titles
from monazite.watch.screening.names.views import views


@pytest.mark.parametrize(
    "text",
    ["王武斌先生", "先生王武斌", "王武斌 女士", "博士王武斌", "总经理王武斌先生", "王武斌董事长",
     "王武斌（總經理）", "Mr. 王武斌", "王武斌, Dr."],
)  # fmt: skip
def test_a_title_is_no_part_of_a_chinese_name(text: str) -> None:
    assert without_titles(text) == "王武斌"
    assert set(views("王武斌", "person")) <= set(views(text, None))


@pytest.mark.parametrize(
    "text", ["王武斌", "博士伦", "王先生", "上海博士有限公司", "先生", "Mr. Wang"]
)
def test_what_leaves_no_whole_name_stays(text: str) -> None:
    assert without_titles(text) == ""
