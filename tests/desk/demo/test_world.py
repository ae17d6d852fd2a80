from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar

import pytest
from django.test import TestCase, override_settings
from django.utils import timezone

from monazite.desk.applications.errors import CannotBeFiled
from monazite.desk.applications.models import Application, LineRuling, Paper, Reviewer
from monazite.desk.applications.services import renew_all
from monazite.desk.batches.models import Batch, Quota
from monazite.desk.cases.clocks import reading
from monazite.desk.cases.consolidation import together
from monazite.desk.cases.models import Case, Decision, Hold, Question, Task
from monazite.desk.cases.models.case import TASKS
from monazite.desk.demo import people, run, stories, world
from monazite.desk.duties.models import Duty
from monazite.desk.events.models import Event
from monazite.desk.gate.models import Declaration, Judgement
from monazite.desk.leads.models import Tip
from monazite.desk.licences.models import Licence
from monazite.desk.licences.standing import standing
from monazite.desk.people.may import may
from monazite.desk.people.models import Assignment, Person
from monazite.desk.people.roles import ROLES
from monazite.desk.people.visible import applications, as_party
from monazite.desk.running import keys, serve
from monazite.desk.running.home import make
from monazite.desk.running.verify import verify
from monazite.desk.running.worker import seal
from monazite.desk.statistics.models import Vintage
from monazite.errors import InputError
from monazite.law.store import load
from monazite.licensing.calendars import calendar
from monazite.licensing.findings import Finding
from monazite.licensing.transitions import machine
from support.desk_people import verified

if TYPE_CHECKING:
    from monazite.desk.running.serve import Serving

# The demo is SQLite, and sets the clock of Python alone; `make demo` shows a newcomer that it works.
pytestmark = [pytest.mark.sqlite, pytest.mark.slow]

TODAY = date(2026, 11, 22)
"""A Sunday, long after a week of holidays: neither may anybody work on."""


def called(key: str) -> Person:
    return verified(Person.objects.get(email=f"{key}@demo.example"))


class TestWorld(TestCase):
    """Django's own class: its tests share one world, made once, and each takes back what it did."""

    count: ClassVar[int]
    made_at: ClassVar[datetime]

    @classmethod
    def setUpTestData(cls) -> None:
        root = Path(cls.enterClassContext(TemporaryDirectory()))
        places = {"PAPERS_ROOT": root / "papers", "CHECKPOINTS_ROOT": root / "checkpoints"}
        places |= {"HOME": root}
        (root / "demo").touch()
        cls.enterClassContext(
            override_settings(SIGNING_KEY=root / "signing.pem", DEMO=True, **places)
        )
        keys.make()
        cls.made_at = timezone.now()
        cls.count = world.make(TODAY)

    def test_there_is_an_application_in_every_state_that_can_be_reached(self) -> None:
        states = Counter(Application.objects.values_list("state", flat=True))
        assert states.keys() == set(machine().states) - {"reopened", "closed"}
        assert states["submitted"] >= 12
        assert states["draft"] >= 8
        assert self.count == sum(states.values()) >= 30
        assert Application.objects.filter(split_from__isnull=False).count() == 2
        assert Application.objects.filter(supersedes__isnull=False).count() == 2

    def test_there_is_a_case_at_every_stage(self) -> None:
        assert {task.kind for task in Task.objects.filter(state="open")} == set(TASKS)
        assert Question.objects.filter(answer__isnull=True).count() == 2
        assert Hold.objects.filter(release__isnull=True).count() == 1
        cases = Case.objects.filter(application__state="in_review")
        assert sum(together(case).unsettled for case in cases) == 1
        outcomes = Counter(
            Decision.objects.filter(state="standing").values_list("outcome", flat=True)
        )
        assert outcomes.keys() == {"approved", "approved_with_conditions", "refused"}
        stands = {standing(licence).state for licence in Licence.objects.all()}
        assert stands == {"active", "in_amendment", "suspended", "completed", "exhausted"}

    def test_nothing_lies_on_a_day_off_or_in_the_future(self) -> None:
        zone = load().zone("CN")
        days = {event.at.astimezone(zone).date() for event in Event.objects.all()}
        assert max(days) == date(2026, 11, 20)
        assert min(days) < date(2026, 6, 30)
        assert not [day for day in days if not calendar("CN").is_working(day)]
        rows = (
            *Application.objects.values_list("filed_at", flat=True),
            *Decision.objects.values_list("signed_at", flat=True),
            *Assignment.objects.values_list("since", flat=True),
        )
        assert max(at for at in rows if at) < self.made_at

    def test_every_chain_ascends(self) -> None:
        last: dict[tuple[str, str], datetime] = {}
        for event in Event.objects.order_by("aggregate_kind", "aggregate_id", "seq"):
            chain = (event.aggregate_kind, str(event.aggregate_id))
            assert event.at > last.get(chain, datetime.min.replace(tzinfo=UTC))
            last[chain] = event.at
        numbers = Application.objects.filter(filed_at__isnull=False).order_by("filed_at")
        filed = [str(each) for each in numbers.values_list("reference", flat=True)]
        assert filed == sorted(filed)

    def test_the_clocks_of_open_cases_differ(self) -> None:
        known = [reading(case, TODAY) for case in Case.objects.select_related("application")]
        states = Counter(one.state for one in known)
        assert states.keys() == {"not_started", "running", "stopped", "no_limit", "ended"}
        left = {one.left for one in known if one.state in {"running", "stopped"}}
        assert len(left) >= 7
        assert any(one.over for one in known if one.state == "running")

    def test_a_ruling_is_of_the_day_of_its_filing(self) -> None:
        rulings = LineRuling.objects.select_related("line__application")
        zone = load().zone("CN")
        for ruling in rulings:
            filed_at = ruling.line.application.filed_at
            assert filed_at is not None
            assert ruling.on == filed_at.astimezone(zone).date()
        assert renew_all() == 0

    def test_the_past_fills_the_figures(self) -> None:
        decided = Decision.objects.filter(state="standing", kind="decision").count()
        assert decided >= 35
        soon = TODAY + timedelta(days=31)
        assert Licence.objects.filter(valid_until__lte=soon).count() >= 1

    def test_the_gate_has_met_what_customs_really_met(self) -> None:
        def codes(reference: str) -> set[str]:
            row = Declaration.objects.get(reference=reference)
            found = [*row.findings, *(each for item in row.items.all() for each in item.findings)]
            return {each["code"] for each in found}

        samarium = Judgement.objects.get(challenge__declaration__reference="FG-NB-1")
        assert (samarium.finding, samarium.state) == ("controlled", "standing")
        assert samarium.challenge.declaration.state == "refused"
        assert "Sm=0.226" in samarium.challenge.samples.get().contains
        dysprosium = Judgement.objects.get(state="proposed")
        assert "Dy=0.019" in dysprosium.challenge.samples.get().contains
        assert dysprosium.challenge.declaration.items.get().form == "magnet"
        assert "composition.contradicts_code" in codes("FG-OT-1")
        assert {"licence.none", "claim.contradicted", "value.above_heading"} <= codes("FG-FA-1")
        assert {"split.under_threshold", "split.with_others"} <= codes("FG-PA-4")
        graphite = Declaration.objects.filter(items__licence_number=_graphite().number)
        assert graphite.count() == 10
        assert set(graphite.values_list("destination", flat=True)) == {"OM"}
        assert graphite.filter(arrival="IN").count() == 8
        assert graphite.filter(state="exited").count() == 7

    def test_goods_left_month_by_month_and_were_followed_up(self) -> None:
        states = Counter(Declaration.objects.values_list("state", flat=True))
        assert states.keys() == {"exited", "held", "challenged", "refused"}
        assert states["exited"] >= 40
        months = {
            day.month for day in Declaration.objects.values_list("exited_on", flat=True) if day
        }
        assert len(months) >= 4
        assert Counter(Vintage.objects.values_list("state", flat=True)) == {
            "released": 1, "prepared": 1,
        }  # fmt: skip
        assert Batch.objects.count() == 4
        assert Quota.objects.count() == Tip.objects.count() == 1
        assert Duty.objects.filter(reported_at__isnull=False).count() == 3

    @pytest.mark.sqlite  # PostgreSQL seals what is committed, and this world never is
    def test_home_says_that_its_days_are_made_up(self) -> None:
        # The copy outside would outlive the row, which this test takes back.
        with TemporaryDirectory() as copies, override_settings(CHECKPOINTS_ROOT=copies):
            seal()
        self.client.force_login(people.visitor())
        page = self.client.get("/").content.decode()
        assert f"It was made on {self.made_at:%Y-%m-%d}" in page
        assert "was made up with it" in page

    def test_everybody_has_a_role_and_every_role_has_somebody_in_both_languages(self) -> None:
        held = [role for person in Person.objects.all() for role in person.held_roles]
        assert set(held) == ROLES.keys()
        assert set(Person.objects.values_list("language", flat=True)) == {"en", "zh"}
        assert not any(person.has_usable_password() for person in Person.objects.all())

    def test_what_happened_is_told_by_events_and_the_record_is_whole(self) -> None:
        told = Event.objects.exclude(via="demo")
        assert {event.aggregate_kind for event in told} == {"lead"}, "a tip comes by its page"
        report = verify()
        assert [finding.message("en") for finding in report.findings] == []
        assert report.events == Event.objects.count() > 200

    def test_offices_see_what_was_filed_and_firms_their_own(self) -> None:
        filed = Application.objects.filter(filed_at__isnull=False).count()
        assert applications(called("bai")).count() == applications(called("qiao")).count() == filed
        reviewed = set(applications(called("yan")).values_list("case__tasks__rule", flat=True))
        assert applications(called("yan")).count() == 1  # of an agency that one case asked
        assert "by_hand" in reviewed
        firms = set(applications(called("lin")).values_list("organisation__name", flat=True))
        assert firms == {"Willow Harbour Magnets Co., Ltd. (demo)"}
        assert as_party(called("mori")).exists()

    def test_a_secret_is_read_by_its_firm_and_the_named_reviewer_alone(self) -> None:
        named = Reviewer.objects.select_related("application").first()
        assert named is not None
        paper = Paper.objects.filter(application=named.application, secret=True).first()
        assert paper is not None
        readers = {"lin", "he", "su", "mo", "wei", "bai", "gu", "qiao"}
        may_read = {key for key in readers if may(called(key), "paper.read_secret", paper)}
        own = {"lin", "he"} if "Willow" in named.application.organisation.name else {"su", "mo"}
        assert may_read == own | {"wei"}

    def test_the_newest_draft_is_the_visitors_to_mend(self) -> None:
        visitor = people.visitor()
        draft = Application.objects.filter(author=visitor, state="draft").order_by("-created_at")[0]
        assert draft.form["end_use"]["use"] == "industrial use"
        assert may(visitor, "application.save", draft)

    def test_a_world_is_made_in_an_empty_database_alone(self) -> None:
        with pytest.raises(InputError, match="the demo's own"):
            world.make(TODAY)

    def test_everybody_is_introduced(self) -> None:
        for lang, role in (("en", "preparer"), ("zh", "申请经办人")):
            _, *lines = people.introductions(lang)
            assert len(lines) == Person.objects.count()
            assert "Lin Qing" in lines[0]
            assert role in lines[0]

    def test_a_world_that_is_there_is_served_as_it_is(self) -> None:
        told: list[str] = []
        with (
            TemporaryDirectory() as folder,
            pytest.MonkeyPatch.context() as patch,
        ):
            served: list[Serving] = []
            patch.setattr(run, "enter", lambda *_, **__: None)
            patch.setattr(serve, "serve", served.append)
            run.run(Path(folder), 18300, "en", once=False, tell=told.append)
            assert (Path(folder) / "demo").read_text() == "whole\n"
            (Path(folder) / "papers").mkdir(exist_ok=True)
            run.run(Path(folder), 18300, "en", once=False, tell=told.append)
            assert (Path(folder) / "papers").is_dir(), "a whole world is kept"
        assert served[0].address in told[-1]
        assert served[0].host == "127.0.0.1"
        assert not any("Making a world" in line for line in told)
        assert any("Lin Qing" in line for line in told)


def _graphite() -> Licence:
    return Licence.objects.get(terms__destination="OM")


def test_a_world_that_was_never_finished_is_made_again(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "demo").touch()
    (tmp_path / "half").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "enter", lambda *_, **__: None)
        patch.setattr(run, "_world", lambda *_: None)
        patch.setattr(run, "_serve", lambda *_, **__: None)
        run.run(tmp_path, 18300, "en", once=False, tell=print)
    assert not (tmp_path / "half").exists()
    assert (tmp_path / "demo").read_text() == "whole\n"


def test_a_story_that_cannot_happen_is_named_with_what_stands_in_its_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finding = Finding("field.missing", "error", "contract.number", values={"field": "Number"})

    def bounces(*_: object) -> None:
        raise CannotBeFiled([finding])

    monkeypatch.setattr(stories, "_drafted", bounces)
    story = {"form": "motor_magnets", "end": "draft", "by": "lin", "days": [1]}
    told = stories.tell(story, 1, people.People({}, {"lin": Person()}))
    assert next(told) == 1
    with pytest.raises(InputError, match=r"story: '1 \(motor_magnets, draft\)'.*contract\.number"):
        next(told)


def test_a_home_of_a_real_site_is_left_alone(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(InputError, match="this one is a site's"):
        run.run(tmp_path, 18300, "en", once=False, tell=print)
