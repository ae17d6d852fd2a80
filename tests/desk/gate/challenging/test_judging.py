from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.errors import CannotBeJudged
from monazite.desk.gate.models import Challenge
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Verdict
from monazite.desk.people.may import Forbidden
from monazite.law.procedure import NotAllowed
from support.challenges import (
    VIA,
    analysed,
    answered,
    challenged,
    identified,
    judged,
    lodged,
    now,
)

if TYPE_CHECKING:
    from pathlib import Path

    from support.challenges import Court

FREE = Verdict("not_controlled", "", (), "By what lies before us.")


def test_what_is_not_controlled_goes_on(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    judgement = judged(c, declaration, "not_controlled")
    after = now(declaration)
    assert (after.state, judgement.notice["state"]) == ("cleared", "cleared")
    assert after.exit_by is not None
    assert c.g.line.reserved_quantity == Decimal(100)
    challenge = Challenge.objects.get()
    assert (challenge.state, challenge.closed_at is not None) == ("closed", True)
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_is_controlled_is_refused_and_what_was_set_aside_is_free(
    c: Court, tmp_path: Path
) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    assert c.g.line.reserved_quantity == Decimal(100)
    judgement = judged(c, declaration, "controlled", "handed_to_investigation")
    assert now(declaration).state == "refused"
    assert c.g.line.reserved_quantity == Decimal(0)
    assert "CN-ECL-2020 art. 34" in judgement.notice["law"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_another_stop_holds_what_is_not_controlled(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    # As analysed it needs a licence that nobody has; the licensing office says that it needs none.
    analysed(c, declaration, "Sm=0.226,Co=0.5,Fe=0.274")
    challenging.answer_challenge(c.g.declarant, declaration.pk, "It is NdFeB.", (), VIA)
    identified(c, declaration, "not_controlled")
    judged(c, declaration, "not_controlled")
    assert now(declaration).state == "held"


def test_customs_alone_does_not_set_aside_what_the_law_says_of_the_goods(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    analysed(c, declaration, "Sm=0.226,Co=0.5,Fe=0.274")
    challenging.answer_challenge(c.g.declarant, declaration.pk, "It is NdFeB.", (), VIA)
    with pytest.raises(CannotBeJudged) as refused:
        challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    assert [each.code for each in refused.value.findings] == ["judgement.against_the_gate"]


@pytest.mark.parametrize("finding", ["controlled", "not_controlled"])
def test_an_identification_binds_customs(c: Court, finding: str) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    identified(c, declaration, finding)
    other = {"controlled": "not_controlled", "not_controlled": "controlled"}[finding]
    verdict = Verdict(other, "returned" if other == "controlled" else "", (), "We think otherwise.")
    with pytest.raises(CannotBeJudged) as refused:
        challenging.judge(c.g.officer, declaration.pk, verdict, VIA)
    assert [each.code for each in refused.value.findings] == ["judgement.against_identification"]
    judgement = judged(c, declaration, finding, "returned" if finding == "controlled" else "")
    assert judgement.notice["identified_by"]["name"] == c.g.w.licensing.name


def test_nobody_signs_their_own_judgement_nor_that_of_the_other_office(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    proposed = challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    with pytest.raises(Refused, match="does not sign it"):
        challenging.sign_judgement(c.g.officer, proposed.pk, VIA)
    for each in (c.g.declarant, c.laboratory, c.licensing_officer, c.g.stranger):
        with pytest.raises(Forbidden):
            challenging.sign_judgement(each, proposed.pk, VIA)
    with pytest.raises(Refused, match="waits for a signature"):
        challenging.judge(c.g.second_officer, declaration.pk, FREE, VIA)


def test_the_licensing_office_does_not_sign_for_customs_once_it_was_asked(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    identified(c, declaration, "not_controlled")
    proposed = challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    with pytest.raises(Forbidden):
        challenging.sign_judgement(c.chief, proposed.pk, VIA)
    with pytest.raises(NotAllowed):
        challenging.judge(c.licensing_officer, declaration.pk, FREE, VIA)


def test_what_is_sent_back_judges_nothing(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    proposed = challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    challenging.send_back_judgement(c.g.second_officer, proposed.pk, "Ask the laboratory.", VIA)
    assert (now(declaration).state, Challenge.objects.get().state) == ("challenged", "answered")
    with pytest.raises(Refused, match="meanwhile"):
        challenging.sign_judgement(c.g.second_officer, proposed.pk, VIA)
    judged(c, declaration, "not_controlled")
    assert prove(tmp_path, PublicKeys(())).whole


def test_an_answer_overtakes_a_proposal(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    proposed = challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    challenging.answer_challenge(c.g.declarant, declaration.pk, "And one thing more.", (), VIA)
    with pytest.raises(Refused, match="send it back"):
        challenging.sign_judgement(c.g.second_officer, proposed.pk, VIA)


def test_nothing_is_judged_before_the_declarant_was_heard(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    with pytest.raises(NotAllowed):
        challenging.judge(c.g.officer, declaration.pk, FREE, VIA)
    with pytest.raises(NotAllowed):
        challenging.ask_identification(c.g.officer, declaration.pk, "What are they?", VIA)


def test_every_point_against_a_judgement_is_said(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    identified(c, declaration, "not_controlled")
    wrong = Verdict("controlled", "burned", (), "It seems so.")
    with pytest.raises(CannotBeJudged) as refused:
        challenging.judge(c.g.officer, declaration.pk, wrong, VIA)
    assert [each.code for each in refused.value.findings] == [
        "judgement.against_identification", "judgement.disposal_unknown",
    ]  # fmt: skip
