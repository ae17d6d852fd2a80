"""Write docs/reference/gate-findings.md from the gate's tables; with --check say if it is stale."""

from __future__ import annotations

import sys
from pathlib import Path

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS
from monazite.customs.findings import OFFICE_ONLY, severities
from monazite.customs.regime import rules
from monazite.law.references_said import law_words
from paged import paged

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "gate-findings.md"
_HEAD = """# Findings of the gate

<!-- Written by tools/build_gate_docs.py from customs/rules.yaml: edit that, then run it. -->

Every code that `monazite.customs.gate` can give, with what it says and how it is cured. `…` stands
for what is named in the case. An **error** stops the item, a **warning** keeps it until an officer
has looked, a note does neither. ° is told to the office alone. The law is that of China's table;
where none stands, it rests on arithmetic, on plain reading, or on the part of the table that set
it (lists, parcels, headings, grades, the score).

| code | finding and cure | 问题与处理 | law |
|---|---|---|---|"""


def page() -> str:
    """The page: one row for each code, in the order of the table."""
    return (
        "\n".join([_HEAD, *(_row(code, severity) for code, severity in severities().items())])
        + "\n"
    )


def _row(code: str, severity: str) -> str:
    office = "°" if code in OFFICE_ONLY else ""
    words = " | ".join(
        f"{_said('finding', code, lang)}<br>→ {_said('cure', code, lang)}" for lang in LANGS
    )
    law = law_words(rules("CN").rests_on.get(code, ""), "en")
    return f"| `{code}`{office}<br>{severity} | {words} | {law} |"


def _said(part: str, code: str, lang: str) -> str:
    key = f"customs.{part}.{code}"
    # A text is said with whatever it names left open.
    text = say(key, lang, **dict.fromkeys(_NAMES, "…"))
    return text.replace("|", "\\|")


_NAMES = (
    "value", "near", "field", "limit", "length", "word", "words", "most", "number", "numbers",
    "measures", "outcome", "question", "before", "claim", "hs", "heading", "form", "code", "codes",
    "elements", "instead", "grade", "declared", "analysed", "quantity", "mass", "drawn", "name",
    "entry", "mode", "port", "country", "day", "today", "arrival", "destination", "shipments",
    "places", "source", "state", "currency", "parcels", "days", "senders", "risk", "look", "line",
    "fields", "unit", "given", "left", "wanted", "first", "last", "allowed", "series", "rest",
    "disposal", "step", "on", "reference",
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(paged(PAGE, page()))
