"""Every route, and what a person needs to open it."""

from madegood.accounts.permissions import Permission as May
from madegood.web import brand
from madegood.web.guard import PUBLIC, route
from madegood.web.pages import children, data, fixed, home, importing, measures, sign_in

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
]
