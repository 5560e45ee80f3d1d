"""What was loaded, what was found in it, and what was computed from it."""

from django.conf import settings
from django.db import models


class DataProtectionDecision(models.Model):
    """The authority's decision, after its impact assessment, to load real data."""

    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200)
    reference = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    class Privacy:
        child_level: set[str] = set()
        staff = {"decided_by", "recorded_by"}
        open = {"decided_on", "reference", "recorded_at"}

    def __str__(self) -> str:
        return f"Decision {self.reference} of {self.decided_on}"


class StoredSnapshot(models.Model):
    """The record as it was known from one load until the next: immutable, a list of
    blobs named by what is in them (`warehouse.blobs`).

    content   its name: the hash of its manifest when it was made; where the same rows
              come back after others, of that and of what they came after
    manifest  the hash of the blobs it lists now: not `content` any more once a child
              has been erased from it
    data_to   the last London day that anything in it happened or was recorded
    """

    content = models.CharField(max_length=64, unique=True)
    manifest = models.CharField(max_length=64, blank=True)
    label = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )
    synthetic = models.BooleanField()
    settings_text = models.TextField(blank=True)
    data_to = models.DateField(null=True)
    rows = models.PositiveIntegerField()
    parts = models.ManyToManyField("warehouse.StoredPart", related_name="snapshots")
    expired_at = models.DateTimeField(null=True)
    on_hold = models.BooleanField(default=False)
    hold_why = models.TextField(blank=True)
    erasures = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-loaded_at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"loaded_by", "hold_why"}
        open = {
            "content",
            "manifest",
            "label",
            "loaded_at",
            "synthetic",
            "settings_text",
            "data_to",
            "rows",
            "parts",
            "expired_at",
            "on_hold",
            "erasures",
        }

    def __str__(self) -> str:
        return self.label


class StoredTable(models.Model):
    """One table of a snapshot, as its sources were put together.

    sources  whose rows they are, the first to speak first
    filled   for each column, how many rows have something in it
    data_to  the last London day that its rows speak of
    """

    snapshot = models.ForeignKey(StoredSnapshot, models.CASCADE, related_name="tables")
    name = models.CharField(max_length=60)
    blob = models.CharField(max_length=64)
    lineage = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    sources = models.JSONField()
    filled = models.JSONField()
    data_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "name"], name="one_table_of_a_name_in_a_snapshot"
            )
        ]
        ordering = ["name"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {
            "snapshot",
            "name",
            "blob",
            "lineage",
            "rows",
            "sources",
            "filled",
            "data_to",
        }

    def __str__(self) -> str:
        return self.name
