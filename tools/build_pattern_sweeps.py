"""Write docs/reference/patterns.md: every rule, its parameters, and what it reaches as they change.

With --check it only compares. Rules are those of `watch/patterns/rules`; the records are those that
`watch/patterns/making` writes for each, seeds 1 to 5.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.law.references_said import law_words
from monazite.watch.leads.wording import otherwise_words
from monazite.watch.patterns.agencies import agencies
from monazite.watch.patterns.making.measuring import measured
from monazite.watch.patterns.rulebook import rules
from monazite.watch.patterns.running import run
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.watch.patterns.making.measuring import Measured
    from monazite.watch.patterns.making.world import World
    from monazite.watch.patterns.rule import Rule, Value

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "patterns.md"
SEEDS, LANG = range(1, 6), "en"
HEAD = """# Rules that look for patterns

Written by `tools/build_pattern_sweeps.py`. What the rules are for, and how to read a lead, is told
in [Patterns](../explanation/patterns.md).

**The figures below are of made-up records** (`monazite.watch.patterns.making`, seeds {first} to
{last}): honest trade with hard decoys, and what was planted in it. They say how a rule works, how
its parameters trade precision for recall, and that a change of the code did not break it. They say
nothing of how much is smuggled, nor of how many leads of real trade will be right: that depends on
how rare the pattern is there, and only dispositions of leads tell.

*precision*: the share of leads that point at something planted; *found*: the share of what was
planted that a lead points at; *records*: the share of its records that those leads rest on. The
value that is in force is bold. A value whose confidence is `estimate` is our own: an office sets
its own (`settings` of `running.run`).
"""


class Row(NamedTuple):
    """A parameter at a value, and what the rule reaches with it over all seeds."""

    parameter: str
    value: str
    leads: int
    precision: float
    recall: float
    records: float


def page() -> str:
    """The whole page."""
    parts = [HEAD.format(first=SEEDS[0], last=SEEDS[-1])]
    for rule in rules().values():
        worlds = made(rule)
        parts += ["\n".join(section_of(rule)), "\n".join(_reached(rule, worlds))]
        if rule.sweep:
            parts.append("\n".join(_swept(rule, worlds)))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def made(rule: Rule) -> list[World]:
    """The records of each seed."""
    module = importlib.import_module(f"monazite.watch.patterns.making.{rule.name}")
    return [module.make(seed) for seed in SEEDS]


def section_of(rule: Rule) -> Iterator[str]:
    """What the files and the texts say of a rule."""
    yield f"## {rule.id} · {say(f'watch.rule.{rule.id}', LANG)}\n"
    yield say(f"watch.rule.{rule.id}.about", LANG) + "\n"
    yield f"- Law: {'; '.join(f'{law_words(ref, LANG)} ({c})' for ref, c in rule.law.items())}"
    told = ", ".join(agencies()[code].name(LANG) for code in rule.told)
    yield f"- {agencies()[rule.agency].name(LANG)} leads; told: {told}"
    if rule.needs:
        yield f"- Needs: {', '.join(f'`{need}`' for need in rule.needs)}"
    else_ = "; ".join(otherwise_words(code, LANG) for code in sorted(rule.otherwise))
    yield f"- What else could explain it: {else_}\n"
    yield "| parameter | from | value | source | confidence |\n|---|---|---|---|---|"
    for name, dated in rule.parameters.items():
        for value in dated:
            since = value.since or "always"
            yield f"| `{name}` | {since} | {_value(value)} | {value.source} | {value.confidence} |"


def _value(value: Value) -> str:
    if isinstance(value.value, str):
        return value.value
    return ", ".join(value.value) or "none"


def _reached(rule: Rule, worlds: Sequence[World]) -> Iterator[str]:
    """What the rule reaches as it is, in all and by shape."""
    found = [_measured(rule, world, {}) for world in worlds]
    row = _row("", "", found)
    shapes = {
        shape: (sum(f.by_shape[shape][0] for f in found), sum(f.by_shape[shape][1] for f in found))
        for shape in found[0].by_shape
    }
    told = ", ".join(f"{shape.replace('_', ' ')} {a} of {b}" for shape, (a, b) in shapes.items())
    yield (
        f"As it is: {row.leads} leads in {len(worlds)} made-up sets of records, precision "
        f"{row.precision:.2f}, found {row.recall:.2f} ({told}), records {row.records:.2f}."
    )


def _swept(rule: Rule, worlds: Sequence[World]) -> Iterator[str]:
    yield "| parameter | value | leads | precision | found | records |\n|---|---|---|---|---|---|"
    for name, values in rule.sweep.items():
        for value in values:
            settings = {rule.id: {name: value}}
            row = _row(name, value, [_measured(rule, world, settings) for world in worlds])
            shown = f"**{value}**" if value == _value(rule.parameters[name][-1]) else value
            yield (
                f"| `{row.parameter}` | {shown} | {row.leads} | {row.precision:.2f} "
                f"| {row.recall:.2f} | {row.records:.2f} |"
            )


def _measured(rule: Rule, world: World, settings: Mapping[str, Mapping[str, str]]) -> Measured:
    return measured(world, run(world.records, [rule.id], settings=settings).leads, rule.id)


def _row(parameter: str, value: str, found: Sequence[Measured]) -> Row:
    """All seeds as one."""
    leads, planted, records = (sum(getattr(f, n) for f in found) for n in _COUNTED)
    right, hit, seen = (sum(getattr(f, n) for f in found) for n in ("right", "found", "seen"))
    return Row(
        parameter, value, leads, right / leads if leads else 1.0, hit / planted, seen / records
    )


_COUNTED = ("leads", "planted", "records")


def main() -> int:
    """Run every rule at every value, and write the page."""
    return paged(PAGE, page())


if __name__ == "__main__":
    raise SystemExit(main())
