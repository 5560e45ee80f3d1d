"""What a person decides of an expected outcome, beside what its reader took it for."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.intake.plans import COUNTABILITY_WORDS, Countability
from madegood.plan.models import ExpectedOutcome


class CountabilityDecision(models.Model):
    """How far a number can settle an outcome, as a person sees it, and why. The newest
    counts; none is ever changed."""

    outcome = models.ForeignKey(
        ExpectedOutcome, models.PROTECT, related_name="countability_decisions"
    )
    countability = models.CharField(
        max_length=10, choices=[(c.value, COUNTABILITY_WORDS[c]) for c in Countability]
    )
    why = models.TextField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    decided_at = models.DateTimeField()

    class Meta:
        app_label = "plan"
        ordering = ["decided_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""), name="a_countability_decision_says_why"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"decided_by"}
        open = {"outcome", "countability", "why", "decided_at"}

    def __str__(self) -> str:
        return f"{self.outcome}: {self.countability}"
