"""What a plan says its colours mean, in its own words. Which one an action has is computed
in another room."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.plan.models import Plan


class ColourKey(models.Model):
    """A plan's key from a moment on; those before are kept, for the days they were of.

    meanings  by what is computed: {"red": {"swatch", "word", "says"}, …}
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="colour_keys")
    meanings = models.JSONField()
    why = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        app_label = "plan"
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="a_colour_key_says_why")
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"made_by"}
        open = {"plan", "meanings", "why", "made_at"}

    def __str__(self) -> str:
        return f"the colours of {self.plan}"
