"""Files that people attached: what each was called, and the hash it is kept under."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.intake.attached.kinds import KINDS


class AttachedFile(models.Model):
    """A file as somebody attached it. Two with the same bytes are one file on the disk.

    readable  whether its words could be looked into: not those of a picture or a scan
    """

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=10, choices=[(kind.name, kind.title) for kind in KINDS]
    )
    size = models.PositiveBigIntegerField()
    readable = models.BooleanField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        app_label = "plan"
        ordering = ["id"]
        indexes = [models.Index(fields=["sha256"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="an_attached_file_has_a_hash",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"received_by"}
        open = {"sha256", "name", "kind", "size", "readable", "received_at"}

    def __str__(self) -> str:
        return self.name
