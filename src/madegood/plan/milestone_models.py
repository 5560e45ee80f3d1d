"""The steps on the way to an action, each with a day of its own."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.plan.models import Action

PERSON = settings.AUTH_USER_MODEL


class Milestone(models.Model):
    """A step that can be done or not done by a day. The first day is kept for good."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=300)
    original_due = models.DateField()
    due = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "title"], name="a_milestone_is_set_once"
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="a_milestone_says_what_it_is"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"action", "title", "original_due", "due", "recorded_at"}

    def __str__(self) -> str:
        return f"milestone “{self.title}” of {self.action}"


class MilestoneMove(models.Model):
    """A milestone's day that became another."""

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="moves")
    was = models.DateField()
    to = models.DateField()
    agreed_by = models.CharField(max_length=200)
    why = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed_by="") & ~Q(why=""),
                name="a_milestone_moves_with_who_and_why",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"agreed_by", "recorded_by"}
        open = {"milestone", "was", "to", "why", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.milestone}: {self.was} to {self.to}"


class MilestoneWord(models.Model):
    """What was said of a milestone; the latest counts, and none is ever changed."""

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="said")
    word = models.CharField(
        max_length=10,
        choices=[("done", "Done"), ("open", "Not done after all"), ("left", "Dropped")],
    )
    on = models.DateField()
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(word="done") | ~Q(words=""),
                name="a_milestone_is_undone_or_dropped_with_a_reason",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"milestone", "word", "on", "words", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.milestone}: {self.word}"
