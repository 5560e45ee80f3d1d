"""What a person can be permitted to do: the whole list."""

from enum import StrEnum


class Permission(StrEnum):
    PLAN_VIEW = "plan_view"
    PLAN_EDIT = "plan_edit"
    PLAN_MANAGE = "plan_manage"
    PLAN_IMPORT = "plan_import"
    EVIDENCE_ADD = "evidence_add"
    ASSURANCE_SIGN = "assurance_sign"
    MEASURES_VIEW = "measures_view"
    MEASURES_EXPLAIN = "measures_explain"
    CHILDREN_SEE = "children_see"
    CHILDREN_REIDENTIFY = "children_reidentify"
    CHILDREN_MATCH = "children_match"
    DATA_VIEW = "data_view"
    DATA_LOAD = "data_load"
    DATA_ERASE = "data_erase"
    PAPERS_VIEW = "papers_view"
    PAPERS_MAKE = "papers_make"
    BOARDS_VIEW = "boards_view"
    BOARDS_KEEP = "boards_keep"
    BOARDS_ASK = "boards_ask"
    BOARDS_ANSWER = "boards_answer"
    INSIGHTS_RAISE = "insights_raise"
    PEOPLE_MANAGE = "people_manage"
