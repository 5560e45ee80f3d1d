"""Who is in the demo. All of them are made up."""

from dataclasses import dataclass

PLAN_MANAGER, OWNER, PRACTICE_LEAD, ANALYST = (
    f"{name}@example.org" for name in ("priya", "tom", "ros", "anil")
)
PASS_PHRASE = "made good for children"  # noqa: S105 - printed; the data is synthetic


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    email: str
    role: str
    says: str
    posts: tuple[str, ...] = ()


CAST: tuple[Person, ...] = (
    Person(
        "Dana Whitlock",
        "dana@example.org",
        "director",
        "Director of Children’s Services",
    ),
    Person("Priya Shah", "priya@example.org", "plan_manager", "keeps the plan"),
    Person(
        "Tom Okafor",
        "tom@example.org",
        "action_owner",
        "Head of Service Children’s Commissioning, owns actions",
        ("Head of Service Children’s Commissioning",),
    ),
    Person(
        "Maya Lindqvist",
        "maya@example.org",
        "action_owner",
        "Head of Service Safeguards, owns actions",
        ("Head of Service Safeguards",),
    ),
    Person(
        "Ros Bennett",
        "ros@example.org",
        "practice_lead",
        "practice lead: checks evidence and signs what is embedded",
    ),
    Person("Anil Mehta", "anil@example.org", "analyst", "loads the data"),
    Person(
        "Lena Fisher",
        "lena@example.org",
        "case_link",
        "case link worker: turns codes back, confirms matches",
    ),
    Person(
        "Kofi Adeyemi",
        "adeyemi@example.org",
        "board_member",
        "chairs Scrutiny: reads papers",
    ),
    Person(
        "Sam Green",
        "sam@example.org",
        "visitor",
        "from another authority: sees nothing",
    ),
)
