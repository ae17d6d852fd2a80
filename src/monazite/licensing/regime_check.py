"""The plain checker of a regime's table: which keys there are, of what type, from which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from monazite.errors import LawDataError
from monazite.licensing.fields import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FACTS = ("convicted", "penalised", "parent_listed")
WHEN = ("always", "agent", "watch_listed", "sold_onward")


class Key(NamedTuple):
    """A key of a mapping: its type, the words it may hold, whether it may be left out."""

    type: type
    words: tuple[str, ...] = ()
    optional: bool = False


def _schema() -> dict[str, dict[str, Key]]:
    """The keys of every part of the table; the words are those of the form."""
    known = vocabularies()
    law, confidence = Key(str), Key(str, ("found", "memory", "uncertain"), optional=True)
    clock = Key(str)
    yes_no = Key(bool)
    kinds, roles, papers = (Key(list, known[name]) for name in ("kind", "role", "paper"))
    return {
        "kind": {
            "law": law, "most_months": Key(int, optional=True),
            "confidence": confidence, "one_end_user": yes_no,
            "one_export": yes_no, "void_when_done": yes_no, "proof_of_civil_use": yes_no,
            "clock": clock, "cases": Key(list, known["voucher_case"], optional=True),
        },
        "bar": {
            "fact": Key(str, FACTS), "kinds": kinds, "law": law, "confidence": confidence,
            "within_months": Key(int, optional=True),
        },
        "list": {
            "law": law, "roles": roles, "bars": kinds, "special_case": yes_no, "clock": clock,
            "papers": papers._replace(optional=True),
        },
        "roles": {"required": roles, "at_most_one": roles},
        "paper": {
            "paper": Key(str, known["paper"]), "kinds": kinds, "law": law, "confidence": confidence,
            "when": Key(str, WHEN, optional=True), "practice": yes_no._replace(optional=True),
        },
        "certificate": {
            "law": law, "pledges": Key(list, ("no_change_of_use", "no_transfer")), "signed": yes_no,
            "sealed": yes_no, "may_be_governmental": yes_no, "most_age_months": Key(int),
        },
        "key_elements": {"law": law, "fields": Key(list)},
        "clock": {"days": Key(int), "unit": Key(str), "starts": Key(str), "law": law},
        "top": {
            "regime": Key(str), "country": Key(str), "kinds": Key(dict), "bars": Key(list),
            "lists": Key(dict), "roles": Key(dict), "papers": Key(list), "certificate": Key(dict),
            "languages": Key(list, known["language"]), "control_code_asked": yes_no,
            "identifier": Key(str, ("any", "unified_social_credit_code")),
            "military": Key(str, ("asked", "refused_in_practice")),
            "claims": Key(list, known["claim"]), "key_elements": Key(dict), "clocks": Key(dict),
            "rests_on": Key(dict),
        },
    }  # fmt: skip


def checked(data: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """The table itself; LawDataError names every key that is wrong, missing or not known."""
    if problems := list(_problems(data, where)):
        raise LawDataError(problems)
    return data


def _problems(data: Mapping[str, Any], where: str) -> Iterator[str]:
    schema = _schema()
    top = list(of_keys(data, schema["top"], where))
    yield from top
    if top:
        return
    for part, found in _parts(data):
        name, _, of = part.partition(":")
        yield from of_keys(found, schema[of], f"{where} {name}")
    yield from _clocks(data, where)


def _parts(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for many, one in (("kinds", "kind"), ("lists", "list"), ("clocks", "clock")):
        yield from ((f"{many}/{name}:{one}", entry) for name, entry in data[many].items())
    for many, one in (("bars", "bar"), ("papers", "paper")):
        yield from ((f"{many}[{n}]:{one}", entry) for n, entry in enumerate(data[many]))
    yield from ((f"{one}:{one}", data[one]) for one in ("roles", "certificate", "key_elements"))


def of_keys(data: object, keys: Mapping[str, Key], where: str) -> Iterator[str]:
    """A problem for each key of a mapping that is not known, missing or holds what it may not."""
    if not isinstance(data, dict):
        yield f"{where}: not a mapping"
        return
    for name in data.keys() - keys.keys():
        yield f"{where}: {name!r} is no key of it"
    for name, key in keys.items():
        if name in data:
            yield from _value(data[name], key, f"{where}: {name}")
        elif not key.optional:
            yield f"{where}: {name!r} is missing"


def _value(value: object, key: Key, where: str) -> Iterator[str]:
    if type(value) is not key.type:
        yield f"{where}: {value!r} is not {key.type.__name__}"
        return
    words = value if isinstance(value, list) else [value]
    if key.words:
        wrong = (word for word in words if word not in key.words)
        yield from (f"{where}: {word!r} is none of {', '.join(key.words)}" for word in wrong)


def _clocks(data: Mapping[str, Any], where: str) -> Iterator[str]:
    known = {*data["clocks"], "none"}
    for part in ("kinds", "lists"):
        for name, entry in data[part].items():
            if isinstance(entry, dict) and entry.get("clock", "none") not in known:
                yield f"{where} {part}/{name}: {entry['clock']!r} is no clock of it"
