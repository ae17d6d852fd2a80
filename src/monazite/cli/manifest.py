"""`monazite rule --manifest`: many lines ruled, bad ones reported, results written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NoReturn

from monazite.catalogue.texts import counted, say
from monazite.catalogue.words import visible
from monazite.cli.output import BAD_INPUT, complaint, console, print_json
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from monazite.law.table import BadRow, RuledTable

_SHOWN = 20


def rule_manifest(
    path: Path, out: Path | None, given: Mapping[str, object], *, as_json: bool, lang: str
) -> None:
    """Rule every line of a file; ends with exit code 2 where a line could not be read."""
    from monazite.law.manifest import output_places, read_manifest, write_table
    from monazite.law.store import load
    from monazite.law.table import rule_table

    manifest = read_manifest(path)
    places = output_places(out, path) if out else None
    if manifest.broken and not manifest.table.num_rows:
        _refuse_all(manifest.broken, as_json=as_json, lang=lang)
    table = _with_options(manifest.table, given)
    with _progress(quiet=as_json) as advance:
        ruled = rule_table(table, load(), lines=manifest.lines, progress=advance)
    bad = sorted((*manifest.broken, *ruled.bad), key=lambda b: b.line)
    result = ruled.with_columns_of(table)
    if places is not None:
        write_table(result, places[0])
        write_table(ruled.findings, places[1])
    summary = _summary(ruled, bad, places)
    if as_json:
        print_json({**summary, **({} if places else {"rows": _rows(result)})})
    else:
        _show(summary, None if places else result, lang)
        _complain(bad, lang)
    if bad:
        sys.exit(BAD_INPUT)


def _refuse_all(bad: Sequence[BadRow], *, as_json: bool, lang: str) -> NoReturn:
    """No row has the cells of the header: nothing is ruled or written, each line is reported."""
    if as_json:
        rejected = {"lines": len(bad), "ruled": 0, "distinct_rulings": 0, "outcomes": {}}
        print_json({**rejected, "rejected": _rejected(bad), "out": None, "findings": None})
    else:
        _complain(bad, lang)
    sys.exit(BAD_INPUT)


def _with_options(table: pa.Table, given: Mapping[str, object]) -> pa.Table:
    """The manifest with the options given beside it as columns of one value."""
    import pyarrow as pa

    for name, value in given.items():
        if value is None:
            continue
        if name in table.column_names:
            raise InputError(name, value, "accepted: the option or the column, not both")
        text = ";".join(map(str, value)) if isinstance(value, list) else str(value)
        table = table.append_column(name, pa.array([text] * table.num_rows, pa.string()))
    return table


def _summary(
    ruled: RuledTable, bad: list[BadRow], places: tuple[Path, Path] | None
) -> dict[str, Any]:
    import pyarrow.compute as pc

    counts = pc.value_counts(ruled.lines.column("outcome").drop_null()).to_pylist()
    out, findings = map(str, places) if places else (None, None)
    return {
        "lines": ruled.lines.num_rows + len({b.line for b in bad}),
        "ruled": ruled.lines.num_rows,
        "distinct_rulings": ruled.rulings,
        "outcomes": {c["values"]: c["counts"] for c in sorted(counts, key=lambda c: -c["counts"])},
        "rejected": _rejected(bad),
        "out": out,
        "findings": findings,
    }


def _rejected(bad: Sequence[BadRow]) -> list[dict[str, Any]]:
    return [{"line": b.line, **b.error.document()} for b in bad]


def _rows(result: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = result.to_pylist()
    return rows


def _show(summary: dict[str, Any], result: pa.Table | None, lang: str) -> None:
    from rich.table import Table

    drawn = console()
    heads = [say(f"manifest.head.{head}", lang) for head in ("outcome", "lines")]
    title = say("manifest.title", lang)
    chart = Table(*heads, "", box=None, title=title, title_justify="left")
    most = max(summary["outcomes"].values(), default=1)
    for outcome, count in summary["outcomes"].items():
        bar = "█" * max(1, round(30 * count / most))
        chart.add_row(_outcomes(outcome, lang), f"{count:,}", bar)
    drawn.print(chart)
    rejected = f"{summary['lines'] - summary['ruled']:,}"
    drawn.print(counted("manifest.ruled", summary["ruled"], lang, rejected=rejected))
    if result is None:
        out, findings = (visible(summary[name]) for name in ("out", "findings"))
        written = say("manifest.written", lang, out=out, findings=findings)
        drawn.print(written, markup=False)
        return
    heads = [f"manifest.head.{h}" for h in ("line", "outcome", "possible", "questions")]
    lines = Table(*(say(head, lang) for head in heads), box=None)
    for row in _rows(result.slice(0, _SHOWN)):
        words = (_outcomes(row[name], lang) for name in ("outcome", "possible"))
        lines.add_row(str(row["line"]), *words, row["questions"])
    drawn.print(lines)
    drawn.print(say("manifest.write", lang))


def _outcomes(codes: str, lang: str) -> str:
    """Outcomes as the written table names them; in Chinese by their words."""
    if lang == "en":
        return codes
    return "；".join(say(f"outcome.{code}", lang) for code in codes.split(";"))


def _complain(bad: Sequence[BadRow], lang: str) -> None:
    """Every fault of every bad line on stderr, one a line."""
    for one in bad:
        error = say("explain.semicolon", lang).join(complaint(one.error, lang))
        sys.stderr.write(say("manifest.bad", lang, line=one.line, error=error) + "\n")


class _progress:  # noqa: N801 - read as a word in `with`
    """A progress bar on stderr where a person looks at it."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet or not sys.stderr.isatty()
        self._bar: Any = None

    def __enter__(self) -> Any:  # noqa: ANN401 - a callable or None
        if self._quiet:
            return None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task("ruling", total=None)
        return lambda done, total: self._bar.update(task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
