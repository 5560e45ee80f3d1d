"""The routes of evidence, of withdrawing tests and of colours, with what each needs."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import colours, evidence

PART = "plan/parts/<str:number>"
urlpatterns = [
    route("plan/colours", colours.every_colour, "colours", needs=May.PLAN_VIEW),
    route("plan/colours/say", colours.say_colour, "say_colour", needs=May.PLAN_EDIT),
    route(
        "plan/colours/<str:short>/key",
        colours.colour_key,
        "colour_key",
        needs=May.PLAN_MANAGE,
    ),
    route("evidence", evidence.evidence_register, "evidence", needs=May.PLAN_VIEW),
    route(
        "evidence/index.<slug:form>",
        evidence.evidence_index,
        "evidence_index",
        needs=May.PLAN_VIEW,
    ),
    route(
        f"{PART}/evidence",
        evidence.add_evidence,
        "add_evidence",
        needs=May.EVIDENCE_ADD,
    ),
    route(
        f"{PART}/evidence/<int:evidence_id>/check",
        evidence.check_evidence,
        "check_evidence",
        needs=May.EVIDENCE_ADD,
    ),
    route(
        f"{PART}/evidence/<int:evidence_id>/file",
        evidence.evidence_file,
        "evidence_file",
        needs=May.PLAN_VIEW,
    ),
    route(
        f"{PART}/tests/<int:test_id>/withdraw",
        evidence.withdraw,
        "withdraw_test",
        needs=May.PLAN_EDIT,
    ),
    route(
        f"{PART}/tests/<int:test_id>/agree",
        evidence.agree,
        "agree_withdrawal",
        needs=May.ASSURANCE_SIGN,
    ),
]
