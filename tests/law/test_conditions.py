from __future__ import annotations

import itertools
import random

from monazite.law.conditions import (
    FALSE,
    TRUE,
    Condition,
    Leaf,
    ask,
    assume,
    both,
    conjunction,
    either,
    leaves,
    presumed,
    settled,
    value,
)

FACTS = ("a", "b", "c", "d")


def random_condition(chance: random.Random, depth: int = 3) -> Condition:
    if depth == 0 or chance.random() < 0.3:
        return ask(chance.choice(FACTS), "is")
    parts = [random_condition(chance, depth - 1) for _ in range(2)]
    return both(*parts) if chance.random() < 0.5 else either(parts)


def truth(condition: Condition, answers: dict[str, bool]) -> bool:
    return any(all(answers[leaf.fact] for leaf in term) for term in condition)


def test_known_answers_are_true_and_false() -> None:
    assert settled(answer=True) == TRUE
    assert settled(answer=False) == FALSE
    assert (value(TRUE), value(FALSE), value(ask("a", "is"))) == (True, False, None)


def test_and_and_or_follow_strong_kleene_logic() -> None:
    unknown = ask("a", "is")
    assert both(unknown, FALSE) == FALSE
    assert both(TRUE, unknown) == unknown
    assert either([unknown, TRUE]) == TRUE
    assert either([unknown, FALSE]) == unknown
    assert conjunction([unknown, FALSE]) == FALSE


def test_a_condition_keeps_exactly_the_facts_on_which_it_depends() -> None:
    chance = random.Random(20250404)
    for _ in range(200):
        condition = random_condition(chance)
        essential = set()
        for answers in itertools.product((True, False), repeat=len(FACTS)):
            given = dict(zip(FACTS, answers, strict=True))
            for fact in FACTS:
                flipped = {**given, fact: not given[fact]}
                if truth(condition, given) != truth(condition, flipped):
                    essential.add(fact)
        assert {leaf.fact for leaf in leaves(condition)} == essential


def test_answers_settle_a_condition_as_they_would_have_from_the_start() -> None:
    chance = random.Random(7)
    for _ in range(100):
        condition = random_condition(chance)
        given = {fact: chance.random() < 0.5 for fact in FACTS}

        def say(leaf: Leaf, said: dict[str, bool] = given) -> bool:
            return said[leaf.fact]

        assert value(assume(condition, say)) is truth(condition, given)


def test_what_is_presumed_of_the_person_drops_only_the_open_questions_on_the_person() -> None:
    military = ask("military", "is", "yes", person=True)
    form = ask("form", "in", "metal")
    assert presumed(military) == FALSE
    assert presumed(form) == form
    assert presumed(either([military, form])) == form
    assert presumed(both(military, form)) == FALSE
