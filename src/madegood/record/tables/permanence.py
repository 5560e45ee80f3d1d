"""Plans for permanence, and special guardianship from the plan to the order."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    code,
    day,
    end_reason,
    free_text,
    key,
    text,
    yes_no,
)

PERMANENCE_PLANS = Table(
    "permanence_plans",
    "What the plan for permanence is, from when it was first recorded. The same plan "
    "confirmed again at a review is not a new row.",
    ("plan_id",),
    (
        key("plan_id", "The id of the plan."),
        CHILD,
        code(
            "kind",
            "The plan.",
            "sgo adoption long_term_fostering return_home child_arrangements "
            "residential independence other",
            {
                "special guardianship": "sgo",
                "special guardianship order": "sgo",
                "long term foster care": "long_term_fostering",
                "long term foster placement": "long_term_fostering",
                "return to family": "return_home",
                "rehabilitation home": "return_home",
                "reunification": "return_home",
                "child arrangements order": "child_arrangements",
                "cao": "child_arrangements",
                "long term residential": "residential",
                "residential care": "residential",
                "supported living in the community": "independence",
            },
        ),
        day(
            "recorded_on",
            "When it was first recorded in the care plan or at a review, without a "
            "break since.",
        ),
        day("ended_on", "When it ceased to be the plan."),
        end_reason(
            "Why.",
            "order_made plan_changed carer_withdrew negative_assessment turned_18 died",
        ),
        day(
            "care_application_issued_on",
            "When care proceedings were issued: 26 weeks begin with this day.",
        ),
        day("sgo_application_issued_on", "When the application for it was issued."),
        day("order_on", "When the order was made."),
        text(
            "order_code",
            "The SSDA903 reason ceased that goes with it: E45 to E48 for special "
            "guardianship.",
            "E45 E46 E47 E48",
            known_from="order_on",
        ),
    ),
    (("recorded_on", "ended_on"),),
)

MILESTONES = (
    "plan_recorded viability_done legal_advice_offered notice_or_direction "
    "assessment_allocated checks_back report_filed support_plan_agreed "
    "application_issued final_hearing order_made support_started"
)
_ALSO_MILESTONES = {
    f"{mark}{place}": name
    for place, name in enumerate(MILESTONES.split(), 1)
    for mark in ("m", "")
} | {
    "plan_sgo_recorded": "plan_recorded",
    "sgo_plan_recorded": "plan_recorded",
    "viability": "viability_done",
    "viability assessment": "viability_done",
    "legal advice": "legal_advice_offered",
    "carer legal advice offered": "legal_advice_offered",
    "notice": "notice_or_direction",
    "direction": "notice_or_direction",
    "s14a notice": "notice_or_direction",
    "allocated": "assessment_allocated",
    "dbs medicals back": "checks_back",
    "dbs and medicals back": "checks_back",
    "checks": "checks_back",
    "sgo report filed": "report_filed",
    "report": "report_filed",
    "support plan": "support_plan_agreed",
    "application": "application_issued",
    "hearing": "final_hearing",
    "order": "order_made",
    "sgo made": "order_made",
    "support": "support_started",
}

SGO_MILESTONES = Table(
    "sgo_milestones",
    "The twelve steps from a plan of special guardianship to an order and support: a "
    "row for each step reached, waited for, or not needed.",
    ("plan_id", "milestone"),
    (
        key("plan_id", "The plan for permanence."),
        code(
            "milestone",
            "The step: plan recorded; viability done; legal advice offered to the "
            "carer; notice given or report directed; assessment allocated; police and "
            "medical checks back; report filed; support plan and finances agreed; "
            "application issued; final hearing; order made; support started.",
            MILESTONES,
            _ALSO_MILESTONES,
            required=True,
        ),
        code(
            "route",
            "For `notice_or_direction`: the carer's notice, or the court's direction.",
            "notice court_direction",
            {
                "s14a(7)": "notice",
                "s14a(9)": "court_direction",
                "direction": "court_direction",
                "court": "court_direction",
            },
        ),
        day("reached_on", "When it was reached; blank is not yet."),
        yes_no(
            "not_applicable",
            "Yes where it is not needed: no notice where the court acts of its own "
            "motion.",
        ),
        text("owner", "The role that must bring it about, never a name."),
        free_text("blocker", "What it waits for."),
    ),
)

SGO_SUPPORT = Table(
    "sgo_support",
    "Support to special guardians: a row for each child.",
    ("child_id",),
    (
        CHILD,
        day("payment_started_on", "When an allowance was first paid."),
        day(
            "last_financial_review_on",
            "When it was last reviewed: each is due a year after the last.",
        ),
        day("support_plan_agreed_on", "When the support plan was agreed."),
        day("training_offered_on", "When training was offered to the guardian."),
        day("training_taken_on", "When it was taken."),
    ),
)
