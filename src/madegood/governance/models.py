"""A board: what it is for, who sits on it, and what it is to be told how often."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.governance.frequency import UNITS
from madegood.governance.offered import KIND_WORDS, BoardKind
from madegood.plan.owner_models import Post

PERSON = settings.AUTH_USER_MODEL
KINDS = [(kind.value, KIND_WORDS[kind]) for kind in BoardKind]
EVERY = [(unit, unit) for unit in UNITS]


class Board(models.Model):
    """A board or forum.

    every, unit, skips  how often it agreed to meet, and the months it leaves out;
                        none where only its name is known, as somebody has yet to say
    papers_days         how many working days before a meeting its papers are due
    public              whether the public may attend and read its papers
    """

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    purpose = models.TextField()
    chair = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    public = models.BooleanField(default=False)
    quorum = models.PositiveIntegerField(null=True)
    every = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=10, choices=EVERY, blank=True)
    skips = models.JSONField(default=list)
    papers_days = models.PositiveIntegerField()
    agreed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_why="")
                | Q(ended_on__isnull=False) & ~Q(ended_why=""),
                name="a_board_ends_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(every__isnull=True, agreed_on__isnull=True, unit="")
                | Q(every__isnull=False, agreed_on__isnull=False, chair__isnull=False)
                & ~Q(unit=""),
                name="what_a_board_agreed_is_whole",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"name", "kind", "purpose", "chair", "public", "quorum", "every"} | {
            "unit",
            "skips",
            "papers_days",
            "agreed_on",
            "ended_on",
            "ended_why",
        }

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """Who sits on a board: a post of ours, or somebody from outside by name and
    organisation. `person` is their sign-in, where they have one."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="members")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200)
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering = ["organisation", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False, name="")
                | Q(post__isnull=True) & ~Q(name=""),
                name="a_member_is_a_post_or_somebody_outside",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="a_member_leaves_after_joining",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"name", "person"}
        open = {"board", "post", "organisation", "since", "until"}

    def __str__(self) -> str:
        return str(self.post) if self.post_id else self.name


class ReportingLine(models.Model):
    """Something a board is to be told, and how often it was agreed."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="lines")
    what = models.CharField(max_length=300)
    recommendation = models.CharField(max_length=40, blank=True)
    every = models.PositiveIntegerField()
    unit = models.CharField(max_length=10, choices=EVERY)
    agreed_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_why="")
                | Q(ended_on__isnull=False) & ~Q(ended_why=""),
                name="a_reporting_line_ends_with_a_reason",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"board", "what", "recommendation", "every", "unit", "agreed_on"} | {
            "ended_on",
            "ended_why",
        }

    def __str__(self) -> str:
        return self.what
