"""Events: what was done or read, kept as it was said at the time."""

from typing import Any, NoReturn

from django.db import models


class Kept(RuntimeError):
    """Somebody tried to change or remove an event. The trail only grows."""


class Events(models.QuerySet["Event"]):
    def update(self, **_kwargs: Any) -> NoReturn:
        raise Kept("Events are never changed. Record another one that corrects it.")

    def delete(self) -> NoReturn:
        raise Kept("Events are never removed.")


class Event(models.Model):
    """One thing that somebody did, or read.

    There are no foreign keys: the trail must outlive what it speaks of, and must never
    stand in the way of the ledger's own changes.
    """

    at = models.DateTimeField()
    kind = models.CharField(max_length=60)
    actor_id = models.CharField(max_length=40, blank=True)
    actor = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=100)
    subject = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    facts = models.JSONField(default=dict)

    objects = Events.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "at"]),
            models.Index(fields=["at"]),
        ]
        ordering = ["at", "id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"actor", "actor_id", "why"}
        open = {"at", "kind", "subject_kind", "subject_id", "subject", "facts"}

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor}: {self.kind} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Kept("Events are never changed. Record another one that corrects it.")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise Kept("Events are never removed.")
