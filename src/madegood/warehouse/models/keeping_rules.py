"""Settings an authority owns, each with who set it and why; and the store's checks."""

from django.conf import settings
from django.db import models


class Precedence(models.Model):
    """Which source speaks first. The newest row for a table (or for all, where `table`
    is blank) is the one that counts."""

    table = models.CharField(max_length=60, blank=True)
    order = models.JSONField()
    owner = models.CharField(max_length=200)
    why = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        ordering = ["-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"owner", "why", "set_by"}
        open = {"table", "order", "set_at"}

    def __str__(self) -> str:
        return f"{self.table or 'every table'}: {', '.join(self.order)}"


class Schedule(models.Model):
    """How long snapshots keep their rows. The newest row is the one that counts."""

    months = models.PositiveSmallIntegerField()
    years = models.PositiveSmallIntegerField()
    why = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        ordering = ["-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"why", "set_by"}
        open = {"months", "years", "set_at"}

    def __str__(self) -> str:
        return f"all for {self.months} months, each month’s last for {self.years} years"


class StoreCheck(models.Model):
    """Whether what is stored adds up, the last time somebody counted: one row for each
    thing that is counted."""

    subject = models.CharField(max_length=100, unique=True)
    at = models.DateTimeField()
    ok = models.BooleanField()
    says = models.TextField()

    class Meta:
        ordering = ["ok", "subject"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"subject", "at", "ok", "says"}

    def __str__(self) -> str:
        return self.says
