"""The routes of the work on the plan: who owns it, what is promised, what waits."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import (
    bulk,
    commitments,
    my_work,
    one_post,
    posts,
    sheets,
    working,
)

WORKING = [
    route("plan/several", bulk.choose, "bulk", needs=May.PLAN_MANAGE),
    route("plan/several/change", bulk.change, "bulk_change", needs=May.PLAN_MANAGE),
    route("plan/sheet", sheets.sheet, "sheet", needs=May.PLAN_MANAGE),
    route(
        "plan/sheet/<str:short>.<slug:form>",
        sheets.sheet_file,
        "sheet_file",
        needs=May.PLAN_MANAGE,
    ),
    route("my-work", my_work.my_work, "my_work", needs=May.PLAN_VIEW),
    route("plan/posts", posts.owning_posts, "posts", needs=May.PLAN_EDIT),
    route("plan/posts/new", one_post.add_post, "add_post", needs=May.PLAN_MANAGE),
    route("plan/posts/<int:post_id>", one_post.post, "post", needs=May.PLAN_VIEW),
    route(
        "plan/posts/<int:post_id>/reports-to",
        one_post.reports_to,
        "reports_to",
        needs=May.PLAN_MANAGE,
    ),
    route(
        "plan/posts/<int:post_id>/handover",
        one_post.handover,
        "handover",
        needs=May.PLAN_VIEW,
    ),
    route(
        "plan/actions/<str:number>/owners",
        one_post.owners,
        "owners",
        needs=May.PLAN_MANAGE,
    ),
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
