"""What a page may cost. A query more is a decision; a query for each row is a fault."""

import pytest

from madegood.plan.owner_models import Post
from madegood.warehouse import queries

# On the pages of the plan's parts, six are the comments and the linked documents.
CEILING = {
    # Three of them are what was promised every so often, for what was missed.
    "/plan": 30,
    # Two of them are the colours and what they mean; so on an action's page. One is how
    # it has stood over time.
    "/plan/recommendations/4": 36,
    "/plan/recommendations/4/line-of-sight": 44,
    # What stands of the work on it: nine tables, each asked once.
    "/plan/actions/4.1": 49,
    "/plan/outcomes/4.b": 35,
    "/plan/posts": 13,
    "/plan/posts/{post}": 38,
    "/plan/posts/{post}/handover": 40,
    # The plan, what stands of the work on it, and what each other room has waiting.
    "/my-work": 46,
    "/plan/actions/4.1/owners": 32,
    "/evidence": 24,
    "/plan/colours": 30,
    "/plan/history/action/4.1": 8,
    "/measures": 10,
    # One for each of the seven kinds of group, whatever their number.
    "/measures/rhi_held_72h": 27,
    "/measures/questions": 10,
    "/measures/rhi_held_72h/compare": 14,
    "/data": 36,
    "/data/{snapshot}": 16,
    "/data/load": 10,
    "/data/uploads/{upload}": 12,
    "/data/uploads/{upload}/findings": 10,
    "/data/matrix": 16,
    "/data/quality": 10,
    "/data/compare": 10,
    "/boards": 10,
    "/boards/questions": 12,
    # Three of them are the plans that a paper can be about.
    "/papers": 10,
    "/plan/import": 9,
}


@pytest.mark.parametrize("address", CEILING)
def test_a_page_asks_the_ledger_no_more_than_it_may(
    signed_in, plan, loaded, address, django_assert_max_num_queries
):
    browser = signed_in("anil" if address.startswith("/data") else "priya")
    (upload,) = queries.uploads()
    post = Post.objects.order_by("pk")[0]
    asked = address.format(snapshot=loaded.pk, upload=upload.id, post=post.pk)
    with django_assert_max_num_queries(CEILING[address]):
        assert browser.get(asked).status_code == 200


REASON = {"purpose": "check", "detail": "Our own count for October differs"}
OF_CHILDREN = {
    "/measures/rhi_held_72h/children": 18,
    "/measures/rhi_held_72h/children?month=2026-10&state=MET": 18,
    "/measures/rhi_held_72h/reconcile": 12,
}


@pytest.mark.parametrize("address", OF_CHILDREN)
def test_a_page_of_children_asks_no_more_however_many_there_are(
    signed_in, loaded, address, django_assert_max_num_queries
):
    browser = signed_in("anil")
    browser.post("/measures/rhi_held_72h/children", REASON)
    with django_assert_max_num_queries(OF_CHILDREN[address]):
        assert browser.get(address).status_code == 200


def test_a_long_list_costs_no_more_questions_than_a_short_one(
    signed_in, loaded, django_assert_max_num_queries
):
    browser = signed_in("anil")
    browser.post("/measures/rhi_held_72h/children", REASON)
    for size in (1, 3_000):
        given = {"ids": "\n".join(map(str, range(size))), "counted": "met"}
        with django_assert_max_num_queries(24):
            answer = browser.post("/measures/rhi_held_72h/reconcile", given)
        assert answer.status_code == 200
