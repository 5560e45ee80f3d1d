"""Child in need plans and child protection plans: their reviews, actions and words."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    ENDED,
    STARTED,
    code,
    counted,
    day,
    end_reason,
    free_text,
    key,
    ref,
    text,
    yes_no,
)

_PLAN = key("plan_id", "The id of the plan.")
_REVIEW = key("review_id", "The id of the review.")
_KIND = code(
    "plan_kind",
    "A child in need (or family help) plan, or a child protection plan.",
    "cin cp",
    {
        "child in need": "cin",
        "family help": "cin",
        "child protection": "cp",
        "cpp": "cp",
    },
    required=True,
)
_WRITTEN = day(
    "written_on", "When this version of the plan was written.", required=True
)

CIN_PLANS = Table(
    "cin_plans",
    "Child in need plans; a family help plan is written here too.",
    ("plan_id",),
    (_PLAN, CHILD, STARTED, ENDED, end_reason("Why it ended.")),
    (("started_on", "ended_on"),),
)

CIN_REVIEWS = Table(
    "cin_reviews",
    "Reviews of child in need plans.",
    ("review_id",),
    (_REVIEW, key("plan_id", "The plan reviewed."), day("held_on", "When.")),
)

CP_PLANS = Table(
    "cp_plans",
    "Child protection plans.",
    ("plan_id",),
    (
        _PLAN,
        CHILD,
        ref("conference_id", "The conference that made it."),
        day("started_on", "When it began: the date of the conference."),
        ENDED,
        yes_no(
            "temporary_other_authority",
            "Whether another authority's plan, held here while the child stays.",
        ),
    ),
    (("started_on", "ended_on"),),
)

CP_REVIEWS = Table(
    "cp_reviews",
    "Review child protection conferences.",
    ("review_id",),
    (
        _REVIEW,
        key("plan_id", "The plan reviewed."),
        day("held_on", "When."),
        yes_no(
            "quorate",
            "Whether enough agencies came. One that was not quorate is no review.",
            known_from="held_on",
        ),
    ),
)

CORE_GROUPS = Table(
    "core_groups",
    "Core group meetings of child protection plans.",
    ("core_group_id",),
    (
        key("core_group_id", "The id of the meeting."),
        key("plan_id", "The plan."),
        day("held_on", "When."),
        yes_no(
            "scale_repeated",
            "Whether the scaling used at the conference was used again.",
            known_from="held_on",
        ),
    ),
)

PLAN_ACTIONS = Table(
    "plan_actions",
    "The actions of a plan as the family reads them: a row for each action of each "
    "version of the plan.",
    ("plan_id", "plan_kind", "written_on", "position"),
    (
        key("plan_id", "The plan."),
        _KIND,
        _WRITTEN,
        text("position", "Its place in the plan: 1, 2, 3.", required=True),
        free_text("text", "The action in the plan's own words."),
        text(
            "owner",
            "Who is to do it, by relation or role (mother, social worker), never by "
            "name.",
        ),
        text(
            "due",
            "By when: a date (YYYY-MM-DD), or the plan's own word. `ongoing`, `asap` "
            "and `TBC` are no date.",
        ),
    ),
)

_TEXT = "parent_facing_text"

PLAN_TEXTS = Table(
    "plan_texts",
    "The words of a plan that its family is given: a row for each version of the plan.",
    ("plan_id", "plan_kind", "written_on"),
    (
        key("plan_id", "The plan."),
        _KIND,
        _WRITTEN,
        free_text(
            _TEXT,
            "The part that the parents are given, whole, without the social worker's "
            "analysis.",
        ),
        counted("words", "How many words it has.", _TEXT),
        counted("sentences", "How many sentences it has.", _TEXT),
        counted(
            "reading_age",
            "The reading age its words ask for, in years: the grade of Flesch and "
            "Kincaid and five.",
            _TEXT,
        ),
        day("copy_given_on", "When the parents were given a copy."),
        yes_no("interpreter_needed", "Whether an interpreter was needed."),
        yes_no("interpreter_used", "Whether one was used."),
    ),
)
