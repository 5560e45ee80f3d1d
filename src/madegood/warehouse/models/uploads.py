"""What was sent: its files, what was found in them, and the parts they gave."""

from django.conf import settings
from django.db import models

from madegood.warehouse.models.snapshots import StoredSnapshot
from madegood.warehouse.states import LIVE, UploadState


class Upload(models.Model):
    """Files sent together, from their arrival to what became of them.

    digest     of the files' hashes, their settings and what was asked of them: while
               one such upload lives, the same files again are that upload
    hashes     of its files as they were received, to be what is read
    ids_of     the other system whose ids its children have; "" where they are ours
    folder     where the files wait to be read, under the data folder; they may hold
               names, so it is emptied as soon as they have been
    heartbeat  when whoever reads them was last heard of
    """

    state = models.CharField(max_length=10, choices=UploadState.choices())
    digest = models.CharField(max_length=64)
    label = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uploads",
    )
    ids_of = models.CharField(max_length=40, blank=True)
    alone = models.BooleanField(default=False)
    synthetic = models.BooleanField(default=False)
    settings_text = models.TextField(blank=True)
    hashes = models.JSONField(default=list)
    folder = models.CharField(max_length=64, blank=True)
    task = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    files_total = models.PositiveIntegerField(default=0)
    files_done = models.PositiveIntegerField(default=0)
    rows_so_far = models.PositiveBigIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True)
    rows = models.PositiveBigIntegerField(default=0)
    read = models.PositiveBigIntegerField(default=0)
    set_aside = models.PositiveBigIntegerField(default=0)
    preview = models.JSONField(null=True)
    refusal = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_uploads",
    )
    accepted_set_aside = models.PositiveBigIntegerField(default=0)
    why = models.TextField(blank=True)
    snapshot = models.ForeignKey(
        StoredSnapshot, models.PROTECT, null=True, related_name="uploads"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=models.Q(state__in=[state.value for state in LIVE]),
                name="one_live_upload_of_the_same_files",
            )
        ]
        ordering = ["-received_at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"received_by", "decided_by", "why"}
        open = {
            "state",
            "digest",
            "label",
            "received_at",
            "ids_of",
            "alone",
            "synthetic",
            "settings_text",
            "hashes",
            "folder",
            "task",
            "attempts",
            "files_total",
            "files_done",
            "rows_so_far",
            "heartbeat",
            "rows",
            "read",
            "set_aside",
            "preview",
            "refusal",
            "decided_at",
            "accepted_set_aside",
            "snapshot",
        }

    def __str__(self) -> str:
        return self.label


class StoredFile(models.Model):
    """A file that was read: what it was, whole, and how its rows add up."""

    upload = models.ForeignKey(Upload, models.CASCADE, null=True, related_name="files")
    snapshot = models.ForeignKey(
        StoredSnapshot, models.CASCADE, null=True, related_name="files"
    )
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=40)
    edition = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64)
    tables = models.JSONField(default=dict)

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"upload", "snapshot", "name", "format", "edition", "sha256", "tables"}

    def __str__(self) -> str:
        return self.name


class StoredFinding(models.Model):
    """Something found in a file that was read all the same. `child` is the pseudonym of
    the row's child, so that whoever may can tell the team whose row it is."""

    upload = models.ForeignKey(
        Upload, models.CASCADE, null=True, related_name="findings"
    )
    snapshot = models.ForeignKey(
        StoredSnapshot, models.CASCADE, null=True, related_name="findings"
    )
    file = models.CharField(max_length=255)
    table = models.CharField(max_length=60, blank=True)
    row = models.PositiveIntegerField(null=True)
    column = models.CharField(max_length=100, blank=True)
    team = models.CharField(max_length=200, blank=True)
    child = models.CharField(max_length=64, blank=True)
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10)
    message = models.TextField()
    remedy = models.TextField()

    class Privacy:
        child_level = {"message", "row", "child"}
        staff: set[str] = set()
        open = {
            "upload",
            "snapshot",
            "file",
            "table",
            "column",
            "team",
            "code",
            "severity",
            "remedy",
        }

    def __str__(self) -> str:
        return self.message


class StoredPart(models.Model):
    """What one source gave one table in one upload: keyed rows, and where each came
    from. A snapshot that keeps it lists it again."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    table = models.CharField(max_length=60)
    source = models.CharField(max_length=90)
    blob = models.CharField(max_length=64)
    lineage = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["upload", "table", "source"],
                name="one_part_for_each_table_and_source",
            )
        ]
        ordering = ["table", "source"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"upload", "table", "source", "blob", "lineage", "rows"}

    def __str__(self) -> str:
        return f"{self.table} from {self.source}"


class QualityCount(models.Model):
    """How many findings of one cause a team's rows had in one upload. With no `code`:
    how many rows of that table were read for the team, which is what to divide by.
    `example` is the message of the first."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="quality")
    file = models.CharField(max_length=255, blank=True)
    table = models.CharField(max_length=60, blank=True)
    column = models.CharField(max_length=100, blank=True)
    team = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=60, blank=True)
    severity = models.CharField(max_length=10, blank=True)
    rows = models.PositiveBigIntegerField()
    example = models.TextField(blank=True)
    remedy = models.TextField(blank=True)

    class Privacy:
        child_level = {"example"}
        staff: set[str] = set()
        open = {
            "upload",
            "file",
            "table",
            "column",
            "team",
            "code",
            "severity",
            "rows",
            "remedy",
        }

    def __str__(self) -> str:
        return f"{self.team or 'no team'}: {self.rows} × {self.code or 'rows'}"
