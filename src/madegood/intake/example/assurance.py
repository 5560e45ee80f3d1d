"""Audits, and what people said."""

from typing import Final

from madegood.intake.example.rows import Rows, row

ASSURANCE: Final[dict[str, Rows]] = {
    "audits": (
        row(audit_id="AU-1", child_id="C-1005", tool="case audit 3",
            round="2026-04", allocated_on="2026-04-07", due_on="2026-05-05",
            completed_on="2026-04-29", grade="requires_improvement",
            practitioner_present="yes", family_contact="yes", impact_stated="no"),
        # Not completed yet.
        row(audit_id="AU-2", child_id="C-1002", tool="case audit 3",
            round="2026-05", allocated_on="2026-05-06", due_on="2026-06-03"),
        # About no one child: a themed audit.
        row(audit_id="AU-3", tool="supervision audit 1", round="2026-04",
            allocated_on="2026-04-07", due_on="2026-05-05",
            completed_on="2026-05-01", grade="good",
            practitioner_present="not_applicable",
            family_contact="not_applicable", impact_stated="yes"),
    ),
    "audit_moderations": (
        row(audit_id="AU-1", moderated_on="2026-05-07", blind="yes",
            grade="inadequate", final_grade="inadequate"),
    ),
    "audit_actions": (
        row(action_id="AUA-1", audit_id="AU-1", severity="high",
            due_on="2026-05-15", done_on="2026-05-14", verified_on="2026-05-20",
            verified_by_owner="no"),
        # Done, they say; nobody has looked.
        row(action_id="AUA-2", audit_id="AU-1", severity="medium",
            due_on="2026-05-29", done_on="2026-05-27"),
    ),
    "feedback": (
        row(feedback_id="FB-1", about="plan", respondent="parent",
            asked_on="2026-04-08", answered_on="2026-04-10",
            question="I know what I have to do and by when", score="2"),
        # Asked, and did not answer: neither pleased nor displeased.
        row(feedback_id="FB-2", about="plan", respondent="parent",
            asked_on="2026-04-08",
            question="I know what I have to do and by when"),
    ),
}  # fmt: skip
