"""Recommendation 9: children of 16 and 17 who come to the authority homeless."""

from dataclasses import dataclass
from typing import Literal

from madegood.measures.library import homeless_rules as kinds
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Kind, Measure, Phrases, Post, SettingSpec

_OWNER = Post("Service Manager, Young People")
_kept = kept_by("homeless 16 and 17", _OWNER)
_GUIDANCE = "2018 joint guidance on homeless 16 and 17 year olds (MHCLG and DfE)"
_LOCAL = "Local standard. No national one."
_AGE = SettingSpec(
    "youngest_months",
    192,
    "Months of age from which a child counts: 192 are 16 years.",
    f"{_GUIDANCE}: it is of 16 and 17 year olds.",
)
_WORKING_DAY = SettingSpec(
    "working_days",
    1,
    "Working days from the presentation to the joint interview.",
    _LOCAL,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What sets one of these measures apart from the rest."""

    id: str
    title: str
    why: str
    source: str
    kind: Kind
    phrases: Phrases
    good_is: Literal["high", "low", "neither"] = "high"
    settings: tuple[SettingSpec, ...] = ()
    balances: tuple[str, ...] = ()
    never_a_target: bool = False


def _measure(asked: _Asked) -> Measure:
    """One kept by the same people, of the same presentations."""
    return _kept(
        id=asked.id,
        title=asked.title,
        why=asked.why,
        source=asked.source,
        kind=asked.kind,
        phrases=asked.phrases,
        needs=("homeless_presentations",),
        good_is=asked.good_is,
        settings=(*asked.settings, _AGE),
        balances=asked.balances,
        never_a_target=asked.never_a_target,
    )


_FIRST_DAYS = (
    _Asked(
        id="homeless_safe_same_day",
        title="Homeless children safe the same day",
        why="A child with nowhere to sleep tonight cannot wait for an assessment.",
        source=f"{_GUIDANCE} 2.1 to 2.3: other work must not delay accommodation. "
        "By the end of the day is local.",
        kind=kinds.SAFE_SAME_DAY,
        phrases=Phrases(
            "Of the children of 16 and 17 who came homeless in the period, the share "
            "for whom it was settled the same day where is safe, and who were there "
            "if they needed somewhere",
            "Came",
            "where is safe was settled",
        ),
        balances=("homeless_bed_and_breakfast_nights",),
    ),
    _Asked(
        id="homeless_joint_interview_1wd",
        title="Joint interviews within 1 working day",
        why="A child sent from one door to the other tells it twice and is lost between.",
        source=f"{_LOCAL} It runs from whichever door, housing or social care, came "
        "first.",
        kind=kinds.JOINT_INTERVIEW,
        phrases=Phrases(
            "Of the children of 16 and 17 who came homeless in the period, the share "
            "whom housing and social care met together within {working_days} working "
            "day(s)",
            "Came",
            "housing and social care met them together",
        ),
        settings=(_WORKING_DAY,),
        balances=("homeless_informed",),
    ),
    _Asked(
        id="homeless_advocate_at_start",
        title="Advocates offered at the start",
        why="An advocate offered only after a child has refused cannot help them choose.",
        source=f"{_GUIDANCE}: of advocacy they are told when the assessment is "
        "explained. That it is by the joint interview is local.",
        kind=kinds.ADVOCATE_AT_START,
        phrases=Phrases(
            "Of the children of 16 and 17 who came homeless in the period, the share "
            "offered an advocate by the day of the joint interview, or, where none "
            "was held, within {working_days} working day(s)",
            "Came",
            "an advocate was offered",
        ),
        settings=(_WORKING_DAY,),
        balances=("homeless_informed",),
    ),
)

_TOLD = (
    _Asked(
        id="homeless_evidence_pack",
        title="Evidence complete for homeless 16 and 17 year olds",
        why="What was not written down cannot show that a child's rights were kept.",
        source="Local list of evidence, after R (G) v Southwark [2009] UKHL 26 and "
        f"{_GUIDANCE} 3.13. Who advised the child is free text, is not kept, and is "
        "not asked for here.",
        kind=kinds.EVIDENCE_PACK,
        phrases=Phrases(
            "Of the homeless presentations with an outcome, the share with every part "
            "of the evidence in place by the outcome: rights in writing, an advocate "
            "offered, the decision on section 20, options explained, the child's "
            "words and decision",
            "Came",
            "there was an outcome",
        ),
        balances=("homeless_closed_early",),
    ),
    _Asked(
        id="homeless_informed",
        title="Refusals of care that were informed",
        why="A refusal by a child who was not told what they refused is no choice.",
        source=f"{_GUIDANCE} 3.13: a decision that is properly and fully advised. Told "
        "here from what is kept: options, advocate, rights in writing, the child's "
        "words and the view of capacity. Who advised them is free text, and is not.",
        kind=kinds.INFORMED,
        phrases=Phrases(
            "Of the children of 16 and 17 who came homeless in the period and declined "
            "to be accommodated, the share who had been told of their options, offered "
            "an advocate and given their rights by then, with their words and a view "
            "of their capacity recorded",
            "Came",
            "the child decided",
        ),
        balances=("homeless_evidence_pack", "homeless_s20"),
    ),
)

_ENDINGS = (
    _Asked(
        id="homeless_bed_and_breakfast_nights",
        title="Nights in bed and breakfast",
        why="Bed and breakfast is not safe for a child alone, even for a night.",
        source="The aim is none. That it is unsuitable even in an emergency is said of "
        f"the {_GUIDANCE}, whose paragraph was not checked.",
        kind=kinds.BED_AND_BREAKFAST,
        phrases=Phrases(
            "The number of nights in bed and breakfast of children of 16 and 17 who "
            "came homeless in the period",
            "Came",
        ),
        good_is="low",
        balances=("homeless_safe_same_day",),
    ),
    _Asked(
        id="homeless_closed_early",
        title="Homeless cases closed before a decision",
        why="Inspectors found that cases were closed too early.",
        source="Local, after R (G) v Southwark [2009] UKHL 26: whether section 20 is "
        "met must be decided.",
        kind=kinds.CLOSED_EARLY,
        phrases=Phrases(
            "Of the homeless presentations that were closed, the share closed before "
            "it was decided whether section 20 is met",
            "Came",
            "it was closed",
        ),
        good_is="low",
        balances=("homeless_evidence_pack",),
    ),
    _Asked(
        id="homeless_s20",
        title="Homeless children accommodated under section 20",
        why="Where section 20 is met the authority must accommodate the child under it.",
        source="Children Act 1989 s20; R (G) v Southwark [2009] UKHL 26.",
        kind=kinds.ACCOMMODATED,
        phrases=Phrases(
            "Of the children of 16 and 17 found homeless and in need, with an outcome, "
            "the share accommodated under section 20",
            "Came",
            "there was an outcome",
        ),
        good_is="neither",
        balances=("homeless_informed",),
        # A child may decline once fully advised: a target would press them to accept,
        # or press the authority to find fewer in need.
        never_a_target=True,
    ),
)

HOMELESS: tuple[Measure, ...] = tuple(
    _measure(asked) for asked in (*_FIRST_DAYS, *_TOLD, *_ENDINGS)
)
