"""Giving people a sign-in, and checking that they may do what they are about to do."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from madegood.accounts.models import User
from madegood.accounts.permissions import PERMISSION_WORDS, Permission
from madegood.accounts.queries import may
from madegood.accounts.roles import BY_NAME, ROLES, role
from madegood.trail.actions import record_event

# Django keeps 150 characters of a first name, and of a last.
LONGEST_NAME = 150


class Refused(PermissionError):
    """A person asked for something their role does not allow. Pages answer with it
    whole, so it says what is missing and who can give it."""


class NotAdded(ValueError):
    """A sign-in could not be made; the message says why and what to do."""


def require(person: User, permission: Permission) -> None:
    """Raises Refused where the person may not; every action calls this first."""
    if not may(person, permission):
        raise Refused(refusal(person, permission))


def refusal(person: User, permission: Permission) -> str:
    """What a person is lacking, who has it, and who can give it."""
    able = [one.title for one in ROLES if permission in one.permissions]
    return (
        f"{person} is signed in as “{role(person.role).title}”, which does not let you "
        f"{PERMISSION_WORDS[permission]}. That is for: {'; '.join(able)}. Ask one of "
        "them to do it, or ask your administrator for a role that may."
    )


def _check_written(name: str, email: str) -> None:
    """Raises NotAdded for a name or an address that the ledger could not keep."""
    if not name.strip():
        raise NotAdded("The name is blank. Give the person's first and last name.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise NotAdded(
            f"The name is {len(name):,} characters, or holds line ends. Give one line "
            f"of no more than {LONGEST_NAME} characters."
        )
    try:
        validate_email(email.strip())
    except ValidationError:
        said = email if len(email) <= LONGEST_NAME else f"{email[:LONGEST_NAME]}…"
        raise NotAdded(
            f"“{said}” is not an e-mail address, which is the sign-in. Write it as "
            "name@example.org."
        ) from None


@transaction.atomic
def add_person(
    *, by: User | None, name: str, email: str, role_name: str, password: str
) -> User:
    """A new sign-in. `by` None is the command line. Raises NotAdded, Refused."""
    if by is not None:
        require(by, Permission.PEOPLE_MANAGE)
    if role_name not in BY_NAME:
        raise NotAdded(
            f"There is no role “{role_name}”. The roles are: {', '.join(BY_NAME)}."
        )
    _check_written(name, email)
    if User.objects.filter(email=email.strip().lower()).exists():
        raise NotAdded(f"{email} already has a sign-in.")
    first, _, last = name.strip().rpartition(" ")
    someone = User(email=email, first_name=first, last_name=last)
    try:
        validate_password(password, someone)
    except ValidationError as error:
        raise NotAdded(" ".join(error.messages)) from None
    added = User.objects.create_user(
        email, password, first_name=first, last_name=last, role=role_name
    )
    record_event(by=by, kind="person_added", subject=added, role=role(role_name).title)
    return added
