"""The SSD's views as each supplier has them, made in DuckDB, with a few invented rows.

Column names are facts of the Standard Safeguarding Dataset, version 1.4.5.
"""

import duckdb

VIEWS = {
    "ssd_person": "pers_person_id pers_forename pers_surname pers_sex pers_gender "
    "pers_ethnicity pers_dob pers_common_child_id pers_legacy_id pers_upn_unknown "
    "pers_send_flag pers_expected_dob pers_death_date pers_is_mother pers_nationality",
    "ssd_disability": "disa_table_id disa_person_id disa_disability_code",
    "ssd_immigration_status": "immi_immigration_status_id immi_person_id "
    "immi_immigration_status immi_immigration_status_start_date "
    "immi_immigration_status_end_date",
    "ssd_department": "dept_team_id dept_team_name dept_team_parent_id "
    "dept_team_parent_name",
    "ssd_contacts": "cont_contact_id cont_person_id cont_contact_date "
    "cont_contact_source_code cont_contact_source_desc cont_contact_outcome_json",
    "ssd_cin_episodes": "cine_referral_id cine_person_id cine_referral_date "
    "cine_cin_primary_need_code cine_referral_source_code cine_referral_source_desc "
    "cine_referral_outcome_json cine_referral_nfa cine_close_reason cine_close_date "
    "cine_referral_team cine_referral_worker_id",
    "ssd_cin_assessments": "cina_assessment_id cina_person_id cina_referral_id "
    "cina_assessment_start_date cina_assessment_child_seen cina_assessment_auth_date "
    "cina_assessment_outcome_json cina_assessment_outcome_nfa cina_assessment_team "
    "cina_assessment_worker_id",
    "ssd_cin_plans": "cinp_cin_plan_id cinp_referral_id cinp_person_id "
    "cinp_cin_plan_start_date cinp_cin_plan_end_date cinp_cin_plan_team "
    "cinp_cin_plan_worker_id",
    "ssd_cin_visits": "cinv_cin_visit_id cinv_person_id cinv_cin_visit_date "
    "cinv_cin_visit_seen cinv_cin_visit_seen_alone cinv_cin_visit_bedroom",
    "ssd_s47_enquiry": "s47e_s47_enquiry_id s47e_referral_id s47e_person_id "
    "s47e_s47_start_date s47e_s47_end_date s47e_s47_nfa s47e_s47_outcome_json "
    "s47e_s47_completed_by_worker_id s47e_s47_completed_by_team",
    "ssd_initial_cp_conference": "icpc_icpc_id icpc_icpc_meeting_id "
    "icpc_s47_enquiry_id icpc_person_id icpc_cp_plan_id icpc_referral_id "
    "icpc_icpc_transfer_in icpc_icpc_target_date icpc_icpc_date "
    "icpc_icpc_outcome_cp_flag icpc_icpc_outcome_json icpc_icpc_team "
    "icpc_icpc_worker_id",
    "ssd_cp_plans": "cppl_cp_plan_id cppl_referral_id cppl_icpc_id cppl_person_id "
    "cppl_cp_plan_start_date cppl_cp_plan_end_date cppl_cp_plan_initial_category "
    "cppl_cp_plan_ola cppl_cp_plan_latest_category",
    "ssd_cp_reviews": "cppr_cp_review_id cppr_person_id cppr_cp_plan_id "
    "cppr_cp_review_due cppr_cp_review_date cppr_cp_review_meeting_id "
    "cppr_cp_review_outcome_continue_cp cppr_cp_review_quorate "
    "cppr_cp_review_participation",
    "ssd_cp_visits": "cppv_cp_visit_id cppv_person_id cppv_cp_plan_id "
    "cppv_cp_visit_date cppv_cp_visit_seen cppv_cp_visit_seen_alone "
    "cppv_cp_visit_bedroom",
    "ssd_cla_episodes": "clae_cla_episode_id clae_person_id "
    "clae_cla_episode_start_date clae_cla_episode_start_reason "
    "clae_cla_primary_need_code clae_cla_episode_ceased_date "
    "clae_cla_episode_ceased_reason clae_cla_id clae_referral_id "
    "clae_cla_placement_id clae_entered_care_date clae_cla_last_iro_contact_date",
    "ssd_cla_placement": "clap_cla_placement_id clap_cla_placement_start_date "
    "clap_cla_placement_type clap_cla_placement_urn clap_cla_id "
    "clap_cla_placement_provider clap_cla_placement_postcode "
    "clap_cla_placement_end_date clap_cla_placement_change_reason",
    "ssd_cla_reviews": "clar_cla_review_id clar_cla_id clar_cla_review_due_date "
    "clar_cla_review_date clar_cla_review_cancelled clar_cla_review_participation",
    "ssd_cla_visits": "clav_cla_visit_id clav_cla_id clav_person_id "
    "clav_cla_visit_date clav_cla_visit_seen clav_cla_visit_seen_alone",
    "ssd_legal_status": "lega_legal_status_id lega_person_id lega_legal_status "
    "lega_legal_status_start_date lega_legal_status_end_date",
    "ssd_missing": "miss_table_id miss_person_id miss_missing_episode_start_date "
    "miss_missing_episode_type miss_missing_episode_end_date "
    "miss_missing_rhi_offered miss_missing_rhi_accepted",
    "ssd_care_leavers": "clea_table_id clea_person_id clea_care_leaver_eligibility "
    "clea_care_leaver_in_touch clea_care_leaver_latest_contact "
    "clea_pathway_plan_review_date",
    "ssd_permanence": "perm_table_id perm_person_id perm_adm_decision_date "
    "perm_permanence_order_date perm_permanence_order_type",
}
# What Mosaic has in place of the others' columns, and what it lacks.
MOSAIC_INSTEAD = {
    "cinp_cin_plan_id": "cin_plan_id",
    "cinv_person_id": "cinv_cin_plan_id",
    "cont_contact_source_code": "",
    "cppl_cp_plan_ola": "",
    "cppr_person_id": "registration_id",
    "cppr_cp_review_meeting_id": "workflow_step_id",
    "cppv_person_id": "",
    "clar_cla_id": "clar_cla_id clar_cla_person_id",
}
DATES = ("_date", "_dob", "_due")

# view: one row a line, `column=value` in words apart; _ stands for a space.
ROWS = {
    "ssd_person": [
        "pers_person_id=1 pers_sex=F pers_dob=2012-03-04 pers_ethnicity=WBRI",
        "pers_person_id=2 pers_sex=M pers_dob=2010-07-01 pers_death_date=2026-02-02",
        "pers_person_id=3 pers_sex=U pers_expected_dob=2027-02-01",
        "pers_person_id=-1 pers_sex=U",
    ],
    "ssd_disability": [
        "disa_table_id=1 disa_person_id=1 disa_disability_code=MOB",
        "disa_table_id=2 disa_person_id=2 disa_disability_code=NONE",
    ],
    "ssd_immigration_status": [
        (
            "immi_immigration_status_id=1 immi_person_id=2 "
            "immi_immigration_status=Unaccompanied_Asylum_Seeking_Child"
        ),
    ],
    "ssd_department": ["dept_team_id=T1 dept_team_name=Front_door"],
    "ssd_contacts": [
        (
            "cont_contact_id=C1 cont_person_id=1 cont_contact_date=2026-03-02T09:20 "
            "cont_contact_source_code=2A cont_contact_source_desc=School"
        ),
        # A row given twice, as the SSD is known to do.
        (
            "cont_contact_id=C1 cont_person_id=1 cont_contact_date=2026-03-02T09:20 "
            "cont_contact_source_code=2A cont_contact_source_desc=School"
        ),
        "cont_contact_id=C2 cont_person_id=-1 cont_contact_date=2026-03-03",
    ],
    "ssd_cin_episodes": [
        (
            "cine_referral_id=R1 cine_person_id=1 cine_referral_date=2026-03-02 "
            "cine_referral_source_code=2A cine_referral_nfa=N cine_referral_team=T1"
        ),
        (
            "cine_referral_id=R2 cine_person_id=2 cine_referral_date=2025-03-02 "
            "cine_referral_nfa=Y cine_close_date=2025-03-20 cine_close_reason=RC8"
        ),
    ],
    "ssd_cin_assessments": [
        (
            "cina_assessment_id=A1 cina_person_id=1 cina_referral_id=R1 "
            "cina_assessment_start_date=2026-03-03 cina_assessment_auth_date=2026-04-20 "
            "cina_assessment_child_seen=Y cina_assessment_outcome_nfa=N"
        ),
        (
            "cina_assessment_id=A2 cina_person_id=2 cina_referral_id=R2 "
            "cina_assessment_start_date=2025-03-03 cina_assessment_auth_date=2025-03-19 "
            "cina_assessment_outcome_nfa=Y"
        ),
    ],
    "ssd_cin_plans": [
        (
            "cinp_cin_plan_id=N1 cinp_person_id=1 cinp_cin_plan_start_date=2025-09-01 "
            "cinp_cin_plan_end_date=2026-02-01 cinp_cin_plan_team=T1"
        ),
    ],
    "ssd_cin_visits": [
        (
            "cinv_cin_visit_id=V1 cinv_person_id=1 cinv_cin_plan_id=N1 "
            "cinv_cin_visit_date=2025-10-01T15:30 cinv_cin_visit_seen=Y"
        ),
    ],
    "ssd_s47_enquiry": [
        (
            "s47e_s47_enquiry_id=E1 s47e_person_id=1 s47e_s47_start_date=2026-03-03 "
            "s47e_s47_end_date=2026-03-17 s47e_s47_nfa=N"
        ),
        (
            "s47e_s47_enquiry_id=E2 s47e_person_id=2 s47e_s47_start_date=2025-03-05 "
            "s47e_s47_nfa=Y"
        ),
        (
            "s47e_s47_enquiry_id=E3 s47e_person_id=2 s47e_s47_start_date=2025-05-05 "
            "s47e_s47_nfa=N"
        ),
    ],
    "ssd_initial_cp_conference": [
        (
            "icpc_icpc_id=I1 icpc_person_id=1 icpc_s47_enquiry_id=E1 "
            "icpc_icpc_transfer_in=N icpc_icpc_date=2026-03-23 "
            "icpc_icpc_outcome_cp_flag=Y"
        ),
        (
            "icpc_icpc_id=I2 icpc_person_id=2 icpc_icpc_transfer_in=Y "
            "icpc_icpc_date=2025-06-01 icpc_icpc_outcome_cp_flag=N"
        ),
    ],
    "ssd_cp_plans": [
        (
            "cppl_cp_plan_id=P1 cppl_icpc_id=I1 cppl_person_id=1 cppl_cp_plan_ola=N "
            "cppl_cp_plan_start_date=2026-03-23"
        ),
    ],
    "ssd_cp_reviews": [
        (
            "cppr_cp_review_id=PR1 cppr_cp_plan_id=P1 cppr_cp_review_date=2026-06-20 "
            "cppr_cp_review_due=2026-06-23 cppr_cp_review_quorate=Y"
        ),
        "cppr_cp_review_id=PR2 cppr_cp_plan_id=P1 cppr_cp_review_due=2026-12-20",
    ],
    "ssd_cp_visits": [
        (
            "cppv_cp_visit_id=V2 cppv_person_id=1 cppv_cp_plan_id=P1 "
            "cppv_cp_visit_date=2026-04-01 cppv_cp_visit_seen=Y "
            "cppv_cp_visit_seen_alone=N"
        ),
    ],
    "ssd_cla_episodes": [
        (
            "clae_cla_episode_id=L1 clae_person_id=2 clae_cla_id=LA1 "
            "clae_cla_episode_start_date=2025-07-01 clae_cla_episode_start_reason=S "
            "clae_cla_episode_ceased_date=2026-01-10 clae_cla_episode_ceased_reason=X1 "
            "clae_cla_placement_id=PL1"
        ),
        (
            "clae_cla_episode_id=L2 clae_person_id=2 clae_cla_id=LA1 "
            "clae_cla_episode_start_date=2026-01-10 clae_cla_episode_start_reason=L "
            "clae_cla_episode_ceased_date=2026-02-02 clae_cla_episode_ceased_reason=E2 "
            "clae_cla_placement_id=PL1"
        ),
    ],
    "ssd_cla_placement": [
        (
            "clap_cla_placement_id=PL1 clap_cla_placement_type=U6 clap_cla_id=LA1 "
            "clap_cla_placement_provider=PR1"
        ),
        "clap_cla_placement_id=PL1 clap_cla_placement_type=U6 clap_cla_id=LA1",
    ],
    "ssd_cla_reviews": [
        (
            "clar_cla_review_id=LR1 clar_cla_id=LA1 clar_cla_person_id=2 "
            "clar_cla_review_date=2025-07-28 clar_cla_review_participation=PN1"
        ),
        (
            "clar_cla_review_id=LR2 clar_cla_id=LA1 clar_cla_person_id=2 "
            "clar_cla_review_date=2025-10-20 clar_cla_review_cancelled=Y"
        ),
    ],
    "ssd_cla_visits": [
        (
            "clav_cla_visit_id=V3 clav_cla_id=LA1 clav_person_id=2 "
            "clav_cla_visit_date=2025-08-01 clav_cla_visit_seen=Y"
        ),
    ],
    "ssd_legal_status": [
        (
            "lega_legal_status_id=S1 lega_person_id=2 lega_legal_status=V2 "
            "lega_legal_status_start_date=2025-07-01 "
            "lega_legal_status_end_date=2026-01-10"
        ),
        (
            "lega_legal_status_id=S2 lega_person_id=2 "
            "lega_legal_status=C1_-_Interim_care_order "
            "lega_legal_status_start_date=2026-01-10"
        ),
        (
            "lega_legal_status_id=S3 lega_person_id=1 "
            "lega_legal_status=Supervision_Order "
            "lega_legal_status_start_date=2024-01-10 "
            "lega_legal_status_end_date=2025-01-10"
        ),
        (
            "lega_legal_status_id=S4 lega_person_id=1 "
            "lega_legal_status=V4_-_short_breaks lega_legal_status_start_date=2024-05-01"
        ),
        (
            "lega_legal_status_id=S5 lega_person_id=1 lega_legal_status=Private_Fostering "
            "lega_legal_status_start_date=2023-05-01 "
            "lega_legal_status_end_date=2023-11-01"
        ),
    ],
    "ssd_missing": [
        (
            "miss_table_id=M1 miss_person_id=2 miss_missing_episode_type=Missing "
            "miss_missing_episode_start_date=2025-12-24T18:30 "
            "miss_missing_episode_end_date=2025-12-26T07:15 miss_missing_rhi_offered=Y "
            "miss_missing_rhi_accepted=N"
        ),
        (
            "miss_table_id=M2 miss_person_id=1 miss_missing_episode_type=Absent "
            "miss_missing_episode_start_date=2026-03-01 "
            "miss_missing_episode_end_date=2026-03-02 miss_missing_rhi_offered=NA"
        ),
        (
            "miss_table_id=M3 miss_person_id=1 miss_missing_episode_type=A "
            "miss_missing_episode_start_date=2026-03-09"
        ),
    ],
    "ssd_care_leavers": ["clea_table_id=1 clea_person_id=2"],
    "ssd_permanence": [
        "perm_table_id=K1 perm_person_id=2 perm_adm_decision_date=2025-11-01",
        (
            "perm_table_id=K2 perm_person_id=1 perm_permanence_order_date=2023-11-01 "
            "perm_permanence_order_type=Special_Guardianship"
        ),
    ],
}


def columns_of(view, supplier):
    names = VIEWS[view].split()
    if supplier != "mosaic":
        return names
    return [n for name in names for n in MOSAIC_INSTEAD.get(name, name).split()]


def ssd_of(supplier):
    """The supplier's views with the rows, in a database of their own."""
    database = duckdb.connect()
    for view, rows in ROWS.items():
        names = columns_of(view, supplier)
        kinds = ("TIMESTAMP" if n.endswith(DATES) else "VARCHAR" for n in names)
        described = ", ".join(" ".join(pair) for pair in zip(names, kinds, strict=True))
        database.execute(f"CREATE TABLE {view} ({described})")
        for row in rows:
            given = dict(cell.split("=") for cell in row.split())
            cells = [given.get(_called(n, given), "").replace("_", " ") for n in names]
            marks = ", ".join("?" * len(names))
            database.execute(
                f"INSERT INTO {view} VALUES ({marks})", [c or None for c in cells]
            )
    return database


def _called(name, given):
    """The name a cell is drawn under: Mosaic calls a plan's key otherwise."""
    return "cinp_cin_plan_id" if name == "cin_plan_id" else name
