"""Recommendation 1: audits of casework, who is in them, and what comes of them.

They say whether audit works, not how good practice is: a grade is a label, and the
agreement of two graders is given with their number, not as a verdict.
"""

from madegood.measures.library import audit_rules as ours
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

_THEME = "quality assurance and audit"
_OWNER = Post("Principal Social Worker")
_LOCAL = "Local standard. No national one."

_measure = kept_by(_THEME, _OWNER)

AUDIT: tuple[Measure, ...] = (
    _measure(
        id="audits_completed",
        title="Case audits completed",
        why="Leaders cannot know what is weak from audits that nobody finished.",
        source=_LOCAL,
        kind=ours.COMPLETED,
        phrases=Phrases(
            "Of the audits allocated in the period, the share completed by the day "
            "they were due, or within {working_days} working days where none was set",
            "Allocated",
            "the audit was completed",
        ),
        needs=("audits",),
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                20,
                "Working days for an audit that was given no day.",
                _LOCAL,
            ),
        ),
        balances=("audits_moderated", "audits_with_family_feedback"),
    ),
    _measure(
        id="audits_moderated",
        title="Audits moderated by somebody else",
        why="A grade that nobody else has looked at is one person's opinion.",
        source=_LOCAL,
        kind=ours.MODERATED,
        phrases=Phrases(
            "Of the audits completed in the period, the share graded again by "
            "somebody else",
            "Completed",
            "it was moderated",
        ),
        needs=("audits", "audit_moderations"),
        good_is="high",
        balances=("audit_grade_agreement",),
    ),
    _measure(
        id="audit_grade_agreement",
        title="Auditors and moderators who agree on a grade",
        why="Where two people grade one case differently, grades say little of either.",
        source="Local. Raw agreement, to be read with how many were moderated: below "
        "30 no finer measure of agreement holds. From 30 on `madegood measures "
        "agreement` gives kappa, weighted by squares, and Gwet's AC2.",
        kind=ours.AGREED,
        phrases=Phrases(
            "Of the audits completed in the period and moderated since, the share "
            "whose moderator gave the grade that the auditor gave",
            "Completed",
            "it was moderated",
        ),
        needs=("audits", "audit_moderations"),
        good_is="high",
        balances=("audits_moderated",),
        # Asked to agree, moderators would.
        never_a_target=True,
    ),
    _measure(
        id="audits_with_family_feedback",
        title="Audits that asked the family",
        why="Audits of 2022 were of compliance, not of what children lived through.",
        source=_LOCAL,
        kind=ours.said_yes("family_contact", "family_asked", "family_not_asked"),
        phrases=Phrases(
            "Of the audits completed in the period, the share in which the child or "
            "family was asked",
            "Completed",
        ),
        needs=("audits",),
        good_is="high",
        balances=("audits_completed",),
    ),
    _measure(
        id="audits_with_practitioner",
        title="Audits done with the practitioner",
        why="A worker learns from an audit done together, not from a grade sent after.",
        source=_LOCAL,
        kind=ours.said_yes(
            "practitioner_present", "done_with_practitioner", "done_without"
        ),
        phrases=Phrases(
            "Of the audits completed in the period, the share done together with the "
            "child's worker",
            "Completed",
        ),
        needs=("audits",),
        good_is="high",
        balances=("audits_completed",),
    ),
    _measure(
        id="audit_actions_in_time",
        title="Actions from audits done in time",
        why="An audit changes nothing for a child until what it found is put right.",
        source=_LOCAL,
        kind=ours.ACTION_DONE,
        phrases=Phrases(
            "Of the actions from audits due in the period, the share done by the day "
            "they were due",
            "Due",
            "it was done",
        ),
        needs=("audit_actions",),
        good_is="high",
        balances=("audit_loops_closed",),
    ),
    _measure(
        id="audit_loops_closed",
        title="Actions from audits checked by somebody else",
        why="Done is what its owner says; that it was done somebody else must see.",
        source=_LOCAL,
        kind=ours.LOOP_CLOSED,
        phrases=Phrases(
            "Of the actions from audits due in the period, the share that somebody "
            "who is not their owner found done within {working_days} working days of "
            "the day they were due",
            "Due",
            "somebody else checked it",
        ),
        needs=("audit_actions",),
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                20,
                "Working days after an action falls due for somebody else to check it.",
                _LOCAL,
            ),
        ),
        balances=("audit_actions_in_time",),
    ),
)
