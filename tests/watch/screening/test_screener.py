from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.watch.screening.comparing.calibrating import Clean, own
from monazite.watch.screening.entity import Identifier
from monazite.watch.screening.lists.held import Held
from monazite.watch.screening.party import Asked
from monazite.watch.screening.screener import Screener
from support.watch_screening import DAY, NOW, entity, screener

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.watch.screening.answers import Answer

ENTITIES = (
    entity("1", "Zellmark Magnetics Ltd", countries=("DE",)),
    entity("2", "Quorvex Rare Earth Trading LLC"),
    entity("3", "OSTERVELD, Jan Pieter", "person", dates=("1964-07-13",)),
    entity("4", "王武斌", "person"),
    entity("5", "GREY HERON", "vessel", identifiers=(Identifier("imo", "9074729"),)),
    entity("6", "Thornby Holding", "other", listed_until=date(2025, 1, 1)),
    entity("7", "Aldermoor Works", paused_from=date(2025, 11, 10), paused_until=date(2026, 11, 30)),
)


@pytest.fixture(scope="module")
def over() -> Screener:
    """A screener over a few made-up parties."""
    return screener(*ENTITIES)


def ask(over: Screener, name: str, kind: str | None = None, **more: object) -> Answer:
    return over.screen(Asked((name,), kind, **more), DAY)  # type: ignore[arg-type]


def best(answer: Answer) -> str | None:
    """The entry of the best hit."""
    return answer.hits[0].entity if answer.hits else None


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("ZELLMARK MAGNETICS LIMITED", "company", "1"),
        ("Zelmark Magnetics", None, "1"),
        ("Quorvex Rare Earth Trading", None, "2"),
        ("Jan Osterveld", "person", "3"),
        ("Wang Wubin", "person", "4"),
        ("Wubin WANG", None, "4"),
        ("MV Grey Heron", "vessel", "5"),
    ],
)
def test_a_name_written_otherwise_is_an_alert_on_the_entry_that_is_meant(
    over: Screener, name: str, kind: str | None, meant: str
) -> None:
    answer = ask(over, name, kind)
    assert (answer.result, best(answer)) == ("alert", meant)


def test_an_answer_tells_how_it_was_come_by(over: Screener) -> None:
    answer = ask(over, "Wang Wubin", "person")
    hit = answer.hits[0]
    assert (hit.alias, hit.typed) == ("王武斌", "Wang Wubin")
    assert {"pinyin", "joined"} & set(hit.by)
    assert dict(hit.features)["covered_less"] == 1.0
    assert answer.threshold is not None
    assert hit.score > answer.threshold
    assert answer.lists == over.used
    assert answer.lists[0].version
    assert (len(answer.model), answer.software[:8]) == (64, "monazite")


def test_the_other_class_is_not_compared(over: Screener) -> None:
    assert best(ask(over, "Grey Heron", "person")) != "5"
    assert best(ask(over, "Zellmark Magnetics", "vessel")) != "1"


def test_a_name_that_is_near_none_is_no_candidate(over: Screener) -> None:
    answer = ask(over, "Brigitte Hollenstein", "person")
    assert (answer.result, answer.hits) == ("no_candidate", ())


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("x", "name_too_short"),
        ("a" * 10_000, "name_too_long"),
        ("🙂🙂", "empty"),
        ("12 34", "no_letters"),
    ],
)
def test_a_name_that_cannot_be_compared_is_not_screened(
    over: Screener, name: str, why: str
) -> None:
    answer = ask(over, name)
    assert answer.result == "not_screened"
    assert why in answer.why


def test_one_usable_name_of_two_is_enough(over: Screener) -> None:
    answer = over.screen(Asked(("", "Jan Osterveld"), "person"), DAY)
    assert (answer.result, answer.hits[0].typed) == ("alert", "Jan Osterveld")


def test_without_lists_nobody_is_screened() -> None:
    answer = Screener([]).screen(Asked(("Jan Osterveld",)), DAY)
    assert (answer.result, answer.why, answer.hits) == ("not_screened", ("no_list",), ())


def test_a_stale_list_screens_nobody_but_its_alerts_stand() -> None:
    held = Held.of("own", ENTITIES, NOW)
    stale = Screener([replace(held, used=replace(held.used, stale=True))])
    nobody, somebody = (ask(stale, name) for name in ("Brigitte Hollenstein", "Zellmark Magnetics"))
    assert (nobody.result, nobody.why) == ("not_screened", ("stale_list",))
    assert (somebody.result, somebody.why) == ("alert", ("stale_list",))


def test_an_entry_that_is_not_listed_that_day_is_shown_and_no_alert(over: Screener) -> None:
    now = ask(over, "Thornby Holding")
    then = over.screen(Asked(("Thornby Holding",)), date(2024, 12, 31))
    assert (now.result, now.hits[0].listed) == ("not_in_force", False)
    assert (then.result, then.hits[0].listed) == ("alert", True)


@pytest.mark.parametrize("name", ["N/A", "不详", "Co., Ltd.", "the", "Trading"])
def test_a_name_that_says_nothing_is_not_screened(over: Screener, name: str) -> None:
    answer = ask(over, name)
    assert (answer.result, answer.hits, len(answer.why)) == ("not_screened", (), 1)


def test_a_common_word_that_is_the_whole_name_of_an_entry_is_compared() -> None:
    over = screener(entity("1", "Bank"), entity("2", "Industrial Bank"))
    assert [hit.entity for hit in ask(over, "BANK").hits] == ["1"]
    assert ask(over, "Bank").result == "alert"


def test_of_two_names_in_a_cell_each_is_compared(over: Screener) -> None:
    answer = ask(over, "Zellmark Magnetics / Jan Osterveld")
    assert {hit.entity for hit in answer.hits if hit.alert} == {"1", "3"}
    assert (answer.result, answer.why) == ("alert", ("two_names",))


@pytest.mark.parametrize("name", ["王武斌先生", "总经理王武斌", "Mr. 王武斌", "\u202enibuW gnaW"])
def test_titles_and_turned_names_do_not_hide_a_person(over: Screener, name: str) -> None:
    assert (ask(over, name).result, best(ask(over, name))) == ("alert", "4")


def test_a_script_that_is_compared_weakly_is_told(over: Screener) -> None:
    assert ask(over, "김정은").why == ("weak_script",)
    assert ask(over, "王武斌").why == ()


def test_a_suspended_effect_is_told(over: Screener) -> None:
    assert ask(over, "Aldermoor Works").hits[0].paused is True
    later = over.screen(Asked(("Aldermoor Works",)), DAY + timedelta(days=30))
    assert later.hits[0].paused is False


def test_dates_and_countries_move_a_score_and_never_filter(over: Screener) -> None:
    plain = ask(over, "Jan Osterveld", "person").hits[0].score
    right = ask(over, "Jan Osterveld", "person", dates=("1964-07-13",)).hits[0]
    wrong = ask(over, "Jan Osterveld", "person", dates=("1990-01-01",)).hits[0]
    assert wrong.score < plain < right.score
    assert dict(right.evidence) == {"date": 2.5}
    abroad = ask(over, "Zellmark Magnetics", countries=("US",)).hits[0]
    assert dict(abroad.evidence) == {"country": -0.5}


def test_a_number_finds_its_party_under_any_name(over: Screener) -> None:
    answer = ask(over, "Blue Kestrel", "vessel", identifiers=(Identifier("imo", "IMO 9074729"),))
    assert (answer.result, best(answer)) == ("alert", "5")


def test_what_somebody_set_aside_is_suppressed_until_that_day() -> None:
    class Aside:
        def until(self, asked: Asked, list_: str, entity: str, on: date) -> date | None:
            assert (asked.names, list_, entity) == (("Zellmark Magnetics",), "own", "1")
            last = date(2026, 12, 1)
            return last if on <= last else None

    over = screener(*ENTITIES[:1], suppressions=Aside())
    asked = Asked(("Zellmark Magnetics",))
    answer = over.screen(asked, DAY)
    assert answer.result == "suppressed"
    assert answer.hits[0].suppressed_until == date(2026, 12, 1)
    assert over.screen(asked, date(2026, 12, 2)).result == "alert"


def test_many_are_answered_in_their_order_and_alike(over: Screener) -> None:
    asked = [Asked((name,)) for name in ("Zellmark Magnetics", "", "Jan Osterveld")] * 300
    seen: list[tuple[int, int]] = []
    answers = list(over.screen_many(asked, DAY, progress=lambda done, of: seen.append((done, of))))
    assert [answer.asked for answer in answers] == asked
    assert seen[-1] == (900, 900)
    assert answers[:3] == answers[-3:] == [over.screen(one, DAY) for one in asked[:3]]


def test_no_more_hits_than_asked_for_the_best_first() -> None:
    twins = [entity(str(n), f"Zellmark Magnetics {word}") for n, word in
             enumerate(("Ltd", "GmbH", "Group", "Holding", "Trading"))]  # fmt: skip
    hits = ask(screener(*twins, top=3), "Zellmark Magnetics").hits
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.slow
def test_the_cache_gives_the_same_answers(tmp_path: Path) -> None:
    first = screener(*ENTITIES, cache=tmp_path)
    kept = sorted(path.name for path in tmp_path.iterdir())
    again = screener(*ENTITIES, cache=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == kept != []
    for name in ("Jan Osterveld", "Zellmark"):
        assert ask(first, name) == ask(again, name)


@pytest.mark.parametrize(
    ("how", "field"),
    [
        ({"alarms": 0}, "alarms"),
        ({"alarms": 501}, "alarms"),
        ({"top": 0}, "top"),
    ],
)
def test_what_cannot_be_asked_is_refused(how: dict[str, float], field: str) -> None:
    with pytest.raises(InputError) as error:
        screener(*ENTITIES[:1], **how)
    assert error.value.field == field


def test_own_clean_parties_set_the_threshold(over: Screener) -> None:
    near = tuple(f"Zellmark Magnetics {n}" for n in range(400))
    strict = screener(*ENTITIES, clean=own("company", near))
    assert strict.calibration.made == "own"
    higher, usual = (one.calibration.threshold("company", 10) for one in (strict, over))
    assert higher > usual
    assert strict.calibration.rate("company", higher).rate <= 10
    assert strict.calibration.threshold("person", 10) == over.calibration.threshold("person", 10)
    with pytest.raises(InputError, match="300 different names"):
        own("company", ["one"])
    with pytest.raises(InputError, match="person, company, vessel"):
        own("other", near)
    assert Clean({"person": ("a",)}).digest != Clean({"person": ("b",)}).digest
