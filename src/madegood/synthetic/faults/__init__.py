"""Faults planted in the extract's files, each listed in truth.json, so that what reading
finds can be held against what is there."""

from madegood.synthetic.faults.planting import Fault, plant

__all__ = ["Fault", "plant"]
