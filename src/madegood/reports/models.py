"""Papers as they were on the day: their facts frozen, their files known by hash."""

from django.conf import settings
from django.db import models


class Paper(models.Model):
    """A paper that was made. A later one never changes it.

    facts       everything it says, already through the disclosure gate, with the names
                of what was held back, which later papers hold back too
    renditions  the SHA-256 of each file that was made of it, by suffix
    """

    name = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    as_of = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )
    facts = models.JSONField()
    renditions = models.JSONField(default=dict)

    class Meta:
        ordering = ["-as_of", "-made_at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"made_by"}
        open = {"name", "title", "as_of", "made_at", "facts", "renditions"}

    def __str__(self) -> str:
        return f"{self.title}, {self.as_of:%d %B %Y}"
