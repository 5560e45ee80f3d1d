"""Every page, on a desk and on a phone: no barrier, no sideways scroll, no fault."""

import pytest

from tests.journeys.conftest import PHONE, barriers, scrolls_sideways

pytestmark = pytest.mark.journey

PAGES = {
    "": ["/sign-in", "/about", "/accessibility", "/cookies"],
    "tom": [
        "/my-work",
        "/plan/posts/1",
        "/plan/posts/1/handover",
        "/plan/actions/4.2/commitments",
        "/plan",
        "/plan?as_of=2026-06-30",
        "/plan?as_of=tomorrow",
        "/plan/recommendations/4",
        "/plan/recommendations/5",
        "/plan/recommendations/6",
        "/plan/recommendations/4/line-of-sight",
        "/plan/actions/4.2",
        "/plan/outcomes/4.b",
        "/plan/history/action/4.2",
        "/evidence",
        "/evidence?state=stale",
        "/plan/actions/5.3",
        "/plan/outcomes",
        "/plan/rules",
        "/plan/unproved",
        "/plan/contradictions",
        "/plan/signs",
        "/plan/said-before",
        "/plan/recommendations/4/said-before",
        "/plans",
        "/inspections",
        "/inspections/1",
        "/measures",
        "/measures/rhi_held_72h",
        "/measures/rhi_taken_up",
        "/measures/missing_episodes",
        "/measures/missing_per_100_placement_nights",
        "/measures/rhi_held_72h/children",
        "/measures/rhi_held_72h/compare",
        "/measures/rhi_held_72h/compare?first=2026-10&second=2026-10",
        "/measures/rhi_held_72h/reconcile",
        "/measures/agreement",
        "/measures/agreement?of=all",
        "/measures?change=worse&text=plan",
        "/benchmarks",
        "/benchmarks?q=guardianship",
        "/benchmarks/Continue_Assess_Comp",
        "/benchmarks/LAC_ceased_SGO",
        "/benchmarks/replay",
        "/benchmarks/replay?year=2018",
        "/data",
        "/papers",
        "/nowhere",
        "/data/load",
        "/raise?from=measure&measure=rhi_held_72h",
        "/boards/questions/1",
    ],
    "anil": [
        "/data",
        "/data/load",
        "/data/1",
        "/data/1?on=2026-11-23",
        "/data/decision",
        "/data/uploads/1",
        "/data/uploads/1/findings",
        "/data/uploads/1/to-put-right-with-ids",
        "/data/uploads/999",
        "/data/matrix",
        "/data/quality",
        "/data/compare",
        "/data/known-on?as_of=2020-01-01",
        "/measures/questions",
        "/measures/care_review_first_20wd",
        "/measures/rhi_held_72h?step=quarter",
    ],
    "priya": [
        "/my-work",
        "/plan/posts/new",
        "/plan/sheet",
        "/plan/colours/ILACS19/key",
        "/plan/several",
        "/plan/several?late=no_date",
        "/plan/several/change?kind=date&actions=4.1&actions=4.2",
        "/plan/several/change?kind=owner&actions=4.1",
        "/plan/several/change?kind=cycle&actions=4.1",
        "/plan/posts/1",
        "/plan/actions/4.1/owners",
        "/inspections/add",
        "/inspections/read",
        "/inspections/1/change",
        "/plan/recommendations/4/actions/add",
        "/plan/recommendations/4/outcomes/add",
        "/plan/outcomes/1.c/sharpen",
        "/plan/outcomes/1.c/sharpen/decide",
        "/plan/outcomes/1.c/sharpen/sample",
        "/plan/outcomes/1.c/sharpen/measure?measure=audits_moderated",
        "/plan/import",
        "/plan/actions/4.1",
        "/plan/outcomes/4.b",
        "/plan/posts",
        "/documents",
        "/documents?show=retired",
        "/documents/1",
        "/documents/2",
        "/documents/3",
        "/documents/new",
        "/documents/2/change",
        "/documents/bodies",
        "/comments/action/4.1",
        "/search",
        "/search?q=return+interviews",
        "/plan/then",
        "/plan/then?on=soon",
        "/plan/then/action/4.1",
        "/plan/then/outcome/4.b",
        "/boards",
        "/boards/3",
        "/boards/5",
        "/boards/3/change",
        "/boards/3/attendance",
        "/boards/add",
        "/boards/calendar",
        "/boards/questions",
        "/boards/questions/1",
        "/boards/meetings/1",
        "/boards/meetings/1/agenda",
    ],
    "adeyemi": [
        "/papers",
        "/papers/1",
        "/boards",
        "/boards/5",
        "/boards/5/ask",
        "/boards/calendar",
        "/boards/questions/1",
    ],
    "lena": [
        "/data/vault",
        "/data/vault/codes",
        "/data/vault/matching",
        "/data/vault/links",
    ],
    "sam": ["/"],
}
CASES = [(who, page) for who, pages in PAGES.items() for page in pages]


@pytest.mark.parametrize(
    ("who", "address"), CASES, ids=[f"{who} {page}" for who, page in CASES]
)
def test_a_page_has_no_barrier_at_either_width(demo, visit, who, address):
    page = visit(demo, who)
    page.goto(address)
    assert barriers(page) == []
    assert not scrolls_sideways(page)
    page.set_viewport_size(PHONE)
    assert not scrolls_sideways(page)
    assert barriers(page) == []
    assert page.faults == []


def test_the_details_of_a_page_have_no_barrier_when_they_are_open(demo, visit):
    page = visit(demo, "tom")
    for address in ("/plan/actions/4.2", "/measures/rhi_held_72h"):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = 1)")
        assert barriers(page) == []
        page.set_viewport_size(PHONE)
        assert not scrolls_sideways(page)
