"""The routes of what was done to the plan, and of what was on record on another day."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import history, then

history_routes = [
    route(
        "plan/history/<slug:kind>/<str:number>",
        history.history,
        "history",
        needs=May.PLAN_VIEW,
    ),
    route("plan/then", then.plan_then, "plan_then", needs=May.PLAN_VIEW),
    route(
        "plan/then/<slug:kind>/<str:number>",
        then.part_then,
        "part_then",
        needs=May.PLAN_VIEW,
    ),
]
