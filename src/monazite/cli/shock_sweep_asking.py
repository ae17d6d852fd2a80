"""What a sweep's command is asked for, checked before anything is computed."""

from __future__ import annotations

import shlex
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.cli.shock_options import Ways
    from monazite.shock.sweeps.spec import Spec
    from monazite.shock.sweeps.sweep import Sweep

_FILES = (".yaml", ".yml")
_IN_A_FOLDER, _TWO = 2, 2
_SQUARES = 400
"""Squares of a chart: of more none could be read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A spec, or none where the folder says what is asked; what varies in it."""

    spec: Spec | None
    out: Path
    paths: tuple[str, ...]
    sizes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """The figure of table and chart, and the paths that the chart is over."""

    figure: str
    over: tuple[str, ...]


@contextmanager
def translated(ways: Ways) -> Iterator[None]:
    """What the library refuses, in the reader's language; ends the command for a bad scenario."""
    from monazite.cli.shock_scenario import refuse
    from monazite.errors import InputError, MonaziteError
    from monazite.shock.scenarios.problems import ScenarioError
    from monazite.shock.sweeps.refusing import SweepError, accepted

    try:
        yield
    except ScenarioError as error:
        refuse(error, ways)
    except SweepError as error:
        raise MonaziteError(accepted(error.code, ways.lang, **error.told)) from None
    except InputError as error:
        if not error.code:
            raise
        said = accepted(error.code, ways.lang, **error.told)
        raise InputError(error.field, error.value, said) from None


def opened(name: str | None, out: Path | None, lang: str) -> Asked:
    """The sweep of a file, of a packaged name, or of the folder itself.

    InputError field "spec" or "out"; ScenarioError.
    """
    from monazite.shock.sweeps.reading import names, packaged, read_file
    from monazite.shock.sweeps.refusing import refusal
    from monazite.shock.sweeps.store.manifest import read

    if out is None:
        raise refusal("out", None, "out")
    if name is None:
        there = read(out)
        return Asked(None, out, there.paths, _sizes(there.paths, there.points, there.kind))
    file = Path(name)
    is_file = file.suffix.casefold() in _FILES or len(file.parts) >= _IN_A_FOLDER
    if not is_file and name not in names():
        from monazite.shock.pictures.wording import listed

        raise refusal("spec", name, "spec", known=listed(names(), lang))
    spec = read_file(file) if is_file else packaged(name)
    return Asked(spec, out, spec.paths, _sizes(spec.paths, spec.points, spec.kind))


def shown(asked: Asked, figure: str, over: tuple[str, ...], drawn: bool) -> Shown:
    """What table and chart are of; InputError field "of" or "over"."""
    from monazite.shock.sweeps.columns import UNITS
    from monazite.shock.sweeps.refusing import refusal

    if figure.partition("/")[0] not in UNITS:
        raise refusal("of", figure, "of", known=", ".join(UNITS))
    for path in over:
        if path not in asked.paths:
            raise refusal("over", path, "column", known=", ".join(asked.paths))
    chosen = over or asked.paths[:_TWO]
    if len(chosen) > _TWO or len(set(chosen)) < len(chosen):
        raise refusal("over", ", ".join(chosen), "over")
    squares = 1
    for path in chosen:
        squares *= asked.sizes[path]
    if drawn and len(chosen) == _TWO and squares > _SQUARES:
        raise refusal("over", ", ".join(chosen), "squares", most=_SQUARES, found=f"{squares:,}")
    return Shown(figure, chosen)


def found_in(run: Sweep, figure: str) -> None:
    """InputError field "of" where the sweep has no such figure: which there are its world says."""
    from monazite.shock.scenarios.vocabulary import near
    from monazite.shock.sweeps.refusing import refusal

    if figure not in run.names:
        raise refusal("of", figure, "column", known=near(figure, run.names))


def again(name: str | None, out: Path, on: str | None, workers: int | None) -> str:
    """The command that goes on with a folder; name: of the spec, where it is not in there yet."""
    from monazite.shock.sweeps.store.manifest import NAME

    begun = name is None or (out / NAME).exists()
    words = ["monazite", "shock", "sweep", *([] if begun else [str(name)]), "--out", str(out)]
    words += ["--on", on] if on else []
    words += ["--workers", str(workers)] if workers else []
    return shlex.join(words)


def _sizes(
    paths: tuple[str, ...], points: tuple[tuple[str, ...], ...], kind: str
) -> dict[str, int]:
    """How many columns or rows each path takes on a chart."""
    from monazite.shock.sweeps.cells import BINS
    from monazite.shock.sweeps.values import number

    columns = dict(zip(paths, zip(*points, strict=True), strict=True))
    return {
        path: BINS
        if kind == "sample" and all(number(value) is not None for value in column)
        else len(set(column))
        for path, column in columns.items()
    }
