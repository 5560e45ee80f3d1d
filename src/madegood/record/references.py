"""Which columns of the record name rows of other tables."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of one table whose every value should be a key of another."""

    table: str
    column: str
    to: str


_CHILDREN_IN: Final = (
    "contacts referrals assessments visits transfers strategy_discussions "
    "s47_enquiries conferences cin_plans cp_plans care_episodes care_reviews "
    "care_leavers court_orders short_breaks missing_episodes return_interviews "
    "level2_services permanence_plans sgo_support homeless_presentations "
    "private_fostering exploitation mace_discussions audits"
)

# A table of plan_actions or plan_texts names plans of two tables, told apart by
# plan_kind, and no one table must hold them all.
REFERENCES: Final = (
    *(Reference(name, "child_id", "children") for name in _CHILDREN_IN.split()),
    Reference("assessments", "referral_id", "referrals"),
    Reference("visits", "contact_id", "contacts"),
    Reference("visits", "referral_id", "referrals"),
    Reference("strategy_discussions", "follows_discussion_id", "strategy_discussions"),
    Reference("strategy_discussions", "duplicate_of", "strategy_discussions"),
    Reference("strategy_attendance", "discussion_id", "strategy_discussions"),
    Reference("s47_enquiries", "discussion_id", "strategy_discussions"),
    Reference("conferences", "enquiry_id", "s47_enquiries"),
    Reference("cin_reviews", "plan_id", "cin_plans"),
    Reference("cp_plans", "conference_id", "conferences"),
    Reference("cp_reviews", "plan_id", "cp_plans"),
    Reference("core_groups", "plan_id", "cp_plans"),
    Reference("return_interview_episodes", "interview_id", "return_interviews"),
    Reference("return_interview_episodes", "episode_id", "missing_episodes"),
    Reference("level2_reviews", "service_id", "level2_services"),
    Reference("carer_training", "carer_id", "carers"),
    Reference("carer_standards", "carer_id", "carers"),
    Reference("sgo_milestones", "plan_id", "permanence_plans"),
    Reference("private_fostering_visits", "arrangement_id", "private_fostering"),
    Reference("audit_moderations", "audit_id", "audits"),
    Reference("audit_actions", "audit_id", "audits"),
)
