"""Documents in the demo: one in force, one that waits for a partner, one sent back."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from madegood.accounts.queries import person
from madegood.documents import actions, queries
from madegood.documents.approving import Decision, decide_step
from madegood.documents.partners import add_body
from madegood.documents.telling import Told, acknowledge, tell

if TYPE_CHECKING:
    from madegood.accounts.models import User

COMMISSIONING = "Head of Service Children’s Commissioning"
SAFEGUARDS = "Head of Service Safeguards"
BODIES = (
    ("Housing service", "housing"),
    ("Family court judiciary", "judiciary"),
    ("Police missing team", "police"),
    ("Integrated care board", "health"),
)


def documents(day: date) -> None:
    """Through the doors that people use, so everything is dated when it is made."""
    priya = _one("priya")
    for name, kind in BODIES:
        add_body(by=priya, name=name, kind=kind)
    known = {body.name: body.id for body in queries.bodies()}
    keys = {body.name: body.key for body in queries.bodies()}
    keys |= {title: f"post:{key}" for key, title in queries.owners()}
    _in_force(day, known, keys)
    _waiting(day, known, keys)
    _sent_back(day, known, keys)


def _in_force(day: date, known: dict[str, int], keys: dict[str, str]) -> None:
    priya, tom = _one("priya"), _one("tom")
    protocol = _recorded(
        priya,
        ("protocol", "Missing children: protocol with the police", COMMISSIONING),
        ("4.1", "4.2"),
        day + timedelta(days=200),
        (known["Police missing team"],),
    )
    _submit(priya, protocol, [keys[SAFEGUARDS]], "Adds the 72-hour interview")
    _decide(_one("maya"), protocol)
    at_meeting = Told("team:Out of hours team", "at the team meeting", day)
    team = tell(by=priya, document_id=protocol, told=at_meeting)
    by_mail = Told(f"person:{tom.pk}", "by e-mail", day)
    tell(by=priya, document_id=protocol, told=by_mail)
    acknowledge(
        by=priya,
        document_id=protocol,
        telling_id=team.pk,
        note="signed list of the meeting",
    )


def _waiting(day: date, known: dict[str, int], keys: dict[str, str]) -> None:
    priya = _one("priya")
    joint = _recorded(
        priya,
        ("protocol", "Joint protocol for homeless 16 and 17 year olds", SAFEGUARDS),
        ("9",),
        day - timedelta(days=20),
        (known["Housing service"],),
    )
    path = [
        keys[COMMISSIONING],
        keys["Housing service"],
        keys["Improvement Board"],
    ]
    _submit(priya, joint, path, "Joint assessment within ten working days")
    _decide(_one("tom"), joint)


def _sent_back(day: date, known: dict[str, int], keys: dict[str, str]) -> None:
    priya = _one("priya")
    pack = _recorded(
        priya,
        (
            "information_pack",
            "Special guardianship: a pack for families",
            COMMISSIONING,
        ),
        ("8",),
        day + timedelta(days=90),
        (known["Family court judiciary"],),
    )
    _submit(priya, pack, [keys[SAFEGUARDS]], "First text for families")
    decide_step(
        by=_one("maya"),
        document_id=pack,
        step_id=_due(pack),
        said=Decision(approved=False, why="It does not say who pays for legal advice."),
    )


def _one(name: str) -> "User":
    found = person(f"{name}@example.org")
    assert found is not None
    return found


def _recorded(
    by: "User",
    named: tuple[str, str, str],
    parts: tuple[str, ...],
    review_by: date,
    partners: tuple[int, ...],
) -> int:
    kind, title, owner = named
    given = actions.Given(kind, title, owner, review_by, partners, parts)
    return actions.record_document(by=by, given=given).pk


def _submit(by: "User", document: int, path: list[str], changed: str) -> None:
    link = f"https://documents.example.org/{document}"
    actions.submit_version(
        by=by,
        document_id=document,
        given=actions.Submitted(changed, link=link),
        path=[_named(*key.split(":")) for key in path],
    )


def _named(kind: str, key: str) -> actions.Named:
    given: dict[str, int] = {kind: int(key)}
    return actions.Named(None, **given)


def _due(document: int) -> int:
    newest = queries.document(document).newest
    assert newest is not None
    return next(step.id for step in newest.steps if step.now)


def _decide(by: "User", document: int) -> None:
    decide_step(
        by=by,
        document_id=document,
        step_id=_due(document),
        said=Decision(approved=True),
    )
