"""Acts after which a case waits, and those that end the waiting."""

from __future__ import annotations

from monazite.desk.cases import services
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, area, day, select
from monazite.desk.pages.cases.choices import options
from monazite.desk.pages.cases.look import Look


def _ask(asked: Asked) -> object:
    sent = asked.sent
    return services.ask(
        asked.person, asked.ident, sent.text("text"), sent.day("answer_by"), VIA, seen=sent.seen
    )


def _ask_fields(_: Look) -> tuple[Field, ...]:
    return (area("text"), day("answer_by"))


def _hold(asked: Asked) -> object:
    sent = asked.sent
    reason, text, until = sent.text("reason"), sent.text("text"), sent.day("until")
    return services.hold(asked.person, asked.ident, reason, text, until, VIA, seen=asked.sent.seen)


def _hold_fields(look: Look) -> tuple[Field, ...]:
    reasons = options("hold", look.rules.holds, look.lang)
    return (select("reason", reasons), area("text"), day("until"))


def _release(asked: Asked) -> object:
    sent = asked.sent
    number, text = sent.number("hold"), sent.text("text")
    return services.release(asked.person, asked.ident, number, text, VIA, seen=sent.seen)


def _release_fields(look: Look) -> tuple[Field, ...]:
    number = look.open_hold.number if look.open_hold else ""
    return (Field("hold", "hidden", values=(str(number),)), area("text"))


def _refer_up(asked: Asked) -> object:
    sent = asked.sent
    office, text = sent.text("office"), sent.text("text")
    return services.refer_up(asked.person, asked.ident, office, text, VIA, seen=asked.sent.seen)


def _refer_fields(look: Look) -> tuple[Field, ...]:
    return (select("office", options("above", look.rules.above, look.lang)), area("text"))


def _hand_back(asked: Asked) -> object:
    return services.hand_back(
        asked.person, asked.ident, asked.sent.text("text"), VIA, seen=asked.sent.seen
    )


def _text(_: Look) -> tuple[Field, ...]:
    return (area("text"),)


def _held(look: Look) -> bool:
    return look.open_hold is not None


def _free(look: Look) -> bool:
    return look.case.agency_id is not None and not look.case.closed_at and not _held(look)


ACTS = (
    Act("release", "case.release", (), _release, _release_fields, _held, weight="main"),
    Act("hand_back", "case.hand_back", ("hand_back",), _hand_back, _text, weight="main"),
    Act("ask", "case.ask", ("ask",), _ask, _ask_fields),
    Act("hold", "case.hold", ("ask", "begin_review"), _hold, _hold_fields, _free),
    Act("refer_up", "case.refer", ("refer_up",), _refer_up, _refer_fields, weight="danger"),
)
