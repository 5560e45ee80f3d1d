"""Tables that the record has nothing for: education, health plans, what children say."""

from typing import Final

from madegood.intake.formats.ssd.sheets import counted

OTHERS: Final = (
    counted(
        "ssd_send",
        "send_table_id send_person_id",
        plain="send_upn_unknown",
        out="send_upn send_uln",
    ),
    counted(
        "ssd_sen_need",
        "senn_table_id senn_active_ehcp_id",
        plain="senn_active_ehcp_need_type senn_active_ehcp_need_rank",
    ),
    counted(
        "ssd_ehcp_requests",
        "ehcr_ehcp_request_id ehcr_send_table_id",
        "ehcr_ehcp_req_date ehcr_ehcp_req_outcome_date",
        "ehcr_ehcp_req_outcome",
    ),
    counted(
        "ssd_ehcp_assessment",
        "ehca_ehcp_assessment_id ehca_ehcp_request_id",
        "ehca_ehcp_assessment_outcome_date",
        "ehca_ehcp_assessment_outcome ehca_ehcp_assessment_exceptions",
    ),
    counted(
        "ssd_ehcp_named_plan",
        "ehcn_named_plan_id ehcn_ehcp_asmt_id",
        "ehcn_named_plan_start_date ehcn_named_plan_ceased_date",
        "ehcn_named_plan_ceased_reason",
    ),
    counted(
        "ssd_ehcp_active_plans",
        "ehcp_active_ehcp_id ehcp_ehcp_request_id",
        "ehcp_active_ehcp_last_review_date",
    ),
    counted(
        "ssd_voice_of_child",
        "voch_table_id voch_person_id",
        plain="voch_explained_worries voch_story_help_understand voch_agree_worker "
        "voch_plan_safe voch_tablet_help_explain",
    ),
)
