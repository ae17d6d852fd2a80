from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import yaml

import monazite

HERE = Path(str(files("monazite.chain.network")))
TEXTS = Path(monazite.__file__).parent / "catalogue" / "data" / "texts" / "chain" / "network.yaml"


def test_every_code_of_a_users_network_is_said_and_none_is_said_for_nothing() -> None:
    keys = yaml.safe_load(TEXTS.read_text("utf-8"))
    codes = {
        kind: {key.split(".")[2] for key in keys if kind in key} for kind in ("problem", "remedy")
    }
    assert codes["problem"] == codes["remedy"]
    source = "".join(path.read_text("utf-8") for path in HERE.glob("*.py"))
    assert {code for code in codes["problem"] if not re.search(rf'"{code}"', source)} == set()
