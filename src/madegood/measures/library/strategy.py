"""Measures about the front door or a strategy discussion."""

from madegood.measures.library.strategy_attendance import ATTENDED
from madegood.measures.library.strategy_clocks import CLOCKS
from madegood.measures.library.strategy_conferences import CONFERENCES
from madegood.measures.library.strategy_referrals import ASSESSED, REFERRED
from madegood.measures.model import Measure

STRATEGY: tuple[Measure, ...] = (
    *REFERRED,
    *CLOCKS[:2],
    *ATTENDED,
    *CLOCKS[2:],
    *CONFERENCES,
    *ASSESSED,
)
