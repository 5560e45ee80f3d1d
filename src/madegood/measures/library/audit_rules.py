"""The kinds of the measures of case audits and their actions: rules.md §10.

A blank yes/no is not a no: whether the family was asked is then not known. An action
has no date of its own beginning, so that its clock is the day it falls due.
"""

from typing import Final

from madegood.measures.library.common_rules import (
    clocked,
    of_another_authority,
    rule,
)
from madegood.measures.model import Clock, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    ALWAYS,
    THERE,
    At,
    Before,
    ByDue,
    Depends,
    Earliest,
    Either,
    FirstOf,
    Is,
    Known,
    Linked,
    Not,
    NotRecorded,
    OnDay,
    OneOf,
    OnlyIf,
    Passed,
    Rows,
    Same,
    SameDay,
    Some,
    Start,
    Stop,
    WorkingDays,
)

COMPLETED_ON = At("completed_on")
_DUE = At("due_on")
_DONE = At("done_on")
_VERIFIED = At("verified_on")

_EVERY_AUDIT = Rows("audits", "audit_id")
AUDITED = Rows("audits", "audit_id", only=Known(COMPLETED_ON))
_MODERATIONS = Linked(
    Rows("audit_moderations", "audit_id"), there="audit_id", here="audit_id"
)
_MODERATED_ON = Earliest(_MODERATIONS, "moderated_on", ALWAYS)
# An action is there from when it is set, of which there is no date but the day it is
# due: were it there only once done, as of an earlier day none would be late.
_ACTIONS = Rows("audit_actions", "action_id", appears="due_on")

# An auditor given no day has the local limit (rules.md §10: late is > 20 WD).
COMPLETED = Clock(
    _EVERY_AUDIT,
    At("allocated_on"),
    (
        of_another_authority(),
        rule(State.DQ_ERROR, "allocation_not_recorded", Not(Known(Start()))),
        rule(State.DQ_ERROR, "due_before_allocation", Before(_DUE, Start())),
        *clocked("audit_completed", "audit_not_completed"),
    ),
    counted_from=FirstOf((_DUE, COMPLETED_ON)),
    stop=COMPLETED_ON,
    within=Depends(Known(_DUE), OnDay("due_on"), WorkingDays()),
)

_UNDATED = Some(_MODERATIONS, Not(Known(At("moderated_on", THERE))))
_BACKWARDS: Final = (
    rule(State.DQ_ERROR, "moderation_not_dated", _UNDATED),
    rule(State.DQ_ERROR, "moderated_before_completed", Before(Stop(), Start())),
)

MODERATED = Share(
    AUDITED,
    COMPLETED_ON,
    (
        of_another_authority(),
        *_BACKWARDS,
        rule(State.MET, "moderated", Known(Stop())),
        rule(State.NOT_MET, "not_moderated"),
    ),
    stop=_MODERATED_ON,
)

_NO_GRADE = Either(
    (NotRecorded("grade"), Some(_MODERATIONS, NotRecorded("grade", THERE)))
)

AGREED = Share(
    AUDITED,
    COMPLETED_ON,
    (
        of_another_authority(),
        *_BACKWARDS,
        rule(State.NOT_APPLICABLE, "not_moderated", Not(Known(Stop()))),
        rule(State.DQ_ERROR, "grade_not_recorded", _NO_GRADE),
        rule(State.MET, "grades_agree", Some(_MODERATIONS, Same("grade", "grade"))),
        rule(State.NOT_MET, "grades_differ"),
    ),
    # A moderator who has read the first grade agrees more readily.
    (("not_blind", Some(_MODERATIONS, Is("blind", "no", THERE))),),
    stop=_MODERATED_ON,
)


def said_yes(column: str, yes: str, no: str) -> Share:
    """The completed audits of which a yes/no column is yes."""
    rules: tuple[Rule, ...] = (
        of_another_authority(),
        rule(State.MET, yes, Is(column, "yes")),
        rule(State.NOT_MET, no, Is(column, "no")),
        rule(State.NOT_APPLICABLE, "said_not_to_apply", Is(column, "not_applicable")),
        rule(State.DQ_ERROR, f"{column}_not_recorded"),
    )
    return Share(AUDITED, COMPLETED_ON, rules, stop=COMPLETED_ON)


_NO_DUE = rule(State.DQ_ERROR, "due_not_recorded", Not(Known(Start())))

ACTION_DONE = Clock(
    _ACTIONS,
    _DUE,
    (
        of_another_authority(),
        _NO_DUE,
        rule(State.MET, "action_done", ByDue(Stop())),
        rule(State.NOT_MET, "late", Known(Stop())),
        rule(State.OVERDUE, "action_not_done", Passed()),
        rule(State.PENDING, ""),
    ),
    counted_from=FirstOf((_DONE, _VERIFIED)),
    stop=_DONE,
    within=SameDay(),
)

_WHO_BLANK = Not(OneOf("verified_by_owner", ("yes", "no")))

LOOP_CLOSED = Clock(
    _ACTIONS,
    _DUE,
    (
        of_another_authority(),
        _NO_DUE,
        rule(State.DQ_ERROR, "done_not_recorded", Known(_VERIFIED), Not(Known(_DONE))),
        rule(State.DQ_ERROR, "verified_before_done", Before(_VERIFIED, _DONE)),
        rule(State.DQ_ERROR, "verifier_not_recorded", Known(_VERIFIED), _WHO_BLANK),
        rule(State.MET, "verified_by_another", ByDue(Stop())),
        rule(State.NOT_MET, "late", Known(Stop())),
        rule(State.PENDING, "", Not(Passed())),
        rule(State.OVERDUE, "action_not_done", Not(Known(_DONE))),
        rule(State.OVERDUE, "verified_by_owner", Known(_VERIFIED)),
        rule(State.OVERDUE, "not_verified"),
    ),
    counted_from=FirstOf((_DONE, _VERIFIED)),
    stop=OnlyIf(_VERIFIED, Is("verified_by_owner", "no")),
    within=WorkingDays(),
)
