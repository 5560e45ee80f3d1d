"""The field's many names for one thing, made one, so that texts can be likened by what
they mean: "public law outline" and "pre-proceedings", "supervision" and "management
oversight". A phrase stands for a token; what is in no phrase stands for itself."""

import re
from collections import Counter
from typing import Final


def words_in(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PHRASES: Final = {
    "preproceedings": r"pre-?proceedings|public law outline|plo\b|care proceedings",
    "returninterview": r"return(?:[- ]home)? interviews?|rhis?\b",
    "missing": (r"missing from (?:home|care)|(?:go|goes|going|been|are) missing"),
    "missingeducation": r"missing (?:from )?education|home[- ]educated|not in school",
    "exploitation": r"exploit\w+|trafficking|county lines|gangs?\b|contextual",
    "homeless": (r"homeless\w*|16[- ]*(?:and|to|or|/|-)[- ]*(?:17)[- ]*year[- ]olds?"),
    "privatefostering": r"private(?:ly)?[- ]foster\w*",
    "connected": (r"connected (?:carers?|persons?|people)|kinship|family and friends"),
    "guardianship": r"special guardian\w*|sgos?\b",
    "permanence": r"permanen\w+|adopt\w+|long[- ]term foster\w*",
    "lifestory": r"life[- ]?story(?: work)?|later[- ]life letters?",
    "fostercarer": r"foster(?:ing)? (?:carers?|service|families)|foster carers?",
    "careleaver": (
        r"care[- ]leavers?|leaving care|care[- ]experienced(?: young people)?"
        r"|personal advis[eo]rs?|\bpas\b"
    ),
    "pathway": r"pathway plan(?:s|ning)?",
    "home": (
        r"accommodation|housing|living arrangements|placements?"
        r"|children’s homes|homes? for|suitable homes?|sustainable homes?"
    ),
    "unregistered": r"unregistered|unregulated",
    "sufficiency": r"sufficien\w+|availability|range|choice",
    "oversight": (
        r"supervision|(?:management|managers?’?|leadership|leaders’?) (?:oversight|grip|direction|decision[- ]making|challenge|rationale)"
        r"|oversight"
    ),
    "audit": (r"quality[- ]assurance|audit\w*|dip[- ]sampl\w+|performance management"),
    "data": (
        r"performance (?:information|data|reports?)|line of sight"
        r"|data\b"
    ),
    "record": (
        r"record(?:s|ed|ing|ings)?\b|case (?:files?|notes?)"
        r"|chronolog\w+"
    ),
    "assessment": r"assess\w*|re-?assess\w*",
    "plan": r"plans?\b|planning",
    "strategy": (
        r"strategy (?:discussions?|meetings?)|section 47(?: enquir\w+)?"
        r"|child protection (?:enquir\w+|investigations?)"
    ),
    "meeting": (
        r"core groups?|child protection (?:case )?conferences?"
        r"|child[- ]in[- ]need (?:reviews?|meetings?)|multi-agency meetings?"
    ),
    "partners": (
        r"multi-agency|partner(?:s|ships?)?(?: agenc\w+)?"
        r"|partnership working|joint working|inter-agency"
    ),
    "frontdoor": (
        r"front[- ]door|mash\b|multi-agency safeguarding hub"
        r"|screening"
    ),
    "threshold": r"thresholds?",
    "referral": r"re-?referrals?|referrals?|contacts\b",
    "outofhours": r"out[- ]of[- ]hours|emergency duty",
    "earlyhelp": r"early[- ]help|early intervention",
    "reviewing": r"iros?\b|independent reviewing \w+|reviewing officers?",
    "escalation": (
        r"escalat\w+|professional challenge|dispute resolution"
        r"|challenge"
    ),
    "allegations": r"allegations?|lado\b|designated officer",
    "disabled": r"disab\w+|short[- ]breaks?|special educational needs|send\b",
    "neglect": r"neglect\w*",
    "domesticabuse": r"domestic (?:abuse|violence)",
    "education": r"education\w*|schools?\b|virtual school|attainment",
    "health": (
        r"health|camhs|dental|dentists?|emotional(?: needs| support)?"
        r"|therapeutic|well[- ]?being"
    ),
    "voice": (
        r"voices?\b|wishes(?: and feelings)?|views\b|participat\w+"
        r"|lived experiences?|child[- ](?:focus(?:ed)?|centred)"
    ),
    "advocacy": r"advoca\w+|independent visitors?",
    "visits": r"visit(?:s|ing|ed)?\b|direct work",
    "workforce": (
        r"workforce|turnover|recruit\w*|retention|vacanc\w+"
        r"|staffing|capacity|changes of social worker\w*"
    ),
    "caseload": r"caseloads?|workloads?",
    "training": r"training|trained",
    "corporateparent": r"corporate parent\w*|lead members?|elected members?",
    "transition": r"transition\w*|preparation for independence|independence",
    "timely": r"timel\w+|prompt\w*|without delay|drift|delays?|pace",
}
_ONE = re.compile(
    "|".join(f"(?P<{name}>\\b(?:{words}))" for name, words in _PHRASES.items()),
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3,}")
# What nearly every recommendation says, and no recommendation is about.
_SAID_OF_ALL: Final = words_in(
    """
    the and for are that with from their they them who when this which into not all
    has have been being its was were where there these those quality effectiveness
    effective consistency consistent consistently ensure ensuring ensures impact
    child children children’s childrens young people person families family social
    work worker workers practice need needs including include support services
    service well good better improve improved improvement improving clear clearly
    make made arrangements process processes appropriate appropriately meet use used
    provide provided provision help helped care local authority particularly
    especially so also both other some more most any how what will can could should
    would than across within between during through about over upon such as by of to
    in on at
    """
)
_SLIGHT: Final = frozenset({"timely", "plan", "assessment", "partners", "sufficiency"})


def meant(text: str) -> Counter[str]:
    """What a text speaks of: named things as their one name, other words by their stem."""
    text = text[:4000].replace("'", "’")
    found: Counter[str] = Counter()

    def keep(match: re.Match[str]) -> str:
        found[match.lastgroup or ""] += 1
        return " "

    left = _ONE.sub(keep, text)
    for word in _WORD.findall(left.casefold()):
        if word not in _SAID_OF_ALL:
            found[_stem(word)] += 1
    return found


def weight(token: str) -> float:
    """A named thing says more than a word; what half of all texts name says less."""
    if token in _SLIGHT:
        return 0.8
    return 2.0 if token in _PHRASES else 0.6


def _stem(word: str) -> str:
    for end in ("ments", "ment", "ions", "ion", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word
