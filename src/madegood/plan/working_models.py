"""What is written of an action while it is being done: updates, costs, what it needs."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.plan.models import Action

PERSON = settings.AUTH_USER_MODEL


class ProgressUpdate(models.Model):
    """What has happened, in somebody's words. It claims nothing: how far the action
    has got is said apart."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="updates")
    words = models.TextField()
    on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""), name="an_update_says_something"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"action", "words", "on", "recorded_at"}

    def __str__(self) -> str:
        return f"update on {self.action} of {self.on}"


class CostRecord(models.Model):
    """What an action is expected to cost, or has cost so far; the latest counts."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="costs")
    kind = models.CharField(
        max_length=10, choices=[("estimate", "Estimate"), ("actual", "Spent so far")]
    )
    pence = models.PositiveBigIntegerField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["recorded_at", "id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"action", "kind", "pence", "note", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.action}: {self.kind}"


class Dependency(models.Model):
    """An action that cannot be finished until another is, of this plan or another."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="dependencies")
    needs = models.ForeignKey(Action, models.PROTECT, related_name="dependents")
    why = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    ended_why = models.TextField(blank=True)

    class Meta:
        app_label = "plan"
        ordering = ["recorded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "needs"],
                condition=Q(ended_at__isnull=True),
                name="an_action_needs_another_once",
            ),
            models.CheckConstraint(
                condition=~Q(action=F("needs")), name="an_action_does_not_need_itself"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | ~Q(ended_why=""),
                name="a_dependency_ends_with_a_reason",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by", "ended_by"}
        open = {"action", "needs", "why", "recorded_at", "ended_at", "ended_why"}

    def __str__(self) -> str:
        return f"{self.action} needs {self.needs}"
