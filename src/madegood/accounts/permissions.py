"""What a person can be permitted to do: the whole list."""

from enum import StrEnum


class Permission(StrEnum):
    PLAN_VIEW = "plan_view"
    PLAN_EDIT = "plan_edit"
    PLAN_MANAGE = "plan_manage"
    PLAN_IMPORT = "plan_import"
    EVIDENCE_ADD = "evidence_add"
    ASSURANCE_SIGN = "assurance_sign"
    DOCUMENTS_VIEW = "documents_view"
    DOCUMENTS_EDIT = "documents_edit"
    COMMENTS_WRITE = "comments_write"
    MEASURES_VIEW = "measures_view"
    MEASURES_EXPLAIN = "measures_explain"
    CHILDREN_SEE = "children_see"
    CHILDREN_REIDENTIFY = "children_reidentify"
    CHILDREN_MATCH = "children_match"
    BENCHMARKS_VIEW = "benchmarks_view"
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


# As a refusal says it, after "does not let you".
PERMISSION_WORDS = {
    Permission.PLAN_VIEW: "read the plan",
    Permission.PLAN_EDIT: "say how the plan stands",
    Permission.PLAN_MANAGE: "say who owns what in the plan",
    Permission.PLAN_IMPORT: "import a plan, or begin and end one",
    Permission.EVIDENCE_ADD: "add evidence",
    Permission.ASSURANCE_SIGN: "sign what is embedded",
    Permission.DOCUMENTS_VIEW: "read documents",
    Permission.DOCUMENTS_EDIT: "keep documents",
    Permission.COMMENTS_WRITE: "comment",
    Permission.MEASURES_VIEW: "see the measures",
    Permission.MEASURES_EXPLAIN: "explain odd numbers",
    Permission.BENCHMARKS_VIEW: "see published figures",
    Permission.CHILDREN_SEE: "see the children behind a measure",
    Permission.CHILDREN_REIDENTIFY: "turn children’s codes back",
    Permission.CHILDREN_MATCH: "decide which records are one child",
    Permission.DATA_VIEW: "see what data was loaded",
    Permission.DATA_LOAD: "load data",
    Permission.DATA_ERASE: "remove data",
    Permission.PAPERS_VIEW: "read papers",
    Permission.PAPERS_MAKE: "make papers",
    Permission.BOARDS_VIEW: "see the boards",
    Permission.BOARDS_KEEP: "keep the boards",
    Permission.BOARDS_ASK: "ask questions for a board",
    Permission.BOARDS_ANSWER: "answer what boards ask",
    Permission.INSIGHTS_RAISE: "raise what the numbers show",
    Permission.PEOPLE_MANAGE: "give people their sign-ins",
}
