"""A synthetic authority, with the truth of every row decided before it is written."""

from madegood.synthetic.authority import make
from madegood.synthetic.formats.annex_a_headings import Headings
from madegood.synthetic.making import Making, Shape

__all__ = ["Headings", "Making", "Shape", "make"]
