"""Private fostering: told of, found, proposed, and a pupil in the holidays."""

from typing import Final

from madegood.intake.example.rows import Rows, row

_EVERYONE: Final = {
    "premises_seen": "yes",
    "carer_seen": "yes",
    "household_seen": "yes",
    "child_seen": "yes",
    "child_seen_alone": "yes",
}

PRIVATE_FOSTERING: Final[dict[str, Rows]] = {
    "private_fostering": (
        # With a great-aunt, who is no relative in law; the school told us.
        row(arrangement_id="PF-1", child_id="C-1013", notified_on="2026-01-12",
            notified_by="school", found_by_authority="no",
            carer_has_parental_responsibility="no", started_on="2025-11-20",
            aware_on="2026-01-12", carer_relationship="great_aunt",
            intended_days="365", assessment_completed_on="2026-03-06"),
        # Nobody told us: we came upon it.
        row(arrangement_id="PF-2", child_id="C-1022", found_by_authority="yes",
            carer_has_parental_responsibility="no", started_on="2026-02-14",
            aware_on="2026-04-02", carer_relationship="host_family",
            intended_days="120"),
        # Proposed, and withdrawn before it began.
        row(arrangement_id="PF-3", child_id="C-1015", notified_on="2026-03-30",
            notified_by="parent", proposed_start_on="2026-06-15",
            carer_relationship="family_friend", withdrawn_on="2026-04-01"),
        # A pupil who stays at an independent school for over two weeks of holidays.
        row(arrangement_id="PF-4", child_id="C-1022", notified_on="2025-06-20",
            notified_by="school", school_kind="not_maintained", holiday_nights="16",
            started_on="2025-07-12", aware_on="2025-06-20", ended_on="2025-07-28",
            end_reason="returned_to_parent"),
    ),
    "private_fostering_visits": (
        # The first visit missed a lodger, so that a second completed it.
        row(visit_id="PV-1", arrangement_id="PF-1", visited_on="2026-01-20",
            premises_seen="yes", carer_seen="yes", household_seen="no",
            child_seen="yes", child_seen_alone="yes", parent_spoken_to="no",
            report_written_on="2026-01-22"),
        row(visit_id="PV-2", arrangement_id="PF-1", visited_on="2026-01-21",
            household_seen="yes", child_seen="no", parent_spoken_to="yes",
            report_written_on="2026-01-22"),
        row(visit_id="PV-3", arrangement_id="PF-1", visited_on="2026-03-03",
            **(_EVERYONE | {"child_seen_alone": "no"}),
            not_alone_reason="asked for her aunt to stay",
            report_written_on="2026-03-05"),
        # Nobody was in: the clock runs on.
        row(visit_id="PV-4", arrangement_id="PF-2", visited_on="2026-04-10",
            premises_seen="no", carer_seen="no", household_seen="no",
            child_seen="no", child_seen_alone="no"),
        row(visit_id="PV-5", arrangement_id="PF-2", visited_on="2026-04-14",
            **_EVERYONE, report_written_on="2026-04-16"),
    ),
}  # fmt: skip
