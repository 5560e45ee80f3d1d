"""What was computed from a snapshot."""

from django.conf import settings
from django.db import models

from madegood.warehouse.models.snapshots import StoredSnapshot


class Run(models.Model):
    """The measures computed on one snapshot as of one moment.

    only  the ids of the few that were asked for, in order and parted by commas; "" is
          every measure that the snapshot can feed
    """

    snapshot = models.ForeignKey(StoredSnapshot, models.CASCADE, related_name="runs")
    as_of = models.DateTimeField()
    engine = models.CharField(max_length=100)
    only = models.TextField(blank=True, default="")
    computed_at = models.DateTimeField()
    computed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "as_of", "engine", "only"],
                name="one_run_for_each_question",
            )
        ]
        ordering = ["-as_of", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"computed_by"}
        open = {"snapshot", "as_of", "engine", "only", "computed_at"}

    def __str__(self) -> str:
        return f"{self.snapshot} as of {self.as_of:%d %B %Y}"


class MeasureResult(models.Model):
    """A measure summed over a period, for everybody or for one group.

    step    which step through time the period is (measures/steps.py): a year to
            31 March and the twelve months rolling that end with it have the same days
    group   "" for everybody, else what it is broken down by (measures/who.py), with
            the `name` of the group: "" is what is not recorded
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="results")
    measure = models.CharField(max_length=60)
    step = models.CharField(max_length=10)
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
                fields=["run", "measure", "step", "first", "last", "group", "name"],
                name="one_result_for_each_step_and_group",
            )
        ]
        ordering = ["measure", "first"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {
            "run",
            "measure",
            "step",
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


class RunRows(models.Model):
    """The row states behind one measure of a run, in a blob; gone with the rows of
    the snapshot they were judged from."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="row_states")
    measure = models.CharField(max_length=60)
    blob = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "measure"], name="one_list_of_rows_for_each_measure"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"run", "measure", "blob", "rows"}

    def __str__(self) -> str:
        return f"{self.rows} rows of {self.measure}"
