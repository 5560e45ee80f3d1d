"""The council's colour, checked for contrast and served as a stylesheet of its own.

The style sheet is compiled once, at set-up; the colour is a setting of each
authority. An inline style would need a hole in the content security policy, so the
colour is a stylesheet of one rule instead.
"""

import re
from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

ENOUGH = 4.5  # WCAG 2.2 success criterion 1.4.3, text on a background


def _light(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast_with_white(colour: str) -> float:
    """The WCAG contrast ratio of `#rrggbb` against white, 1 to 21."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    luminance = 0.2126 * _light(red) + 0.7152 * _light(green) + 0.0722 * _light(blue)
    return 1.05 / (luminance + 0.05)


@cache
def checked(colour: str) -> str:
    """The colour, once it is known that white text can be read on it."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ImproperlyConfigured(
            f"MADEGOOD_BRAND_COLOUR is '{colour}'. Write it as #rrggbb, for example "
            "#0b5c68."
        )
    ratio = contrast_with_white(colour)
    if ratio < ENOUGH:
        raise ImproperlyConfigured(
            f"MADEGOOD_BRAND_COLOUR {colour} has a contrast of {ratio:.1f} to 1 with "
            f"white; white text needs {ENOUGH} to 1. Choose a darker colour."
        )
    return colour


def stylesheet(_request: HttpRequest) -> HttpResponse:
    """The one rule. It holds nothing private, so a browser may keep it an hour."""
    colour = checked(settings.BRAND_COLOUR)
    rule = (
        f":root{{--govuk-brand-colour:{colour};--govuk-link-colour:{colour};"
        f"--mg-accent:{colour}}}\n"
    )
    answer = HttpResponse(rule, content_type="text/css")
    answer["Cache-Control"] = "public, max-age=3600"
    return answer
