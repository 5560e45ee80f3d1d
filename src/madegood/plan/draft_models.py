"""A plan as it was read, waiting for a person to decide on every row."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.plan.models import Plan

PERSON = settings.AUTH_USER_MODEL


class Draft(models.Model):
    """What a reading said, whole. Nothing of it is in the plan until confirmed.

    into  the plan this is a newer version of; None where it is a plan of its own
    """

    title = models.CharField(max_length=300)
    inspection = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    files = models.JSONField(default=list)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="drafts")
    into = models.ForeignKey(
        Plan, models.PROTECT, null=True, related_name="newer_versions"
    )

    class Meta:
        app_label = "plan"
        ordering = ["-started_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, plan__isnull=True)
                | Q(confirmed_at__isnull=False, plan__isnull=False),
                name="a_confirmed_draft_has_its_plan",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"started_by"}
        open = {"title", "inspection", "findings", "files", "started_at"} | {
            "confirmed_at",
            "plan",
            "into",
        }

    def __str__(self) -> str:
        return f"the draft of {self.title}"


class Rewording(models.Model):
    """What a part of a plan said before a newer version put it otherwise, so that an
    earlier day still has the words of that day."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rewordings")
    kind = models.CharField(max_length=20)
    part = models.PositiveBigIntegerField()
    was = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        app_label = "plan"
        ordering = ["recorded_at", "id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"plan", "kind", "part", "was", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.kind}: {self.was}"


class DraftRow(models.Model):
    """One row of a draft: what was read, where, and what a person decided about it.

    Of a newer version: `matches` is the id of the part that is held and `differs` says
    whether it is same, changed, added or gone; "" in a plan of its own.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="rows")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    recommendation = models.CharField(max_length=20)
    number = models.CharField(max_length=20)
    read = models.JSONField()
    changed = models.JSONField(default=dict)
    source = models.JSONField(null=True)
    differs = models.CharField(max_length=10, blank=True)
    matches = models.PositiveBigIntegerField(null=True)
    differences = models.JSONField(default=list)
    decision = models.CharField(max_length=10, blank=True)
    in_one_act = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "plan"
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    decision="", decided_at__isnull=True, decided_by__isnull=True
                )
                | (
                    Q(decision__in=["accept", "change", "leave_out"])
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="a_decided_row_says_by_whom_and_when",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"decided_by"}
        open = {"draft", "order", "kind", "recommendation", "number", "read"} | {
            "changed",
            "source",
            "differs",
            "matches",
            "differences",
            "decision",
            "in_one_act",
            "decided_at",
        }

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
