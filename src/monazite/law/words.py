"""What a ruling says, in English or Chinese: references, questions, presumptions, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue import countries, elements, forms
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.texts import keys, say
from monazite.catalogue.words import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.law.law import Law
    from monazite.law.model import Atom
    from monazite.law.questions import Question
    from monazite.law.ruling import Finding, Ruling

_PERSON = ("military", "end_use", "end_user", "owned_by_listed", "knows_helps")
_SENTENCE = {"en": "; ", "zh": "；"}
_COLON = {"en": ": ", "zh": "："}


def reference(atom: Atom, lang: str) -> str:
    """Where it is written: instrument, limb, control codes."""
    measure, item = atom.measure, atom.item
    name = measure.instrument if lang == "en" else measure.instrument_zh
    limb = limb_words(atom.limb_id, lang)
    part = "" if not limb else f" ({limb})" if lang == "en" else f"（{limb}）"
    codes = f", {' '.join(item.control_codes)}" if item and item.control_codes else ""
    return f"{name}{part}{codes}"


def limb_words(limb: str | None, lang: str) -> str:
    """A limb's id; the words inside it ("1-catchall") in the language."""
    parts = (limb or "").split("-")
    return "-".join(say(f"limb.{p}", lang) if f"limb.{p}" in keys() else p for p in parts)


def subject(atom: Atom, lang: str) -> str:
    """What the entry speaks of: the item, else the limb."""
    if atom.item is not None:
        return atom.item.description if lang == "en" else atom.item.description_zh
    limb = atom.limb
    return "" if limb is None else limb.name if lang == "en" else limb.name_zh


def finding_words(finding: Finding, lang: str) -> str:
    """A finding as one line for a person."""
    atom = finding.atom
    answer = "yes" if finding.matched else "near" if finding.near else "unknown"
    parts = [
        f"{say(f'effect.{atom.effect}', lang)}{_COLON[lang]}{subject(atom, lang)}",
        reference(atom, lang),
        say(f"matched.{answer}", lang),
        say(f"status.{finding.status.state}", lang),
    ]
    if not atom.measure.legal:
        parts.append(say("kind.not_law", lang))
    return _SENTENCE[lang].join(parts)


def question_words(law: Law, question: Question, lang: str) -> str:
    """The question as a person is asked it."""
    kind, _, of = question.fact.partition(":")
    values = answers(question, lang)
    if question.fact == "contains":
        return say("ask.composition", lang)
    if kind in {"contains", "without", "fraction", "group"}:
        return say(f"ask.{kind}", lang, material=material(of, lang))
    if kind == "param":
        if of == "substance":
            return say("ask.substance", lang, values=values)
        if of == "further_conditions":
            return say("ask.not_read", lang)
        return say("ask.param", lang, name=parameter(of, lang), values=values)
    if kind == "status":
        measure = law.measures[of]
        name = measure.instrument if lang == "en" else measure.instrument_zh
        return say("ask.status", lang, measure=name)
    if kind == "content_share":
        return say("ask.content_share", lang, country=countries.name(of, lang))
    near = kind == "end_user" and not _lists(question.values)
    return say("ask.end_user_near" if near else f"ask.{kind}", lang, values=values)


def _lists(values: tuple[str, ...]) -> bool:
    return any(f"answer.{v}" in keys() for v in values)


def answers(question: Question, lang: str) -> str:
    """The answers that the question offers, named in words."""
    names = [answer(question.fact, v, lang) for v in question.values]
    return (", " if lang == "en" else "、").join(dict.fromkeys(names))


def answer(fact: str, value: str, lang: str) -> str:
    """One answer in words."""
    kind = fact.partition(":")[0]
    for key in (f"answer.{value}", f"{kind}.{value}"):
        if key in keys():
            return say(key, lang)
    if fact == "contains":
        return " + ".join(material(c, lang) if c in GROUPS else c for c in value.split(","))
    if kind in {"param", "substance"}:
        return _value(value, lang)
    if kind == "form":
        return forms.name(value, lang)
    if kind in {"from", "to", "origin", "technology_origin"} and value != "not":
        return countries.name(value, lang)
    return value


def _value(value: str, lang: str) -> str:
    """A parameter's comparison ("= poly") or a substance, its words in the language."""
    words = value.removeprefix("= ").split(" / ")
    said = [say(f"value.{w}", lang) if f"value.{w}" in keys() else w for w in words]
    return " / ".join(said)


def material(code: str, lang: str) -> str:
    """An element or a group by name."""
    group = GROUPS.get(code)
    if group is None:
        return elements.name(code, lang)
    return group.name_en if lang == "en" else group.name_zh


def parameter(name: str, lang: str) -> str:
    """A parameter of the law data by name."""
    return say(f"param.{name}", lang)


def presumptions(ruling: Ruling, lang: str) -> list[str]:
    """What the outcome presumes of the person and purpose, one sentence each."""
    return list(dict.fromkeys(_presumptions(ruling, lang)))


def _presumptions(ruling: Ruling, lang: str) -> Iterator[str]:
    movement = ruling.situation.movement
    asked = {q.fact: q for q in ruling.questions if not q.needed}
    for fact in _PERSON:
        if fact not in asked and fact not in ruling.presumed:
            continue
        if fact == "end_use" and movement.end_use:
            yield say("presumes.end_use_stated", lang, use=visible(movement.end_use))
        elif fact == "end_user" and movement.end_user:
            yield say("presumes.end_user_near", lang, name=visible(movement.end_user))
        else:
            yield say(f"presumes.{fact}", lang)
    item = ruling.situation.item
    if item.technology and not item.composition_stated and not item.control_code:
        yield say("presumes.technology", lang)
    if ruling.confidence == "memory":
        yield say("presumes.memory", lang)


def clock_words(clock: Mapping[str, str] | None, reason: Mapping[str, str], lang: str) -> str:
    """The clock in words, or why none runs."""
    return (clock or reason).get(lang, "")
