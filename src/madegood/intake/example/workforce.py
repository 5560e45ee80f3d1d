"""Exploitation, supervision, training, awareness, and what is bought from others."""

from typing import Final

from madegood.intake.example.rows import Rows, row

WORKFORCE: Final[dict[str, Rows]] = {
    "exploitation": (
        # Two kinds assessed on one day.
        row(child_id="C-1001", assessed_on="2026-05-06", kind="criminal",
            level="significant"),
        row(child_id="C-1001", assessed_on="2026-05-06", kind="sexual",
            level="emerging"),
        row(child_id="C-1002", assessed_on="2026-04-27", kind="county_lines",
            level="high"),
    ),
    "mace_discussions": (
        row(meeting_id="MA-5", child_id="C-1001", held_on="2026-05-13",
            actions_owned_and_dated="yes", plan_changed_on="2026-05-20"),
        row(meeting_id="MA-5", child_id="C-1002", held_on="2026-05-13",
            actions_owned_and_dated="no"),
    ),
    "supervision": (
        row(worker_id="W-12", due_on="2026-04-30", held_on="2026-04-28",
            reflective="yes", group_or_individual="individual"),
        row(worker_id="W-31", due_on="2026-04-30", held_on="2026-05-11",
            reflective="no", group_or_individual="group"),
        # Due, and not held yet.
        row(worker_id="W-12", due_on="2026-05-29"),
    ),
    "workforce_training": (
        row(activity_id="WT-1", held_on="2026-03-11", audience="social workers",
            team_or_partner="Assessment East", invited="14", attended="11",
            topic="plans that parents understand"),
    ),
    "awareness_activities": (
        row(activity_id="AA-1", held_on="2026-02-25", audience="schools",
            team_or_partner="designated leads", invited="40", attended="23",
            topic="private fostering"),
        # Nobody is invited to a poster.
        row(activity_id="AA-2", held_on="2026-03-02", audience="public",
            topic="private fostering"),
    ),
    "provider_contracts": (
        row(provider="Listening Ear", indicator="interviews within 72 hours, %",
            period_from="2026-01-01", period_to="2026-03-31", value="78",
            target="90"),
        row(provider="Listening Ear", indicator="interviews within 72 hours, %",
            period_from="2026-04-01", period_to="2026-06-30", target="90"),
    ),
    "provider_visits": (
        row(provider="Elm House", visited_on="2026-05-26",
            reason="children often missing", outcome="night staffing agreed",
            follow_up_due="yes", follow_up_done="no"),
    ),
}  # fmt: skip
