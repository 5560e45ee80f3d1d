"""Comments, and who was mentioned in each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.plan.models import both_or_neither

PERSON = settings.AUTH_USER_MODEL


class Comment(models.Model):
    """What somebody said of one thing. It is never removed: its author may strike it.

    kind, key  what it is about: one of targets.TARGETS, and that thing's own id. There
               is no foreign key, as things of many rooms can be spoken of.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=40)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(null=True)
    struck_at = models.DateTimeField(null=True)
    struck_why = models.TextField(null=True)  # noqa: DJ001 - null with its moment, or not

    class Meta:
        ordering = ["written_at", "id"]
        indexes = [models.Index(fields=["kind", "key", "written_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""), name="a_comment_says_something"
            ),
            models.CheckConstraint(
                condition=both_or_neither("struck_at", "struck_why")
                & (Q(struck_why__isnull=True) | ~Q(struck_why="")),
                name="a_comment_is_struck_with_a_reason",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"text", "written_by", "struck_why"}
        open = {"kind", "key", "written_at", "edited_at", "struck_at"}

    def __str__(self) -> str:
        return f"{self.written_by} on {self.kind} {self.key}"


class Mention(models.Model):
    """A person who was asked to look. It waits in their work until they have."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="mentions")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="mentions")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "person"], name="a_person_is_mentioned_once"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"person"}
        open = {"comment", "seen_at"}

    def __str__(self) -> str:
        return f"{self.person} in {self.comment}"
