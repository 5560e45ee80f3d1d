"""Recommendation 2: who came to the strategy discussions that were held.

An agency that is not listed, or listed as not coming, did not come. Where its cell is
blank, or nobody's coming was written down, nothing is known: blank is not no.
"""

from madegood.measures.library.common_rules import rule
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.strategy_rules import (
    ATTENDANCE,
    CORE,
    DECIDED,
    DISCUSSIONS,
    HELD,
    OWNER,
    THEME,
    came,
    of_discussions_held,
)
from madegood.measures.model import Measure, Phrases, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    All,
    Either,
    Is,
    Marked,
    Not,
    NotRecorded,
    Some,
    Test,
)

_NEEDS = ("strategy_discussions", "strategy_attendance")
_MINIMUM = (
    "Local manuals that carry the text of Working Together (West Midlands among "
    "them): social care, police and health should always attend. Not verified "
    "against the 2026 edition."
)
_KNOWN = Some(ATTENDANCE, Not(NotRecorded("attended", THERE)))


def _blank(agency: str) -> Test:
    return Some(
        ATTENDANCE, All((Is("agency", agency, THERE), NotRecorded("attended", THERE)))
    )


def _absent(agency: str) -> Test:
    return All((Not(came(agency)), Not(_blank(agency))))


def _asked(agencies: tuple[str, ...], done: str) -> tuple[Rule, ...]:
    """Who of these did not come; all came; or it cannot be told."""
    pairs = tuple(
        All((_absent(one), _absent(other)))
        for place, one in enumerate(agencies)
        for other in agencies[place + 1 :]
    )
    return (
        rule(State.DQ_ERROR, "attendance_not_recorded", Not(_KNOWN)),
        *((rule(State.NOT_MET, "several_missing", Either(pairs)),) if pairs else ()),
        *(rule(State.NOT_MET, f"{one}_missing", _absent(one)) for one in agencies),
        rule(
            State.DQ_ERROR,
            "attendance_not_recorded",
            Either(tuple(_blank(one) for one in agencies)),
        ),
        rule(State.MET, done),
    )


def _invited_in_vain(agency: str) -> Test:
    invited = Some(
        ATTENDANCE, All((Is("agency", agency, THERE), Is("invited", "yes", THERE)))
    )
    return All((invited, Not(came(agency))))


# An exception beside the core three, not a failure of them (golden case SD-08).
_PARTNER_MISSING = Either(
    (
        All((Is("looked_after", "yes"), Not(came("placement")))),
        All((Is("receiving_team_expected", "yes"), Not(came("receiving_team")))),
        _invited_in_vain("referrer"),
        _invited_in_vain("education"),
    )
)
_FLAGS = (
    ("relevant_partner_missing", All((_KNOWN, _PARTNER_MISSING))),
    ("future_date", Marked("future_date")),
)


def _share(rules: tuple[Rule, ...], *first: Rule) -> Share:
    return Share(
        DISCUSSIONS,
        HELD,
        (*of_discussions_held(), *first, *rules),
        _FLAGS,
        DECIDED,
        stop=HELD,
    )


_RECEIVED = _share(
    _asked(("receiving_team",), "receiving_team_came"),
    rule(
        State.DQ_ERROR, "expected_not_recorded", NotRecorded("receiving_team_expected")
    ),
    rule(
        State.NOT_APPLICABLE,
        "none_expected",
        Not(Is("receiving_team_expected", "yes")),
    ),
)


_kept = kept_by(THEME, OWNER)


def _measure(
    name: str, title: str, why: str, kind: Share, sentence: str, source: str
) -> Measure:
    return _kept(
        id=name,
        title=title,
        why=why,
        source=source,
        kind=kind,
        phrases=Phrases(
            f"Of the strategy discussions held in the period, {sentence}", "Held"
        ),
        needs=_NEEDS,
        good_is="high",
        balances=("strategy_discussion_1wd",),
    )


ATTENDED: tuple[Measure, ...] = (
    _measure(
        "strategy_discussion_quorate",
        "Strategy discussions with social care, police and health",
        "Without all three, what one of them knows of the child is not weighed.",
        _share(_asked(CORE, "quorate")),
        "the share at which social care, police and health all took part",
        _MINIMUM,
    ),
    _measure(
        "strategy_police_present",
        "Strategy discussions with the police",
        "Inspectors found discussions delayed, some over a week, waiting for the police.",
        _share(_asked(("police",), "police_came")),
        "the share at which the police took part",
        _MINIMUM,
    ),
    _measure(
        "strategy_health_present",
        "Strategy discussions with health",
        "A report that nobody can question is not a health practitioner at the table.",
        _share(_asked(("health",), "health_came")),
        "the share at which health took part",
        _MINIMUM,
    ),
    _measure(
        "strategy_receiving_team_present",
        "Strategy discussions with the receiving team",
        "The team that takes the case on should have heard what was decided and why.",
        _RECEIVED,
        "and at which the team that would take the case on was expected, the share at "
        "which it took part",
        "Local standard, after inspectors found that it was not always there (2020).",
    ),
)
