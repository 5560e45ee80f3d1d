"""Supervision and training of those who work with children, and raising awareness."""

from madegood.record.schema import Column, Table
from madegood.record.tables.columns import code, day, key, number, text, yes_no

SUPERVISION = Table(
    "supervision",
    "Supervision of workers, each from when it fell due.",
    ("worker_id", "due_on"),
    (
        key("worker_id", "A pseudonym for the worker, the same in every row."),
        day("due_on", "When it was due.", required=True, planned=True),
        day("held_on", "When it was held; blank is not yet."),
        yes_no(
            "reflective",
            "Whether there was reflection, and not tasks alone.",
            known_from="held_on",
        ),
        code(
            "group_or_individual",
            "How.",
            "group individual",
            {"one to one": "individual", "1:1": "individual"},
            known_from="held_on",
        ),
    ),
)


def _activity(id_says: str, audience: str) -> tuple[Column, ...]:
    return (
        key("activity_id", id_says),
        day("held_on", "When."),
        text("audience", audience),
        text("team_or_partner", "The team, or the partner agency."),
        number("invited", "How many people were invited."),
        number("attended", "How many came."),
        text("topic", "What it was about."),
    )


WORKFORCE_TRAINING = Table(
    "workforce_training",
    "Training given to workers and partners: a row for each session and team.",
    ("activity_id",),
    _activity("The id of the session for that team.", "Who it was for."),
)

AWARENESS_ACTIVITIES = Table(
    "awareness_activities",
    "What was done to make others aware, as of private fostering: a row for each "
    "activity and audience.",
    ("activity_id",),
    _activity(
        "The id of the activity for that audience.",
        "Who it was for: schools, health, faith groups, the public.",
    ),
)
