"""The 24 topics that inspectors' recommendations are about, by the words that name them.

They were counted over 1,245 real recommendations, and a recommendation may be about
several. The words are what the field writes; they decide nothing about a child.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Topic:
    """`words` is a pattern; where it is found, a text is about the topic."""

    id: str
    title: str
    words: re.Pattern[str]


def _topic(name: str, title: str, *words: str) -> Topic:
    return Topic(name, title, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))


TOPICS: Final = (
    _topic(
        "planning",
        "Planning for children",
        r"(?:care|children’s|written|child[- ]in[- ]need|contingency|safety"
        r"|transition|child protection|multi-agency) plan(?:s|ning)?",
        r"plans? (?:for|to|are|that|and)",
        r"planning",
        r"quality of plans",
        r"care plans",
    ),
    _topic(
        "oversight",
        "Management oversight and supervision",
        r"supervision",
        r"oversight",
        r"management (?:grip|direction|decision\w*)",
        r"managers?’? (?:rationale|direction|decisions?|challenge)",
        r"line management",
    ),
    _topic(
        "care_leavers",
        "Care leavers",
        r"care[- ]leavers?",
        r"leaving care",
        r"care[- ]experienced",
        r"personal advis[eo]rs?",
        r"pathway plan(?:s|ning)?",
        r"local offer",
        r"staying put",
    ),
    _topic(
        "placements",
        "Placements and sufficiency",
        r"sufficien\w+",
        r"placements?",
        r"unregist\w+",
        r"unregulated",
        r"children’s homes",
        r"homes for children",
        r"suitable (?:homes|accommodation)",
        r"commissioning",
        r"foster carers?",
        r"fostering service",
        r"stability",
    ),
    _topic(
        "voice",
        "Voice and life story",
        r"voices?",
        r"wishes",
        r"views",
        r"participat\w+",
        r"advoca\w+",
        r"life[- ]?story",
        r"later[- ]life",
        r"direct work",
        r"lived experiences?",
        r"child[- ](?:focused?|centred)",
        r"independent visitors?",
        r"identity",
        r"diversity",
        r"culture|cultural",
        r"family time",
    ),
    _topic(
        "recording",
        "Recording",
        r"record(?:s|ed|ing|ings)?",
        r"case (?:files?|notes?)",
        r"chronolog\w+",
        r"genograms?",
    ),
    _topic(
        "missing",
        "Missing children and exploitation",
        r"missing from (?:home|care)",
        r"(?:go|goes|going|who are|been|are) missing(?! education)",
        r"missing children",
        r"exploit\w+",
        r"return[- ](?:home )?interviews?",
        r"trafficking",
        r"county lines",
        r"gangs?",
        r"contextual",
    ),
    _topic(
        "permanence",
        "Permanence and special guardianship",
        r"permanen\w+",
        r"special guardian\w*",
        r"sgos?",
        r"adopt(?:ion|ed|ers|ive)",
        r"early permanence",
        r"matching",
        r"long[- ]term foster\w*",
    ),
    _topic(
        "homeless",
        "16- and 17-year-olds who are homeless",
        r"homeless\w*",
        r"southwark",
    ),
    _topic(
        "health",
        "Health",
        r"(?:mental |emotional |sexual )?health",
        r"camhs",
        r"emotional (?:well[- ]?being|needs|support)",
        r"dental",
        r"dentists?",
        r"immunisations?",
        r"therapeutic",
        r"well[- ]being",
        r"substance misuse",
        r"strengths and difficulties",
    ),
    _topic(
        "education",
        "Education",
        r"education\w*",
        r"virtual school",
        r"schools?",
        r"personal education plans?",
        r"employment",
        r"attainment",
        r"attendance at school",
        r"neet",
    ),
    _topic(
        "front_door",
        "The front door",
        r"front[- ]door",
        r"mash",
        r"multi-agency safeguarding hub",
        r"referrals?",
        r"thresholds?",
        r"screening",
        r"contacts",
        r"out[- ]of[- ]hours",
        r"emergency duty",
        r"first response",
        r"initial decision\w*",
    ),
    _topic(
        "pre_proceedings",
        "Pre-proceedings",
        r"pre-?proceedings",
        r"public law outline",
        r"plo",
        r"care proceedings",
        r"letters before",
        r"court",
    ),
    _topic(
        "strategy",
        "Strategy discussions and section 47",
        r"strategy (?:discussions?|meetings?)",
        r"section 47",
        r"s47",
        r"child protection (?:enquiries|investigations?|conferences?|case conferences?)",
        r"initial child protection",
        r"core groups?",
    ),
    _topic(
        "private_fostering",
        "Private fostering",
        r"private fostering",
        r"privately foster\w+",
        r"private[- ]foster\w*",
    ),
    _topic(
        "reviewing",
        "Reviewing officers and escalation",
        r"iros?",
        r"independent reviewing",
        r"reviewing officers?",
        r"conference chairs?",
        r"child protection chairs?",
        r"escalat\w+",
        r"dispute resolution",
        r"professional challenge",
        r"evidence of challenge",
        r"allegations against",
        r"lado",
        r"designated officer",
    ),
    _topic(
        "quality_assurance",
        "Quality assurance and audit",
        r"quality[- ]assur\w+",
        r"audit\w*",
        r"dip[- ]sampl\w+",
        r"moderat(?:ion|ed)",
        r"learning from",
        r"performance management",
    ),
    _topic(
        "abuse_neglect",
        "Domestic abuse and neglect",
        r"domestic (?:abuse|violence)",
        r"neglect\w*",
    ),
    _topic(
        "disabled",
        "Disabled children",
        r"disabled",
        r"disabilit\w+",
        r"special educational needs",
        r"send",
        r"short[- ]breaks?",
    ),
    _topic(
        "workforce",
        "Workforce",
        r"workforce",
        r"caseloads?",
        r"turnover",
        r"recruit\w*",
        r"retention",
        r"capacity",
        r"vacanc\w+",
        r"workloads?",
        r"changes? (?:of|in) social worker\w*",
        r"training",
        r"staff(?:ing)?",
    ),
    _topic(
        "data",
        "Data and line of sight",
        r"data",
        r"performance (?:information|reports?|reporting|measures?)",
        r"line of sight",
        r"management information",
        r"electronic",
        r"self-evaluation",
    ),
    _topic("early_help", "Early help", r"early[- ]help", r"early intervention"),
    _topic(
        "connected_carers",
        "Connected carers",
        r"connected (?:carers?|persons?|people)",
        r"kinship",
        r"family and friends",
        r"friends and family",
        r"viability assessments?",
    ),
    _topic(
        "corporate_parenting",
        "Corporate parenting",
        r"corporate parent\w*",
        r"lead members?",
        r"elected members?",
        r"political",
    ),
)
BY_ID: Final = {topic.id: topic for topic in TOPICS}


def topics_of(text: str) -> tuple[Topic, ...]:
    """Every topic that a text names, in the order of TOPICS; several are usual."""
    return tuple(topic for topic in TOPICS if topic.words.search(text[:4000]))


def titles(topics: Iterable[Topic]) -> str:
    """'Planning for children; recording': as a page lists them."""
    named = [topic.title for topic in topics]
    return "; ".join(named[:1] + [each[:1].lower() + each[1:] for each in named[1:]])
