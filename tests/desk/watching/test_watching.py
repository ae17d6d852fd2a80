"""Every party of what was filed or lodged is compared with the site's lists, then and later."""

from __future__ import annotations

import shlex
import shutil
import uuid
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from monazite.cli.main import app
from monazite.customs.leads import PARTY_ALERT
from monazite.desk.cases import services as cases
from monazite.desk.cases.errors import OutOfDate
from monazite.desk.cases.screened import last
from monazite.desk.gate.services import lodge
from monazite.desk.leads.models import Lead
from monazite.desk.running.verify import verify
from monazite.desk.screening.answering import answers
from monazite.desk.screening.models import Comparison, Named, Party
from monazite.desk.screening.standing import standing
from monazite.desk.watching import finding
from monazite.desk.watching.comparing import Comparing
from monazite.desk.watching.taking_up import take_up
from monazite.desk.watching.telling import tell
from monazite.licensing.casework.likeness import NO_ALERT, NOT_COMPARED, POSSIBLE, SET_ASIDE
from monazite.watch.screening.documents import asked_of
from monazite.watch.screening.lists.store import Lists
from monazite.watch.screening.suppressions.store import Suppressions
from support import site_lists
from support.at_gate import gate
from support.cases import case_of, offices, taken_in
from support.offices import filed as filed_in
from support.offices import firm, person

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.gate.models import Declaration

# PostgreSQL shows events to the worker when they are committed.
pytestmark = pytest.mark.django_db(transaction=True)
BUYER = "Fictional Hoshizora Motors K.K."
LIKE = ("Hoshizora Motor Kabushiki Kaisha, Fictional", "", "JP")
OTHER = ("Quillford Ferrite Holdings", "", "NL")


@pytest.fixture
def root(settings: Settings, tmp_path: Path) -> Path:
    settings.PAPERS_ROOT = tmp_path / "papers"
    settings.LISTS_ROOT = tmp_path / "lists"
    return tmp_path / "lists"


@pytest.fixture(scope="module")
def comparing() -> Comparing:
    """One for the module: its lists are opened anew whenever they change."""
    return Comparing()


def now() -> datetime:
    return datetime.now(UTC)


def _results(name: str) -> list[str]:
    rows = Comparison.objects.filter(party__asked__names__0=name).order_by("number")
    return [row.result for row in rows]


def test_parties_are_taken_up_once_in_every_role_in_which_they_are_named() -> None:
    filed_in(offices())
    first = take_up()
    assert first == Party.objects.count() == 2
    assert take_up() == 0
    buyer = Party.objects.get(asked__names__0=BUYER)
    assert set(buyer.named.values_list("role", flat=True)) == {"importer", "end_user"}
    assert Named.objects.filter(party=buyer).values("subject").distinct().count() == 1


def test_declarations_name_parties_too() -> None:
    g = gate()
    lodge(g.declarant, g.document(), "page")
    take_up()
    kinds = set(Named.objects.values_list("kind", "role"))
    assert {("declaration", "exporter"), ("declaration", "consignee")} <= kinds
    assert ("application", "end_user") in kinds


def test_without_lists_nothing_is_compared_and_nothing_said(
    root: Path, comparing: Comparing
) -> None:
    w = offices()
    application = taken_in(w)
    take_up()
    assert comparing.compare(now()) == 0
    assert not root.exists()
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    assert {each.result for each in screened.answers}.isdisjoint({NO_ALERT, NOT_COMPARED})


def test_a_like_name_is_an_alert_on_the_case_and_a_lead_of_those_who_enforce(
    root: Path, comparing: Comparing
) -> None:
    w = offices()
    enforcement = firm("agency", "Example Enforcement", regime="CN", duty="reviewing")
    person(enforcement, "enforcement_officer")
    application = taken_in(w)
    site_lists.load(root, LIKE, OTHER)
    take_up()
    assert comparing.compare(now()) == 2
    assert comparing.compare(now()) == 0
    assert _results(BUYER) == ["alert"]
    assert tell() == 2
    assert tell() == 0
    lead = Lead.objects.get(kind=PARTY_ALERT)
    assert lead.about["party"] == BUYER
    (entry,) = lead.entries.all()
    (place,) = entry.facts["found_in"]
    assert (place["where"], set(place["role"])) == ("application", {"importer", "end_user"})
    assert entry.facts["alias"] == LIKE[0]
    assert len(entry.facts["version"]) == 64
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    found = {(each.role, each.result) for each in screened.answers if each.likeness}
    assert found == {("exporter", NO_ALERT), ("importer", POSSIBLE), ("end_user", POSSIBLE)}
    report = verify()
    assert report.whole, report.findings


def test_where_the_party_is_named_next_is_added_to_the_lead(
    root: Path, comparing: Comparing
) -> None:
    g = gate()
    enforcement = firm("agency", "Example Enforcement", regime="CN", duty="reviewing")
    person(enforcement, "enforcement_officer")
    site_lists.load(root, LIKE)
    take_up()
    comparing.compare(now())
    tell()
    declaration = lodge(g.declarant, g.document(), "page")
    take_up()
    comparing.compare(now())
    assert tell() == 2
    lead = Lead.objects.get(kind=PARTY_ALERT)
    added = lead.entries.order_by("number").last()
    assert added is not None
    assert {each["reference"] for each in added.facts["found_in"]} == {declaration.number}


def test_each_regime_hears_of_its_own_files_alone(root: Path, comparing: Comparing) -> None:
    for regime in ("CN", "EU"):
        office = firm("agency", f"Enforcement {regime}", regime=regime, duty="reviewing")
        person(office, "enforcement_officer")
    filed_in(offices())
    take_up()
    for row in list(Named.objects.all()):
        row.pk, row.subject, row.regime = None, uuid.uuid4(), "EU"
        row.reference = "EU-1"
        row.save()
    site_lists.load(root, LIKE)
    comparing.compare(now())
    tell()
    leads = {lead.regime: lead for lead in Lead.objects.filter(kind=PARTY_ALERT)}
    assert set(leads) == {"CN", "EU"}
    for regime, lead in leads.items():
        references = {
            place["reference"] for each in lead.entries.all() for place in each.facts["found_in"]
        }
        assert all(each.startswith(regime) for each in references)
        (before,) = lead.offices.all()
        assert before.agency.name == f"Enforcement {regime}"


def test_an_alert_that_comes_back_is_told_again(root: Path, comparing: Comparing) -> None:
    filed_in(offices())
    person(firm("agency", "Enforcement", regime="CN", duty="reviewing"), "enforcement_officer")
    take_up()
    for rows in ((LIKE,), (OTHER,)):
        site_lists.load(root, *rows)
        comparing.compare(now())
        tell()
    site_lists.load(root, LIKE)
    comparing.compare(now())
    assert tell() == 2
    assert _results(BUYER) == ["alert", "no_candidate", "alert"]


def test_the_lead_says_how_exactly_this_alert_is_set_aside(
    root: Path, comparing: Comparing
) -> None:
    filed_in(offices())
    person(firm("agency", "Enforcement", regime="CN", duty="reviewing"), "enforcement_officer")
    site_lists.load(root, ("Fictional Qinghe Magnet Works Company", "", "CN"))
    take_up()
    comparing.compare(now())
    tell()
    facts = Lead.objects.get(kind=PARTY_ALERT).entries.get().facts
    assert facts["countries"] == ["CN"]
    assert facts["numbers"] == ["uscc=91330206MA0FCTN1XF"]
    words = shlex.split(facts["to_set_aside"])
    until = (now() + timedelta(days=30)).date().isoformat()
    given = {"DAY": until, "…": "Another address, and other owners.", "HOME/lists": str(root)}
    done = CliRunner().invoke(app, [given.get(word, word) for word in words[1:]])
    assert done.exit_code == 0, done.output
    comparing.compare(now())
    assert _results(facts["names"][0]) == ["alert", "suppressed"]


def test_one_that_cannot_be_read_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    g = gate()
    bad = lodge(g.declarant, g.document(), "page")
    good = lodge(g.declarant, g.document(), "page")
    usual = finding.named

    def named(row: Declaration) -> object:
        if row.pk == bad.pk:
            raise ValueError("of a test")
        return usual(row)

    monkeypatch.setattr(finding, "named", named)
    take_up()
    assert Named.objects.filter(subject=good.pk).exists()
    assert not Named.objects.filter(subject=bad.pk).exists()
    assert str(bad.pk) in caplog.text
    assert take_up() == 0


def test_what_the_worker_has_not_compared_is_said_to_be_so(root: Path) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, OTHER)
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    like = [each for each in screened.answers if each.likeness]
    assert {each.result for each in like} == {NOT_COMPARED}
    assert "the worker does it" in like[0].said("en")


def test_a_list_that_changes_is_compared_again_and_stops_who_is_about_to_decide(
    root: Path, comparing: Comparing
) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, OTHER)
    take_up()
    comparing.compare(now())
    cases.accept(w.intake_officer, application.pk, "page")
    cases.refresh(w.officer, application.pk, "case.route", "page")
    site_lists.load(root, OTHER, LIKE)
    assert comparing.compare(now()) == 2
    assert _results(BUYER) == ["no_candidate", "alert"]
    with pytest.raises(OutOfDate) as caught:
        cases.refresh(w.officer, application.pk, "case.route", "page")
    assert {each.result for each in caught.value.answers} == {POSSIBLE}
    cases.refresh(w.officer, application.pk, "case.route", "page")


def test_another_version_that_says_the_same_stops_nobody(root: Path, comparing: Comparing) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, OTHER, LIKE)
    take_up()
    comparing.compare(now())
    cases.accept(w.intake_officer, application.pk, "page")
    site_lists.load(root, OTHER, LIKE, ("Thornby Oxides", "", "AU"))
    cases.refresh(w.officer, application.pk, "case.route", "page")
    assert comparing.compare(now()) == 2
    cases.refresh(w.officer, application.pk, "case.route", "page")
    assert _results(BUYER) == ["alert"]


def test_what_was_set_aside_is_an_alert_again_when_its_day_is_over(
    root: Path, comparing: Comparing
) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, LIKE)
    take_up()
    comparing.compare(now())
    party = Party.objects.get(asked__names__0=BUYER)
    held = Lists(root).held(now())
    (entity,) = (each.id for each in held[0].entities())
    Suppressions(root, held).add(
        asked_of(party.asked), "site", entity, until=now().date(),
        evidence="Another address and another owner.", by="somebody", at=now(),
    )  # fmt: skip
    comparing.compare(now())
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    assert SET_ASIDE in {each.result for each in screened.answers}
    tomorrow = (now() + timedelta(days=1)).date()
    asked = asked_of(party.asked)
    found = standing([asked], tomorrow)
    assert found is not None
    assert [each.result for each in answers([("end_user", asked)], found, None)] == [POSSIBLE]
    comparing.compare(now() + timedelta(days=1))
    assert _results(BUYER) == ["alert", "suppressed", "alert"]


def test_a_list_that_grows_stale_is_no_ground_to_say_that_nothing_was_found(
    root: Path, comparing: Comparing
) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, OTHER, now=now() - timedelta(days=30))
    take_up()
    comparing.compare(now())
    assert _results(BUYER) == ["not_screened"]
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    like = [each for each in screened.answers if each.likeness]
    assert {each.result for each in like} == {NOT_COMPARED}
    assert "too old" in like[0].said("en")


@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_lists_that_are_gone_or_damaged_end_no_alert(
    root: Path, comparing: Comparing, how: str
) -> None:
    w = offices()
    application = taken_in(w)
    site_lists.load(root, LIKE)
    take_up()
    comparing.compare(now())
    if how == "gone":
        shutil.rmtree(root)
    else:
        (root / "site" / "current").write_text("{", encoding="utf-8")
    cases.accept(w.intake_officer, application.pk, "page")
    screened = last(case_of(application))
    assert screened is not None
    found = [each for each in screened.answers if each.likeness and each.role == "end_user"]
    assert [each.result for each in found] == [POSSIBLE, NOT_COMPARED]
    assert "loaded again" in found[1].said("en")


def test_a_worker_that_stopped_for_days_is_no_ground_either(
    root: Path, comparing: Comparing
) -> None:
    filed_in(offices())
    site_lists.load(root, OTHER)
    take_up()
    comparing.compare(now())
    asked = asked_of(Party.objects.get(asked__names__0=BUYER).asked)
    results = []
    for days in (0, 1, 2):
        found = standing([asked], (now() + timedelta(days=days)).date())
        assert found is not None
        results += [each.result for each in answers([("end_user", asked)], found, None)]
    assert results == [NO_ALERT, NO_ALERT, NOT_COMPARED]
