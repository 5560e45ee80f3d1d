"""People who may sign in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from madegood.accounts.roles import ROLES


class People(UserManager["User"]):
    """Makes people; their e-mail address is their sign-in."""

    def create_user(  # type: ignore[override]
        self, email: str, password: str | None = None, **extra: Any
    ) -> "User":
        email = self.normalize_email(email).lower()
        person = self.model(username=email, email=email, **extra)
        person.set_password(password)
        person.save(using=self._db)
        return person


class User(AbstractUser):
    """A person with one role."""

    email = models.EmailField("email address", unique=True)
    role = models.CharField(
        max_length=20, choices=[(r.name, r.title) for r in ROLES], default="visitor"
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[People] = People()

    class Privacy:
        child_level: set[str] = set()
        staff = {"email", "first_name", "last_name", "username", "last_login"}
        open = {"role"}

    def __str__(self) -> str:
        return self.get_full_name() or self.email
