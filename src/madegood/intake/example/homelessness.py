"""Young people of 17 with nowhere to live."""

from typing import Final

from madegood.intake.example.rows import Rows, row

HOMELESSNESS: Final[dict[str, Rows]] = {
    "homeless_presentations": (
        # Came to housing first; safe the same day; told of every right; looked after.
        row(presentation_id="HP-1", child_id="C-1011",
            presented_at="2026-04-09T11:15", found_homeless="yes", in_need="yes",
            care_leaver="no", family_discussion_on="2026-04-09", door="housing",
            safe_tonight_decided_at="2026-04-09T16:00",
            emergency_accommodation_at="2026-04-09T18:30",
            emergency_accommodation_kind="supported_accommodation",
            bed_and_breakfast_nights="0", joint_interview_at="2026-04-10T10:00",
            rights_pack_given_on="2026-04-10", advocate_offered_on="2026-04-10",
            advocate_response="accepted", advocate_independent="yes",
            assessment_started_on="2026-04-10", assessment_completed_on="2026-05-22",
            s20_decision_on="2026-04-10", s20_limb="20(1)(c)",
            s20_authorised_by_role="head of service",
            capacity_view="able to decide", options_explained_on="2026-04-10",
            childs_words_recorded="yes", child_decision="accept",
            child_decision_on="2026-04-10", outcome="lac_s20",
            outcome_on="2026-04-10", follow_up_1_on="2026-04-17",
            follow_up_4_on="2026-05-08"),
        # Declined to be looked after, with an advocate's advice; to be asked again.
        row(presentation_id="HP-2", child_id="C-1021",
            presented_at="2026-02-16T14:00", found_homeless="yes", in_need="yes",
            care_leaver="no", door="social_care",
            safe_tonight_decided_at="2026-02-16T17:45",
            emergency_accommodation_at="2026-02-16T20:00",
            emergency_accommodation_kind="bed_and_breakfast",
            bed_and_breakfast_nights="2", joint_interview_at="2026-02-18T09:30",
            rights_pack_given_on="2026-02-18", advocate_offered_on="2026-02-18",
            advocate_response="accepted", advocate_independent="yes",
            assessment_started_on="2026-02-17", assessment_completed_on="2026-03-30",
            s20_decision_on="2026-02-19", s20_limb="20(1)(c)",
            s20_authorised_by_role="service manager",
            capacity_view="able to decide", options_explained_on="2026-02-18",
            childs_words_recorded="yes", child_decision="decline",
            child_decision_on="2026-02-20", advice_source="Independent advocate.",
            reoffer_on="2026-06-20", follow_up_1_on="2026-02-23",
            follow_up_4_on="2026-03-16", outcome="family_network",
            outcome_on="2026-02-20", closed_on="2026-05-18"),
        # Assessed, and found not to need section 20: the grandmother took her in.
        row(presentation_id="HP-4", child_id="C-1016",
            presented_at="2025-08-11T10:20", found_homeless="no", in_need="no",
            care_leaver="no", door="social_care",
            safe_tonight_decided_at="2025-08-11T15:00",
            joint_interview_at="2025-08-12T11:00",
            rights_pack_given_on="2025-08-12", advocate_offered_on="2025-08-12",
            advocate_response="declined", assessment_started_on="2025-08-12",
            assessment_completed_on="2025-08-29", s20_decision_on="2025-08-13",
            s20_not_met_reason="has a home with a grandmother",
            s20_authorised_by_role="service manager",
            options_explained_on="2025-08-12", childs_words_recorded="yes",
            outcome="family_network", outcome_on="2025-08-13",
            follow_up_1_on="2025-08-20", follow_up_4_on="2025-09-10",
            follow_up_12_on="2025-11-05", closed_on="2025-11-05"),
        # The same young person comes again: another presentation, just begun.
        row(presentation_id="HP-3", child_id="C-1021",
            presented_at="2026-05-29T09:40", door="housing"),
    ),
}  # fmt: skip
