"""References to laws in the reader's language."""

from __future__ import annotations

import pytest

from monazite.catalogue.texts import LANGS
from monazite.law.references_said import law_words
from monazite.law.store import load
from monazite.licensing.fields import regimes
from monazite.licensing.precheck import precheck
from monazite.licensing.regime import regime
from support.forms import TODAY, changed, good_form


@pytest.mark.parametrize(
    ("ref", "en", "zh"),
    [
        (
            "CN-DECREE-792 art. 16",
            "Regulations on Export Control of Dual-Use Items, art. 16",
            "《两用物项出口管制条例》第16条",
        ),
        (
            "CN-DECREE-792 art. 28-30",
            "Regulations on Export Control of Dual-Use Items, art. 28–30",
            "《两用物项出口管制条例》第28至30条",
        ),
        (
            "CN-2025-18",
            "MOFCOM & GACC Announcement No. 18 of 2025",
            "商务部、海关总署公告2025年第18号",
        ),
        (
            "reports of 2025",
            "reports of 2025 on practice; no text",
            "2025年有关实践的报道；无明文规定",
        ),
        ("an unknown text", "an unknown text", "an unknown text"),
        ("", "", ""),
    ],
)
def test_a_reference_is_said_as_people_say_it(ref: str, en: str, zh: str) -> None:
    assert (law_words(ref, "en"), law_words(ref, "zh")) == (en, zh)


@pytest.mark.parametrize("name", regimes())
def test_every_reference_of_a_regime_has_words(name: str) -> None:
    table = regime(name)
    refs = {*table.rests_on.values(), *(p.law for p in table.papers)}
    refs |= {rule.law for rule in table.lists.values()} - {""}
    for ref in refs - {""}:
        for lang in LANGS:
            assert law_words(ref, lang) != ref


def test_a_finding_names_its_law_in_both_ways() -> None:
    found = precheck(changed(good_form(), {"papers[0]": None}), today=TODAY).findings
    (missing,) = (f.document("zh") for f in found if f.code == "paper.missing")
    assert missing["law"] == "CN-DECREE-792 art. 16"
    assert missing["law_text"] == "《两用物项出口管制条例》第16条"


def test_a_likeness_rests_on_the_list_that_it_is_a_likeness_to() -> None:
    laws = {"watch_list": "CN-DECREE-792 art. 26", "control_list": "CN-DECREE-792 art. 28-30"}
    for name, law in laws.items():
        listed = next(
            p.name for p in load().parties
            if p.list == name and p.listed_from <= TODAY and not (p.last_day or p.paused_from)
        )  # fmt: skip
        form = changed(good_form(), {"parties[2].name": f"{listed} Trading Branch"})
        found = precheck(form, today=TODAY).findings
        assert law in {f.law for f in found if f.code == "party.maybe_listed"}
