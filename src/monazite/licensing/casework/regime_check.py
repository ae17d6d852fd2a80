"""The plain checker of a casework table: every key, word and name that is wrong, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.errors import LawDataError
from monazite.ledger.movements import CONTROLLED_BY
from monazite.licensing.casework.facts import kinds
from monazite.licensing.fields import vocabularies
from monazite.licensing.regime_check import Key, of_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_EFFECTS = ("offices", "refer_up", "no_limit", "flag")
_OF_OP: dict[str, type | tuple[type, ...]] = {
    "any_of": list,
    "other_than": list,
    "is": bool,
    "at_least": (int, str),
    "over": dict,
}


def _schema() -> dict[str, dict[str, Key]]:
    law, yes_no = Key(str), Key(bool)
    sure = Key(str, ("found", "memory", "uncertain"))
    practice = yes_no._replace(optional=True)
    pause = {"stops_clock": yes_no, "law": law, "practice": practice, "confidence": sure}
    office = {"law": law, "confidence": sure}
    return {
        "top": {
            "regime": Key(str), "factors": Key(dict), "holds": Key(dict), "stops": Key(dict),
            "above": Key(dict), "offices": Key(dict), "rules": Key(dict), "licence": Key(dict),
        },
        "factors": {"law": law, "names": Key(list)},
        "holds": pause, "stops": pause, "above": office, "offices": office,
        "rules": {
            "when": Key(dict), "offices": Key(list, optional=True),
            "refer_up": Key(str, optional=True), "no_limit": practice, "careful": practice,
            "flag": Key(str, optional=True), "law": law, "practice": practice, "confidence": sure,
        },
        "licence": {
            "controlled_by": Key(list, CONTROLLED_BY), "months": Key(int),
            "uses": Key(int, optional=True), "practice": practice,
        },
    }  # fmt: skip


def checked(data: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """The table itself; LawDataError names everything that is wrong in it."""
    if problems := list(_problems(data, where)):
        raise LawDataError(problems)
    return data


def _problems(data: Mapping[str, Any], where: str) -> Iterator[str]:
    schema = _schema()
    top = list(of_keys(data, schema["top"], where))
    yield from top
    if top:
        return
    yield from of_keys(data["factors"], schema["factors"], f"{where} factors")
    for part in ("holds", "stops", "above", "offices", "rules", "licence"):
        for name, entry in data[part].items():
            at = f"{where} {part}/{name}"
            wrong = list(of_keys(entry, schema[part], at))
            yield from wrong
            if part == "rules" and not wrong:
                yield from _rule(entry, data, at)
    for name in data["licence"].keys() - set(vocabularies()["kind"]):
        yield f"{where} licence/{name}: it is no kind of licence"


def _rule(entry: Mapping[str, Any], data: Mapping[str, Any], at: str) -> Iterator[str]:
    if not any(entry.get(effect) for effect in _EFFECTS):
        yield f"{at}: it does nothing; give one of {', '.join(_EFFECTS)}"
    for office in entry.get("offices", ()):
        if office not in data["offices"]:
            yield f"{at}: {office!r} is none of its offices"
    above = entry.get("refer_up")
    if above is not None and above not in data["above"]:
        yield f"{at}: {above!r} is none of those above"
    yield from _condition(entry["when"], f"{at} when")


def _condition(node: object, at: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{at}: not a mapping"
        return
    for how in ("all", "any"):
        if node.keys() == {how} and isinstance(node[how], list) and node[how]:
            for n, part in enumerate(node[how]):
                yield from _condition(part, f"{at}.{how}[{n}]")
            return
    yield from _leaf(node, at)


def _leaf(node: Mapping[str, Any], at: str) -> Iterator[str]:
    kind = kinds().get(str(node.get("fact")))
    if kind is None:
        yield f"{at}: {node.get('fact')!r} is no fact; there are {', '.join(kinds())}"
        return
    ops = node.keys() - {"fact"}
    if len(ops) != 1 or not ops <= set(kind.ops):
        yield f"{at}: give one of {', '.join(kind.ops)}, not {', '.join(sorted(ops)) or 'nothing'}"
        return
    (op,) = ops
    if not isinstance(node[op], _OF_OP[op]):
        yield f"{at}: {op} does not take {node[op]!r}"
    elif kind.words is not None:
        for word in node[op]:
            if word not in kind.words:
                yield f"{at}: {word!r} is no word of {node['fact']}"
        if op == "over" and (left := kind.words - node[op].keys()):
            yield f"{at}: it names no threshold in {', '.join(sorted(left))}"
