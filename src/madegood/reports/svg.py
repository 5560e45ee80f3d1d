"""Svg: markup that templates print as it stands, and the words it carries for readers
who do not see it."""

import hashlib
from html import escape

# Measured against the page's white: all pass 4.5 to 1 as text, 3 to 1 as shapes.
ACCENT = "#0b5d68"
INK = "#0b0c0c"
QUIET = "#505a5f"
BAND = "#e6eef0"
PALE_ACCENT = "#86aab1"
RED = "#b10e1e"
GREY = "#b1b4b6"
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


class Svg(str):
    """SVG text that Jinja and Django do not escape again."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def in_colour(drawing: Svg, colour: str) -> Svg:
    """The drawing with the council's colour, #rrggbb, where it has ours."""
    return Svg(drawing.replace(ACCENT, colour))


def titled(
    drawing: str, *, width: float, height: float, title: str, desc: str, kind: str
) -> Svg:
    """A drawing as an image with a name and a description, as wide as its place.

    The ids come from the content, so that two charts on a page never share one.
    """
    key = hashlib.sha256(f"{kind}{title}{desc}{drawing}".encode()).hexdigest()[:10]
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart--{kind}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="t{key} d{key}">'
        f'<title id="t{key}">{escape(title)}</title>'
        f'<desc id="d{key}">{escape(desc)}</desc>{drawing}</svg>'
    )
