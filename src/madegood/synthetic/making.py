"""How an authority is made: as which files, by how many processes, with what faults."""

from dataclasses import dataclass
from enum import StrEnum

from madegood.synthetic.formats.annex_a_headings import Headings


class Shape(StrEnum):
    """Which files to write the children as."""

    EXTRACT = "extract"
    SSDA903 = "ssda903"
    ANNEX_A = "annex-a"
    CIN_CENSUS = "cin-census"
    SSD = "ssd"
    CSC_API = "csc-api"
    BOTH = "both"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Making:
    """How an authority is made.

    processes  how many tell children at once; it does not change a byte
    headings   whose headings the Annex A workbook has
    faults     how many to plant in the extract; below 1, in what share of its rows
    """

    shape: Shape = Shape.BOTH
    processes: int = 1
    headings: Headings = Headings.OFSTED
    faults: float = 0
