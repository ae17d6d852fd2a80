from __future__ import annotations

import numpy as np
import pytest

from monazite.trade.mirror.benford import (
    EXPECTED,
    Benford,
    benford,
    chi_squared_8_above,
    first_digits,
)

pytestmark = pytest.mark.slow


def honest(rng: np.random.Generator, n: int) -> np.ndarray:
    """Amounts over several powers of ten: their first digits follow the law."""
    return 10 ** rng.uniform(1, 6, n)


def fabricated(rng: np.random.Generator, n: int, share: float = 0.1) -> np.ndarray:
    """A share of amounts is made up, and stays just below a limit of 1,000."""
    amounts = honest(rng, n)
    amounts[: int(share * n)] = rng.uniform(700, 1_000, int(share * n))
    return amounts


@pytest.mark.parametrize("n", [200, 500, 2_000])
def test_acceptance_b6_the_size_of_the_test_is_five_per_cent(n: int) -> None:
    rng = np.random.default_rng(n)
    assert 0.03 <= np.mean([benford(honest(rng, n)).departs for _ in range(1_000)]) <= 0.07


def test_acceptance_b6_a_tenth_of_fabricated_amounts_is_seen_in_500() -> None:
    rng = np.random.default_rng(1)
    assert np.mean([benford(fabricated(rng, 500)).departs for _ in range(300)]) >= 0.95


@pytest.mark.parametrize(("n", "limit"), [(200, 0.025), (1_000, 0.011)])
def test_the_limit_of_mad_depends_on_how_many_there_are(n: int, limit: float) -> None:
    found = benford(honest(np.random.default_rng(2), n))
    assert found.mad_limit == pytest.approx(limit, abs=0.001)
    assert (found.mad or 1) < limit


def test_the_limit_goes_on_smoothly_beyond_a_thousand() -> None:
    limits = [
        benford(honest(np.random.default_rng(3), n)).mad_limit or 0 for n in (999, 1_000, 4_000)
    ]
    assert limits[0] == pytest.approx(limits[1], rel=0.05)
    assert limits[2] == pytest.approx(limits[1] / 2)


def test_small_samples_are_judged_by_draws_and_large_ones_by_the_law_of_chi_squared() -> None:
    rng = np.random.default_rng(4)
    assert [benford(honest(rng, n)).null for n in (999, 1_000)] == ["simulated", "asymptotic"]


def test_an_answer_can_be_repeated() -> None:
    amounts = honest(np.random.default_rng(5), 300)
    assert benford(amounts) == benford(amounts)


def test_few_transactions_are_not_tested() -> None:
    found = benford(honest(np.random.default_rng(6), 99))
    assert (found.reason, found.p, found.departs, found.transactions) == (
        "too_few_transactions",
        None,
        False,
        99,
    )


def test_amounts_that_are_unknown_or_not_above_zero_are_left_out_and_counted() -> None:
    amounts = np.concatenate([honest(np.random.default_rng(7), 150), [np.nan, 0.0, -5.0, np.inf]])
    found: Benford = benford(amounts)
    assert (found.transactions, found.left_out) == (150, 4)
    assert sum(found.shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("amount", "digit"),
    [(1.0, 1), (0.00234, 2), (999.9999, 9), (1_000.0, 1), (7e-12, 7), (8.99e15, 8)],
)
def test_the_first_digit_is_the_first_that_is_not_zero(amount: float, digit: int) -> None:
    assert first_digits(np.asarray([amount])).tolist() == [digit]


@pytest.mark.parametrize(
    ("value", "p"), [(15.507, 0.05), (20.090, 0.01), (2.733, 0.95), (0.0, 1.0)]
)
def test_chi_squared_is_that_of_the_tables(value: float, p: float) -> None:
    assert chi_squared_8_above(value) == pytest.approx(p, abs=1e-4)


def test_the_law_adds_up() -> None:
    assert EXPECTED.sum() == pytest.approx(1)
    assert EXPECTED[0] == pytest.approx(0.30103)
