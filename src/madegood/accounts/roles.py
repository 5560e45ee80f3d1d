"""Roles a manager can read: what each is for, and what it may do."""

from dataclasses import dataclass

from madegood.accounts.permissions import Permission

_READS = frozenset(
    {
        Permission.PLAN_VIEW,
        Permission.DOCUMENTS_VIEW,
        Permission.COMMENTS_WRITE,
        Permission.MEASURES_VIEW,
        Permission.BENCHMARKS_VIEW,
        Permission.DATA_VIEW,
        Permission.PAPERS_VIEW,
        Permission.BOARDS_VIEW,
    }
)
# Those who answer to boards, and act on what they see in the numbers.
_ANSWERS = frozenset(
    {
        Permission.BOARDS_ASK,
        Permission.BOARDS_ANSWER,
        Permission.INSIGHTS_RAISE,
    }
)


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of person. Nobody may both own an action and sign for it: that is checked
    for each action, not here, because a role says what is possible at all."""

    name: str
    title: str
    says: str
    permissions: frozenset[Permission]


ROLES: tuple[Role, ...] = (
    Role(
        "director",
        "Director or assistant director",
        "Sees everything but children's rows; makes papers.",
        _READS
        | _ANSWERS
        | {Permission.PAPERS_MAKE, Permission.EVIDENCE_ADD, Permission.DOCUMENTS_EDIT},
    ),
    Role(
        "plan_manager",
        "Plan manager",
        "Keeps the plan: imports it, says who owns what, records claims, dates and "
        "evidence; makes papers; keeps the boards, their agendas and minutes.",
        _READS
        | _ANSWERS
        | {
            Permission.BOARDS_KEEP,
            Permission.PLAN_EDIT,
            Permission.PLAN_MANAGE,
            Permission.PLAN_IMPORT,
            Permission.EVIDENCE_ADD,
            Permission.DOCUMENTS_EDIT,
            Permission.PAPERS_MAKE,
        },
    ),
    Role(
        "action_owner",
        "Action owner",
        "Says how actions stand, adds evidence, and may look at the children behind a "
        "measure with a reason.",
        _READS
        | _ANSWERS
        | {
            Permission.PLAN_EDIT,
            Permission.EVIDENCE_ADD,
            Permission.CHILDREN_SEE,
            Permission.DOCUMENTS_EDIT,
        },
    ),
    Role(
        "practice_lead",
        "Practice lead",
        "Adds what audits and families say, checks evidence, explains odd numbers and "
        "signs what is embedded.",
        _READS
        | _ANSWERS
        | {
            Permission.EVIDENCE_ADD,
            Permission.DOCUMENTS_EDIT,
            Permission.ASSURANCE_SIGN,
            Permission.MEASURES_EXPLAIN,
            Permission.CHILDREN_SEE,
        },
    ),
    Role(
        "analyst",
        "Performance analyst",
        "Loads data and removes it when its time is over, explains odd numbers, may "
        "look at the children behind a measure, turn their codes back and match "
        "other systems’ records to them, each with a reason.",
        _READS
        | {
            Permission.DATA_LOAD,
            Permission.DATA_ERASE,
            Permission.MEASURES_EXPLAIN,
            Permission.CHILDREN_SEE,
            Permission.CHILDREN_REIDENTIFY,
            Permission.CHILDREN_MATCH,
            Permission.PAPERS_MAKE,
            Permission.INSIGHTS_RAISE,
        },
    ),
    Role(
        "case_link",
        "Case link worker",
        "Turns children’s codes back into the case system’s numbers, so that somebody "
        "can act, and decides which records of two systems are one child.",
        _READS
        | {
            Permission.CHILDREN_SEE,
            Permission.CHILDREN_REIDENTIFY,
            Permission.CHILDREN_MATCH,
        },
    ),
    Role(
        "board_member",
        "Board member",
        "Reads papers that have been made for a board, figures that are published, and "
        "of the boards they sit on the meetings, agendas, questions and answers; may "
        "ask a question.",
        frozenset(
            {
                Permission.BENCHMARKS_VIEW,
                Permission.PAPERS_VIEW,
                Permission.BOARDS_VIEW,
                Permission.BOARDS_ASK,
            }
        ),
    ),
    Role(
        "administrator",
        "Administrator",
        "Gives people their sign-ins. Sees no plan and no children.",
        frozenset({Permission.PEOPLE_MANAGE}),
    ),
    Role(
        "visitor",
        "Person from elsewhere",
        "May sign in and sees nothing, until somebody decides otherwise.",
        frozenset(),
    ),
)

BY_NAME = {role.name: role for role in ROLES}


def role(name: str) -> Role:
    """The role of that name; a name nobody knows may do nothing."""
    return BY_NAME.get(name, BY_NAME["visitor"])
