"""Who may do what."""

from typing import Protocol

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.roles import role


class Somebody(Protocol):
    """Anybody a page meets, signed in or not."""

    @property
    def is_authenticated(self) -> bool: ...


def may(person: Somebody, permission: Permission) -> bool:
    """Whether this person may do this now. Asked afresh each time, so that taking a
    role away works on the very next page."""
    if not isinstance(person, User) or not person.is_active:
        return False
    return permission in role(person.role).permissions


def person(email: str) -> User | None:
    """The person who signs in with that address."""
    return User.objects.filter(email=email.strip().lower()).first()


def people() -> list[User]:
    return list(User.objects.order_by("last_name", "first_name"))
