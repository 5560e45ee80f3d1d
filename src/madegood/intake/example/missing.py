"""Children who went missing, and the interviews afterwards."""

from typing import Final

from madegood.intake.example.rows import Rows, row

_WRITTEN: Final = "2026-05-29T17:00"

MISSING: Final[dict[str, Rows]] = {
    "missing_episodes": (
        # Missing from home, and located some hours before the return.
        row(episode_id="M-1", child_id="C-1001", kind="missing",
            started_at="2026-05-01T18:30", ended_at="2026-05-02T09:00",
            located_at="2026-05-02T06:15", returned_at="2026-05-02T09:00",
            looked_after="no", police_notified_authority_at="2026-05-01T22:10",
            return_notified_at="2026-05-02T10:05"),
        # The time with its offset.
        row(episode_id="M-2", child_id="C-1002", kind="missing",
            started_at="2026-05-09T21:00+01:00", ended_at="2026-05-10T02:40+01:00",
            looked_after="yes", placement_id="P-77", provider="Elm House",
            placed_by_us="yes", team="Children in care"),
        # Only the days are known.
        row(episode_id="M-3", child_id="C-1003", kind="missing",
            started_at="2026-05-16", ended_at="2026-05-17", looked_after="yes",
            placement_id="P-81", provider="Northside Fostering",
            placed_by_us="yes"),
        # Away: known to be at a friend's.
        row(episode_id="M-4", child_id="C-1002", kind="away",
            started_at="2026-05-22T20:00", ended_at="2026-05-23T11:00",
            looked_after="yes", placement_id="P-77", provider="Elm House",
            placed_by_us="yes"),
        # Another authority's child, placed here.
        row(episode_id="M-5", child_id="C-1004", kind="missing",
            started_at="2026-05-24T17:00", ended_at="2026-05-25T08:00",
            looked_after="yes", provider="Elm House", placed_by_us="no",
            responsible_authority="E08000026"),
        # Still missing.
        row(episode_id="M-6", child_id="C-1001", kind="missing",
            started_at="2026-05-28T23:15", looked_after="no"),
    ),
    "return_interviews": (
        row(interview_id="R-1", child_id="C-1001", provider="Listening Ear",
            referred_to_provider_at="2026-05-02T11:00", offered="yes",
            offered_at="2026-05-03T10:00", accepted="yes",
            held_at="2026-05-05T08:59", independent="yes",
            report_received_at="2026-05-08T15:00", plan_updated_on="2026-05-14"),
        # Offered and declined: there is no time at which it was held.
        row(interview_id="R-2", child_id="C-1002", provider="Listening Ear",
            referred_to_provider_at="2026-05-10T09:30", offered="yes",
            offered_at="2026-05-11T16:00", accepted="no",
            reason_not_held="declined"),
        # Two versions of one row: what was known on 18 May, and what is known now.
        row(interview_id="R-3", child_id="C-1003", provider="Listening Ear",
            referred_to_provider_at="2026-05-18T09:00",
            recorded_at="2026-05-18T17:00"),
        row(interview_id="R-3", child_id="C-1003", provider="Listening Ear",
            referred_to_provider_at="2026-05-18T09:00", offered="yes",
            offered_at="2026-05-18T18:00", accepted="yes",
            held_at="2026-05-19T16:30", independent="yes",
            report_received_at="2026-05-22T12:00", recorded_at=_WRITTEN),
    ),
    "return_interview_episodes": (
        row(interview_id="R-1", episode_id="M-1"),
        row(interview_id="R-2", episode_id="M-2"),
        row(interview_id="R-3", episode_id="M-3"),
    ),
}  # fmt: skip
