"""The key to a plan's colours, where its document has one."""

import re
from typing import Final

from madegood.intake.plans.reading import PlanFinding

KIND: Final = "colour_key"
_FEWEST: Final = 3
_LONGEST: Final = 300
_NAMES: Final = "blue|red|amber|yellow|green|purple|gr[ea]y"
# "Green – on track", "Amber: at risk", "Red = overdue", "Blue means complete".
_ENTRY: Final = re.compile(
    rf"\b({_NAMES})\b\s*(?:[–—:=-]|means\b|is\b)\s*(.*?)(?=[;,.]?\s*\b(?:{_NAMES})\b"
    r"\s*(?:[–—:=-]|means\b|is\b)|$)",
    re.IGNORECASE,
)
_SAME: Final = {"yellow": "amber", "gray": "grey"}
_TOLD: Final = re.compile(r"“(\w+): (.*?)”(?=;|\.$)")


def key_in(text: str) -> PlanFinding | None:
    """What three or more colours are said to mean, together or on lines beside each
    other; None where the document has no such key."""
    found: dict[str, str] = {}
    near = -1
    for place, line in enumerate(filter(str.strip, text.split("\n"))):
        entries = _ENTRY.findall(line)
        if entries and near >= 0 and place - near > 2 and len(found) < _FEWEST:
            found = {}
        for name, words in entries:
            colour = _SAME.get(name.lower(), name.lower())
            said = " ".join(words.split()).strip(" .;,")[:_LONGEST]
            if said and colour not in found:
                found[colour] = said.replace("“", "‘").replace("”", "’")
            near = place
    if len(found) < _FEWEST:
        return None
    said = "; ".join(f"“{colour}: {words}”" for colour, words in found.items())
    return PlanFinding(
        KIND,
        "plan",
        f"The plan says what its colours mean: {said}.",
        "When it is in, look at Distance to target and record what each means: the words "
        "are offered there.",
    )


def meanings_told(message: str) -> dict[str, str]:
    """What such a finding says, by colour."""
    return dict(_TOLD.findall(message))
