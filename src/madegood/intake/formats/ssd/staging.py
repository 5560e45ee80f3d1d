"""Tables of the SSD whose rows come into the record only together with others."""

from typing import Final

from madegood.record.schema import Column, Kind, Table


def _ids(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.ID, "") for name in names)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.TEXT, "") for name in names)


def _days(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.DATE, "") for name in names)


PERSONS: Final = Table(
    "ssd persons",
    "When each child was born.",
    ("child_id",),
    (*_ids("child_id"), *_days("date_of_birth")),
)
PLANS: Final = Table(
    "ssd plans",
    "Whose each plan is; an id may be that of a plan of either kind.",
    ("kind", "plan_id"),
    (*_texts("kind"), *_ids("plan_id", "child_id")),
)
VISITS_MADE: Final = Table(
    "ssd visits",
    "Visits of which one case system names the child and another the plan.",
    ("plan_kind", "visit_id", "child_id"),
    (
        *_texts("plan_kind"),
        *_ids("visit_id", "child_id", "plan_id"),
        Column("visited_at", Kind.MOMENT, ""),
        *_texts("kind", "purpose"),
        Column("seen", Kind.YES_NO, ""),
        Column("seen_alone", Kind.YES_NO, ""),
    ),
)
CARE_EPISODES_TOLD: Final = Table(
    "ssd care episodes",
    "Episodes, each of a period of care, and the placement of each.",
    ("child_id", "started_on"),
    (
        *_ids("child_id", "cla_id", "placement_id"),
        *_days("started_on", "ended_on", "entered_on"),
        *_texts("reason_started", "reason_ended"),
    ),
    (("started_on", "ended_on"),),
)
PLACEMENTS: Final = Table(
    "ssd placements",
    "Placements, told by an id or by the period of care they lie in.",
    ("placement_id",),
    (
        *_ids("placement_id", "cla_id"),
        *_days("started_on", "ended_on"),
        *_texts("placement_type"),
    ),
    (("started_on", "ended_on"),),
)
LEGAL_STATUSES: Final = Table(
    "ssd legal statuses",
    "Legal statuses of which a looked-after child has one.",
    ("legal_status_id",),
    (
        *_ids("legal_status_id", "child_id"),
        *_texts("legal_status"),
        *_days("started_on", "ended_on"),
    ),
    (("started_on", "ended_on"),),
)
REVIEWS_HELD: Final = Table(
    "ssd care reviews",
    "Reviews of a period of care.",
    ("review_id",),
    (
        *_ids("review_id", "cla_id", "child_id"),
        *_days("held_on"),
        *_texts("participation"),
    ),
)
LEAVERS: Final = Table(
    "ssd care leavers",
    "Care leavers by eligibility.",
    ("child_id",),
    (*_ids("child_id"), *_texts("eligibility")),
)
DEPARTMENTS: Final = Table(
    "ssd departments",
    "What each team is called.",
    ("team_id",),
    (*_ids("team_id"), *_texts("name")),
)
