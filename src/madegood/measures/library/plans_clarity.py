"""What a family is told by its plan: the kinds of the measures of rules.md §4.

What can be counted in a plan, what parents answer, and what auditors find: three
witnesses of one question, none of which stands for another.
"""

from typing import Final

from madegood.measures.library.common_rules import of_another_authority, rule
from madegood.measures.model import Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    All,
    At,
    AtLeast,
    Before,
    Either,
    Is,
    Known,
    Linked,
    Many,
    MoreThan,
    Not,
    NotRecorded,
    OneOf,
    OnOrBeforeDay,
    Rows,
    Same,
    SaysDay,
    Setting,
    Start,
    Stop,
)

# Words that stand where an owner should and name nobody.
_NOBODY: Final = ("TBC", "Tbc", "tbc", "To be confirmed", "to be confirmed")
_OWNED = Not(Either((NotRecorded("owner"), OneOf("owner", _NOBODY))))
_DATED = SaysDay("due")

OWNED_AND_DATED = Share(
    Rows("plan_actions", "plan_id", appears="written_on"),
    At("written_on"),
    (
        of_another_authority(),
        rule(State.MET, "owned_and_dated", _OWNED, _DATED),
        rule(State.NOT_MET, "no_date", _OWNED),
        rule(State.NOT_MET, "no_owner", _DATED),
        rule(State.NOT_MET, "no_owner_or_date"),
    ),
    stop=At("written_on"),
)

# Each version of the words that a family is given: what was counted in them as they
# were read, since they are not kept.
_TEXTS: Final = Rows("plan_texts", "plan_id", appears="written_on")
_WRITTEN = At("written_on")

READING_AGE = Share(
    _TEXTS,
    _WRITTEN,
    (
        of_another_authority(),
        rule(State.DQ_ERROR, "no_words_given", Not(AtLeast("reading_age", 0))),
        rule(State.NOT_MET, "hard_to_read", MoreThan("reading_age", Setting("years"))),
        rule(State.MET, "plain_enough"),
    ),
    stop=_WRITTEN,
)

_ACTIONS = Linked(
    Rows("plan_actions", "plan_id", appears="written_on"),
    there="plan_id",
    here="plan_id",
)
_WRITTEN_THERE = At("written_on", THERE)
# A plan's id alone does not tell a child in need plan from a child protection plan, nor
# one version of either from another.
_OF_THIS_VERSION = All(
    (
        Same("plan_kind", "plan_kind"),
        OnOrBeforeDay(_WRITTEN, _WRITTEN_THERE),
        OnOrBeforeDay(_WRITTEN_THERE, _WRITTEN),
    )
)

TOO_LONG = Share(
    _TEXTS,
    _WRITTEN,
    (
        of_another_authority(),
        rule(State.MET, "too_many_words", MoreThan("words", Setting("words"))),
        rule(
            State.MET,
            "too_many_actions",
            Many(_ACTIONS, _OF_THIS_VERSION, Setting("actions")),
        ),
        rule(State.DQ_ERROR, "no_words_given", Not(AtLeast("words", 1))),
        rule(State.NOT_MET, "short_enough"),
    ),
    stop=_WRITTEN,
)

# The words of rules.md, or a short code for them: the same for everyone asked.
_QUESTION: Final = (
    "I know what I have to do and by when",
    "I know what I have to do, and by when",
    "knows_what_and_when",
    "what_and_when",
)
_ANSWERED = At("answered_on")
_OUT_OF_RANGE = Either((AtLeast("score", 6), Not(AtLeast("score", 1))))

KNOWS_WHAT_AND_WHEN = Share(
    Rows(
        "feedback",
        "feedback_id",
        appears="asked_on",
        only=All(
            (
                Is("about", "plan"),
                Is("respondent", "parent"),
                OneOf("question", _QUESTION),
            )
        ),
    ),
    At("asked_on"),
    (
        of_another_authority(),
        rule(
            State.DQ_ERROR,
            "answer_not_dated",
            Not(Known(Stop())),
            AtLeast("score", 0),
        ),
        rule(State.NOT_APPLICABLE, "not_answered", Not(Known(Stop()))),
        rule(State.DQ_ERROR, "answered_before_asked", Before(Stop(), Start())),
        rule(State.DQ_ERROR, "score_not_1_to_5", _OUT_OF_RANGE),
        rule(State.MET, "knows", AtLeast("score", Setting("score"))),
        rule(State.NOT_MET, "does_not_know"),
    ),
    counted_from=_ANSWERED,
    stop=_ANSWERED,
)

# Every version of the one tool that asks whether a plan is clear: samples of other
# tools were drawn for other questions, and are never pooled with it (rules.md §10).
_CLEAR_TOOL: Final = ("clear plans", *(f"clear plans {n}" for n in range(1, 21)))
_COMPLETED = At("completed_on")

FOUND_CLEAR = Share(
    Rows(
        "audits",
        "audit_id",
        only=All((Known(_COMPLETED), OneOf("tool", _CLEAR_TOOL))),
    ),
    _COMPLETED,
    (
        of_another_authority(),
        rule(State.DQ_ERROR, "grade_not_recorded", NotRecorded("grade")),
        rule(State.MET, "found_clear", OneOf("grade", ("outstanding", "good"))),
        rule(
            State.NOT_MET,
            "not_found_clear",
            OneOf("grade", ("requires_improvement", "inadequate")),
        ),
        rule(State.DQ_ERROR, "grade_not_known"),
    ),
    stop=_COMPLETED,
)
