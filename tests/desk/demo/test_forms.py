from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

from monazite.desk.demo.data import data, organisations
from monazite.desk.demo.filling import filled
from monazite.desk.demo.forms import form_of, put
from monazite.desk.demo.plain import stories
from monazite.law.finding import ERROR, NOTE
from monazite.law.store import load
from monazite.licensing.precheck import Precheck, precheck

STORIES = list(enumerate(stories(), 1))
# The law of today, and of a day long after it was compiled: the demo outlives its data.
DAYS = (date(2026, 11, 22), date(2026, 12, 31), date(2028, 2, 29))


def checked(form: dict[str, Any], files: dict[str, bytes], today: date) -> Precheck:
    hashes = {sha256(content).hexdigest() for content in files.values()}
    return precheck(form, today=today, law=load(), files=hashes)


@pytest.mark.parametrize("today", DAYS, ids=str)
@pytest.mark.parametrize(
    ("number", "story"),
    [(n, s) for n, s in STORIES if s["end"] not in {"faults", "split"}],
    ids=lambda each: each["form"] if isinstance(each, dict) else str(each),
)
def test_a_form_that_is_to_be_filed_may_be_filed(
    number: int, story: dict[str, Any], today: date
) -> None:
    found = checked(*form_of(story, number, today), today)
    assert [f.code for f in found.findings if f.severity == ERROR] == []
    assert all(ruled.ruling is not None for ruled in found.rulings)


def test_the_first_draft_has_its_eleven_faults_and_no_other() -> None:
    today = DAYS[0]
    number, story = next((n, s) for n, s in STORIES if s["end"] == "faults")
    form, files = form_of(story, number, today)
    faults = data("faults")
    for fault in faults:
        put(form, fault["path"], filled(fault["value"], {}, today))
    found = [f.code for f in checked(form, files, today).findings if f.severity != NOTE]
    assert sorted(found) == sorted(fault["code"] for fault in faults)
    assert len(set(found)) == 11


def test_what_is_to_be_split_differs_in_its_ways_alone() -> None:
    number, story = next((n, s) for n, s in STORIES if s["end"] == "split")
    found = checked(*form_of(story, number, DAYS[0]), DAYS[0])
    assert {f.code for f in found.findings if f.severity == ERROR} == {
        "transport.single_more_than_one"
    }


def test_every_firm_says_that_it_does_not_exist() -> None:
    for firm in organisations().values():
        assert firm["name"].endswith("(demo)")
        assert any(word in firm["name_native"].lower() for word in ("演示", "demo", "デモ", "데모"))
    assert all(person["name"].endswith("(demo)") for person in data("people"))


def test_the_same_story_on_the_same_day_is_the_same_form() -> None:
    number, story = STORIES[8]
    assert form_of(story, number, DAYS[0]) == form_of(story, number, DAYS[0])
    assert form_of(story, number, DAYS[0]) != form_of(story, number, DAYS[0] + timedelta(days=1))
