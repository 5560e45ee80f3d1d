"""What each measure reads, declared: `table: column column; table: column`.

A table's keys need no mention. Sources: the fixed list of measures of the extract,
version 1, and their definitions. A contract test holds those of recommendation 4
against the measures themselves, in both directions.
"""

from typing import Final

Measures = dict[str, str]

_BORN = "; children: date_of_birth"
_CHILD = "; children: date_of_birth died_on"
# Whether the child is young enough for it.
_MINOR = "; children: date_of_birth disabled"
_MINOR_ALIVE = f"{_MINOR} died_on"

_EPISODES = (
    "missing_episodes: kind started_at ended_at located_at returned_at looked_after "
    "placed_by_us"
)
_INTERVIEWS = f"{_EPISODES}{_CHILD}; return_interview_episodes: ; return_interviews: "
_AFTER = f"{_EPISODES}{_BORN}; return_interview_episodes: ; return_interviews: "

_DISCUSSIONS = (
    "strategy_discussions: threshold_decision_at held_at mode follows_discussion_id "
    "duplicate_of rescinded_at rescinded_reason moved_out_on; "
    "strategy_attendance: attended" + _CHILD
)
_HELD = (
    "strategy_discussions: threshold_decision_at held_at mode follows_discussion_id "
    "duplicate_of; strategy_attendance: attended; children: "
)
_CONFERENCES = "s47_enquiries: started_on; conferences: enquiry_id kind held_on"

_OPEN_AT_A_VISIT = (
    "assessments: started_on authorised_on; s47_enquiries: started_on completed_on; "
    "cin_plans: started_on ended_on; cp_plans: started_on ended_on; care_episodes: "
    "ended_on; care_leavers: ended_on; court_orders: ended_on; short_breaks: ended_on; "
    "private_fostering: notified_on aware_on started_on ended_on"
)

_APPROVED = "carers: kind temporarily_approved_on approved_on ended_on"
_SGO = "permanence_plans: kind recorded_on ended_on end_reason order_on"
_SGO_OPEN = "permanence_plans: kind recorded_on ended_on order_on"

_PRESENTED = "homeless_presentations: presented_at care_leaver"
_EVIDENCE = (
    f"{_PRESENTED} rights_pack_given_on advocate_offered_on s20_decision_on s20_limb "
    "s20_not_met_reason s20_authorised_by_role options_explained_on "
    "childs_words_recorded child_decision child_decision_on capacity_view "
    f"reoffer_on outcome outcome_on{_BORN}"
)

_FOSTERED = (
    "private_fostering: notified_on aware_on carer_relationship "
    "carer_has_parental_responsibility school_kind holiday_nights intended_days "
    "started_on ended_on"
)
# That of another authority may be said of the child alone.
_WHOSE = "; children: "

# Whose child an audit is of says whether it is ours to count.
_AUDITS = "children: ; audits: child_id"

DECLARED: Final[dict[int, tuple[str, Measures]]] = {
    1: ("quality assurance and audit", {
        "audits_completed": f"{_AUDITS} allocated_on due_on completed_on",
        "audits_moderated": f"{_AUDITS} completed_on; audit_moderations: moderated_on",
        "audit_grade_agreement":
            f"{_AUDITS} completed_on grade; audit_moderations: moderated_on grade",
        "audits_with_family_feedback": f"{_AUDITS} completed_on family_contact",
        "audits_with_practitioner": f"{_AUDITS} completed_on practitioner_present",
        "audit_actions_in_time": "audit_actions: due_on done_on",
        "audit_loops_closed":
            "audit_actions: due_on done_on verified_on verified_by_owner",
    }),
    2: ("strategy meetings", {
        "referral_decision_1wd":
            "referrals: received_at decision_at" + _CHILD,
        "strategy_discussion_1wd": _DISCUSSIONS,
        "strategy_discussion_24h": _DISCUSSIONS,
        "strategy_discussion_quorate": _HELD,
        "strategy_police_present": _HELD,
        "strategy_health_present": _HELD,
        "strategy_receiving_team_present":
            f"{_HELD}; strategy_discussions: receiving_team_expected",
        "strategy_delay_escalated_1wd":
            f"{_DISCUSSIONS}; strategy_discussions: escalated_at",
        "icpc_15wd": f"{_CONFERENCES}; s47_enquiries: conference_required{_CHILD}",
        "icpc_15wd_published": f"{_CONFERENCES}; children: ",
        "assessment_45wd_from_referral":
            "referrals: received_at; assessments: referral_id authorised_on" + _CHILD,
        "assessment_45wd_from_start":
            "assessments: started_on authorised_on" + _CHILD,
    }),
    3: ("threshold visits", {
        "threshold_visits":
            "visits: visited_at kind purpose organisation contact_id referral_id; "
            "contacts: decision_at decision_recorded_at; "
            "referrals: decision_at decision_recorded_at; "
            f"{_OPEN_AT_A_VISIT}; children: ",
        "assessment_closed_nfa_10wd":
            "assessments: started_on authorised_on outcome; children: ",
        "contact_reopened_20wd": "contacts: received_at decision_at; children: ",
        "rereferral_12m": "referrals: received_at; children: ",
    }),
    4: ("return home interviews", {
        "missing_episodes": _EPISODES + _BORN,
        "missing_repeat_3_in_90": _EPISODES + _BORN,
        "missing_per_100_placement_nights":
            f"{_EPISODES}{_CHILD}; care_episodes: ended_on",
        "rhi_offered": f"{_INTERVIEWS} offered offered_at held_at",
        "rhi_offered_72h": f"{_INTERVIEWS} offered offered_at held_at",
        "rhi_taken_up": f"{_INTERVIEWS} offered accepted held_at reason_not_held",
        "rhi_held_72h": f"{_INTERVIEWS} offered accepted held_at reason_not_held",
        "rhi_completed_in_72h": f"{_INTERVIEWS} held_at",
        "rhi_notified_to_referred_24h":
            f"{_INTERVIEWS} referred_to_provider_at; missing_episodes: "
            "police_notified_authority_at return_notified_at",
        "rhi_report_5wd": f"{_AFTER} held_at report_received_at",
        "rhi_plan_updated_10wd":
            f"{_AFTER} held_at report_received_at plan_updated_on",
        "rhi_independent": f"{_AFTER} held_at independent",
    }),
    5: ("clear plans", {
        "plan_actions_owned_and_dated": "plan_actions: owner due",
        "plan_reading_age": "plan_texts: reading_age",
        "plan_too_long": "plan_actions: ; plan_texts: words",
        "cp_review_in_time":
            "cp_plans: started_on ended_on temporary_other_authority; "
            "cp_reviews: held_on quorate" + _CHILD,
        "cp_core_group_10wd":
            "cp_plans: conference_id started_on ended_on temporary_other_authority; "
            "conferences: held_on; core_groups: held_on" + _CHILD,
        "cin_review_in_time":
            "cin_plans: started_on ended_on; cin_reviews: held_on; "
            "cp_plans: started_on temporary_other_authority; "
            "care_episodes: started_on legal_status" + _CHILD,
        "parent_knows_what_and_when":
            "feedback: about respondent asked_on answered_on question score",
        "plan_clear_audit_grade": f"{_AUDITS} tool completed_on grade",
    }),
    6: ("Level 2 reviews", {
        "level2_review_in_date":
            "level2_services: started_on ended_on; "
            "level2_reviews: completed_on child_or_carer_seen" + _BORN,
        "level2_backlog":
            "level2_services: started_on ended_on; "
            "level2_reviews: completed_on child_or_carer_seen" + _BORN,
        "level2_closed_without_review":
            "level2_services: started_on ended_on; "
            "level2_reviews: completed_on child_or_carer_seen" + _WHOSE,
    }),
    7: ("connected carers", {
        "connected_training_takeup":
            f"{_APPROVED} end_reason; carer_training: core completed_on",
        "mainstream_training_takeup":
            f"{_APPROVED} end_reason; carer_training: core completed_on",
        "training_equality_gap":
            f"{_APPROVED} end_reason; carer_training: core completed_on",
        "connected_training_offered":
            f"{_APPROVED} end_reason; carer_training: core offer_kind offered_on",
        "carer_standards_in_time":
            f"{_APPROVED} end_reason; carer_standards: completed_on",
        "temporary_approval_in_time":
            f"{_APPROVED} extended_on extended_until irm_applied_on irm_decided_on; "
            "care_episodes: carer_id ended_on",
    }),
    8: ("special guardianship", {
        "sgo_weeks_plan_to_order": _SGO + _CHILD,
        "sgo_ordered_26_weeks": _SGO + _CHILD,
        "sgo_open_over_26_weeks": _SGO_OPEN + _CHILD,
        "sgo_stalled_28_days":
            f"{_SGO_OPEN}{_CHILD}; sgo_milestones: reached_on not_applicable",
        "sgo_support_plan_before_order":
            "permanence_plans: kind order_on; "
            "sgo_support: support_plan_agreed_on" + _WHOSE,
        "sgo_financial_review_in_date":
            "sgo_support: payment_started_on last_financial_review_on" + _BORN,
        "care_review_first_20wd":
            "care_episodes: legal_status ended_on reason_started; "
            "care_reviews: " + _CHILD,
    }),
    9: ("homeless 16 and 17", {
        "homeless_safe_same_day":
            f"{_PRESENTED} safe_tonight_decided_at emergency_accommodation_at"
            + _BORN,
        "homeless_joint_interview_1wd": f"{_PRESENTED} joint_interview_at{_BORN}",
        "homeless_advocate_at_start":
            f"{_PRESENTED} joint_interview_at advocate_offered_on{_BORN}",
        "homeless_evidence_pack": _EVIDENCE,
        "homeless_informed":
            f"{_PRESENTED} rights_pack_given_on advocate_offered_on "
            "options_explained_on childs_words_recorded child_decision "
            "child_decision_on capacity_view" + _BORN,
        "homeless_bed_and_breakfast_nights":
            f"{_PRESENTED} emergency_accommodation_kind bed_and_breakfast_nights"
            + _BORN,
        "homeless_closed_early": f"{_PRESENTED} s20_decision_on closed_on{_BORN}",
        "homeless_s20":
            f"{_PRESENTED} found_homeless in_need outcome outcome_on{_BORN}",
    }),
    10: ("private fostering", {
        "pf_notifications": f"{_FOSTERED} notified_by{_MINOR}",
        "pf_initial_7wd":
            f"{_FOSTERED} withdrawn_on; private_fostering_visits: visited_on "
            "premises_seen carer_seen household_seen child_seen" + _MINOR_ALIVE,
        "pf_visit_interval":
            f"{_FOSTERED} withdrawn_on; "
            "private_fostering_visits: visited_on child_seen "
            "child_seen_alone not_alone_reason report_written_on; "
            "children: date_of_birth disabled died_on",
        "pf_assessment_42wd":
            f"{_FOSTERED} assessment_completed_on withdrawn_on{_MINOR_ALIVE}",
        "pf_days_unknown": f"{_FOSTERED}{_MINOR}",
        "pf_awareness": f"{_FOSTERED} notified_by found_by_authority{_MINOR}",
    }),
}  # fmt: skip
