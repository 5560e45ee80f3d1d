"""One small authority as the SSD of each supplier holds it.

Invented; the column names are the standard's (version 1.4.5), and the differences are
those between the suppliers' extracts: Mosaic's key of a child in need plan, its visits
that name a plan and no child, its reviews that name their child.
"""

SUPPLIERS = ("liquidlogic", "mosaic", "eclipse")

PLAN_KEY = {
    "liquidlogic": "cinp_cin_plan_id",
    "mosaic": "cin_plan_id",
    "eclipse": "cinp_cin_plan_id",
}


def tables(supplier):
    """Each table as its columns and rows, `None` where nothing is recorded."""
    mosaic = supplier == "mosaic"
    found = _people() | _front_door(mosaic) | _protection(supplier, mosaic)
    return found | _care(mosaic) | _missing(supplier)


def _people():
    return {
        "ssd_person": (
            ("pers_person_id pers_forename pers_surname pers_sex pers_ethnicity pers_dob "
            "pers_common_child_id pers_expected_dob pers_death_date pers_is_mother"),
            [
                ("101", "Ada", "Ashdown", "F", "WBRI", "2010-02-03T00:00:00",
                 "9434765919", None, None, "N"),
                ("102", "Ben", "Birch", "M", "MWBC", "2004-02-29T00:00:00",
                 None, None, None, "N"),
                ("103", "Unborn", "Cole", "U", "NOBT", None, None,
                 "2027-03-01T00:00:00", None, None),
                ("-1", "Dummy", "Person", None, None, None, None, None, None, None),
            ],
        ),
        "ssd_disability": (
            "disa_table_id disa_person_id disa_disability_code",
            [("d1", "101", "LD"), ("d2", "102", "NONE")],
        ),
        "ssd_immigration_status": (
            "immi_immigration_status_id immi_person_id immi_immigration_status",
            [("i1", "102", "Unaccompanied Asylum Seeking Child")],
        ),
        "ssd_department": (
            "dept_team_id dept_team_name dept_team_parent_id",
            [("T7", "Locality North", "T1"), ("T8", "Children in Care", "T1")],
        ),
    }  # fmt: skip


def _front_door(mosaic):
    contact = "cont_contact_id cont_person_id cont_contact_date"
    code = [] if mosaic else ["cont_contact_source_code"]
    flags = (
        '{"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "", "COMMENTS": "Mum rang, Ada hurt"}'
    )
    return {
        "ssd_contacts": (
            " ".join([contact, *code, "cont_contact_source_desc"])
            + " cont_contact_outcome_json",
            [
                ("c1", "101", "2026-09-01T09:41:00", *["6"] * len(code), "Police", flags),
            ],
        ),
        "ssd_cin_episodes": (
            ("cine_referral_id cine_person_id cine_referral_date "
            "cine_cin_primary_need_code cine_referral_source_code "
            "cine_referral_source_desc cine_referral_outcome_json cine_referral_nfa "
            "cine_close_reason cine_close_date cine_referral_team"),
            [
                ("r1", "101", "2026-09-01T00:00:00", "N1", "6", "Police",
                 '{"STRATEGY_DISCUSSION_FLAG": "Y"}', "N", None, None, "T7"),
                ("r2", "102", "2025-01-06T00:00:00", "N4", "1C", "Self", None, "Y",
                 "RC7", "2025-02-03T00:00:00", "T7"),
            ],
        ),
        "ssd_cin_assessments": (
            ("cina_assessment_id cina_person_id cina_referral_id "
            "cina_assessment_start_date cina_assessment_child_seen "
            "cina_assessment_auth_date cina_assessment_outcome_json "
            "cina_assessment_outcome_nfa cina_assessment_team"),
            [
                ("a1", "101", "r1", "2026-09-02T00:00:00", "Y", "2026-10-20T16:05:00",
                 '{"PROV_OF_SERVICES_FLAG": "Y", "STRATEGY_DISCUSSION_FLAG": "Y"}', "N",
                 "T7"),
                ("a2", "102", "r2", "2025-01-07T00:00:00", "N", "2025-02-03T00:00:00",
                 '{"NFA_FLAG": "Y"}', "Y", "T7"),
            ],
        ),
        "ssd_early_help_episodes": (
            "earl_episode_id earl_person_id earl_episode_start_date earl_episode_reason",
            [("e1", "101", "2026-01-05T00:00:00", "Parenting support for Ada")],
        ),
    }  # fmt: skip


def _protection(supplier, mosaic):
    who = "cinv_cin_plan_id" if mosaic else "cinv_person_id"
    cp_visit = "cppv_cp_visit_id cppv_cp_plan_id cppv_cp_visit_date cppv_cp_visit_seen"
    cp_review = (
        "cppr_cp_review_id cppr_cp_plan_id cppr_cp_review_due cppr_cp_review_date"
    )
    raw = " actual_date registration_id workflow_step_id quorate" if mosaic else ""
    return {
        "ssd_s47_enquiry": (
            ("s47e_s47_enquiry_id s47e_referral_id s47e_person_id s47e_s47_start_date "
            "s47e_s47_end_date s47e_s47_nfa s47e_s47_outcome_json "
            "s47e_s47_completed_by_team"),
            [
                ("s1", "r1", "101", "2026-09-03T00:00:00", "2026-09-15T00:00:00", "N",
                 '{"CP_CONFERENCE_FLAG": "Y"}', "T7"),
            ],
        ),
        "ssd_initial_cp_conference": (
            ("icpc_icpc_id icpc_s47_enquiry_id icpc_person_id icpc_icpc_transfer_in "
            "icpc_icpc_target_date icpc_icpc_date icpc_icpc_outcome_cp_flag "
            "icpc_icpc_team"),
            [
                ("k1", "s1", "101", "N", "2026-09-24T00:00:00", "2026-09-22T00:00:00",
                 "Y", "T7"),
            ],
        ),
        "ssd_cin_plans": (
            (f"{PLAN_KEY[supplier]} cinp_referral_id cinp_person_id "
            "cinp_cin_plan_start_date cinp_cin_plan_end_date cinp_cin_plan_team"),
            [("p1", "r2", "102", "2025-01-20T00:00:00", "2025-02-03T00:00:00", "T7")],
        ),
        "ssd_cin_visits": (
            (f"cinv_cin_visit_id {who} cinv_cin_visit_date cinv_cin_visit_seen "
            "cinv_cin_visit_seen_alone"),
            [
                ("v1", "p1" if mosaic else "102", "2025-01-22T00:00:00", "Y", "N"),
                *([("v9", "p404", "2025-01-23T00:00:00", "Y", "N")] if mosaic else []),
            ],
        ),
        "ssd_cp_plans": (
            "cppl_cp_plan_id cppl_icpc_id cppl_person_id cppl_cp_plan_start_date "
            "cppl_cp_plan_end_date cppl_cp_plan_initial_category"
            + ("" if mosaic else " cppl_cp_plan_ola"),
            [
                ("q1", "k1", "101", "2026-09-22T00:00:00", None, "Neglect",
                 *([] if mosaic else ["N"])),
            ],
        ),
        "ssd_cp_reviews": (
            cp_review + " cppr_cp_review_quorate" + raw
            + ("" if mosaic else " cppr_person_id"),
            [
                ("w1", "q1", "2026-12-22T00:00:00", "2026-11-20T00:00:00", "Y",
                 *(["2026-11-20T00:00:00", "q1", "88", "Y"] if mosaic else ["101"])),
            ],
        ),
        "ssd_cp_visits": (
            cp_visit + ("" if mosaic else " cppv_person_id"),
            [("x1", "q1", "2026-10-01T15:30:00", "Y", *([] if mosaic else ["101"]))],
        ),
    }  # fmt: skip


def _care(mosaic):
    review = "clar_cla_review_id clar_cla_id clar_cla_review_date"
    reviewed = " clar_cla_review_cancelled clar_cla_review_participation"
    return {
        "ssd_cla_episodes": (
            ("clae_cla_episode_id clae_person_id clae_cla_episode_start_date "
            "clae_cla_episode_start_reason clae_cla_episode_ceased_date "
            "clae_cla_episode_ceased_reason clae_cla_id clae_cla_placement_id "
            "clae_entered_care_date"),
            [
                ("n1", "102", "2019-05-01T00:00:00", "S", "2020-06-01T00:00:00", "X1",
                 "L1", "g1", "2019-05-01T00:00:00"),
                ("n2", "102", "2020-06-01T00:00:00", "P", "2022-02-28T00:00:00", "E5",
                 "L1", None, "2019-05-01T00:00:00"),
                # The same episode once more, as joins make it.
                ("n2", "102", "2020-06-01T00:00:00", "P", "2022-02-28T00:00:00", "E5",
                 "L1", None, "2019-05-01T00:00:00"),
            ],
        ),
        "ssd_cla_placement": (
            ("clap_cla_placement_id clap_cla_placement_start_date "
            "clap_cla_placement_end_date clap_cla_placement_type clap_cla_id "
            "clap_cla_placement_provider clap_cla_placement_postcode"),
            [
                ("g1", "2019-05-01T00:00:00", "2020-06-01T00:00:00", "U4", "L1", "PR1",
                 "B91 3QB"),
                ("g2", "2020-06-01T00:00:00", None, "K2", "L1", "PR4", "B91 3QB"),
            ],
        ),
        "ssd_legal_status": (
            ("lega_legal_status_id lega_person_id lega_legal_status "
            "lega_legal_status_start_date lega_legal_status_end_date"),
            [
                ("h1", "102", "V2", "2019-05-01T00:00:00", "2020-01-15T00:00:00"),
                ("h2", "102", "C2", "2020-01-15T00:00:00", None),
                ("h3", "102", "Care leaver: former relevant", "2022-02-28T00:00:00",
                 None),
            ],
        ),
        "ssd_cla_reviews": (
            review + reviewed + (" clar_cla_person_id" if mosaic else ""),
            [
                ("y1", "L1", "2019-05-28T00:00:00", "N", "PN1",
                 *(["102"] if mosaic else [])),
                ("y2", "L1", "2019-08-20T00:00:00", "Y", "PN1",
                 *(["102"] if mosaic else [])),
            ],
        ),
        "ssd_cla_visits": (
            ("clav_cla_visit_id clav_cla_id clav_person_id clav_cla_visit_date "
            "clav_cla_visit_seen clav_cla_visit_seen_alone"),
            [("z1", "L1", "102", "2019-05-03T00:00:00", "Y", "Y")],
        ),
        "ssd_permanence": (
            ("perm_table_id perm_person_id perm_cla_id perm_adm_decision_date "
            "perm_permanence_order_date perm_permanence_order_type"),
            [("m1", "101", "L9", None, "2026-05-05T00:00:00", "Special Guardianship")],
        ),
        "ssd_care_leavers": (
            ("clea_table_id clea_person_id clea_care_leaver_eligibility "
            "clea_care_leaver_in_touch clea_care_leaver_allocated_team"),
            [("o1", "102", "Former Relevant", "YES", "T8")],
        ),
    }  # fmt: skip


def _missing(supplier):
    ended = {
        "liquidlogic": "2026-08-02T04:20:00",
        "mosaic": "2026-08-04T11:00:00",
        "eclipse": "2026-08-02T00:00:00",
    }[supplier]
    return {
        "ssd_missing": (
            (
                "miss_table_id miss_person_id miss_missing_episode_start_date "
                "miss_missing_episode_type miss_missing_episode_end_date "
                "miss_missing_rhi_offered miss_missing_rhi_accepted"
            ),
            [
                ("f1", "101", "2026-08-01T19:30:00", "Missing", ended, "Y", "N"),
                ("f2", "101", "2026-08-09T00:00:00", "A", None, None, None),
                ("f3", "101", "2026-08-19T08:00:00", "M", None, "N", "NA"),
            ],
        )
    }
