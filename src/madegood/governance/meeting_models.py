"""A meeting: its day, what is on its agenda, and who was there."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.governance.attending import ATTENDED, DEPUTY, ITEM_KINDS
from madegood.governance.models import Board, Member, ReportingLine
from madegood.plan.models import both_or_neither
from madegood.plan.owner_models import Post

PERSON = settings.AUTH_USER_MODEL


class Meeting(models.Model):
    """One meeting of a board.

    agenda        its items as they were published, which nothing changes afterwards
    short_notice  why it was published later than the law's clear days
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="meetings")
    day = models.DateField()
    begins = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    cancelled_on = models.DateField(null=True)
    agenda = models.JSONField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, related_name="+"
    )
    short_notice = models.TextField(blank=True)
    held_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "governance"
        ordering = ["day", "begins", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "day"],
                condition=Q(cancelled_on__isnull=True),
                name="a_board_meets_once_a_day",
            ),
            models.CheckConstraint(
                condition=both_or_neither("agenda", "published_at"),
                name="a_published_agenda_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True) | Q(held_at__isnull=True),
                name="a_cancelled_meeting_was_not_held",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"published_by"}
        open = {"board", "day", "begins", "place", "cancelled_on", "agenda"} | {
            "published_at",
            "short_notice",
            "held_at",
        }

    def __str__(self) -> str:
        return f"{self.board}, {self.day:%-d %B %Y}"


class MeetingChange(models.Model):
    """A meeting that was moved (`to`), or cancelled (`to` None), and why."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="changes")
    was = models.DateField()
    to = models.DateField(null=True)
    why = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""), name="a_moved_meeting_says_why"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"meeting", "was", "to", "why", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.meeting}: {self.was} to {self.to or 'nothing'}"


class AgendaItem(models.Model):
    """Something on the agenda. Once that is published, an item taken off stays with
    the day and the reason.

    paper         the number of a paper made here; its title and day are kept beside it
    line          what the board had agreed to be told, if this item tells it
    matter        a question or decision that this item brings back
    private_why   why the public is kept out while it is heard; "" where they are not
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=ITEM_KINDS)
    title = models.CharField(max_length=300)
    brought_by = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    minutes = models.PositiveIntegerField(null=True)
    line = models.ForeignKey(ReportingLine, models.PROTECT, null=True, related_name="+")
    recommendation = models.CharField(max_length=40, blank=True)
    paper = models.PositiveIntegerField(null=True)
    paper_title = models.CharField(max_length=250, blank=True)
    link = models.URLField(max_length=500, blank=True)
    private_why = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()
    gone_on = models.DateField(null=True)
    gone_why = models.TextField(blank=True)
    minute = models.TextField(blank=True)

    class Meta:
        app_label = "governance"
        ordering = ["order", "id"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"meeting", "order", "kind", "title", "brought_by", "minutes"} | {
            "line",
            "recommendation",
            "paper",
            "paper_title",
            "link",
            "private_why",
            "added_at",
            "gone_on",
            "gone_why",
            "minute",
        }

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """How a member attended a meeting; `deputy` is who came in their place."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    member = models.ForeignKey(Member, models.PROTECT, related_name="attendance")
    how = models.CharField(max_length=10, choices=ATTENDED)
    deputy = models.CharField(max_length=200, blank=True)

    class Meta:
        app_label = "governance"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"], name="a_member_attends_in_one_way"
            ),
            models.CheckConstraint(
                condition=Q(how=DEPUTY) & ~Q(deputy="") | ~Q(how=DEPUTY) & Q(deputy=""),
                name="a_deputy_is_named",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"deputy", "how"}
        open = {"meeting", "member"}

    def __str__(self) -> str:
        return f"{self.member}, {self.meeting}: {self.how}"
