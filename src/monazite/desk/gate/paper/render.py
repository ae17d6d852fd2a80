"""The PDF of a notice: what was fixed when it was issued, in the reader's language."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from monazite.desk.applications.errors import Refused
from monazite.desk.gate.models import Challenge, Judgement
from monazite.desk.gate.paper.words import Words, notice_words, result_words
from monazite.desk.licences.paper.fonts import printable
from monazite.desk.licences.paper.render import LANGUAGES, SHEET, laid_out

_LOOK = Path(__file__).parent / "notice.css"


def notice_pdf(challenge: Challenge, lang: str) -> bytes:
    """The challenge on A4; Refused where a font or the layout library is missing.

    A picture that no font has is printed as a sign: the notice is as it was when it was issued.
    """
    return _pdf(notice_words(challenge.notice, challenge.notice_sha256, lang))


def result_pdf(judgement: Judgement, lang: str) -> bytes:
    """What was judged, on A4; Refused as above, and for a judgement that tells nobody anything."""
    if not judgement.notice:
        raise Refused("no_result_notice")
    return _pdf(result_words(judgement.notice, judgement.notice_sha256, lang))


def _pdf(words: Words) -> bytes:
    context = {"w": words, "language": LANGUAGES[words.lang]}
    return laid_out(printable(render_to_string("gate/notice.html", context)), SHEET, _LOOK)
