"""Since when each measure means what it means, and what it meant before.

A result names the version of the definition that made it. Whenever a definition changes,
its new version is added here with the day and with what changed, in words for whoever
reads the number; a contract test fails until it is. Nothing here is ever taken away:
results of old versions are kept, and name them.
"""

from typing import Final

FIRST: Final = "The first definition."
_NO_FOSTERING: Final = (
    "What is no private fostering in law is left out: relatives, carers with parental "
    "responsibility, stays under 28 days, and two weeks of the holidays or fewer at "
    "school. An arrangement is there once it was notified or known of, whichever came "
    "first."
)
_UNDER_16: Final = (
    "Left out is a child who was 16 already when the authority came to know, unless "
    "disabled, and any adult; and a clock ends at that birthday, or at a death."
)
_ALREADY_16: Final = (
    "Left out is a child who was 16 already when the authority came to know, unless "
    "disabled, and any adult."
)
_BY_DATE: Final = "A row known by its date alone is marked; no state changes."

# measure → its versions, the first one first: (version, since, what changed)
DECLARED: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "audits_completed": (("af3c9a6eee05", "2026-11-26", FIRST),),
    "audits_moderated": (("a41e2963f064", "2026-11-26", FIRST),),
    "audit_grade_agreement": (("a87c7c9fa5b3", "2026-11-26", FIRST),),
    "audits_with_family_feedback": (("d2ba1fa8401f", "2026-11-26", FIRST),),
    "audits_with_practitioner": (("6a2fc2f33568", "2026-11-26", FIRST),),
    "audit_actions_in_time": (("b8ab7cb2bd8b", "2026-11-26", FIRST),),
    "audit_loops_closed": (("8f4654e036d2", "2026-11-26", FIRST),),
    "referral_decision_1wd": (
        ("0d124024814f", "2026-11-26", FIRST),
        (
            "2895153df7f2",
            "2026-11-27",
            (
                "As of a day before a decision was written down, it is not known yet; "
                "and a row known by its date alone is marked."
            ),
        ),
    ),
    "strategy_discussion_1wd": (
        ("07de5c3ced01", "2026-11-26", FIRST),
        ("776a32cb522b", "2026-11-27", _BY_DATE),
    ),
    "strategy_discussion_24h": (("ee1d0dba5f5b", "2026-11-26", FIRST),),
    "strategy_discussion_quorate": (("7fdf4b351752", "2026-11-26", FIRST),),
    "strategy_police_present": (("3b9b9b45a869", "2026-11-26", FIRST),),
    "strategy_health_present": (("1b42d1072e34", "2026-11-26", FIRST),),
    "strategy_receiving_team_present": (("8e3247f49cc8", "2026-11-26", FIRST),),
    "strategy_delay_escalated_1wd": (("9354ba42803a", "2026-11-26", FIRST),),
    "icpc_15wd": (("c1679812c4c0", "2026-11-26", FIRST),),
    "icpc_15wd_published": (("cefb8a3a6291", "2026-11-26", FIRST),),
    "assessment_45wd_from_referral": (("5c2641568546", "2026-11-26", FIRST),),
    "assessment_45wd_from_start": (("86050dc50673", "2026-11-26", FIRST),),
    "threshold_visits": (
        ("46adf9d07c31", "2026-11-26", FIRST),
        (
            "9ce27ec31b1b",
            "2026-11-26",
            (
                "Visits may be counted from a day that is set, on which they were "
                "to cease."
            ),
        ),
        (
            "7033e13547ae",
            "2026-11-27",
            "As of a day before a decision was written down, it is not known yet.",
        ),
    ),
    "assessment_closed_nfa_10wd": (("b808bb215a5f", "2026-11-26", FIRST),),
    "contact_reopened_20wd": (("c6cafa3e8a5d", "2026-11-26", FIRST),),
    "rereferral_12m": (("1737f9d9051f", "2026-11-26", FIRST),),
    "missing_episodes": (("d49a420a3d7d", "2026-11-23", FIRST),),
    "missing_repeat_3_in_90": (("561d9279e1c6", "2026-11-23", FIRST),),
    "missing_per_100_placement_nights": (("b124c21d3f81", "2026-11-23", FIRST),),
    "rhi_offered": (("722dd956c233", "2026-11-23", FIRST),),
    "rhi_offered_72h": (("9bb57ac30b4b", "2026-11-23", FIRST),),
    "rhi_taken_up": (("23e37b006e1a", "2026-11-23", FIRST),),
    "rhi_held_72h": (("edb736abe3a3", "2026-11-23", FIRST),),
    "rhi_completed_in_72h": (("9a26762567ca", "2026-11-23", FIRST),),
    "rhi_notified_to_referred_24h": (("34a4b93acc94", "2026-11-23", FIRST),),
    "rhi_report_5wd": (("460389e14385", "2026-11-23", FIRST),),
    "rhi_plan_updated_10wd": (("25e6c4654c05", "2026-11-23", FIRST),),
    "rhi_independent": (("ab35a7f9efb3", "2026-11-23", FIRST),),
    "plan_actions_owned_and_dated": (("007babf9d843", "2026-11-26", FIRST),),
    "plan_reading_age": (("5cbb55bf2131", "2026-11-26", FIRST),),
    "plan_too_long": (("a05691dd9574", "2026-11-26", FIRST),),
    "cp_review_in_time": (("d4c22b66b100", "2026-11-26", FIRST),),
    "cp_core_group_10wd": (("7b6410282424", "2026-11-26", FIRST),),
    "cin_review_in_time": (
        ("2d0780a10aa0", "2026-11-26", FIRST),
        (
            "d790a190937c",
            "2026-11-27",
            "The plan ends when a child protection plan begins, or the child comes into care.",
        ),
    ),
    "parent_knows_what_and_when": (("d9bc069d398b", "2026-11-26", FIRST),),
    "plan_clear_audit_grade": (("e1ecd4f5f26f", "2026-11-26", FIRST),),
    "level2_review_in_date": (
        ("184b0b352e47", "2026-11-26", FIRST),
        (
            "fab0e75038b5",
            "2026-11-27",
            "A review of which the outcome is blank is marked; no state changes.",
        ),
    ),
    "level2_backlog": (("c8b7a46597e2", "2026-11-26", FIRST),),
    "level2_closed_without_review": (("48050beec665", "2026-11-26", FIRST),),
    "connected_training_takeup": (("8da38362c958", "2026-11-26", FIRST),),
    "mainstream_training_takeup": (("c59d106c6c73", "2026-11-26", FIRST),),
    "training_equality_gap": (("88d18e682724", "2026-11-26", FIRST),),
    "connected_training_offered": (("1da04c09c78e", "2026-11-26", FIRST),),
    "carer_standards_in_time": (("ccad3058529f", "2026-11-26", FIRST),),
    "temporary_approval_in_time": (("38dc6c13a383", "2026-11-26", FIRST),),
    "sgo_weeks_plan_to_order": (("66b047c35f81", "2026-11-26", FIRST),),
    "sgo_ordered_26_weeks": (
        ("b0d76b59c5a5", "2026-11-26", FIRST),
        (
            "8288dee5cb88",
            "2026-11-26",
            ("A carer's notice of less than three months is marked; no state changes."),
        ),
    ),
    "sgo_open_over_26_weeks": (("7a917f1058cd", "2026-11-26", FIRST),),
    "sgo_stalled_28_days": (("0b1a0f8a3695", "2026-11-26", FIRST),),
    "sgo_support_plan_before_order": (("4d8c2f41599c", "2026-11-26", FIRST),),
    "sgo_financial_review_in_date": (
        ("4fbf4496a41f", "2026-11-26", FIRST),
        (
            "051adc168109",
            "2026-11-26",
            (
                "A review that is still in date is met, where it was only not "
                "overdue: the share had been of the overdue alone. Of a day before "
                "the only review recorded nothing is told."
            ),
        ),
    ),
    "care_review_first_20wd": (
        ("4674c1ffa4c0", "2026-11-26", FIRST),
        (
            "ff824c77d710",
            "2026-11-26",
            "A rule that no row could come to is gone; no state changes.",
        ),
    ),
    "homeless_safe_same_day": (
        ("695b278249a5", "2026-11-26", FIRST),
        ("fc1f2c2f5bfb", "2026-11-27", _BY_DATE),
    ),
    "homeless_joint_interview_1wd": (
        ("f3dff26057c9", "2026-11-26", FIRST),
        ("c1c6135dc205", "2026-11-27", _BY_DATE),
    ),
    "homeless_advocate_at_start": (("08ef87bd86d0", "2026-11-26", FIRST),),
    "homeless_evidence_pack": (("e27217cc7aae", "2026-11-26", FIRST),),
    "homeless_informed": (("af6110129a05", "2026-11-26", FIRST),),
    "homeless_bed_and_breakfast_nights": (("bc6227246cdc", "2026-11-26", FIRST),),
    "homeless_closed_early": (("3871a8f936b2", "2026-11-26", FIRST),),
    "homeless_s20": (("144448ebf766", "2026-11-26", FIRST),),
    "pf_notifications": (
        ("8c40dcf7531b", "2026-11-26", FIRST),
        ("3dbe72cb0924", "2026-11-26", _NO_FOSTERING),
        ("05a5398fb2f6", "2026-11-27", _ALREADY_16),
    ),
    "pf_initial_7wd": (
        ("f7080aa7446a", "2026-11-26", FIRST),
        ("f24a99c35a51", "2026-11-26", _NO_FOSTERING),
        ("41b9034cc01b", "2026-11-27", _UNDER_16),
    ),
    "pf_visit_interval": (
        ("635468dad854", "2026-11-26", FIRST),
        ("06a1ce66d669", "2026-11-26", _NO_FOSTERING),
        ("b19672ef71c6", "2026-11-27", _ALREADY_16),
    ),
    "pf_assessment_42wd": (
        ("1079b02f4e75", "2026-11-26", FIRST),
        ("be894cf8f1c3", "2026-11-26", _NO_FOSTERING),
        ("194a7fe85220", "2026-11-27", _UNDER_16),
    ),
    "pf_days_unknown": (
        ("e7f7be07e2ec", "2026-11-26", FIRST),
        ("734d3fbc2354", "2026-11-26", _NO_FOSTERING),
        ("c21e602461ec", "2026-11-27", _ALREADY_16),
    ),
    "pf_awareness": (
        ("be244398d71e", "2026-11-26", FIRST),
        ("ae656a9422e0", "2026-11-26", _NO_FOSTERING),
        ("ae96a55ab03c", "2026-11-27", _ALREADY_16),
    ),
}
