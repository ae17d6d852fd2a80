"""What officials and firms did about the demo's cases: steps of a story, each one service."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from monazite.desk.applications import services as applications
from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from monazite.desk.cases.models import Decision
from monazite.desk.cases.models.decisions import PROPOSED
from monazite.desk.demo import gate
from monazite.desk.demo.filling import filled
from monazite.desk.demo.people import VIA, People
from monazite.desk.demo.shipping import Shipping
from monazite.desk.licences import services as licences
from monazite.desk.licences.models import Licence, Order
from monazite.desk.people.models import Organisation, Person
from monazite.law.store import load
from monazite.licensing.casework.decisions import APPROVALS
from monazite.licensing.casework.terms import suggest
from monazite.licensing.reading import read
from monazite.licensing.regime import regime

Said = Mapping[str, Any]
_WAY = ("take_in", "accept", "begin_review")
"""What officials do first, one after the other, on the days that follow that of the filing."""
_INTAKE, _OFFICER = "qiao", "bai"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does about a filed application; said: what the story says of it."""

    person: Person
    application: Application
    said: Said
    people: People

    @property
    def given(self) -> Given:
        """The position, grounds and conditions of an advice or a settlement."""
        said = self.said
        return Given(
            position=said["position"],
            grounds=tuple(said.get("grounds", ())),
            conditions=tuple(said.get("conditions", ())),
            text=said["text"],
        )


def work(application: Application, story: Said, people: People) -> Iterator[int]:
    """Let the steps of a story happen; before each, how many working days ago it was."""
    for said in _steps(story):
        yield int(said["ago"])
        step = Step(people.persons[said["by"]], application, said, people)
        if said["do"] in gate.ACTS:
            gate.ACTS[said["do"]](_shipping(step))
        else:
            _ACTS[said["do"]](step)
        application.refresh_from_db()


def _shipping(step: Step) -> Shipping:
    """The step as one at the gate, about goods of the application's licence."""
    mark = f"{step.application.form['contract']['number']}/"
    return Shipping(step.person, step.said, step.people, _licence(step), mark)


def _steps(story: Said) -> Iterator[Said]:
    """The first ones as far as the story has days for them, then its own."""
    officer = story.get("officer", _OFFICER)
    for do, ago in zip(_WAY, story["days"][2:], strict=False):
        yield {"do": do, "by": officer if do == "begin_review" else _INTAKE, "ago": ago}
    yield from story.get("steps", ())


def _return(step: Step) -> None:
    points = tuple(step.said["points"])
    services.send_back_for_correction(step.person, step.application.pk, points, VIA)


def _consult(step: Step) -> None:
    office: Organisation = step.people.organisations[step.said["office"]]
    services.consult(step.person, step.application.pk, office.pk, step.said["text"], VIA)


def _ask(step: Step) -> None:
    by = _day(step)
    services.ask(step.person, step.application.pk, step.said["text"], by, VIA)


def _answer(step: Step) -> None:
    asked = step.application.case.questions.count()
    services.answer(step.person, step.application.pk, asked, step.said["text"], (), VIA)


def _hold(step: Step) -> None:
    said, until = step.said, _day(step)
    services.hold(step.person, step.application.pk, said["reason"], said["text"], until, VIA)


def _day(step: Step) -> date | None:
    """The day that the story names, counted from today where the goods leave."""
    today = load().today(step.application.regime)
    text = step.said.get("until")
    return date.fromisoformat(filled(text, {}, today)) if text else None


def _refer_up(step: Step) -> None:
    said = step.said
    services.refer_up(step.person, step.application.pk, said["office"], said["text"], VIA)


def _note(step: Step) -> None:
    said = step.said
    named = [step.people.persons[key].pk for key in said.get("mentions", ())]
    services.write_note(step.person, step.application.pk, said["text"], True, named, VIA)


def _propose(step: Step) -> None:
    said, outcome = step.said, step.said["outcome"]
    proposal = Proposal(
        outcome=outcome,
        grounds=tuple(said.get("grounds", ())),
        conditions=tuple(said.get("conditions", ())),
        text=said["text"],
        terms=_terms(step.application) if outcome in APPROVALS else None,
    )
    services.propose(step.person, step.application.pk, proposal, None, VIA)


def _terms(application: Application) -> Mapping[str, Any]:
    """What follows from the application, granted as it was asked."""
    asked, name = read(application.form).application, application.regime
    return suggest(asked, regime(name), load().today(name)).document()


def _sign(step: Step) -> None:
    decision = Decision.objects.get(case__application=step.application, state=PROPOSED)
    services.sign(step.person, decision.pk, None, VIA)


def _change(step: Step) -> None:
    """A change of the licence is asked for and filed: until it is decided the licence rests."""
    draft = licences.change(step.person, _licence(step).pk, VIA)
    changes = filled(step.said["changes"], {}, load().today(step.application.regime))
    applications.save(step.person, draft.pk, changes, draft.version, VIA)
    applications.file(step.people.signatory_of(step.application.organisation), draft.pk, None, VIA)


def _suspend(step: Step) -> None:
    said, licence = step.said, _licence(step)
    licences.propose_order(
        step.person, licence.pk, "suspend", tuple(said["grounds"]), said["text"], VIA
    )


def _sign_order(step: Step) -> None:
    order = Order.objects.get(licence=_licence(step), state="proposed")
    licences.sign_order(step.person, order.pk, VIA)


def _licence(step: Step) -> Licence:
    return Licence.objects.get(application=step.application)


_ACTS: Mapping[str, Callable[[Step], object]] = {
    "take_in": lambda step: services.take_in(step.person, step.application.pk, VIA),
    "accept": lambda step: services.accept(step.person, step.application.pk, VIA),
    "return": _return,
    "begin_review": lambda step: services.begin_review(step.person, step.application.pk, VIA),
    "consult": _consult,
    "advise": lambda step: services.advise(step.person, step.application.pk, step.given, VIA),
    "settle": lambda step: services.settle(step.person, step.application.pk, step.given, None, VIA),
    "ask": _ask,
    "answer": _answer,
    "hold": _hold,
    "refer_up": _refer_up,
    "note": _note,
    "propose": _propose,
    "sign": _sign,
    "reconsider": lambda step: services.reconsider(
        step.person, step.application.pk, step.said["text"], VIA
    ),
    "change": _change,
    "suspend": _suspend,
    "sign_order": _sign_order,
}
