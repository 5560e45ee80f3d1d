"""What a page may cost. A query more is a decision; a query for each row is a fault."""

import pytest

CEILING = {
    "/plan": 24,
    "/plan/recommendations/4": 24,
    "/plan/recommendations/4/line-of-sight": 44,
    "/plan/actions/4.1": 28,
    "/plan/outcomes/4.b": 28,
    "/plan/posts": 10,
    "/plan/history/action/4.1": 8,
    "/measures": 8,
    "/measures/rhi_held_72h": 10,
    "/data": 10,
    "/papers": 6,
    "/plan/import": 6,
}


@pytest.mark.parametrize("address", CEILING)
def test_a_page_asks_the_ledger_no_more_than_it_may(
    signed_in, plan, loaded, address, django_assert_max_num_queries
):
    browser = signed_in("priya")
    with django_assert_max_num_queries(CEILING[address]):
        assert browser.get(address).status_code == 200
