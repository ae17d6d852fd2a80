from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import ValidationError

from monazite.catalogue.texts import keys, say
from monazite.law.questions import Question
from monazite.law.schema import Effect, Kind, RelationEntry
from monazite.law.words import answer, limb_words, question_words
from support.chinese import latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.law import Law

RELATION = {
    "id": "REL-900", "kind": "terminates", "by": None, "by_external": "a note",
    "by_external_zh": "一份通知", "target": "CN-2025-18", "published": "2026-11-20",
    "from": "2026-11-28", "until": None, "official": True, "confidence": "found",
}  # fmt: skip


def comparisons(test: Any) -> Iterator[dict[str, Any]]:
    """Every comparison inside a nested test."""
    if test is None:
        return
    parts = test.get("all") or test.get("any")
    if parts is None:
        yield test
    for part in parts or ():
        yield from comparisons(part)


def parameters(law: Law) -> Iterator[dict[str, Any]]:
    for measure in law.measures.values():
        for item in measure.items:
            yield from comparisons(item.parameters)


def test_every_parameter_of_the_law_has_a_name_in_both_languages(law: Law) -> None:
    names = {one["name"] for one in parameters(law)}
    assert {name for name in names if f"param.{name}" not in keys()} == set()
    assert {name for name in names if latin(say(f"param.{name}", "zh"))} == set()


def test_every_word_that_a_parameter_may_be_has_its_chinese(law: Law) -> None:
    stated = {
        str(value)
        for one in parameters(law)
        if one["name"] != "further_conditions"
        for value in (one["value"] if isinstance(one["value"], list) else [one["value"]])
        if isinstance(value, str | bool)
    }
    stated |= {i.substance for m in law.measures.values() for i in m.items if i.substance}
    assert {w for w in stated if latin(answer("param:x", f"= {w}", "zh"))} == set()
    assert answer("param:shape", "= block", "en") == "block"
    assert answer("param:infiltrated_with", "Cu / Ag", "zh") == "铜 / 银"
    assert answer("param:length", "≥ 13 mm", "zh") == "≥ 13 mm"


def test_a_question_on_a_parameter_is_chinese(law: Law) -> None:
    question = Question("param:crystal_type", {}, ("= single",), needed=True)
    assert question_words(law, question, "zh") == "其晶体类型是多少？（单晶）"


def test_a_composition_is_named_by_symbols_and_groups() -> None:
    assert answer("contains", "C,GRAPHITE_NATURAL", "zh") == "C + 天然石墨"
    assert answer("contains", "Dy,Tb", "en") == "Dy + Tb"


def test_every_kind_effect_and_relation_has_its_words(law: Law) -> None:
    wanted = {f"law.kind.{kind}" for kind in get_args(Kind)}
    wanted |= {f"effect.{effect}" for effect in get_args(Effect)}
    wanted |= {f"law.relation.{kind}" for kind in law.meta["vocabulary"]["relation_kinds"]}
    assert wanted - keys() == set()


def test_the_words_inside_a_limb_are_said_in_the_language() -> None:
    assert limb_words("1-catchall", "zh") == "1-兜底"
    assert limb_words("a.4", "zh") == "a.4"
    assert limb_words(None, "en") == ""


def test_every_maker_outside_the_data_has_a_chinese_name(law: Law) -> None:
    outside = [r for r in law.relations if r.by not in law.measures]
    assert outside
    assert {r.by_zh for r in outside if latin(r.by_zh) or not r.by_zh} == set()


@pytest.mark.parametrize("wrong", [{"by_external_zh": None}, {"by_external": None}])
def test_a_maker_is_named_in_both_languages_or_in_none(wrong: dict[str, Any]) -> None:
    RelationEntry.model_validate(RELATION)
    with pytest.raises(ValidationError):
        RelationEntry.model_validate(RELATION | wrong)
