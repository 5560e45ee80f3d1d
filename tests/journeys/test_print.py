"""On paper."""

from io import BytesIO

import pikepdf
import pytest

pytestmark = pytest.mark.journey


def sides(page, address):
    page.goto(address)
    with pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        return len(paper.pages)


def test_the_plan_fits_two_sides_of_a4_with_its_key(demo, visit):
    assert sides(visit(demo, "dana"), "/plan") <= 2


def test_a_line_of_sight_fits_one_side(demo, visit):
    page = visit(demo, "dana")
    assert sides(page, "/plan/recommendations/4/line-of-sight") == 1
