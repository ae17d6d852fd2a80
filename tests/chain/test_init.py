from __future__ import annotations

import subprocess
import sys
from pkgutil import iter_modules

import pytest
import typer

from monazite import chain
from monazite.chain.exposures.exposure import exposure
from monazite.chain.packaged.world import world
from monazite.cli.chain import app


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_heavy_is_imported_with_the_package() -> None:
    _run(
        "import sys, monazite.chain\n"
        "heavy = {'numpy', 'scipy', 'pyarrow', 'altair', 'ibis', 'duckdb'} & sys.modules.keys()\n"
        "assert not heavy, heavy"
    )


def test_nothing_heavy_is_imported_with_the_command() -> None:
    _run(
        "import sys, monazite.cli.chain\n"
        "heavy = {'numpy', 'scipy', 'pyarrow', 'altair', 'ibis', 'duckdb'} & sys.modules.keys()\n"
        "assert not heavy, heavy"
    )


@pytest.mark.slow
def test_a_function_keeps_its_name_whatever_module_is_loaded_first() -> None:
    _run(
        "import monazite.chain.exposures.tracing, monazite.chain.profiles, monazite.chain.worlds\n"
        "from monazite import chain\n"
        "from monazite.chain import company, exposure\n"
        "for name in chain.__all__:\n"
        "    assert callable(getattr(chain, name)), name\n"
        "assert exposure.__module__ == 'monazite.chain.exposures.exposure'"
    )


def test_every_command_has_its_function_and_all_of_them_are_listed() -> None:
    commands = typer.main.get_group(app).commands.keys()
    assert {*commands} - {"map"} | {"stage_map", "world"} == set(chain.__all__)
    _run("from monazite import chain\nassert {*chain.__all__} <= {*dir(chain)}")


def test_no_module_takes_the_name_of_a_function() -> None:
    assert not {module.name for module in iter_modules(chain.__path__)} & set(chain.__all__)


def test_the_functions_are_those_of_their_modules() -> None:
    assert chain.exposure is exposure
    assert chain.world is world
    with pytest.raises(AttributeError, match="nothing"):
        chain.nothing  # noqa: B018
