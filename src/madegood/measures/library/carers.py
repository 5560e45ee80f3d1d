"""Recommendation 7: connected carers' training, beside that of mainstream carers.

In 2019 inspectors found that the vast majority of mainstream carers, and under a third
of connected carers, had done the training required of them (rules.md §6).
"""

from madegood.measures.library import carer_rules as ours
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Measure, Phrases, Post, SettingSpec

_THEME = "connected carers"
_OWNER = Post("Head of Service, Fostering")
_LOCAL = "Local: which courses are core is the authority's to say."
_ASKED = "As it stood on"
_LATELY = SettingSpec(
    "months",
    12,
    "Calendar months, up to the day asked about, in which it counts.",
    "Local standard.",
)
_REGULATIONS = (
    "Care Planning, Placement and Case Review (England) Regulations 2010, "
    "regulations 24 and 25."
)
_STANDARD = "Fostering services: national minimum standards 2011, standard 20."

_measure = kept_by(_THEME, _OWNER)

CARERS: tuple[Measure, ...] = (
    _measure(
        id="connected_training_takeup",
        standing=True,
        title="Connected carers who have done the core training",
        why="Under a third of connected carers had, when inspectors came in 2019.",
        source=_LOCAL,
        kind=ours.CONNECTED_TAKEN,
        phrases=Phrases(
            "Of the connected carers approved, or approved for the time being, on the "
            "day asked about, the share who completed a core course in the {months} "
            "months before",
            _ASKED,
            "a core course was completed",
        ),
        needs=("carers", "carer_training"),
        good_is="high",
        settings=(_LATELY,),
        balances=("connected_training_offered", "training_equality_gap"),
    ),
    _measure(
        id="mainstream_training_takeup",
        standing=True,
        title="Mainstream carers who have done the core training",
        why="What is asked of connected carers is to be no less than this.",
        source=_LOCAL,
        kind=ours.MAINSTREAM_TAKEN,
        phrases=Phrases(
            "Of the mainstream carers approved on the day asked about, the share who "
            "completed a core course in the {months} months before",
            _ASKED,
            "a core course was completed",
        ),
        needs=("carers", "carer_training"),
        good_is="high",
        settings=(_LATELY,),
        balances=("training_equality_gap",),
    ),
    _measure(
        id="training_equality_gap",
        standing=True,
        title="The gap in training between connected and mainstream carers",
        why="The recommendation is of the difference: both can rise and it remain.",
        source=_LOCAL,
        kind=ours.TAKEN_GAP,
        phrases=Phrases(
            "The share of mainstream carers who completed a core course in the "
            "{months} months before the day asked about, less that of connected carers",
            _ASKED,
            "a core course was completed",
        ),
        needs=("carers", "carer_training"),
        good_is="low",
        settings=(_LATELY,),
        # It also closes when mainstream carers do less.
        balances=("connected_training_takeup", "mainstream_training_takeup"),
    ),
    _measure(
        id="connected_training_offered",
        standing=True,
        title="Connected carers offered training in person",
        why="Carers cannot take what was only named in a newsletter.",
        source=_LOCAL,
        kind=ours.CONNECTED_OFFERED,
        phrases=Phrases(
            "Of the connected carers approved, or approved for the time being, on the "
            "day asked about, the share who were offered a core course by name in the "
            "{months} months before",
            _ASKED,
            "a core course was offered",
        ),
        needs=("carers", "carer_training"),
        good_is="high",
        settings=(
            _LATELY,
            SettingSpec(
                "e_learning",
                default=False,
                says="Whether an offer of e-learning counts: only where it is made to "
                "each carer by name.",
                source="Local choice.",
            ),
        ),
        balances=("connected_training_takeup",),
    ),
    _measure(
        id="carer_standards_in_time",
        title="Training, support and development standards in time",
        why="The standards are what every carer needs to know to keep a child safe.",
        source=_STANDARD,
        kind=ours.STANDARDS,
        phrases=Phrases(
            "Of the carers whose training, support and development standards have "
            "fallen due, the share who met them within {months} months of full "
            "approval, or {connected_months} for connected carers",
            "Approved",
            "the standards were met",
        ),
        needs=("carers", "carer_standards"),
        good_is="high",
        settings=(
            SettingSpec("months", 12, "Calendar months from full approval.", _STANDARD),
            SettingSpec(
                "connected_months",
                18,
                "Calendar months from full approval, for connected carers; that these "
                "do not run from approval for the time being is a local choice.",
                _STANDARD,
            ),
        ),
        balances=("connected_training_takeup",),
    ),
    _measure(
        id="temporary_approval_in_time",
        title="Temporary approvals decided in time",
        why="When it expires with no approval, the child has to be moved.",
        source=_REGULATIONS,
        kind=ours.TEMPORARY_DECIDED,
        phrases=Phrases(
            "Of the connected carers approved for the time being, the share fully "
            "approved within {weeks} weeks, or within {extended_weeks} where that was "
            "extended, or by the outcome of an independent review asked for in time",
            "Approved for the time being",
            "full approval came",
        ),
        needs=("carers",),
        good_is="high",
        settings=(
            SettingSpec(
                "weeks",
                16,
                "Weeks from approval for the time being. England's: Wales has 24.",
                "Regulation 24.",
            ),
            SettingSpec(
                "extended_weeks",
                24,
                "Weeks at most where it was extended, once, before it expired.",
                "Regulation 25.",
            ),
        ),
        balances=("carer_standards_in_time",),
    ),
)
