from __future__ import annotations

import pytest

from monazite.watch.screening.names.latin import latin_tokens
from monazite.watch.screening.names.numbers import with_digits
from monazite.watch.screening.names.tables import rows
from monazite.watch.screening.names.tokens import kind_of, with_normal_forms


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("ltd", "legal"),
        ("gmbh", "legal"),
        ("trading", "generic"),
        ("tungsten", "generic"),
        ("ganzhou", "place"),
        ("mexico", "place"),
        ("martin", "name"),
        ("wubin", "name"),
        ("12", "number"),
        ("l3", "number"),
    ],
)
def test_tells_what_a_word_is(token: str, kind: str) -> None:
    assert kind_of(token) == kind


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("Orlan Trading Limited", "orlan trading ltd"),
        ("Orlan Trading Company Limited", "orlan trading co ltd"),
        ("Velmora L.L.C.", "velmora llc"),
        ("Tavrida S.p.A.", "tavrida spa"),
        ("Kestrel Gesellschaft mit beschränkter Haftung", "kestrel gmbh"),
        ("Nordlys Private Limited", "nordlys pte ltd"),
        ("Zernovo Open Joint Stock Company", "zernovo ojsc"),
        ("Limited Edition Books", "ltd edition books"),
        ("Orion Int'l Metals Industries", "orion international metal industry"),
        ("U.S. Telecommunications Centre", "us telecom center"),
        ("Orlan Imp. & Exp. Co Ltd", "orlan import and export co ltd"),
        ("Orlan I/E Co", "orlan import and export co"),
        ("Orlan Import-Export Co", "orlan import and export co"),
        ("Velmora Gen. Trdg LLC", "velmora general trading llc"),
        ("Velmora Shpg & Dev. Grp", "velmora shipping and development group"),
        ("Velmora Indl Mfg", "velmora industrial manufacturing"),
        ("Tavrida Bros Assoc", "tavrida brothers association"),
        ("T.D.G. Ltd", "tdg ltd"),
        ("News of the Securities Exchange", "news of the securities exchange"),
    ],
)
def test_writes_legal_forms_short(written: str, short: str) -> None:
    assert " ".join(with_normal_forms(latin_tokens(written))) == short


def test_an_abbreviation_stands_for_a_word_that_stays() -> None:
    for row in rows("short_words"):
        word = tuple(row["word"].split())
        assert with_normal_forms(word) == word, row


def test_a_normal_form_is_its_own_normal_form() -> None:
    for row in rows("legal_forms"):
        normal = tuple(row["normal"].split())
        assert with_normal_forms(normal) == normal, row


@pytest.mark.parametrize(
    ("text", "person", "tokens"),
    [
        ("O'Brien, J.R.", True, "obrien j r"),
        ("J.R. Simplon & Sons", False, "jr simplon and sons"),
        ("U.M.T. Corp.", False, "umt corp"),
        ("Đặng Thị Bích", True, "dang thi bich"),
        ("Łódź Straße Øre", False, "lodz strasse ore"),
        ("Юрий Щербаков", True, "yuriy shcherbakov"),
        ("Al-Karīm", True, "al karim"),
        ("राम बेगानी", True, "ram begani"),
        ("Li FW", True, "li f w"),
        ("LI FW", True, "li fw"),
        ("Li FW", False, "li fw"),
        ("Halden+Sons", False, "halden and sons"),
    ],
)
def test_cuts_a_name_into_latin_words(text: str, person: bool, tokens: str) -> None:
    assert " ".join(latin_tokens(text, person=person)) == tokens


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("plant no forty four", "plant no 44"),
        ("44th plant", "44 plant"),
        ("shahed ii", "shahed 2"),
        ("twenty one", "21"),
        ("twenty ten", "20 10"),
        ("forty", "40"),
        ("zavod 007", "zavod 7"),
        ("1st bank", "first bank"),
        ("one world", "one world"),
        ("xi an", "xi an"),
        ("unit 000", "unit 0"),
        ("l3 systems", "l3 systems"),
    ],
)
def test_puts_numbers_in_digits(words: str, digits: str) -> None:
    assert " ".join(with_digits(tuple(words.split()))) == digits
