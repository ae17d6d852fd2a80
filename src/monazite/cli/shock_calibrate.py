"""`monazite shock calibrate`: which parameters the months of 2025 leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import SeedOption, Ways, checked

if TYPE_CHECKING:
    from monazite.shock.calibration.history import Matched

DRAWS, WAVES = 4096, 8


def calibrate(
    draws: Annotated[int, typer.Option("--draws", min=2, help="Draws of a wave.")] = DRAWS,
    waves: Annotated[int, typer.Option("--waves", min=1, help="Waves one after another.")] = WAVES,
    seed: SeedOption = 1,
    yaml: Annotated[
        Path | None,
        typer.Option("--yaml", metavar="FILE", help="Write the set of what is left."),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """History matching: throw away what cannot be true of 2025, wave by wave.

    What is left of each range is not the one true number, but what nobody can rule out. The data
    of other years are not read.

    Without options it is the calibration that the packaged set is of.

    Example: monazite shock calibrate --draws 1024 --waves 3 --yaml parameters.yaml
    """
    from monazite.cli import shock_calibrate_view
    from monazite.cli.output import console, print_json
    from monazite.cli.shock_scenario import drawable
    from monazite.cli.trade_files import place, write
    from monazite.shock.calibration.magnets import new_set

    ways = checked(Ways(lang.value, json))
    if yaml is not None:
        place(yaml, "yaml", (".yaml", ".yml"))
    drawable(draws, seed, ways.lang)
    found = _matched(draws, waves, seed, ways)
    if yaml is not None:
        write(new_set(found, seed).encode("utf-8"), yaml, "yaml")
    if json:
        print_json(document(found, seed) | ({} if yaml is None else {"files": [str(yaml)]}))
        return
    shock_calibrate_view.show(found, ways.lang)
    if yaml is not None:
        console().print(_written(yaml, ways.lang), markup=False, soft_wrap=True)


def document(found: Matched, seed: int) -> dict[str, Any]:
    """What is left of the ranges of a set: [least, most], what to draw from, and its walls."""
    from monazite.shock.calibration.left import distributions, walls
    from monazite.shock.calibration.magnets import asked
    from monazite.shock.parameters.reading import packaged

    parameters = packaged()
    ranges = asked()
    left = distributions(found, ranges)
    return {
        "parameters": parameters.name, "parameters_hash": parameters.digest, "seed": seed,
        "plausible": bool(found.waves[-1].plausible),
        "waves": [one._asdict() for one in found.waves],
        "ranges": {name: [one.least, one.most] for name, one in found.ranges.items()},
        "distributions": {name: one._asdict() for name, one in left.items()},
        "walls": walls(left, ranges),
    }  # fmt: skip


def _written(path: Path, lang: str) -> str:
    from monazite.catalogue.texts import say
    from monazite.catalogue.words import visible

    return say("shock.cli.written", lang, file=visible(str(path)))


def _matched(draws: int, waves: int, seed: int, ways: Ways) -> Matched:
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.shock.calibration.magnets import calibrate as matched

    with Progress(ways.lang, quiet=ways.json) as progress:
        what = say("shock.cli.calibrating", ways.lang)
        whole = draws * waves
        progress(what, 0, whole)
        return matched(draws, waves, seed, lambda done: progress(what, done, whole))
