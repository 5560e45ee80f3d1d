"""The routes of expected outcomes made sharp, and of doubts about a plan."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import doubts, recurring, rules, sharpening

doubt_routes = [
    route("plan/rules", rules.rules, "rules", needs=May.PLAN_VIEW),
    route("plan/unproved", doubts.unproved, "unproved", needs=May.PLAN_VIEW),
    route(
        "plan/contradictions",
        doubts.contradictions,
        "contradictions",
        needs=May.PLAN_VIEW,
    ),
    route("plan/signs", doubts.looking_better, "signs", needs=May.PLAN_VIEW),
    route("plan/said-before", recurring.recurrence, "recurrence", needs=May.PLAN_VIEW),
    route(
        "plan/recommendations/<str:number>/said-before",
        recurring.said_before,
        "said_before",
        needs=May.PLAN_VIEW,
    ),
    route("plan/outcomes", sharpening.outcomes, "outcomes", needs=May.PLAN_VIEW),
    route(
        "plan/outcomes/<str:number>/sharpen",
        sharpening.sharpen,
        "sharpen",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/outcomes/<str:number>/sharpen/<slug:chosen>",
        sharpening.way,
        "sharpen_way",
        needs=May.PLAN_EDIT,
    ),
]
