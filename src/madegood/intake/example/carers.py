"""Foster carers and their training."""

from typing import Final

from madegood.intake.example.rows import Rows, row

CARERS: Final[dict[str, Rows]] = {
    "carers": (
        # Approved in two ways: two rows.
        row(carer_id="F-12", household_id="H-6", kind="mainstream",
            approved_on="2023-05-10"),
        row(carer_id="F-12", household_id="H-6", kind="short_break",
            approved_on="2024-01-15"),
        # Two adults of one household, approved for the time being, then fully.
        row(carer_id="F-21", household_id="H-9", kind="connected",
            temporarily_approved_on="2025-11-03", extended_on="2026-02-20",
            extended_until="2026-04-20", approved_on="2026-04-15"),
        row(carer_id="F-22", household_id="H-9", kind="connected",
            temporarily_approved_on="2025-11-03", extended_on="2026-02-20",
            extended_until="2026-04-20", approved_on="2026-04-15"),
        # Became the child's special guardian, and so ceased to foster.
        row(carer_id="F-08", household_id="H-3", kind="connected",
            approved_on="2024-03-01", ended_on="2026-03-18",
            end_reason="special_guardian"),
        # Not approved, and the independent review agreed.
        row(carer_id="F-31", household_id="H-11", kind="connected",
            temporarily_approved_on="2025-09-01", irm_applied_on="2025-12-15",
            irm_decided_on="2026-02-02", ended_on="2026-02-10",
            end_reason="not approved"),
    ),
    "carer_training": (
        row(carer_id="F-12", course="safeguarding 2026", core="yes",
            offer_kind="individual", offered_on="2026-01-12",
            booked_on="2026-01-20", completed_on="2026-02-07"),
        # In a newsletter, which is not an offer; and why it was not taken.
        row(carer_id="F-21", course="safeguarding 2026", core="yes",
            offer_kind="newsletter", offered_on="2026-01-12", barrier="childcare"),
        # Booked, and not attended.
        row(carer_id="F-22", course="safeguarding 2026", core="yes",
            offer_kind="individual", offered_on="2026-01-12",
            booked_on="2026-01-25"),
        row(carer_id="F-22", course="first aid 2026", core="yes",
            offer_kind="e_learning", offered_on="2026-02-02",
            completed_on="2026-03-01"),
    ),
    "carer_standards": (
        row(carer_id="F-12", completed_on="2024-04-30"),
        row(carer_id="F-21"),
    ),
}  # fmt: skip
