"""Acts of the office that takes files in."""

from __future__ import annotations

from monazite.desk.cases import services
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, lines
from monazite.desk.pages.cases.look import Look


def _take_in(asked: Asked) -> object:
    return services.take_in(asked.person, asked.ident, VIA, seen=asked.sent.seen)


def _accept(asked: Asked) -> object:
    return services.accept(asked.person, asked.ident, VIA, seen=asked.sent.seen)


def _return(asked: Asked) -> object:
    points = asked.sent.lines("points")
    return services.send_back_for_correction(
        asked.person, asked.ident, points, VIA, seen=asked.sent.seen
    )


def _points(_: Look) -> tuple[Field, ...]:
    return (lines("points"),)


ACTS = (
    Act("take_in", "case.take_in", ("take_in",), _take_in, weight="main"),
    Act("accept", "case.accept", ("accept",), _accept, weight="main"),
    Act("return", "case.return", ("return",), _return, _points, weight="danger"),
)
