"""Recommendation 10: private fostering, known, visited and assessed.

In 2019 inspectors found that awareness was underdeveloped and that there was no annual
report; in 2022, children not visited as often as they need (rules.md §0.1, §9).
"""

from madegood.measures.library import private_fostering_rules as ours
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

_THEME = "private fostering"
_OWNER = Post("Head of Service, Front Door and Assessment")
_REGULATIONS = "Children (Private Arrangements for Fostering) Regulations 2005"
_LOCAL = "Local: no national definition."
_REGULATION_8 = f"{_REGULATIONS}, regulation 8."
_KNOWN = "The authority knew"

_STAY = SettingSpec(
    "stay_days",
    28,
    "Days of a stay that was not meant to be longer, and was not, from which it is "
    "private fostering.",
    "Children Act 1989, section 66(2).",
)

_AGE = SettingSpec(
    "age_months",
    192,
    "Months of age, 16 years, from which it is none unless the child is disabled.",
    "Children Act 1989, section 66.",
)
_WHO = (_STAY, _AGE)

_measure = kept_by(_THEME, _OWNER)

PRIVATE_FOSTERING: tuple[Measure, ...] = (
    _measure(
        id="pf_notifications",
        title="Private fostering notifications",
        why="Few are told of: a number that stays low may say that few people know.",
        source=_LOCAL,
        kind=ours.NOTIFICATIONS,
        phrases=Phrases(
            "The number of private fostering arrangements, proposed or begun, that the "
            "authority was told of, and by whom",
            "The authority was told",
        ),
        needs=("private_fostering",),
        good_is="neither",
        settings=_WHO,
        balances=("pf_awareness", "pf_days_unknown"),
    ),
    _measure(
        id="pf_initial_7wd",
        title="First private fostering visits within 7 working days",
        why="Until somebody has seen the home and the child, nobody knows who they are "
        "with.",
        source=f"{_REGULATIONS}, regulation 4. Those of regulation 7 are not verified.",
        kind=ours.INITIAL,
        phrases=Phrases(
            "Of the private fostering arrangements, the share in which the premises, "
            "the carer, the household and the child had all been seen within "
            "{working_days} working days of the authority's being told",
            "The authority was told",
            "the last of the home, carer, household and child was seen",
        ),
        needs=("private_fostering", "private_fostering_visits"),
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                7,
                "Working days from when the notification was received.",
                f"{_REGULATIONS}, regulation 4.",
            ),
            SettingSpec(
                "notice_weeks",
                6,
                "Weeks of notice that whoever proposes it owes; less is marked, and "
                "changes no state.",
                f"{_REGULATIONS}, regulation 3.",
            ),
            *_WHO,
        ),
        balances=("pf_visit_interval",),
    ),
    _measure(
        id="pf_visit_interval",
        title="Private fostering visits at their intervals",
        why="Inspectors in 2022 found children not visited as often as they need.",
        source=_REGULATION_8,
        kind=ours.VISITED,
        phrases=Phrases(
            "Of the private fostering arrangements with a visit due in the period, the "
            "share of which every visit came within {first_weeks} weeks of the last, "
            "or {later_weeks} once {first_months} months had gone by since the "
            "authority became aware; a visit counts when the child was spoken to "
            "alone, or why not is recorded, and a report was written",
            "The wait began",
            "the child was visited",
        ),
        needs=("private_fostering", "private_fostering_visits"),
        good_is="high",
        settings=(
            SettingSpec(
                "first_weeks",
                6,
                "Weeks from one visit to the next where the wait began in the first "
                "year; that it goes by where the wait began is a local reading.",
                _REGULATION_8,
            ),
            SettingSpec(
                "later_weeks",
                12,
                "Weeks from one visit to the next in a second or later year.",
                _REGULATION_8,
            ),
            SettingSpec(
                "first_months",
                12,
                "Calendar months, from when the authority became aware, of the first "
                "year.",
                _REGULATION_8,
            ),
            *_WHO,
        ),
        balances=("pf_initial_7wd",),
    ),
    _measure(
        id="pf_assessment_42wd",
        title="Private fostering assessments within 42 working days",
        why="Whether the arrangement is suitable has to be known, not supposed.",
        source="Local standard: no national basis for it is verified.",
        kind=ours.ASSESSED,
        phrases=Phrases(
            "Of the private fostering arrangements, the share assessed within "
            "{working_days} working days of the authority's being told",
            "The authority was told",
            "the assessment was completed",
        ),
        needs=("private_fostering",),
        good_is="high",
        settings=(
            SettingSpec(
                "working_days",
                42,
                "Working days from when the notification was received.",
                "Local standard.",
            ),
            *_WHO,
        ),
        balances=("pf_initial_7wd",),
    ),
    _measure(
        id="pf_days_unknown",
        title="Days before an arrangement was known",
        why="A child can live for months with people nobody has seen.",
        source=_LOCAL,
        kind=ours.DAYS_UNKNOWN,
        phrases=Phrases(
            "How many days, in the middle case, a child had lived in a private "
            "fostering arrangement before the authority became aware of it",
            "The child moved in",
            "the authority was aware, the child having moved in,",
        ),
        needs=("private_fostering",),
        good_is="low",
        settings=_WHO,
        balances=("pf_notifications", "pf_awareness"),
    ),
    _measure(
        id="pf_awareness",
        title="Private fostering awareness",
        why="Where people know that they must tell, few arrangements have to be found.",
        source=_LOCAL,
        kind=ours.AWARENESS,
        phrases=Phrases(
            "Of the private fostering arrangements, the share that the authority found "
            "without being told",
            _KNOWN,
        ),
        needs=("private_fostering",),
        good_is="low",
        settings=_WHO,
        balances=("pf_notifications",),
        # It falls at once where the authority stops looking.
        never_a_target=True,
    ),
)
