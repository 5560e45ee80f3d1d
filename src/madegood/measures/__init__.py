"""What good practice would look like, in numbers."""

from madegood.measures.calculate import calculate, rows
from madegood.measures.engines.base import CannotCompute
from madegood.measures.library import LIBRARY, UnknownMeasure, measure
from madegood.measures.model import Measure
from madegood.measures.settings import BadSettings, Settings
from madegood.measures.states import Result, RowState, State
from madegood.measures.summarise import summarise
from madegood.measures.why import why
from madegood.measures.wording import say, words_for

__all__ = [
    "LIBRARY",
    "BadSettings",
    "CannotCompute",
    "Measure",
    "Result",
    "RowState",
    "Settings",
    "State",
    "UnknownMeasure",
    "calculate",
    "measure",
    "rows",
    "say",
    "summarise",
    "why",
    "words_for",
]
