"""Whether what an outcome says could be counted: wholly, in part, or not at all.

*Countable* names a limit that can be met or missed (outcome_lists). *Partly* names what
would be counted (a proportion, a wait, a take-up, all plans) and leaves out how much,
from what, or by when. *Not* names nothing of the kind, even where it gives a direction
("improve practice"): only somebody who looks, or asks, could tell.
"""

import re
from typing import Final

from madegood.intake.plans.outcome_lists import countable
from madegood.intake.plans.reading import Countability

COUNTABILITY_WORDS: Final = {
    Countability.COUNTABLE: "can be counted",
    Countability.PARTLY: "can be counted in part",
    Countability.NOT: "cannot be counted as written",
}
_COUNTED = re.compile(
    r"\b(?:proportions?|percentages?|numbers? of|rates?|shares? of|take[- ]?up|uptake"
    r"|timel(?:y|iness)|timescales?|prompt(?:ly|ness)?|on time|delays?|drift|waits?"
    r"|waiting|frequen(?:t|tly|cy)|attendance|attended|completion|repeat(?:s|ed)?"
    r"|re-?referrals?|stability|turnover|vacanc(?:y|ies)|caseloads?|shorter|longer"
    r"|more (?:children|families|carers|young people|plans|interviews)"
    r"|fewer|majority|all (?:our |the )?(?:professionals|children|young people"
    r"|families|carers|plans|cases"
    r"|records|reviews|visits|assessments|staff|workers|managers|homeless)"
    r"|every (?:child|young person|family|carer|plan|case))\b",
    re.IGNORECASE,
)


def countability(text: str) -> tuple[Countability, str]:
    """How far a number could settle the outcome, and the words that say so."""
    settled, because = countable(text)
    if settled:
        return Countability.COUNTABLE, because
    found = _COUNTED.search(text[:4000])
    if found is None:
        return Countability.NOT, because
    if because.startswith("says"):  # a direction, and something that has one
        return Countability.PARTLY, because
    return Countability.PARTLY, (
        f"names “{found[0]}”, which could be counted, but not how much is enough"
    )
