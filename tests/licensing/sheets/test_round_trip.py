from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, seed, settings

from monazite.catalogue.words import LANGS
from monazite.errors import InputError
from monazite.licensing.reading import read
from monazite.licensing.sheets import read_xlsx, write_xlsx
from support.any_forms import complete, kept_form


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_that_is_filled_in_comes_back(lang: str) -> None:
    found = read_xlsx(write_xlsx(complete(), lang))
    assert found == complete()
    assert read(found).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "0012",
        "12.10",
        "=1+1",
        "+86 21 5555",
        "@me",
        "#N/A",
        "TRUE",
        "1e5",
        "2026-12-01",
        "_x0041_",
        "x005F_",
        "_x005F_x0041_",
        "a\r\nb\rc\n",
        "  around  ",
        "\x07\x1f\x7f\ufffe",
        "a\u202eb\u200b",
        "磁体 <b>&amp;</b>",
        "😀",
    ],
    ids=ascii,
)
def test_text_comes_back_as_it_was_typed(text: str) -> None:
    form = {"end_use": {"use": text}, "parties": [{"name": text}, {}, {"odd": text, text: "x"}]}
    assert read_xlsx(write_xlsx(form, "en")) == form


def test_entries_that_are_no_text_come_back_as_text() -> None:
    form = {"application": {"months": 12}, "end_use": {"military": False, "use": None}}
    assert read_xlsx(write_xlsx(form, "zh")) == {
        "application": {"months": "12"},
        "end_use": {"military": "no"},
    }


def test_what_is_no_record_and_no_section_is_left_out() -> None:
    assert read_xlsx(write_xlsx({"lins": [{"a": "b"}], "lines": "x", "contract": []}, "en")) == {}


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(InputError, match=r"use: 'x+…' cannot be used; accepted: at most 32,767"):
        write_xlsx({"end_use": {"use": "x" * 32_768}}, "en")


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(InputError, match="lang"):
        write_xlsx({}, "fr")


@pytest.mark.slow
@seed(20261122)
@settings(max_examples=12, deadline=None)
@given(kept_form())
def test_any_form_comes_back_in_any_language(form: dict[str, Any]) -> None:
    for lang in LANGS:
        assert read_xlsx(write_xlsx(form, lang)) == form
