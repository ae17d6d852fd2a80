from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.briefing.build import brief, cited
from monazite.errors import InputError
from monazite.facts import row
from monazite.law import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief


def test_every_row_that_the_page_cites_is_listed_once(may: Brief) -> None:
    listed = [one.id for one in may.rows]
    assert len(listed) == len(set(listed))
    assert set(cited(may.headlines)) | set(cited(may.conflicts)) <= set(listed)
    assert listed[0] == "rare-earths/2025-05"
    assert all(row(each).source for each in listed)


def test_knowledge_ends_where_the_law_data_end_unless_told() -> None:
    assert brief("2025-05").known == load().compiled
    assert brief("2025-05", known=date(2025, 6, 1)).known == date(2025, 6, 1)


def test_the_default_is_the_newest_month(briefing: Callable[..., Brief]) -> None:
    assert briefing(None).title == "Briefing for January and February 2026"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        brief("2025-05", "fr")
    assert caught.value.field == "lang"


def test_both_languages_say_the_same_things(briefing: Callable[..., Brief]) -> None:
    english, chinese = briefing("2025-05"), briefing("2025-05", "zh")
    assert [one.id for one in english.rows] == [one.id for one in chinese.rows]
    assert chinese.title == "2025年5月简报"
    assert len(english.lead) == len(chinese.lead)
    assert briefing("2026-01/02", "zh").title == "2026年1月和2月简报"
