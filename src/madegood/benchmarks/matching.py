"""Which published indicator stands beside which measure of ours, and how well.

Plain data. `same`: it counts the same thing in the same way. `near`: it can be read
beside ours, and the note says what is different. Where nothing is published, the note
says so: the authority's own data is then the only proof there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Match:
    """`code` is the indicator's in the Local Authority Interactive Tool; '' where
    nothing is published."""

    how: Literal["same", "near", "none"]
    note: str
    code: str = ""


def _none(note: str) -> Match:
    return Match("none", note)


_AUDITS = _none("No authority publishes its case audits.")
_STRATEGY = _none(
    "No strategy meeting is in any national return: neither when it was held nor who "
    "came."
)
_INTERVIEWS = _none(
    "Return interviews are not published: neither offered, nor taken up, nor held "
    "within 72 hours."
)
_PLANS = _none("What is written in a child’s plan is in no national return.")
_LEVEL2 = _none("Reviews at level 2 are a local arrangement: nothing is published.")
_CARERS = _none("The training and approval of connected carers is not published.")
_ORDERS = _none(
    "How long a special guardianship order takes is not published. How many children "
    "left care by one is, and for most authorities and years it is held back."
)
_HOMELESS = _none("Nothing is published of homeless children of 16 and 17.")
_FOSTERING = _none("Private fostering is not published by authority.")
_FRONT_DOOR = _none("This step at the front door is in no published table.")
_ASSESSED = "Continue_Assess_Comp"
_CONFERENCES = "CP_conf_15days"

MATCHES: Final[Mapping[str, Match]] = {
    **dict.fromkeys(
        (
            "audits_completed",
            "audits_moderated",
            "audit_grade_agreement",
            "audits_with_family_feedback",
            "audits_with_practitioner",
            "audit_actions_in_time",
            "audit_loops_closed",
        ),
        _AUDITS,
    ),
    **dict.fromkeys(
        (
            "strategy_discussion_1wd",
            "strategy_discussion_24h",
            "strategy_discussion_quorate",
            "strategy_police_present",
            "strategy_health_present",
            "strategy_receiving_team_present",
            "strategy_delay_escalated_1wd",
        ),
        _STRATEGY,
    ),
    "icpc_15wd": Match(
        "near",
        "The published share is of conferences that were held: one that never was "
        "counts against ours and not against theirs.",
        _CONFERENCES,
    ),
    "icpc_15wd_published": Match(
        "same",
        "Both count conferences held, from the start of the enquiry.",
        _CONFERENCES,
    ),
    "assessment_45wd_from_start": Match(
        "near",
        "The published share is of assessments that ended in the year, ours of those "
        "that began: one still open and late counts against ours alone.",
        _ASSESSED,
    ),
    "assessment_45wd_from_referral": Match(
        "near",
        "The published share is of assessments that ended in the year, ours of those "
        "whose referral came in it: one still open and late counts against ours alone.",
        _ASSESSED,
    ),
    **dict.fromkeys(
        (
            "referral_decision_1wd",
            "threshold_visits",
            "assessment_closed_nfa_10wd",
            "contact_reopened_20wd",
        ),
        _FRONT_DOOR,
    ),
    "rereferral_12m": Match(
        "same",
        "Both count referrals with another for the same child in the 12 months before.",
        "ReReferral",
    ),
    "missing_episodes": Match(
        "near",
        "What is published is the share of children in care who went missing in the "
        "year; ours is a number of episodes, of children at home too.",
        "Children_missing",
    ),
    "missing_repeat_3_in_90": _none("Repeated missing episodes are not published."),
    "missing_per_100_placement_nights": Match(
        "near",
        "What is published is the share of children in care who went missing in the "
        "year; ours is of episodes to nights in care.",
        "Children_missing",
    ),
    **dict.fromkeys(
        (
            "rhi_offered",
            "rhi_offered_72h",
            "rhi_taken_up",
            "rhi_held_72h",
            "rhi_completed_in_72h",
            "rhi_notified_to_referred_24h",
            "rhi_report_5wd",
            "rhi_plan_updated_10wd",
            "rhi_independent",
        ),
        _INTERVIEWS,
    ),
    **dict.fromkeys(
        (
            "plan_actions_owned_and_dated",
            "cp_core_group_10wd",
            "cin_review_in_time",
            "parent_knows_what_and_when",
            "plan_clear_audit_grade",
            "plan_too_long",
            "plan_reading_age",
        ),
        _PLANS,
    ),
    "cp_review_in_time": Match(
        "near",
        "The published share is of children with a plan on 31 March who had had it for "
        "three months; ours is of every plan with a review due in the period.",
        "RevCP",
    ),
    **dict.fromkeys(
        ("level2_review_in_date", "level2_backlog", "level2_closed_without_review"),
        _LEVEL2,
    ),
    **dict.fromkeys(
        (
            "connected_training_takeup",
            "mainstream_training_takeup",
            "training_equality_gap",
            "connected_training_offered",
            "carer_standards_in_time",
            "temporary_approval_in_time",
        ),
        _CARERS,
    ),
    **dict.fromkeys(
        (
            "sgo_weeks_plan_to_order",
            "sgo_ordered_26_weeks",
            "sgo_open_over_26_weeks",
            "sgo_stalled_28_days",
            "sgo_support_plan_before_order",
            "sgo_financial_review_in_date",
        ),
        _ORDERS,
    ),
    "care_review_first_20wd": _none(
        "Whether reviews of children in care were in time is in the return, and is not "
        "published by authority."
    ),
    **dict.fromkeys(
        (
            "homeless_safe_same_day",
            "homeless_joint_interview_1wd",
            "homeless_advocate_at_start",
            "homeless_evidence_pack",
            "homeless_informed",
            "homeless_bed_and_breakfast_nights",
            "homeless_closed_early",
            "homeless_s20",
        ),
        _HOMELESS,
    ),
    **dict.fromkeys(
        (
            "pf_notifications",
            "pf_initial_7wd",
            "pf_visit_interval",
            "pf_assessment_42wd",
            "pf_days_unknown",
            "pf_awareness",
        ),
        _FOSTERING,
    ),
}

# Not yet looked up, which is another thing than not published.
UNKNOWN: Final = _none(
    "Nobody has yet looked up whether anything published counts the same."
)

# Of each theme, the measures that would show what the recommendation asks for. The
# rest are read beside them: conferences in time do not show that strategy meetings are.
PROVING: Final[Mapping[str, tuple[str, ...]]] = {
    "quality assurance and audit": (
        "audits_completed", "audits_moderated", "audit_loops_closed",
    ),
    "strategy meetings": ("strategy_discussion_1wd", "strategy_discussion_quorate"),
    "threshold visits": ("threshold_visits",),
    "return home interviews": ("rhi_offered", "rhi_held_72h", "rhi_plan_updated_10wd"),
    "clear plans": ("plan_actions_owned_and_dated", "parent_knows_what_and_when"),
    "level 2 reviews": ("level2_review_in_date",),
    "connected carers": ("connected_training_takeup", "training_equality_gap"),
    "special guardianship": ("sgo_weeks_plan_to_order", "sgo_ordered_26_weeks"),
    "homeless 16 and 17": ("homeless_informed", "homeless_joint_interview_1wd"),
    "private fostering": ("pf_awareness", "pf_initial_7wd", "pf_visit_interval"),
}  # fmt: skip

# The nearest that is published to a recommendation's subject, and why it is no proof.
PROXIES: Final[Mapping[str, tuple[str, str]]] = {
    "return home interviews": (
        "Children_missing",
        "how many went missing says nothing of whether they were spoken with",
    ),
    "clear plans": (
        "PrevRegCPR",
        "a child who comes back to a plan may have had a clear one",
    ),
    "special guardianship": (
        "LAC_ceased_SGO%",
        "how many left care by an order says nothing of how long they waited",
    ),
}


def match_of(measure_id: str) -> Match:
    """What is published beside a measure of ours."""
    return MATCHES.get(measure_id, UNKNOWN)


def measures_beside(code: str) -> list[str]:
    """Our measures that an indicator stands beside."""
    return [one for one, match in MATCHES.items() if match.code == code]
