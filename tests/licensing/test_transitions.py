"""The table of states: every state can be reached, final ones are final, nothing else happens."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue.texts import LANGS, say
from monazite.errors import LawDataError
from monazite.law.procedure import NEW, NotAllowed, build
from monazite.licensing.transitions import WHO, machine

PAIRS = tuple(product(machine().states, machine().events))


def test_every_state_is_reached_from_a_new_file() -> None:
    reached, edge = {NEW}, [NEW]
    while edge:
        state = edge.pop()
        found = {machine().after(state, event) for event in machine().allowed(state)} - reached
        reached |= found
        edge += found
    assert reached - {NEW} == set(machine().states)


def test_a_final_state_leads_nowhere_but_to_reopening() -> None:
    for state in machine().final:
        assert set(machine().allowed(state)) <= {"reopen"}
    assert machine().final == {"closed", "discarded", "superseded", "withdrawn"}


def test_every_other_state_can_end() -> None:
    ending = set(machine().final)
    for _ in machine().states:
        ending |= {
            s for s, e in PAIRS if e in machine().allowed(s) and machine().after(s, e) in ending
        }
    assert ending == set(machine().states)


@pytest.mark.parametrize(("state", "event"), PAIRS)
def test_what_the_table_does_not_name_is_refused(state: str, event: str) -> None:
    if event in machine().allowed(state):
        assert machine().after(state, event) in machine().states
        return
    with pytest.raises(NotAllowed) as refused:
        machine().after(state, event)
    assert refused.value.allowed == machine().allowed(state)
    assert (refused.value.state, refused.value.event) == (state, event)


@given(st.lists(st.sampled_from(machine().events), max_size=30))
def test_no_sequence_of_events_leaves_the_table(events: list[str]) -> None:
    state = NEW
    for event in events:
        try:
            state = machine().after(state, event)
        except NotAllowed:
            continue
        assert state in machine().states


def test_only_a_new_file_is_created_and_only_a_draft_is_saved() -> None:
    assert machine().allowed(NEW) == ("create",)
    assert [s for s in machine().states if "save" in machine().allowed(s)] == ["draft"]
    assert machine().after("draft", "save") == "draft"


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_speaks(lang: str) -> None:
    for state in machine().states:
        assert say(f"licensing.state.{state}", lang)
        assert say(f"licensing.state_why.{state}", lang)
        assert say(f"licensing.acts.{machine().waits_for[state]}", lang)
    for event in machine().events:
        assert say(f"licensing.event.{event}", lang)
        assert say(f"licensing.acts.{machine().by[event]}", lang)


def test_a_broken_table_names_every_problem() -> None:
    data = {
        "states": {"a": {"waits_for": "cat", "colour": "red"}},
        "events": {"go": {"by": "applicant", "from": {"a": "b"}}, "stay": {"by": "dog"}},
    }
    with pytest.raises(LawDataError) as broken:
        build(data, "here.yaml", WHO)
    assert len(broken.value.problems) == 5
    assert all(problem.startswith("here.yaml ") for problem in broken.value.problems)
