"""The kernels as plain Python give what they give compiled."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from monazite.watch.screening.matching.pairs import name_scores

PAIRS = [
    ("Willow Harbour Magnets Ltd", "WILOW HARBOR MAGNET LIMITED"),
    ("Plant No. 12 LLC", "Plant No. 21 LLC"),
    ("王武斌", "Wubin Wang"),
    ("Jan Osterveld", "J. Osterveld"),
    ("Anna Maria Lindqvist", "Lindqvist, Ana"),
    ("Cornmill Rareearth", "Commill Rare Earth"),
    ("Ольга Ковальчук", "Olga Kovalchuk"),
]
_ASK = """
import json, sys
from monazite.watch.screening.matching.pairs import name_scores
pairs = [tuple(pair) for pair in json.load(sys.stdin)]
print(json.dumps([float(score) for score in name_scores(pairs)]))
"""


@pytest.mark.slow
def test_plain_and_compiled_agree() -> None:
    plain = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", _ASK],
        input=json.dumps(PAIRS),
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    compiled = [float(score) for score in name_scores(PAIRS)]
    assert json.loads(plain.stdout) == pytest.approx(compiled, abs=1e-9)
    assert min(compiled) < 0.4 < max(compiled)
