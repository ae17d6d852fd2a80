from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.gate.models import Challenge, Judgement
from monazite.desk.gate.notices import fingerprint
from monazite.desk.gate.paper.render import notice_pdf, result_pdf
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Given, Verdict
from monazite.desk.licences.paper import fonts
from support.challenges import VIA, WHY, answered, challenged, identified, judged, lodged
from support.flushing import without_triggers

if TYPE_CHECKING:
    from support.challenges import Court


def text_of(data: bytes) -> str:
    """Every letter of it; where the layout broke a line is no matter."""
    pages = pypdfium2.PdfDocument(data)
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_picture_that_no_font_has_keeps_no_notice_from_being_printed(c: Court) -> None:
    given = Given((1,), ("other",), "The label says \U0001fae8 and 95 %.")
    row = challenging.issue_challenge(c.g.officer, lodged(c).pk, given, VIA)
    assert "Thelabelsays" in text_of(notice_pdf(row, "en"))


def test_pictures_give_way_and_letters_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "drawn", lambda letter: letter == "钐")
    text = "a\U0001f600\ufe0f钐\U0002a700"
    assert fonts.printable(text) == f"a{fonts.INSTEAD}钐\U0002a700"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Notice of challenge", "The composition is in doubt", "Last day for the answer",
                "Test report", "GACC Announcement No. 123 of 2025", "Seal of the customs office",
                "7 working days"]),
        ("zh", ["质疑通知书", "成分存疑", "答复期限", "检测报告", "海关总署公告2025年第123号",
                "海关（盖章）", "7 个工作日", "企业印章"]),
    ],
)  # fmt: skip
def test_the_challenge_can_be_read_back(lang: str, expected: list[str], c: Court) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    text = text_of(notice_pdf(challenge, lang))
    item = declaration.items.get()
    common = [
        f"{declaration.number}/1", declaration.reference, WHY, c.g.w.exporter.name,
        c.g.w.exporter.identifier, c.g.declarant.name, c.g.officer.name, c.g.customs.name,
        item.hs, item.description, challenge.notice_sha256, str(challenge.answer_by),
    ]  # fmt: skip
    for each in [*expected, *common]:
        assert squeezed(each) in text, each


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["Notice of the result of a challenge", "Controlled", "The goods are returned",
                "The goods are not released", "On the identification by"]),
        ("zh", ["质疑结果告知书", "属于出口管制货物", "退运", "不予放行", "鉴别结论"]),
    ],
)  # fmt: skip
def test_the_result_can_be_read_back(lang: str, expected: list[str], c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    identified(c, declaration, "controlled")
    judgement = judged(c, declaration, "controlled", "returned")
    text = text_of(result_pdf(judgement, lang))
    common = [
        f"{declaration.number}/1", "By what lies before us.", c.g.officer.name,
        c.g.second_officer.name, c.g.w.licensing.name, judgement.notice_sha256,
    ]  # fmt: skip
    for each in [*expected, *common]:
        assert squeezed(each) in text, each


def test_what_was_said_then_is_printed_later(c: Court) -> None:
    challenge = challenged(c, lodged(c))
    c.g.w.exporter.name = "Another name"
    with without_triggers():
        type(c.g.w.exporter).objects.filter(pk=c.g.w.exporter.pk).update(name="Another name")
    kept = Challenge.objects.get(pk=challenge.pk)
    assert fingerprint(kept.notice) == kept.notice_sha256 == challenge.notice_sha256
    assert "Anothername" not in text_of(notice_pdf(kept, "en"))


def test_a_day_that_nobody_can_tell_is_said_to_be_so(c: Court) -> None:
    challenge = challenged(c, lodged(c))
    challenge.notice["answer_by"] = None
    assert "notpublishedyet" in text_of(notice_pdf(challenge, "en"))


def test_there_is_no_result_before_two_have_signed(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    verdict = Verdict("not_controlled", "", (), "By what lies before us.")
    challenging.judge(c.g.officer, declaration.pk, verdict, VIA)
    with pytest.raises(Refused, match="no result notice"):
        result_pdf(Judgement.objects.get(), "en")
