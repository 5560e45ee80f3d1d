"""Every route, and what a person needs to open it."""

from madegood.accounts.permissions import Permission as May
from madegood.web import board_urls, brand, evidence_urls, plan_urls, vault_urls
from madegood.web.comment_urls import comment_routes
from madegood.web.document_urls import document_routes
from madegood.web.doubt_urls import doubt_routes
from madegood.web.guard import PUBLIC, route
from madegood.web.history_urls import history_routes
from madegood.web.pages import (
    adding,
    agreeing,
    benchmarks,
    children,
    data,
    data_findings,
    data_matrix,
    data_quality,
    data_sheets,
    data_snapshots,
    data_uploads,
    fixed,
    guide,
    home,
    importing,
    measures,
    one_measure,
    papers,
    parts,
    plan,
    reconciling,
    replaying,
    sign_in,
    two_periods,
)
from madegood.web.search_urls import search_routes
from madegood.web.working_urls import WORKING

urlpatterns = [
    # Anybody
    route("", home.home, "home", needs=PUBLIC),
    route("sign-in", sign_in.sign_in, "sign_in", needs=PUBLIC),
    route("sign-out", sign_in.sign_out, "sign_out", needs=PUBLIC),
    route("guide", guide.guide, "guide", needs=May.PLAN_VIEW),
    route("guide/<slug:name>", guide.guide_page, "guide_page", needs=May.PLAN_VIEW),
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
    route(
        "plan/recommendations/<str:number>/actions/add",
        adding.add_action,
        "add_action",
        needs=May.PLAN_EDIT,
    ),
    route(
        "plan/recommendations/<str:number>/outcomes/add",
        adding.add_outcome,
        "add_outcome",
        needs=May.PLAN_EDIT,
    ),
    route("plan/actions/<str:number>", parts.action, "action", needs=May.PLAN_VIEW),
    *doubt_routes,
    route("plan/outcomes/<str:number>", parts.outcome, "outcome", needs=May.PLAN_VIEW),
    *evidence_urls.urlpatterns,
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
    *WORKING,
    *history_routes,
    *search_routes,
    *document_routes,
    *comment_routes,
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
    *plan_urls.urlpatterns,
    # What is published about authorities
    route("benchmarks", benchmarks.benchmarks, "benchmarks", needs=May.BENCHMARKS_VIEW),
    route("benchmarks/replay", replaying.replay, "replay", needs=May.BENCHMARKS_VIEW),
    route(
        "benchmarks/<str:code>",
        benchmarks.benchmark,
        "benchmark",
        needs=May.BENCHMARKS_VIEW,
    ),
    # Measures
    route("measures", measures.library, "measures", needs=May.MEASURES_VIEW),
    route(
        "measures/questions",
        one_measure.questions,
        "oddities",
        needs=May.MEASURES_VIEW,
    ),
    route(
        "measures/agreement",
        agreeing.grade_agreement,
        "grade_agreement",
        needs=May.MEASURES_VIEW,
    ),
    route(
        "measures/<str:measure_id>",
        one_measure.one,
        "measure",
        needs=May.MEASURES_VIEW,
    ),
    route(
        "measures/<str:measure_id>/questions/<int:oddity_id>",
        one_measure.explain_oddity,
        "explain_oddity",
        needs=May.MEASURES_EXPLAIN,
    ),
    route(
        "measures/<str:measure_id>/children",
        children.behind,
        "children",
        needs=May.CHILDREN_SEE,
    ),
    route(
        "measures/<str:measure_id>/children/<slug:row>/why",
        children.why_this_child,
        "why_this_child",
        needs=May.CHILDREN_SEE,
    ),
    route(
        "measures/<str:measure_id>/compare",
        two_periods.two,
        "two_periods",
        needs=May.MEASURES_VIEW,
    ),
    route(
        "measures/<str:measure_id>/reconcile",
        reconciling.hold_a_list,
        "reconcile",
        needs=May.CHILDREN_SEE,
    ),
    route(
        "measures/<str:measure_id>/reconcile/file",
        reconciling.take_away,
        "reconciled_file",
        needs=May.CHILDREN_SEE,
    ),
    # Data
    route("data", data.data, "data", needs=May.DATA_VIEW),
    route("data/decision", data.decision, "decision", needs=May.DATA_LOAD),
    route("data/load", data_uploads.load, "load", needs=May.DATA_LOAD),
    route(
        "data/uploads/<int:upload_id>",
        data_uploads.upload,
        "upload",
        needs=May.DATA_VIEW,
    ),
    route(
        "data/uploads/<int:upload_id>/accept",
        data_uploads.accept,
        "accept_upload",
        needs=May.DATA_LOAD,
    ),
    route(
        "data/uploads/<int:upload_id>/reject",
        data_uploads.reject,
        "reject_upload",
        needs=May.DATA_LOAD,
    ),
    route(
        "data/uploads/<int:upload_id>/withdraw",
        data_uploads.withdraw,
        "withdraw_upload",
        needs=May.DATA_LOAD,
    ),
    route(
        "data/uploads/<int:upload_id>/findings",
        data_findings.findings,
        "findings",
        needs=May.DATA_VIEW,
    ),
    route(
        "data/uploads/<int:upload_id>/findings/<slug:code>",
        data_findings.cause,
        "finding_cause",
        needs=May.DATA_LOAD,
    ),
    route(
        "data/uploads/<int:upload_id>/to-put-right.xlsx",
        data_sheets.sheet,
        "findings_sheet",
        needs=May.DATA_LOAD,
    ),
    route(
        "data/uploads/<int:upload_id>/to-put-right-with-ids",
        data_sheets.sheet_with_children,
        "findings_children",
        needs=May.CHILDREN_REIDENTIFY,
    ),
    route("data/quality", data_quality.quality, "data_quality", needs=May.DATA_VIEW),
    route("data/matrix", data_matrix.matrix, "matrix", needs=May.DATA_VIEW),
    route(
        "data/templates/<slug:form>",
        data_matrix.templates,
        "templates",
        needs=May.DATA_VIEW,
    ),
    route("data/known-on", data_snapshots.known_on, "known_on", needs=May.DATA_VIEW),
    route("data/compare", data_snapshots.compare, "compare", needs=May.DATA_VIEW),
    route(
        "data/<int:snapshot_id>",
        data_snapshots.snapshot,
        "snapshot",
        needs=May.DATA_VIEW,
    ),
    # Who is behind the codes
    *vault_urls.urlpatterns,
    # Boards
    *board_urls.urlpatterns,
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
