"""Plans, their reviews, actions and words."""

from typing import Final

from madegood.intake.example.rows import Rows, row

PLANS: Final[dict[str, Rows]] = {
    "cin_plans": (
        row(plan_id="CN-1", child_id="C-1008", started_on="2025-10-20",
            ended_on="2025-12-19", end_reason="needs met"),
        row(plan_id="CN-2", child_id="C-1001", started_on="2026-03-09"),
    ),
    "cin_reviews": (
        row(review_id="CNR-1", plan_id="CN-1", held_on="2025-11-28"),
        row(review_id="CNR-2", plan_id="CN-2", held_on="2026-04-20"),
    ),
    "cp_plans": (
        row(plan_id="CP-0", child_id="C-1008", started_on="2025-04-10",
            ended_on="2025-09-30", temporary_other_authority="no"),
        row(plan_id="CP-1", child_id="C-1005", conference_id="CF-1",
            started_on="2026-03-23", temporary_other_authority="no"),
        row(plan_id="CP-2", child_id="C-1006", conference_id="CF-2",
            started_on="2026-03-23", temporary_other_authority="no"),
        row(plan_id="CP-3", child_id="C-1007", conference_id="CF-3",
            started_on="2026-03-23", temporary_other_authority="no"),
        row(plan_id="CP-4", child_id="C-1012", conference_id="CF-4",
            started_on="2026-05-06", temporary_other_authority="no"),
        # Another authority's plan, held here while the child stays.
        row(plan_id="CP-5", child_id="C-1014", started_on="2026-01-15",
            temporary_other_authority="yes", responsible_authority="E08000025"),
    ),
    "cp_reviews": (
        # Too few came, so that it had to be held again.
        row(review_id="CPR-1", plan_id="CP-0", held_on="2025-07-02", quorate="no"),
        row(review_id="CPR-2", plan_id="CP-0", held_on="2025-07-09", quorate="yes"),
        row(review_id="CPR-3", plan_id="CP-0", held_on="2025-09-30", quorate="yes"),
    ),
    "core_groups": (
        row(core_group_id="CG-1", plan_id="CP-1", held_on="2026-04-07",
            scale_repeated="yes"),
        row(core_group_id="CG-2", plan_id="CP-1", held_on="2026-05-15",
            scale_repeated="no"),
    ),
    "plan_actions": (
        row(plan_id="CP-1", plan_kind="cp", written_on="2026-03-23", position="1",
            text="Take the children to school on time every day.", owner="mother",
            due="2026-04-13"),
        # No one could say whether this has been done, or when it must be.
        row(plan_id="CP-1", plan_kind="cp", written_on="2026-03-23", position="2",
            text="Engage with services.", due="ongoing"),
        row(plan_id="CN-2", plan_kind="cin", written_on="2026-03-09", position="1",
            text="Talk about what a safe evening looks like.",
            owner="social worker", due="2026-03-20"),
    ),
    "plan_texts": (
        row(plan_id="CP-1", plan_kind="cp", written_on="2026-03-23",
            parent_facing_text="We are worried about mornings. You will both take "
            "the children to school. We will come each week.",
            copy_given_on="2026-03-26", interpreter_needed="yes",
            interpreter_used="yes"),
        row(plan_id="CN-2", plan_kind="cin", written_on="2026-03-09",
            parent_facing_text="You told us that evenings are hard.",
            interpreter_needed="no", interpreter_used="not_applicable"),
        # Its words were counted where they are kept, and did not leave there.
        row(plan_id="CP-2", plan_kind="cp", written_on="2026-03-23", words="1612",
            sentences="88", reading_age="13.4", interpreter_needed="no",
            interpreter_used="not_applicable"),
    ),
}  # fmt: skip
