from __future__ import annotations

from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from monazite.shock.sweeps.plan import BLOCK, CHUNK, Plan, usual

PLANS = st.builds(Plan, st.integers(1, 40), st.integers(1, 300), st.integers(1, 500))


@given(PLANS)
def test_every_scenario_is_in_one_chunk_and_in_order(plan: Plan) -> None:
    ranges = [plan.range(chunk) for chunk in range(plan.chunks)]
    assert (ranges[0][0], ranges[-1][1]) == (0, plan.scenarios)
    assert all(one[1] == two[0] for one, two in pairwise(ranges))
    assert all(first < last for first, last in ranges)


@given(PLANS, st.integers(1, 500))
def test_the_blocks_do_not_depend_on_the_size_of_chunks(plan: Plan, other: int) -> None:
    # A block of another width is rounded otherwise: that is what must not be.
    two = plan._replace(chunk=other)
    blocks = [list(chain(*map(one.pieces, range(one.chunks)))) for one in (plan, two)]
    assert blocks[0] == blocks[1]
    assert all(piece.first % BLOCK == 0 for piece in blocks[0])
    assert all(
        piece.last - piece.first == min(BLOCK, plan.draws - piece.first) for piece in blocks[0]
    )


@given(PLANS)
def test_a_chunk_is_no_larger_than_asked_but_for_one_block(plan: Plan) -> None:
    for chunk in range(plan.chunks):
        first, last = plan.range(chunk)
        assert last - first <= max(plan.chunk, min(plan.draws, BLOCK))


def test_the_usual_chunk_holds_few_variations() -> None:
    assert usual(1000) == CHUNK
    assert Plan(100, 1, usual(1)).chunks == 7
