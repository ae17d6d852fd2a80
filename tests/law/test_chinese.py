from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.document import document
from monazite.law.explain import explain
from monazite.law.ruling import rule_on
from monazite.law.statement import situation
from support.chinese import latin, strings
from support.law_cases import all_cases, ruling_of

if TYPE_CHECKING:
    from monazite.law.law import Law
    from monazite.law.ruling import Ruling

CN_US = {"from": "CN", "to": "US"}
SITUATIONS: tuple[dict[str, Any], ...] = (
    {"form": "metal", "contains": "Ga", **CN_US, "on": "2024-12-02"},
    {"form": "metal", "contains": "Ga", **CN_US, "on": "2024-12-03"},
    {"form": "metal", "contains": "Ga", **CN_US, "on": "2026-11-28"},
    {"form": "metal", "contains": "Ga", **CN_US, "on": "2026-11-28", "military": "unknown"},
    {"form": "oxide", "contains": "Ge", "from": "CN", "to": "DE", "on": "2023-08-01"},
    {"form": "metal", "contains": "Sb", "from": "CN", "to": "US", "on": "2025-01-15"},
    {"form": "metal", "contains": "Sb", "from": "CN", "on": "2024-09-15"},
    {"form": "magnet", "contains": "Nd,Fe,B,Dy=0.02", **CN_US, "on": "2025-06-10"},
    {"form": "magnet", "contains": "Nd,Fe,B", **CN_US, "on": "2025-06-10"},
    {"form": "magnet", "contains": "Nd,Fe,B", "without": "Dy,Tb,Ho", **CN_US, "on": "2025-06-10"},
    {"form": "magnet", "contains": "Sm,Co", "from": "CN", "to": "JP", "on": "2026-02-01"},
    {"form": "oxide", "contains": "Ho", "from": "CN", "to": "DE", "on": "2026-11-11"},
    {"form": "oxide", "contains": "Dy", "from": "CN", "to": "DE", "on": "2025-06-10"},
    {"form": "alloy", "contains": "Dy,Fe", "from": "CN", "to": "DE", "on": "2025-06-10"},
    {"form": "target", "contains": "Gd", "from": "CN", "to": "KR", "on": "2025-06-10"},
    {"form": "oxide", "contains": "La", "from": "CN", "to": "JP", "on": "2025-06-10"},
    {"form": "ore", "contains": "REE", "from": "CN", "to": "JP", "on": "2010-10-01"},
    {"form": "compound", "contains": "W,C", "from": "CN", "to": "US", "on": "2025-02-04"},
    {"form": "compound", "contains": "In,P", "from": "CN", "to": "US", "on": "2025-02-04"},
    {"form": "compound", "contains": "Bi,C,H", "from": "CN", "to": "DE", "on": "2025-03-01"},
    {"form": "compound", "contains": "In,C,H", "from": "CN", "to": "DE", "on": "2025-03-01"},
    {"form": "metal", "contains": "Mo", "from": "CN", "to": "DE", "on": "2025-03-01"},
    {"form": "metal", "contains": "W", "from": "CN", "to": "DE", "on": "2025-03-01"},
    {"form": "crystal", "contains": "Te,Zn,Cd", "from": "CN", "to": "DE", "on": "2025-03-01"},
    {"form": "compound", "contains": "GRAPHITE", "from": "CN", "to": "US", "on": "2024-01-02"},
    {"form": "powder", "contains": "DIAMOND", "from": "CN", "to": "US", "on": "2025-12-01"},
    {"form": "equipment", "contains": "SUPERHARD", "from": "CN", "to": "US", "on": "2026-11-12"},
    {"hs": "8505111000", **CN_US, "on": "2025-06-10"},
    {"hs": "8505111000", "from": "CN", "to": "NL", "on": "2026-11-20", "known": "2026-11-20"},
    {"hs": "250410", "from": "CN", "to": "JP", "on": "2023-12-01"},
    {"control_code": "1C905.b", "from": "CN", "to": "GB", "on": "2025-08-01"},
    {"control_code": "2B902.f", "from": "CN", "to": "GB", "on": "2026-11-15"},
    {"technology": "extraction", "from": "CN", "to": "MY", "on": "2024-05-01"},
    {"technology": "magnet", "from": "CN", "to": "US", "on": "2025-10-20"},
    {"form": "technology", "from": "CN", "to": "US", "on": "2025-10-20"},
    {"form": "magnet", "contains": "Sm,Co", "from": "MY", "to": "US", "on": "2025-10-20",
     "origin": "CN"},
    {"form": "magnet", "contains": "Sm,Co", "from": "MY", "to": "US", "on": "2025-12-15",
     "content_share": "CN=0.005"},
    {"form": "metal", "contains": "Co", "from": "CD", "to": "CN", "on": "2025-06-01"},
    {"form": "ore", "contains": "Ni", "from": "ID", "to": "CN", "on": "2024-06-01"},
    {"form": "ore", "contains": "Li", "from": "ZW", "to": "CN", "on": "2026-06-01"},
    {"form": "scrap", "contains": "Nd,Fe,B", "from": "DE", "to": "CN", "on": "2026-06-01"},
    {"form": "metal", "contains": "Ga", "from": "KZ", "to": "CN", "on": "2025-10-01"},
    {"form": "ore", "contains": "REE", "from": "VN", "to": "CN", "on": "2026-06-01"},
    {"form": "oxide", "contains": "Dy", "from": "CN", "to": "US", "on": "2025-06-01",
     "end_user": "General Dynamics Land Systems"},
)  # fmt: skip
_WORDS = re.compile(r"[A-Za-z][A-Za-z ./&-]*")


def words(law: Law, ruling: Ruling) -> list[str]:
    """All that a person reads of a ruling in Chinese; not the codes, and not the sources."""
    found = document(law, ruling, "zh")
    told = asdict(explain(law, ruling, "zh"))
    told["readings"] = [r | {"sources": ()} for r in told["readings"]]
    for key in ("outcome", "sources"):
        del told[key]
    for line in (
        line for key in ("why", "besides", "aside", "near", "not_law") for line in told[key]
    ):
        del line["measure"], line["confidence"]
    shown = [
        told,
        found["presumes"],
        [[f["subject"], f["text"], f["reference"]] for f in found["findings"]],
        [q["ask"] for q in found["questions"]],
        [d["document"] for d in found["documents"]],
        [r["because"] for r in found["readings"]],
        [found["clock"].get(key) for key in ("clock", "reason", "excluded")],
        found["offence"]["offence"],
    ]
    return list(strings(shown))


def asked(given: dict[str, Any]) -> list[str]:
    """The Latin words that the asker brought."""
    return [word for value in given.values() for word in _WORDS.findall(str(value))]


def foreign(law: Law, ruling: Ruling, given: list[str]) -> dict[str, list[str]]:
    """The texts with Latin words left in them, and these words."""
    allowed = (*given, law.hash[:6])
    return {text: left for text in words(law, ruling) if (left := latin(text, allowed))}


@pytest.mark.parametrize("given", SITUATIONS, ids=lambda g: "-".join(map(str, g.values())))
def test_all_that_a_ruling_says_in_chinese_is_chinese(law: Law, given: dict[str, Any]) -> None:
    ruling = rule_on(law, situation(given, law))
    assert foreign(law, ruling, asked(given)) == {}


def test_all_that_the_cases_say_in_chinese_is_chinese(law: Law) -> None:
    left = {
        case.id: found
        for case in all_cases()[0]
        if (found := foreign(law, ruling_of(law, case), asked(case.body["given"])))
    }
    assert left == {}


def test_every_name_and_description_of_the_law_data_is_chinese(law: Law) -> None:
    texts = [
        text
        for m in law.measures.values()
        for text in (m.instrument_zh, m.title_zh, *(limb.name_zh for limb in m.limbs))
    ]
    texts += [item.description_zh for m in law.measures.values() for item in m.items]
    assert {text: left for text in texts if (left := latin(text))} == {}
    assert all(any("\u4e00" <= c <= "\u9fff" for c in text) for text in texts)


def test_the_words_that_count_as_latin() -> None:
    assert latin("须经许可：含Dy的磁体（a.4）, 1C905.a.4，≥ 13 mm") == []
    assert latin("须经许可：dysprosium metal") == ["dysprosium", "metal"]
    assert latin("最终用户Acme", ("Acme",)) == []
