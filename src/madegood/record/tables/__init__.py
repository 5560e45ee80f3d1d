"""The tables of the record, by theme.

Names and columns are those of the Madegood extract, version 1: columns may be added,
none is ever renamed.
"""

from typing import Final

from madegood.record.schema import Table
from madegood.record.tables.assurance import (
    AUDIT_ACTIONS,
    AUDIT_MODERATIONS,
    AUDITS,
    FEEDBACK,
)
from madegood.record.tables.care import (
    CARE_EPISODES,
    CARE_LEAVERS,
    CARE_REVIEWS,
    COURT_ORDERS,
    SHORT_BREAKS,
)
from madegood.record.tables.carers import CARER_STANDARDS, CARER_TRAINING, CARERS
from madegood.record.tables.children import CHILDREN
from madegood.record.tables.contact_and_referral import (
    ASSESSMENTS,
    CONTACTS,
    REFERRALS,
    TRANSFERS,
    VISITS,
)
from madegood.record.tables.contracts import PROVIDER_CONTRACTS, PROVIDER_VISITS
from madegood.record.tables.disability import LEVEL2_REVIEWS, LEVEL2_SERVICES
from madegood.record.tables.exploitation import EXPLOITATION, MACE_DISCUSSIONS
from madegood.record.tables.homelessness import HOMELESS_PRESENTATIONS
from madegood.record.tables.missing import (
    MISSING_EPISODES,
    RETURN_INTERVIEW_EPISODES,
    RETURN_INTERVIEWS,
)
from madegood.record.tables.permanence import (
    PERMANENCE_PLANS,
    SGO_MILESTONES,
    SGO_SUPPORT,
)
from madegood.record.tables.plans import (
    CIN_PLANS,
    CIN_REVIEWS,
    CORE_GROUPS,
    CP_PLANS,
    CP_REVIEWS,
    PLAN_ACTIONS,
    PLAN_TEXTS,
)
from madegood.record.tables.private_fostering import (
    PRIVATE_FOSTERING,
    PRIVATE_FOSTERING_VISITS,
)
from madegood.record.tables.protection import (
    CONFERENCES,
    S47_ENQUIRIES,
    STRATEGY_ATTENDANCE,
    STRATEGY_DISCUSSIONS,
)
from madegood.record.tables.workforce import (
    AWARENESS_ACTIVITIES,
    SUPERVISION,
    WORKFORCE_TRAINING,
)

__all__ = [
    "ASSESSMENTS",
    "AUDITS",
    "AUDIT_ACTIONS",
    "AUDIT_MODERATIONS",
    "AWARENESS_ACTIVITIES",
    "CARERS",
    "CARER_STANDARDS",
    "CARER_TRAINING",
    "CARE_EPISODES",
    "CARE_LEAVERS",
    "CARE_REVIEWS",
    "CHILDREN",
    "CIN_PLANS",
    "CIN_REVIEWS",
    "CONFERENCES",
    "CONTACTS",
    "CORE_GROUPS",
    "COURT_ORDERS",
    "CP_PLANS",
    "CP_REVIEWS",
    "EXPLOITATION",
    "FEEDBACK",
    "HOMELESS_PRESENTATIONS",
    "LEVEL2_REVIEWS",
    "LEVEL2_SERVICES",
    "MACE_DISCUSSIONS",
    "MISSING_EPISODES",
    "PERMANENCE_PLANS",
    "PLAN_ACTIONS",
    "PLAN_TEXTS",
    "PRIVATE_FOSTERING",
    "PRIVATE_FOSTERING_VISITS",
    "PROVIDER_CONTRACTS",
    "PROVIDER_VISITS",
    "REFERRALS",
    "RETURN_INTERVIEWS",
    "RETURN_INTERVIEW_EPISODES",
    "S47_ENQUIRIES",
    "SGO_MILESTONES",
    "SGO_SUPPORT",
    "SHORT_BREAKS",
    "STRATEGY_ATTENDANCE",
    "STRATEGY_DISCUSSIONS",
    "SUPERVISION",
    "TABLES",
    "THEMES",
    "TRANSFERS",
    "VISITS",
    "WORKFORCE_TRAINING",
    "table",
]

THEMES: Final[tuple[tuple[str, tuple[Table, ...]], ...]] = (
    ("Children", (CHILDREN,)),
    ("The front door", (CONTACTS, REFERRALS, ASSESSMENTS, VISITS, TRANSFERS)),
    (
        "Protection",
        (STRATEGY_DISCUSSIONS, STRATEGY_ATTENDANCE, S47_ENQUIRIES, CONFERENCES),
    ),
    (
        "Plans",
        (
            CIN_PLANS,
            CIN_REVIEWS,
            CP_PLANS,
            CP_REVIEWS,
            CORE_GROUPS,
            PLAN_ACTIONS,
            PLAN_TEXTS,
        ),
    ),
    (
        "Care",
        (CARE_EPISODES, CARE_REVIEWS, CARE_LEAVERS, COURT_ORDERS, SHORT_BREAKS),
    ),
    (
        "Missing children",
        (MISSING_EPISODES, RETURN_INTERVIEWS, RETURN_INTERVIEW_EPISODES),
    ),
    ("Disabled children", (LEVEL2_SERVICES, LEVEL2_REVIEWS)),
    ("Carers", (CARERS, CARER_TRAINING, CARER_STANDARDS)),
    ("Permanence", (PERMANENCE_PLANS, SGO_MILESTONES, SGO_SUPPORT)),
    ("Homeless at 16 and 17", (HOMELESS_PRESENTATIONS,)),
    ("Private fostering", (PRIVATE_FOSTERING, PRIVATE_FOSTERING_VISITS)),
    ("Exploitation", (EXPLOITATION, MACE_DISCUSSIONS)),
    ("Workforce", (SUPERVISION, WORKFORCE_TRAINING, AWARENESS_ACTIVITIES)),
    ("Providers", (PROVIDER_CONTRACTS, PROVIDER_VISITS)),
    ("Assurance", (AUDITS, AUDIT_MODERATIONS, AUDIT_ACTIONS, FEEDBACK)),
)

TABLES: Final[tuple[Table, ...]] = tuple(one for _, held in THEMES for one in held)
_BY_NAME: Final = {one.name: one for one in TABLES}


def table(name: str) -> Table:
    """The table of that name; raises KeyError."""
    if name not in _BY_NAME:
        raise KeyError(f"The record has no table '{name}'")
    return _BY_NAME[name]
