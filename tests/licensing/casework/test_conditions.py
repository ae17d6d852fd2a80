"""Conditions in three values: what is unknown never turns an answer that the rest decides."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from monazite.licensing.casework.conditions import NO, UNKNOWN, YES, built
from monazite.licensing.casework.facts import Facts

_NAMES = ("forms", "materials", "destination")
_LEAVES = st.builds(
    lambda fact, op, words: {"fact": fact, op: words},
    st.sampled_from(_NAMES),
    st.sampled_from(["any_of", "other_than"]),
    st.lists(st.sampled_from(["a", "b"]), min_size=1, unique=True),
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.builds(
        lambda how, parts: {how: parts},
        st.sampled_from(["all", "any"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
_KNOWN = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(["a", "b"]), unique=True).map(tuple) for name in _NAMES}
)


@given(_TREES, _KNOWN, st.frozensets(st.sampled_from(_NAMES)), _KNOWN)
def test_an_answer_that_is_given_stays_whatever_is_learned(
    tree: dict[str, Any], known: dict[str, Any], unknown: frozenset[str], more: dict[str, Any]
) -> None:
    """What is learned is added to the facts that were not all known."""
    test = built(tree)
    before = test.ask(Facts(known, unknown)).answer
    learned = {n: known[n] + (more[n] if n in unknown else ()) for n in _NAMES}
    after = test.ask(Facts(learned, frozenset())).answer
    assert after in {YES, NO}
    assert before in {UNKNOWN, after}


@given(_TREES, _KNOWN, st.frozensets(st.sampled_from(_NAMES)))
def test_every_answer_names_facts_that_it_rests_on(
    tree: dict[str, Any], known: dict[str, Any], unknown: frozenset[str]
) -> None:
    found = built(tree).ask(Facts(known, unknown))
    assert found.because
    assert len(set(found.because)) == len(found.because)
    if found.answer == UNKNOWN:
        assert not any(each.known for each in found.because)
