from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import monazite
from monazite.catalogue import forms
from monazite.errors import InputError

META = Path(monazite.__file__).parent / "regimes" / "meta.yaml"


def test_the_forms_are_those_of_the_law_data() -> None:
    used = yaml.safe_load(META.read_text(encoding="utf-8"))["vocabulary"]["forms"]
    assert tuple(used) == forms.FORMS


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("oxide", "oxide"),
        ("Oxides", "oxide"),
        ("氧化物", "oxide"),
        ("salt", "compound"),
        ("sputtering target", "target"),
        ("永磁体", "magnet"),
        ("waste and scrap", "scrap"),
        ("know-how", "technology"),
        ("any", "any"),
    ],
)
def test_a_form_is_read_from_words_in_both_languages(word: str, form: str) -> None:
    assert forms.form(word) == form


@pytest.mark.parametrize("code", forms.FORMS)
def test_every_form_is_read_from_its_own_names(code: str) -> None:
    assert [forms.form(forms.name(code, lang)) for lang in ("en", "zh")] == [code, code]
    assert not forms.name(code, "zh").isascii()


def test_an_unknown_form_names_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        forms.form("oxyde")
    assert (caught.value.field, caught.value.value) == ("form", "oxyde")
    assert caught.value.accepted.endswith("did you mean 'oxide'?")
