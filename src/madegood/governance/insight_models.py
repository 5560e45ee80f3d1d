"""What somebody saw in the numbers, kept with the very numbers they saw."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.governance.matter_models import Matter
from madegood.plan.models import Action

SEEN_IN = [
    ("measure", "a measure"),
    ("oddity", "something odd in a measure"),
    ("comparison", "two periods beside each other"),
    ("finding", "what was found in a load"),
]


class Insight(models.Model):
    """From an analysis to what is done about it: an action, or a matter of a board.

    seen     the numbers as they stood, in words and figures: nothing here is computed
             again, because the reason for acting is what was seen that day
    run, snapshot, upload   where those numbers came from, by number and by content
    """

    seen_in = models.CharField(max_length=20, choices=SEEN_IN)
    measure = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    says = models.TextField()
    period_first = models.DateField(null=True)
    period_last = models.DateField(null=True)
    numbers = models.JSONField(default=list)
    run = models.PositiveIntegerField(null=True)
    snapshot = models.CharField(max_length=64, blank=True)
    definition = models.CharField(max_length=64, blank=True)
    page = models.CharField(max_length=500)
    why = models.TextField()
    action = models.ForeignKey(Action, models.PROTECT, null=True, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, null=True, related_name="+")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=True, matter__isnull=False)
                | Q(action__isnull=False, matter__isnull=True),
                name="an_insight_leads_to_one_thing",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"raised_by"}
        open = {"seen_in", "measure", "title", "says", "period_first"} | {
            "period_last",
            "numbers",
            "run",
            "snapshot",
            "definition",
            "page",
            "why",
            "action",
            "matter",
            "raised_at",
        }

    def __str__(self) -> str:
        return self.title
