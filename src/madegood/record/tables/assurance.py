"""Audits of casework, what came of them, and what people say when they are asked.

Kept by the program's own rooms, or loaded from an authority's history."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD_IF_ANY,
    day,
    key,
    number,
    ref,
    text,
    yes_no,
)

_AUDIT = key("audit_id", "The id of the audit.")
_GRADES = "outstanding good requires_improvement inadequate"

AUDITS = Table(
    "audits",
    "Audits of a child's case.",
    ("audit_id",),
    (
        _AUDIT,
        CHILD_IF_ANY,
        text("tool", "The audit tool that was used, with its version."),
        text("round", "The round or month it belongs to."),
        day("allocated_on", "When the auditor was given it."),
        day("due_on", "When it was due.", planned=True),
        day("completed_on", "When it was completed."),
        text("grade", "The auditor's grade.", _GRADES, known_from="completed_on"),
        yes_no(
            "practitioner_present",
            "Whether it was done together with the worker.",
            known_from="completed_on",
        ),
        yes_no(
            "family_contact",
            "Whether the child or family was asked.",
            known_from="completed_on",
        ),
        yes_no(
            "impact_stated",
            "Whether it says what difference the work made for the child.",
            known_from="completed_on",
        ),
    ),
    (("allocated_on", "completed_on"),),
)

AUDIT_MODERATIONS = Table(
    "audit_moderations",
    "Audits graded again by someone else.",
    ("audit_id",),
    (
        _AUDIT,
        day("moderated_on", "When."),
        yes_no("blind", "Whether the moderator did not know the first grade."),
        text("grade", "The moderator's grade.", _GRADES, known_from="moderated_on"),
        text("final_grade", "The grade agreed.", _GRADES, known_from="moderated_on"),
    ),
)

AUDIT_ACTIONS = Table(
    "audit_actions",
    "What an audit found must be done.",
    ("action_id",),
    (
        key("action_id", "The id of the action."),
        ref("audit_id", "The audit it came of."),
        text("severity", "How grave it is.", "critical high medium low"),
        day("due_on", "When it is due.", planned=True),
        day("done_on", "When it was done."),
        day("verified_on", "When someone checked that it was done."),
        yes_no(
            "verified_by_owner",
            "Whether the one who did it checked it, which proves nothing.",
            known_from="verified_on",
        ),
    ),
    (("done_on", "verified_on"),),
)

FEEDBACK = Table(
    "feedback",
    "Answers of children, families, carers and partners: a row for each question put "
    "to someone, answered or not.",
    ("feedback_id",),
    (
        key("feedback_id", "The id of the answer."),
        text("about", "What was asked about: a plan, a meeting, a training offer."),
        text("respondent", "Who was asked.", "child parent carer worker partner"),
        day("asked_on", "When asked."),
        day("answered_on", "When answered; blank is not answered."),
        text("question", "The question, the same words or code for everyone."),
        number("score", "The answer as a number, 1 to 5, 5 being the best."),
    ),
    (("asked_on", "answered_on"),),
)
