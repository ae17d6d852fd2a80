from __future__ import annotations

import json

import pytest

from monazite.chain.balance.residuals import EDGE, ENTERING, LEFT, UNKNOWN, Residual
from monazite.chain.balance.telling import document, told
from support.chain_networks import node

MARKET, USE, MAKE = (
    node(words, "Dy") for words in ("market refining CHN", "use wind DEU", "make mining AUS")
)
SOLD = Residual(EDGE, MARKET, USE, 1200.0, 960.0, -2.0, ("flow/1",))


def test_a_move_is_said_with_its_ends_amounts_and_size() -> None:
    assert told(SOLD, "en") == (
        "market of dysprosium in China (Separation and refining) → users of dysprosium in Germany "
        "(Wind power): 1,200 t in the figures, 960 t after balancing (-2.0 standard deviations)"
    )
    assert "960吨" in told(SOLD, "zh")


@pytest.mark.parametrize("what", [ENTERING, UNKNOWN, LEFT])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_happens_at_one_node_names_it_and_its_amount(what: str, lang: str) -> None:
    said = told(Residual(what, None, MAKE, 0.25, 12345.6, 3.0, ()), lang)
    assert "12,346" in said
    assert "0.25" in said
    assert "+3.0" in said
    assert ("Australia" if lang == "en" else "澳大利亚") in said


@pytest.mark.parametrize(("after", "said"), [(4.634e-5, "0.0463 kg"), (0.25, "250 kg"), (1, "1 t")])
def test_small_amounts_are_said_as_small_and_without_exponents(after: float, said: str) -> None:
    sentence = told(Residual(LEFT, None, MAKE, 0.0, after, 3.0, ()), "en")
    assert f"{said} stay there" in sentence
    assert f"0 {said.partition(' ')[2]} were expected" in sentence


def test_a_move_is_one_json_object() -> None:
    found = json.loads(json.dumps(document(SOLD)))
    assert found["source"]["country"] == "CHN"
    assert found["target"]["sector"] == "wind"
    assert (found["before_t"], found["after_t"], found["size"]) == (1200, 960, -2)
    assert found["rows"] == ["flow/1"]
    assert document(Residual(LEFT, None, MAKE, 0.0, 1.0, 3.0, ()))["source"] is None
