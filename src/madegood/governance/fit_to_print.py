"""What stands against printing a question or an answer in a public paper.

A person decides; this looks first for what people overlook: a small number of children,
a long number that may be somebody's, an address of e-mail. Finding nothing proves
nothing, and the page that asks says so.
"""

import re

_SMALL = "no|one|two|three|four|five|1|2|3|4|5|a|single"
_PEOPLE = (
    "child|children|baby|babies|boy|boys|girl|girls|sibling|siblings|twin|twins|teenager"
    "|teenagers|young person|young people|care leaver|care leavers|family|families"
    "|mother|mothers|father|fathers|parent|parents|carer|carers|case|cases|episode"
    "|episodes|interview|interviews"
)
# "a" and "single" only before one person: "a child who …" speaks of somebody.
_FEW = re.compile(
    rf"\b(?:{_SMALL.replace('|a|single', '').replace('no|', '')})\s+(?:\w+\s+){{0,3}}?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:[1-5]|one|two|three|four|five)\s+(?:out\s+)?of\s+(?:the\s+)?(?:\d+|them|these|those)\b",
    re.IGNORECASE,
)
_LONG = re.compile(r"\b\d(?:[ -]?\d){6,}\b")
_MAIL = re.compile(r"\S+@\S+\.\S+")


def against(text: str) -> tuple[str, ...]:
    """Each thing that should not be printed, in words; nothing where none is found."""
    found = []
    for pattern in (_FEW, _OF):
        few = pattern.search(text)
        if few:
            found.append(
                f"“{few.group(0)}” is a number of people so small that somebody could "
                "know who is meant. Say it without the number."
            )
            break
    if _LONG.search(text):
        found.append("It holds a long number, which may be somebody’s. Take it out.")
    if _MAIL.search(text):
        found.append("It holds an e-mail address. Name the post instead.")
    return tuple(found)
