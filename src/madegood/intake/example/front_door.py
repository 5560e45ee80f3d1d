"""Contacts, referrals, assessments, visits and transfers."""

from typing import Final

from madegood.intake.example.rows import Rows, row

_FROM_SCHOOL: Final = {
    "received_at": "2026-03-02T09:20",
    "source": "2A",
    "source_agency": "school",
    "decision_at": "2026-03-02T15:30",
    "decision_recorded_at": "2026-03-02T16:05",
    "decision": "referral",
    "decided_by_role": "front door manager",
}
_REFERRED: Final = {
    "received_at": "2026-03-02T15:30",
    "source": "2A",
    "decision_at": "2026-03-02T16:00",
    "decision_recorded_at": "2026-03-02T16:10",
    "decided_by_role": "front door manager",
    "no_further_action": "no",
}

FRONT_DOOR: Final[dict[str, Rows]] = {
    "contacts": (
        # One telephone call about two children is a row for each.
        row(contact_id="K-501", child_id="C-1005", **_FROM_SCHOOL),
        row(contact_id="K-502", child_id="C-1006", **_FROM_SCHOOL),
        # The child was visited before it was decided: see visit V-801.
        row(contact_id="K-503", child_id="C-1008", received_at="2026-04-13T10:00",
            source="3A", source_agency="health", decision_at="2026-04-22T09:00",
            decision_recorded_at="2026-04-22T09:30", decision="no_further_action",
            decided_by_role="front door manager"),
        # Written down four days after the time that is given for it.
        row(contact_id="K-504", child_id="C-1001", received_at="2026-04-19T22:40",
            source="6", source_agency="police", decision_at="2026-04-20T09:00",
            decision_recorded_at="2026-04-24T12:15", decision="no_further_action",
            decided_by_role="front door manager"),
        # Nothing has been decided yet.
        row(contact_id="K-505", child_id="C-1015", received_at="2026-05-29T11:05",
            source="1A", source_agency="parent"),
    ),
    "referrals": (
        row(referral_id="RF-601", child_id="C-1005", **_REFERRED),
        row(referral_id="RF-602", child_id="C-1006", **_REFERRED),
        row(referral_id="RF-603", child_id="C-1007", **_REFERRED),
        # The same child twice within twelve months: the second is a re-referral.
        row(referral_id="RF-604", child_id="C-1008", received_at="2025-10-06T11:00",
            source="3A", decision_at="2025-10-06T16:20",
            decided_by_role="front door manager", no_further_action="no",
            closed_on="2025-12-19", closure_reason="RC8"),
        row(referral_id="RF-605", child_id="C-1008", received_at="2026-05-05T09:10",
            source="2A", decision_at="2026-05-05T16:40",
            decided_by_role="front door manager", no_further_action="no"),
        row(referral_id="RF-606", child_id="C-1013", received_at="2026-01-12T13:00",
            source="2A", decision_at="2026-01-14T10:00",
            decided_by_role="front door manager", no_further_action="yes",
            closed_on="2026-01-14", closure_reason="RC8"),
    ),
    "assessments": (
        row(assessment_id="A-701", child_id="C-1005", referral_id="RF-601",
            started_on="2026-03-04", authorised_on="2026-04-30", child_seen="yes",
            outcome="child_protection"),
        row(assessment_id="A-702", child_id="C-1006", referral_id="RF-602",
            started_on="2026-03-04", authorised_on="2026-05-08", child_seen="yes",
            outcome="child_protection"),
        # An unborn child cannot be seen.
        row(assessment_id="A-703", child_id="C-1007", referral_id="RF-603",
            started_on="2026-03-04", authorised_on="2026-04-30",
            child_seen="not_applicable", outcome="child_protection"),
        # Closed within ten working days of its start, with nothing to follow.
        row(assessment_id="A-704", child_id="C-1015", started_on="2026-02-02",
            authorised_on="2026-02-11", child_seen="yes",
            outcome="no_further_action"),
        # Still open.
        row(assessment_id="A-705", child_id="C-1008", referral_id="RF-605",
            started_on="2026-05-06"),
    ),
    "visits": (
        # Before anything was decided, and with nothing open: a threshold visit.
        row(visit_id="V-801", child_id="C-1008", visited_at="2026-04-16T16:00",
            kind="Initial visit", organisation="social_care", contact_id="K-503",
            seen="yes", seen_alone="no", worker_id="W-31"),
        # Brother and sister seen at one visit: a row for each.
        row(visit_id="V-802", child_id="C-1005", visited_at="2026-03-04T10:00",
            kind="Section 47 visit", purpose="joint_after_strategy_discussion",
            organisation="social_care", referral_id="RF-601", seen="yes",
            seen_alone="yes", worker_id="W-12"),
        row(visit_id="V-803", child_id="C-1006", visited_at="2026-03-04T10:00",
            kind="Section 47 visit", purpose="joint_after_strategy_discussion",
            organisation="social_care", referral_id="RF-602", seen="yes",
            seen_alone="no", worker_id="W-12"),
        # Nobody was in.
        row(visit_id="V-804", child_id="C-1005", visited_at="2026-04-21T15:30",
            kind="Child protection visit", purpose="statutory",
            organisation="social_care", seen="no", seen_alone="no",
            worker_id="W-12"),
        row(visit_id="V-805", child_id="C-1001", visited_at="2026-05-05T08:59",
            kind="Return interview", purpose="return_interview",
            organisation="Listening Ear", seen="yes", seen_alone="yes"),
    ),
    "transfers": (
        row(transfer_id="T-1", child_id="C-1005", from_team="Front door",
            to_team="Assessment East", sent_at="2026-03-03T16:00",
            accepted_at="2026-03-04T09:00", first_contact_on="2026-03-04"),
        # Sent, and not accepted yet.
        row(transfer_id="T-2", child_id="C-1006", from_team="Assessment East",
            to_team="Family Support", sent_at="2026-05-27T11:30"),
    ),
}  # fmt: skip
