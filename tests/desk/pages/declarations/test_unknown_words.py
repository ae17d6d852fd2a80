"""Words that the regime's table has not: nothing is kept of them, and a page that meets one opens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from monazite.desk.gate import services
from monazite.desk.gate.errors import CannotBeLodged
from monazite.desk.gate.models import Declaration
from support.flushing import without_triggers
from support.pages import Upload

if TYPE_CHECKING:
    from django.test import Client

    from support.at_gate import Gate

WORDS = [("mode", "swim", "way.mode_unknown"), ("series", "zzz", "way.series_unknown")]


@pytest.mark.parametrize(("name", "word", "code"), WORDS)
def test_nothing_is_kept_of_a_word_that_the_table_has_not(
    g: Gate, name: str, word: str, code: str
) -> None:
    with pytest.raises(CannotBeLodged) as refused:
        services.lodge(g.declarant, g.document(**{name: word}), "page")
    assert code in {each.code for each in refused.value.findings}
    assert not Declaration.objects.exists()


@pytest.mark.parametrize(("name", "word", "code"), WORDS)
def test_a_manifest_tells_of_it_and_keeps_the_others(
    declarant: Client, g: Gate, name: str, word: str, code: str
) -> None:
    del code
    rows = [g.document(reference="GOES"), g.document(reference="ODD", **{name: word})]
    sent = {
        "reference": "M-1", "mode": "each", "file": Upload("m.json", json.dumps(rows).encode()),
    }  # fmt: skip
    answer = declarant.post(reverse("manifest_lodge"), sent, follow=True)
    assert [row.reference for row in Declaration.objects.all()] == ["GOES"]
    assert word in answer.content.decode()
    assert declarant.get(reverse("declarations")).status_code == 200


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_row_with_a_word_that_no_table_has_any_more_still_opens(
    declarant: Client, officer: Client, g: Gate, lang: str
) -> None:
    row = services.lodge(g.declarant, g.document(), "page")
    with without_triggers():
        Declaration.objects.filter(pk=row.pk).update(mode="swim", series="zzz")
    for client in (declarant, officer):
        client.cookies["monazite_language"] = lang
        for address in (reverse("declarations"), reverse("declaration", args=[row.pk])):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "swim" in answer.content.decode()
