"""What was published and read here: one row for each file, its figures beside it."""

from django.conf import settings
from django.db import models


class Release(models.Model):
    """One published file. It is never changed: a later release of the same table is
    another row, and the earlier one stays to be compared with.

    content    SHA-256 of the file as it came: the same file again is the same release
    kind       figures, dictionary, neighbours or authorities
    table      which table it is a release of: `lait`, `csww_indicators`
    edition    the newest year in it, 0 where it has none
    blob       SHA-256 of the Parquet file that holds its rows (benchmarks.store)
    set_aside  rows that could not be placed, each with its reason
    """

    content = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    table = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    edition = models.PositiveIntegerField()
    file = models.CharField(max_length=255)
    blob = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    set_aside = models.JSONField(default=list)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        ordering = ["kind", "table", "-edition", "-loaded_at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"loaded_by"}
        open = {
            "content",
            "kind",
            "table",
            "title",
            "edition",
            "file",
            "blob",
            "rows",
            "set_aside",
            "loaded_at",
        }

    def __str__(self) -> str:
        return f"{self.title} ({self.edition})" if self.edition else self.title
