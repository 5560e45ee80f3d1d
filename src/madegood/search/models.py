"""What can be found, and under which words. All of it can be made again."""

from django.db import models


class Entry(models.Model):
    """One thing that can be found.

    said        the number or id that its page takes; "" where it has no page
    permission  what a person must be permitted to find it
    stamp       of its words: an entry that has not changed is left alone
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120)
    route = models.CharField(max_length=30, blank=True)
    said = models.CharField(max_length=120, blank=True)
    title = models.TextField()
    text = models.TextField(blank=True)
    permission = models.CharField(max_length=40)
    stamp = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["said"])]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_entry_of_a_thing")
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"title", "text"}
        open = {"kind", "key", "route", "said", "permission", "stamp"}

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Word(models.Model):
    """A stem that an entry holds, and how much it says of it."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="words")
    stem = models.CharField(max_length=40)
    permission = models.CharField(max_length=40)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["stem", "permission", "entry", "weight"])]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"entry", "stem", "permission", "weight"}

    def __str__(self) -> str:
        return self.stem


class Freshness(models.Model):
    """Up to which event of the trail everything has been taken up."""

    event = models.BigIntegerField(default=-1)
    refreshed_at = models.DateTimeField(null=True)

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"event", "refreshed_at"}

    def __str__(self) -> str:
        return f"up to event {self.event}"
