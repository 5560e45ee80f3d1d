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
    """One load: immutable, named by its content. The rows themselves are Parquet.

    data_to  the last London day that anything in it happened or was recorded
    """

    content = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )
    synthetic = models.BooleanField()
    settings_text = models.TextField(blank=True)
    data_to = models.DateField(null=True)
    rows = models.PositiveIntegerField()

    class Meta:
        ordering = ["-loaded_at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"loaded_by"}
        open = {
            "content",
            "label",
            "loaded_at",
            "synthetic",
            "settings_text",
            "data_to",
            "rows",
        }

    def __str__(self) -> str:
        return self.label


class StoredFile(models.Model):
    """A file a snapshot was made from: what it was, whole, and how its rows add up."""

    snapshot = models.ForeignKey(StoredSnapshot, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=40)
    edition = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64)
    tables = models.JSONField(default=dict)

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"snapshot", "name", "format", "edition", "sha256", "tables"}

    def __str__(self) -> str:
        return self.name


class StoredFinding(models.Model):
    """Something found in a file that was loaded all the same."""

    snapshot = models.ForeignKey(
        StoredSnapshot, models.CASCADE, related_name="findings"
    )
    file = models.CharField(max_length=255)
    table = models.CharField(max_length=60, blank=True)
    row = models.PositiveIntegerField(null=True)
    column = models.CharField(max_length=100, blank=True)
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10)
    message = models.TextField()
    remedy = models.TextField()

    class Privacy:
        child_level = {"message", "row"}
        staff: set[str] = set()
        open = {"snapshot", "file", "table", "column", "code", "severity", "remedy"}

    def __str__(self) -> str:
        return self.message


class Run(models.Model):
    """The measures computed on one snapshot as of one moment."""

    snapshot = models.ForeignKey(StoredSnapshot, models.CASCADE, related_name="runs")
    as_of = models.DateTimeField()
    engine = models.CharField(max_length=100)
    computed_at = models.DateTimeField()
    computed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        ordering = ["-as_of", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"computed_by"}
        open = {"snapshot", "as_of", "engine", "computed_at"}

    def __str__(self) -> str:
        return f"{self.snapshot} as of {self.as_of:%d %B %Y}"


class MeasureResult(models.Model):
    """A measure summed over a period, for everybody or for one group.

    `group` is "" for everybody, else "team" or "provider" with its `name`.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="results")
    measure = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()
    group = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=200, blank=True)
    states = models.JSONField()
    reasons = models.JSONField()
    numerator = models.PositiveIntegerField()
    denominator = models.PositiveIntegerField()
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    unit = models.CharField(max_length=10)
    definition = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "measure", "first", "last", "group", "name"],
                name="one_result_for_each_period_and_group",
            )
        ]
        ordering = ["measure", "first"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {
            "run",
            "measure",
            "first",
            "last",
            "group",
            "name",
            "states",
            "reasons",
            "numerator",
            "denominator",
            "value",
            "low",
            "high",
            "unit",
            "definition",
        }

    def __str__(self) -> str:
        return f"{self.measure} {self.first} to {self.last} {self.name}".strip()
