"""The routes of the work on the plan: who owns it, what is promised, what waits."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import commitments, working

WORKING = [
    route(
        "plan/actions/<str:number>/updates",
        working.tell_update,
        "tell_update",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/milestones",
        working.add_milestone,
        "add_milestone",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/milestones/<int:milestone_id>",
        working.milestone,
        "milestone",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/cost",
        working.record_cost,
        "record_cost",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/needs",
        working.add_need,
        "add_need",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/needs/<int:need_id>/end",
        working.end_need,
        "end_need",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/promises/<int:place>",
        commitments.promise,
        "promise",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/commitments",
        commitments.add_commitment,
        "add_commitment",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/actions/<str:number>/commitments/<int:commitment_id>",
        commitments.commitment,
        "commitment",
        needs=May.PLAN_VIEW,
    ),
    route(
        "plan/actions/<str:number>/commitments/<int:commitment_id>/say",
        commitments.say_commitment,
        "say_commitment",
        needs=May.PLAN_EDIT,
    ),
]
