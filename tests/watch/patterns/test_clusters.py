from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.patterns.clusters import Clusters

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(PAIRS)
def test_members_are_together_where_a_way_leads(pairs: list[tuple[int, int]]) -> None:
    found: Clusters[int] = Clusters()
    for one, other in pairs:
        found.join(one, other)
    reach = {each: {each} for each in range(13)}
    for _ in range(13):
        for one, other in pairs:
            reach[one] = reach[other] = reach[one] | reach[other]
    for one in range(13):
        for other in range(13):
            assert (found.root(one) == found.root(other)) == (other in reach[one])
    groups = found.groups(list(range(13)))
    assert sorted(each for group in groups for each in group) == list(range(13))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
