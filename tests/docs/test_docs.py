from __future__ import annotations

import doctest
import io
import json
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from difflib import get_close_matches
from pathlib import Path
from pkgutil import resolve_name
from shutil import copytree
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import typer
import yaml

from monazite import chain
from monazite.catalogue.forms import FORMS
from monazite.cli.main import app, run
from monazite.law import schema, status
from monazite.law.build import build
from monazite.law.commitment_schema import CommitmentEntry
from monazite.law.compile import compile_law
from monazite.law.model import OUTCOMES, UNDETERMINED
from monazite.law.ruling import rule_on
from monazite.law.sources import REGIMES
from monazite.law.statement import situation
from monazite.law.strict_yaml import read
from monazite.trade.monthly.figures import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
_FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```", re.MULTILINE | re.DOTALL)
_DOTTED = re.compile(r"(?<![\w./])(?:monazite(?:\.[A-Za-z_]\w*)+|chain\.[A-Za-z_]\w*)")
_OF_DOCUMENTS = {"monazite.queue_report", "monazite.sweep"}
"""Kinds of documents, which are no names of the library."""
_LEFT_OUT = "…"


class Example(NamedTuple):
    """A command of a page and the lines that the page shows of what it prints."""

    page: Path
    command: str
    shown: tuple[str, ...]


def _blocks(page: Path, kind: str) -> list[tuple[str, str]]:
    text = page.read_text(encoding="utf-8")
    return [(title, body) for found, title, body in _FENCE.findall(text) if found == kind]


def _examples(page: Path) -> Iterator[Example]:
    for _, body in _blocks(page, "console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            if command.startswith("monazite "):
                yield Example(page, command, tuple(shown))


EXAMPLES = [example for page in PAGES for example in _examples(page)]


def _printed(command: str) -> str:
    printed = io.StringIO()
    with redirect_stdout(printed):
        code = run(shlex.split(command)[1:])
    assert code == 0
    return printed.getvalue()


def _pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.rstrip().split(_LEFT_OUT))


def _not_printed(shown: tuple[str, ...], printed: str) -> str | None:
    """The first shown line that is not printed after the ones before it."""
    lines = iter([line.rstrip() for line in printed.split("\n")])
    for line in shown:
        wanted = re.compile(_pattern(line))
        if line != _LEFT_OUT and not any(wanted.fullmatch(found) for found in lines):
            near = get_close_matches(line, printed.split("\n"), n=1, cutoff=0.3)
            return f"{line!r} is not printed (there); near: {near}"
    return None


def _id(example: Example) -> str:
    return f"{example.page.relative_to(ROOT)}: {example.command}"


@pytest.mark.parametrize("example", EXAMPLES, ids=_id)
def test_an_example_ends_well_and_prints_what_its_page_shows(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for title, body in _blocks(example.page, "csv"):
        Path(title).write_text(body, encoding="utf-8")
    assert _not_printed(example.shown, _printed(example.command)) is None


def test_there_are_examples_of_every_command() -> None:
    commands = {tuple(e.command.split()[1:3]) for e in EXAMPLES}
    assert {words[0] for words in commands} == {
        "rule", "law", "trade", "chain", "shock", "respond", "leverage", "brief", "desk", "source",
        "watch",
    }  # fmt: skip
    assert {("law", "status"), ("law", "diff"), ("law", "check")} <= commands
    assert {("trade", "month"), ("trade", "claim")} <= commands


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if _blocks(page, "pycon")],
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_python_examples_answer_what_they_show(page: Path) -> None:
    test = "\n".join(body for _, body in _blocks(page, "pycon"))
    parsed = doctest.DocTestParser().get_doctest(test, {}, page.name, str(page), 0)
    said = io.StringIO()
    doctest.DocTestRunner().run(parsed, out=said.write)
    assert not said.getvalue()


def _dotted(page: Path) -> set[str]:
    """Every dotted name of the package that a page sets as code or documents."""
    text = page.read_text(encoding="utf-8")
    code = [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^::: (.+)$", text, re.MULTILINE)]
    return {name for one in code for name in _DOTTED.findall(one)} - _OF_DOCUMENTS


def _found(name: str) -> object:
    """What a reader finds under a dotted name: a module, or what it holds."""
    parts = name.split(".")
    if parts[0] == "chain":
        return getattr(chain, parts[1]) if parts[1] in chain.__all__ else None
    try:
        return resolve_name(name)
    except (ImportError, AttributeError):
        return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_name_of_the_library_on_a_page_is_there(page: Path) -> None:
    assert [name for name in sorted(_dotted(page)) if _found(name) is None] == []


def test_the_reference_names_every_function_of_the_chain() -> None:
    assert {f"chain.{name}" for name in chain.__all__} <= _dotted(DOCS / "reference" / "python.md")


def test_the_reference_of_the_command_line_says_what_help_says() -> None:
    tool = ROOT / "tools" / "build_cli_docs.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _options(group: Any, path: str = "monazite") -> Iterator[tuple[str, str]]:
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        words = f"{path} {name}"
        yield words, ""
        if isinstance(command, typer.core.TyperGroup):
            yield from _options(command, words)
        for parameter in command.params:
            yield from ((words, option) for option in parameter.opts if option.startswith("--"))


def test_every_command_and_option_stands_in_the_reference() -> None:
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    sections = dict(
        re.findall(r"^## ([^\n]*)\n\n```text\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    )
    missing = [
        (command, option)
        for command, option in _options(typer.main.get_command(app))
        if option not in sections.get(command, "\0")
    ]
    assert not missing


def _words(*pages: str) -> set[str]:
    """Every word that the pages set as code."""
    text = "\n".join((DOCS / page).read_text(encoding="utf-8") for page in pages)
    return set(re.findall(r"`([^`\n]+)`", text))


def test_every_outcome_status_form_and_reason_is_explained() -> None:
    states = {
        status.IN_FORCE, status.SUSPENDED, status.NOT_YET, status.ENDED, status.NEVER_OPERATED,
        status.AMBIGUOUS, status.UNKNOWN,
    }  # fmt: skip
    assert {*OUTCOMES, UNDETERMINED} <= _words("explanation/how-an-outcome-is-reached.md")
    assert states <= _words("explanation/two-clocks.md")
    assert {status.REVIVED, status.STILL_SUSPENDED} <= _words("reference/json.md")
    assert set(FORMS) <= _words("reference/law-data.md")
    assert set(REASONS) <= _words("reference/json.md")


def _keys(document: Any) -> Iterator[str]:
    if isinstance(document, dict):
        for key, value in document.items():
            yield key
            # The answers of a question are facts, not keys.
            yield from _keys(value) if key != "decides" else ()
    elif isinstance(document, list):
        for part in document:
            yield from _keys(part)


@pytest.mark.parametrize(
    ("section", "commands"),
    [
        (
            "rule",
            (
                "rule --form oxide --contains Ho --from CN --to DE --on 2026-11-20",
                "rule --form metal --contains Cu --from CN --to DE --on 2026-11-20",
            ),
        ),
        (
            "trade month",
            (
                "trade month 2025-05",
                "trade month 2025-01",
                "trade month 2025-01/02",
                "trade month 2025-05 --series magnets",
            ),
        ),
        (
            "trade claim",
            (
                "trade claim --figure 18.7 --before 21.7 --change -13.7",
                "trade claim --month 2025-05 --change -5.67",
                "trade claim --months 3 --since 2025-02",
            ),
        ),
        ("trade series", ("trade series",)),
    ],
)
def test_every_key_of_a_document_is_explained(section: str, commands: tuple[str, ...]) -> None:
    page = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    # A figure and a verdict are explained once for all commands of trade.
    kin = section.split(maxsplit=1)[0]
    parts = [part for part in page.split("\n## ") if part.startswith(f"`{kin}")]
    explained = set(re.findall(r"`([^`\n]+)`", "\n".join(parts)))
    printed = [json.loads(_printed(f"monazite {command} --json")) for command in commands]
    assert not set(_keys(printed)) - explained


@pytest.mark.parametrize(
    "entry",
    [
        schema.MeasureEntry, schema.ItemEntry, schema.LimbEntry, schema.RelationEntry,
        schema.ReadingEntry, schema.Where, schema.Source, schema.Leaf, schema.Composition,
        schema.CodeReference, schema.Residual, schema.FormExclusion, schema.PartyList,
        CommitmentEntry,
    ],
)  # fmt: skip
def test_every_field_of_the_law_data_is_explained(entry: type[BaseModel]) -> None:
    fields = {field.alias or name for name, field in entry.model_fields.items()}
    assert not fields - _words("reference/law-data.md")


def test_the_measure_of_the_guide_compiles_and_rules_as_its_case_expects(tmp_path: Path) -> None:
    measure, _, case = (body for _, body in _blocks(DOCS / "how-to" / "add-a-measure.md", "yaml"))
    copytree(REGIMES, tmp_path / "regimes")
    entry = read(measure)
    folder = tmp_path / "regimes" / entry["jurisdiction"] / "measures"
    folder.mkdir(parents=True)
    (folder / f"{entry['id']}.yaml").write_text(measure, encoding="utf-8")
    document = compile_law(tmp_path / "regimes")
    document["meta"]["compiled"] = "2027-02-01"
    law = build(document, "a copy with one measure more")
    for one in read(case):
        assert rule_on(law, situation(one["given"], law)).outcome == one["expect"]["outcome"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_that_a_front_page_points_to_is_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    build_site = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(build_site, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "index.html").is_file()


def test_every_page_stands_in_the_navigation() -> None:
    # The theme's own tags are not ours to read.
    text = re.sub(r"!!python\S*", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = set(_leaves(yaml.load(text, yaml.CSafeLoader)["nav"]))
    assert listed == {str(page.relative_to(DOCS)) for page in PAGES[1:]}


def _leaves(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    else:
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _leaves(inner)
