"""The routes of whole plans and of what they answer: a part of urls.py."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import inspection_forms, inspections, plan, plans

urlpatterns = [
    route("plans", plans.every_plan, "plans", needs=May.PLAN_VIEW),
    route("plans/<str:short>", plan.a_plan, "a_plan", needs=May.PLAN_VIEW),
    route(
        "plans/<str:short>/main", plans.make_main, "make_main", needs=May.PLAN_IMPORT
    ),
    route("plans/<str:short>/end", plans.end, "end_plan", needs=May.PLAN_IMPORT),
    # What the plans answer
    route("inspections", inspections.every, "inspections", needs=May.PLAN_VIEW),
    route(
        "inspections/add", inspection_forms.add, "add_inspection", needs=May.PLAN_IMPORT
    ),
    route(
        "inspections/read",
        inspection_forms.read,
        "read_inspection",
        needs=May.PLAN_IMPORT,
    ),
    route(
        "inspections/<int:inspection_id>",
        inspections.one,
        "inspection",
        needs=May.PLAN_VIEW,
    ),
    route(
        "inspections/<int:inspection_id>/change",
        inspection_forms.change,
        "change_inspection",
        needs=May.PLAN_IMPORT,
    ),
    route(
        "inspections/<int:inspection_id>/plan",
        inspections.make_plan,
        "plan_by_hand",
        needs=May.PLAN_IMPORT,
    ),
]
