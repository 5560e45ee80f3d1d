"""Strategy discussions, enquiries and conferences."""

from typing import Final

from madegood.intake.example.rows import Rows, row

_ONE_MEETING: Final = {
    "meeting_id": "M-90",
    "threshold_decision_at": "2026-03-02T16:00",
    "held_at": "2026-03-03T15:00",
    "mode": "meeting",
    "out_of_hours": "no",
    "open_case": "no",
    "looked_after": "no",
    "s47_initiated": "yes",
    "chair_role": "front door manager",
    "receiving_team_expected": "yes",
    "outcome": "s47",
    "outcome_recorded_at": "2026-03-04T11:00",
    "team": "Front door",
}
_CAME: Final = {"invited": "yes", "attended": "yes"}
_CONFERENCE_NEEDED: Final = {
    "started_on": "2026-03-03",
    "conference_required": "yes",
    "completed_on": "2026-03-17",
    "outcome": "conference",
}
_CONFERENCE: Final = {
    "kind": "initial",
    "held_on": "2026-03-23",
    "outcome": "plan",
    "quorate": "yes",
}

PROTECTION: Final[dict[str, Rows]] = {
    "strategy_discussions": (
        # One meeting about three children, one of them unborn.
        row(discussion_id="SD-901", child_id="C-1005", **_ONE_MEETING),
        row(discussion_id="SD-902", child_id="C-1006", **_ONE_MEETING),
        row(discussion_id="SD-903", child_id="C-1007", **_ONE_MEETING),
        # By telephone at night, and the full meeting that follows it.
        row(discussion_id="SD-904", child_id="C-1002",
            threshold_decision_at="2026-05-23T19:30", held_at="2026-05-23T20:10",
            mode="telephone", out_of_hours="yes", open_case="yes",
            looked_after="yes", s47_initiated="no", chair_role="duty manager",
            outcome="meet again", outcome_recorded_at="2026-05-23T22:00"),
        row(discussion_id="SD-905", child_id="C-1002",
            follows_discussion_id="SD-904",
            threshold_decision_at="2026-05-23T19:30", held_at="2026-05-26T14:00",
            mode="virtual", out_of_hours="no", open_case="yes", looked_after="yes",
            s47_initiated="no", chair_role="team manager", outcome="no s47",
            outcome_recorded_at="2026-05-27T09:30"),
        # Not held yet: the police could not come, and a manager was told.
        row(discussion_id="SD-906", child_id="C-1001",
            threshold_decision_at="2026-05-26T10:00", out_of_hours="no",
            open_case="yes", looked_after="no", delay_reason="police",
            escalated_at="2026-05-28T12:00", team="Assessment East"),
        # Entered twice by mistake.
        row(discussion_id="SD-907", child_id="C-1001", duplicate_of="SD-906",
            threshold_decision_at="2026-05-26T10:00"),
        # A manager withdrew the decision before it was due.
        row(discussion_id="SD-908", child_id="C-1008",
            threshold_decision_at="2026-04-13T11:00",
            rescinded_at="2026-04-13T15:00",
            rescinded_reason="school explained the injury"),
        # The family moved to another authority before it was due.
        row(discussion_id="SD-909", child_id="C-1015",
            threshold_decision_at="2026-01-26T15:00", moved_out_on="2026-01-27"),
    ),
    "strategy_attendance": (
        row(discussion_id="SD-901", agency="social_care", **_CAME),
        row(discussion_id="SD-901", agency="police", **_CAME),
        # Health sent a report and did not come: the discussion was not quorate.
        row(discussion_id="SD-901", agency="health", invited="yes", attended="no",
            contributed="yes"),
        row(discussion_id="SD-901", agency="receiving_team", **_CAME),
        row(discussion_id="SD-902", agency="social_care", **_CAME),
        row(discussion_id="SD-902", agency="police", **_CAME),
        row(discussion_id="SD-902", agency="health", **_CAME),
        row(discussion_id="SD-905", agency="social_care", **_CAME),
        row(discussion_id="SD-905", agency="police", **_CAME),
        row(discussion_id="SD-905", agency="health", **_CAME),
        # The child is looked after, and the home was not asked.
        row(discussion_id="SD-905", agency="placement", invited="no",
            attended="no"),
    ),
    "s47_enquiries": (
        row(enquiry_id="E-1", child_id="C-1005", discussion_id="SD-901",
            **_CONFERENCE_NEEDED),
        row(enquiry_id="E-2", child_id="C-1006", discussion_id="SD-902",
            **_CONFERENCE_NEEDED),
        row(enquiry_id="E-3", child_id="C-1007", discussion_id="SD-903",
            **_CONFERENCE_NEEDED),
        # No conference was needed: the fifteen days do not apply.
        row(enquiry_id="E-4", child_id="C-1015", started_on="2026-01-28",
            conference_required="no", completed_on="2026-02-04",
            outcome="not substantiated"),
    ),
    "conferences": (
        row(conference_id="CF-1", child_id="C-1005", enquiry_id="E-1",
            **_CONFERENCE),
        row(conference_id="CF-2", child_id="C-1006", enquiry_id="E-2",
            **_CONFERENCE),
        row(conference_id="CF-3", child_id="C-1007", enquiry_id="E-3",
            **_CONFERENCE),
        # A child moved in with a plan: the clock starts when we were told.
        row(conference_id="CF-4", child_id="C-1012", kind="transfer_in",
            notified_on="2026-04-20", held_on="2026-05-06", outcome="plan",
            quorate="yes"),
    ),
}  # fmt: skip
