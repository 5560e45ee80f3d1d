"""Every route, and what a person needs to open it."""

from madegood.accounts.permissions import Permission as May
from madegood.web import brand
from madegood.web.guard import PUBLIC, route
from madegood.web.pages import (
    children,
    data,
    fixed,
    history,
    home,
    importing,
    measures,
    papers,
    parts,
    plan,
    posts,
    sign_in,
)

urlpatterns = [
    # Anybody
    route("", home.home, "home", needs=PUBLIC),
    route("sign-in", sign_in.sign_in, "sign_in", needs=PUBLIC),
    route("sign-out", sign_in.sign_out, "sign_out", needs=PUBLIC),
    route("about", fixed.about, "about", needs=PUBLIC),
    route("accessibility", fixed.accessibility, "accessibility", needs=PUBLIC),
    route("cookies", fixed.cookies, "cookies", needs=PUBLIC),
    route("health", fixed.health, "health", needs=PUBLIC),
    route("brand.css", brand.stylesheet, "brand", needs=PUBLIC),
    # The plan
    route("plan", plan.the_plan, "plan", needs=May.PLAN_VIEW),
    route(
        "plan/recommendations/<str:number>",
        plan.recommendation,
        "recommendation",
        needs=May.PLAN_VIEW,
    ),
    route(
        "plan/recommendations/<str:number>/line-of-sight",
        plan.line_of_sight,
        "line_of_sight",
        needs=May.PLAN_VIEW,
    ),
    route(
        "plan/recommendations/<str:number>/tests",
        plan.attach_suggested,
        "attach_suggested",
        needs=May.PLAN_EDIT,
    ),
    route("plan/posts", posts.owning_posts, "posts", needs=May.PLAN_EDIT),
    route("plan/actions/<str:number>", parts.action, "action", needs=May.PLAN_VIEW),
    route("plan/outcomes/<str:number>", parts.outcome, "outcome", needs=May.PLAN_VIEW),
    route(
        "plan/parts/<str:number>/evidence",
        parts.add_evidence,
        "add_evidence",
        needs=May.EVIDENCE_ADD,
    ),
    route(
        "plan/parts/<str:number>/evidence/<int:evidence_id>/check",
        parts.check_evidence,
        "check_evidence",
        needs=May.EVIDENCE_ADD,
    ),
    route(
        "plan/parts/<str:number>/signature",
        parts.sign,
        "sign",
        needs=May.ASSURANCE_SIGN,
    ),
    route("plan/parts/<str:number>/claim", parts.claim, "claim", needs=May.PLAN_EDIT),
    route(
        "plan/parts/<str:number>/date",
        parts.move_date,
        "move_date",
        needs=May.PLAN_EDIT,
    ),
    route("plan/parts/<str:number>/test", parts.attach, "attach", needs=May.PLAN_EDIT),
    route(
        "plan/parts/<str:number>/retirement",
        parts.retire,
        "retire",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/history/<slug:kind>/<str:number>",
        history.history,
        "history",
        needs=May.PLAN_VIEW,
    ),
    # The plan, read in
    route("plan/import", importing.start, "import", needs=May.PLAN_IMPORT),
    route(
        "plan/import/<int:draft_id>",
        importing.confirm,
        "confirm",
        needs=May.PLAN_IMPORT,
    ),
    route(
        "plan/import/<int:draft_id>/rest",
        importing.accept_rest,
        "accept_rest",
        needs=May.PLAN_IMPORT,
    ),
    route(
        "plan/import/<int:draft_id>/adopt",
        importing.adopt,
        "adopt",
        needs=May.PLAN_IMPORT,
    ),
    # Measures
    route("measures", measures.library, "measures", needs=May.MEASURES_VIEW),
    route(
        "measures/<slug:measure_id>",
        measures.one,
        "measure",
        needs=May.MEASURES_VIEW,
    ),
    route(
        "measures/<slug:measure_id>/children",
        children.behind,
        "children",
        needs=May.CHILDREN_SEE,
    ),
    # Data
    route("data", data.data, "data", needs=May.DATA_VIEW),
    route("data/load", data.load, "load", needs=May.DATA_LOAD),
    route("data/decision", data.decision, "decision", needs=May.DATA_LOAD),
    route("data/<int:snapshot_id>", data.snapshot, "snapshot", needs=May.DATA_VIEW),
    # Papers
    route("papers", papers.papers, "papers", needs=May.PAPERS_VIEW),
    route("papers/make", papers.make, "make_paper", needs=May.PAPERS_MAKE),
    route("papers/style.css", papers.paper_style, "paper_style", needs=May.PAPERS_VIEW),
    route("papers/<int:paper_id>", papers.paper, "paper", needs=May.PAPERS_VIEW),
    route(
        "papers/<int:paper_id>/<slug:suffix>",
        papers.paper_file,
        "paper_file",
        needs=May.PAPERS_VIEW,
    ),
]
