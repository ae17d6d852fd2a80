"""Challenges of the demo: issued, answered, analysed and judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from monazite.desk.demo.people import VIA
from monazite.desk.demo.shipping import Shipping
from monazite.desk.gate.models import Judgement
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Found, Given, Verdict


def _issue(step: Shipping) -> None:
    said = step.said
    given = Given((1,), tuple(said["grounds"]), said["text"])
    challenging.issue_challenge(step.person, step.declaration.pk, given, VIA)


def _answer(step: Shipping) -> None:
    challenging.answer_challenge(step.person, step.declaration.pk, step.said["text"], (), VIA)


def _sample(step: Shipping) -> None:
    said = step.said
    found = Found(
        item=1,
        laboratory=step.person.organisation.name,
        method=said["method"],
        taken_on=step.today,
        form=said["form"],
        contains=said["contains"],
        text=said["text"],
    )
    challenging.report_sample(step.person, step.declaration.pk, found, VIA)


def _judge(step: Shipping) -> None:
    said = step.said
    verdict = Verdict(said["finding"], said["disposal"], tuple(said["grounds"]), said["text"])
    challenging.judge(step.person, step.declaration.pk, verdict, VIA)


def _sign(step: Shipping) -> None:
    of_it = Judgement.objects.filter(challenge__declaration=step.declaration)
    challenging.sign_judgement(step.person, of_it.get(state="proposed").pk, VIA)


ACTS: Mapping[str, Callable[[Shipping], object]] = {
    "challenge": _issue,
    "answer_challenge": _answer,
    "analyse": _sample,
    "judge": _judge,
    "sign_judgement": _sign,
}
"""Steps of a story at a challenge, by their names."""
