"""The council's own colour."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from madegood.web.brand import checked, contrast_with_white


def test_black_and_white_are_as_far_apart_as_colours_can_be():
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)


def test_a_colour_white_text_cannot_be_read_on_is_refused_with_a_remedy():
    with pytest.raises(ImproperlyConfigured, match=r"contrast .* darker colour"):
        checked("#f0c000")


@pytest.mark.parametrize("colour", ["teal", "#0b5", "#0b5c68;}body{"])
def test_what_is_not_a_colour_never_reaches_the_stylesheet(colour):
    with pytest.raises(ImproperlyConfigured, match="#rrggbb"):
        checked(colour)


def test_the_stylesheet_holds_the_councils_colour(client, settings):
    settings.BRAND_COLOUR = "#4b2268"
    answer = client.get("/brand.css")
    assert answer["Content-Type"] == "text/css"
    assert "#4b2268" in answer.content.decode()
