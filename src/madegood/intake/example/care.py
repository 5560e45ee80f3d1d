"""Being looked after, disabled children's services, and plans for permanence."""

from typing import Final

from madegood.intake.example.rows import Rows, row
from madegood.record.tables.permanence import MILESTONES

_REACHED: Final = (
    "2025-09-08 2025-09-19 2025-09-26 2025-10-01 2025-10-06 2025-11-14 2025-12-08 "
    "2026-03-02 2025-12-15 2026-03-18 2026-03-18 2026-03-18"
)
_WHOLE_WAY: Final[Rows] = tuple(
    row(plan_id="PP-2", milestone=step, reached_on=reached)
    | ({"route": "notice"} if step == "notice_or_direction" else {})
    for step, reached in zip(MILESTONES.split(), _REACHED.split(), strict=True)
)

CARE: Final[dict[str, Rows]] = {
    "care_episodes": (
        row(child_id="C-1002", started_on="2025-09-01", legal_status="C2",
            placement_type="K2", provider="Elm House", placement_id="P-77",
            reason_started="S"),
        row(child_id="C-1003", started_on="2026-01-12", legal_status="V2",
            placement_type="U6", provider="Northside Fostering",
            placement_id="P-81", carer_id="F-12", ended_on="2026-05-20",
            reason_ended="X1", reason_started="S"),
        row(child_id="C-1003", started_on="2026-05-20", legal_status="C1",
            placement_type="U6", provider="Northside Fostering",
            placement_id="P-81", carer_id="F-12", reason_started="L"),
        # With a relative, approved for the time being.
        row(child_id="C-1010", started_on="2025-11-03", legal_status="C1",
            placement_type="U3", placement_id="P-90", carer_id="F-21",
            reason_started="S"),
        row(child_id="C-1019", started_on="2025-03-03", legal_status="C2",
            placement_type="U1", placement_id="P-60", carer_id="F-08",
            ended_on="2026-03-18", reason_ended="E45", reason_started="S"),
        row(child_id="C-1011", started_on="2026-04-10", legal_status="V2",
            placement_type="K3", placement_id="P-95", reason_started="S"),
    ),
    "care_reviews": (
        row(child_id="C-1002", held_on="2025-09-26", participation="PN1"),
        row(child_id="C-1002", held_on="2025-12-18", participation="PN1"),
        # Under four: not old enough to take part.
        row(child_id="C-1010", held_on="2025-12-01", participation="PN0"),
        row(child_id="C-1010", held_on="2026-02-25", participation="PN0"),
    ),
    "care_leavers": (
        row(child_id="C-1016", started_on="2026-02-19"),
        row(child_id="C-1023", started_on="2022-03-04", ended_on="2026-03-04"),
    ),
    "court_orders": (
        row(child_id="C-1017", started_on="2025-06-04", ended_on="2026-02-01"),
    ),
    "short_breaks": (
        # A package that ended and another that is open: a row for each.
        row(child_id="C-1009", started_on="2024-09-02", ended_on="2025-07-18"),
        row(child_id="C-1009", started_on="2025-09-01"),
    ),
    "level2_services": (
        row(service_id="L-1", child_id="C-1009", started_on="2024-09-02"),
        # Nobody knows when it began: counted as unknown, not left out.
        row(service_id="L-2", child_id="C-1002"),
        # Closed without a review.
        row(service_id="L-3", child_id="C-1015", started_on="2024-11-18",
            ended_on="2026-01-20", end_reason="not used"),
    ),
    "level2_reviews": (
        row(review_id="LR-1", service_id="L-1", completed_on="2025-08-28",
            child_or_carer_seen="yes", outcome="continue"),
        # Looked over at a desk: no review.
        row(review_id="LR-2", service_id="L-1", completed_on="2026-02-10",
            child_or_carer_seen="no", outcome="continue"),
    ),
    "permanence_plans": (
        row(plan_id="PP-1", child_id="C-1010", kind="sgo",
            recorded_on="2026-02-25", care_application_issued_on="2025-11-10"),
        row(plan_id="PP-2", child_id="C-1019", kind="sgo",
            recorded_on="2025-09-08", ended_on="2026-03-18",
            end_reason="order_made", sgo_application_issued_on="2025-12-15",
            order_on="2026-03-18", order_code="E45"),
        row(plan_id="PP-3", child_id="C-1002", kind="return_home",
            recorded_on="2025-09-26", ended_on="2025-12-18",
            end_reason="plan_changed"),
        row(plan_id="PP-4", child_id="C-1002", kind="residential",
            recorded_on="2025-12-18"),
    ),
    "sgo_milestones": (
        *_WHOLE_WAY,
        row(plan_id="PP-1", milestone="plan_recorded", reached_on="2026-02-25",
            owner="social worker"),
        row(plan_id="PP-1", milestone="viability_done", reached_on="2026-03-12",
            owner="social worker"),
        # The court acts of its own motion: it directs the report.
        row(plan_id="PP-1", milestone="notice_or_direction",
            route="court_direction", reached_on="2026-03-30"),
        row(plan_id="PP-1", milestone="application_issued", not_applicable="yes"),
        # Not reached, and what it waits for.
        row(plan_id="PP-1", milestone="checks_back", owner="fostering team",
            blocker="The medical adviser's appointment is in June."),
    ),
    "sgo_support": (
        row(child_id="C-1019", payment_started_on="2026-03-18",
            support_plan_agreed_on="2026-03-02", training_offered_on="2026-04-01"),
        row(child_id="C-1020", payment_started_on="2025-03-10",
            last_financial_review_on="2026-03-05",
            support_plan_agreed_on="2025-02-20", training_offered_on="2025-04-02",
            training_taken_on="2025-05-14"),
    ),
}  # fmt: skip
