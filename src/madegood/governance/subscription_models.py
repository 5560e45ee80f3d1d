"""Addresses by which calendar programs read somebody's meetings without a sign-in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class CalendarAddress(models.Model):
    """One person's address. Its secret is shown once and kept only as its SHA-256, so
    that nobody can read it out of the ledger.

    since, times  the beginning of the last hour in which it was read, and how often
    """

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    read_on = models.DateField(null=True)
    since = models.DateTimeField(null=True)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(withdrawn_at__isnull=True),
                name="a_person_has_one_calendar_address",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"person", "digest", "made_at", "withdrawn_at", "read_on"} | {
            "since",
            "times",
        }
        open: set[str] = set()

    def __str__(self) -> str:
        return f"calendar address of {self.person}"
