"""The plain words for every reason that a rule gives, a file for each theme.

A reason of the same name means the same in every theme: where two say it, the words
are alike (a contract test sees to it).
"""

from typing import Final

from madegood.measures.reasons.audit import AUDIT
from madegood.measures.reasons.carers import CARERS
from madegood.measures.reasons.guardianship import GUARDIANSHIP
from madegood.measures.reasons.homeless import HOMELESS
from madegood.measures.reasons.level2 import LEVEL2
from madegood.measures.reasons.missing import MISSING
from madegood.measures.reasons.plans import PLANS
from madegood.measures.reasons.private_fostering import PRIVATE_FOSTERING
from madegood.measures.reasons.strategy import STRATEGY
from madegood.measures.reasons.threshold import THRESHOLD

THEMES: Final = (
    MISSING,
    AUDIT,
    STRATEGY,
    THRESHOLD,
    PLANS,
    LEVEL2,
    CARERS,
    GUARDIANSHIP,
    HOMELESS,
    PRIVATE_FOSTERING,
)
REASONS: Final[dict[str, str]] = {
    reason: words for theme in THEMES for reason, words in theme.items()
}
