"""A synthetic authority, with the truth of every row decided before it is written."""

from madegood.synthetic.authority import Shape, make

__all__ = ["Shape", "make"]
