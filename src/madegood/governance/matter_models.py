"""What a board asked, challenged, decided or recommended, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.governance.asking import KIND_WORDS, STATE_WORDS, Kind, State
from madegood.governance.meeting_models import AgendaItem, Meeting
from madegood.governance.models import Board
from madegood.plan.models import Action, both_or_neither
from madegood.plan.owner_models import Post

PERSON = settings.AUTH_USER_MODEL


class Matter(models.Model):
    """One thing that has to be answered or done, until the board closes it.

    meeting      where it was raised; None for one asked between meetings
    asked_by     a post or a role, in words: never a name that a paper would print
    received_on  of a recommendation of scrutiny: when the authority received it,
    notice_on    and the notice that asks for a response
    fit_on       when somebody decided that it may stand in a public paper
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="matters")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, related_name="matters"
    )
    kind = models.CharField(
        max_length=20, choices=[(k.value, KIND_WORDS[k]) for k in Kind]
    )
    text = models.TextField()
    asked_by = models.CharField(max_length=200)
    asked_on = models.DateField()
    to = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    received_on = models.DateField(null=True)
    notice_on = models.DateField(null=True)
    state = models.CharField(
        max_length=20, choices=[(s.value, STATE_WORDS[s]) for s in State]
    )
    closed_on = models.DateField(null=True)
    closed_why = models.TextField(blank=True)
    fit_on = models.DateField(null=True)
    fit_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "governance"
        ordering = ["asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.CLOSED.value, closed_on__isnull=False)
                | ~Q(state=State.CLOSED.value) & Q(closed_on__isnull=True),
                name="a_closed_matter_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=State.CLOSED.value)
                | Q(to__isnull=False, due__isnull=False),
                name="an_open_matter_has_somebody_and_a_day",
            ),
            models.CheckConstraint(
                condition=both_or_neither("fit_on", "fit_by"),
                name="somebody_finds_it_fit_to_print",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"fit_by", "recorded_by"}
        open = {"board", "meeting", "item", "kind", "text", "asked_by", "asked_on"} | {
            "to",
            "due",
            "received_on",
            "notice_on",
            "state",
            "closed_on",
            "closed_why",
            "fit_on",
            "recorded_at",
        }

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} of the {self.board}"


class Answer(models.Model):
    """An answer, and what a later meeting said of it: accepted, or sent back with why
    (`accepted` None: it has not been looked at). One that was withdrawn before the
    board looked at it stays to be read, with why."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="answers")
    text = models.TextField()
    by_post = models.CharField(max_length=200)
    answered_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    accepted = models.BooleanField(null=True)
    settled_at = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, related_name="+"
    )
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_why="")
                & Q(accepted__isnull=True),
                name="an_answer_is_withdrawn_with_why",
            ),
            models.CheckConstraint(
                condition=both_or_neither("accepted", "settled_at"),
                name="an_answer_is_settled_at_a_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(accepted=False) | ~Q(why=""),
                name="an_answer_is_sent_back_with_why",
            ),
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(accepted__isnull=True, withdrawn_at__isnull=True),
                name="one_answer_waits_at_a_time",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by", "settled_by", "withdrawn_by"}
        open = {"matter", "text", "by_post", "answered_on", "recorded_at"} | {
            "withdrawn_at",
            "withdrawn_why",
            "accepted",
            "settled_at",
            "why",
        }

    def __str__(self) -> str:
        return f"answer to {self.matter}"


class Reopening(models.Model):
    """That something the board had closed was opened again: why, and how it had been
    closed."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="reopenings")
    closed_on = models.DateField()
    closed_why = models.TextField()
    reopened_on = models.DateField()
    why = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""), name="a_reopened_matter_says_why"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"matter", "closed_on", "closed_why", "reopened_on", "why"} | {
            "recorded_at"
        }

    def __str__(self) -> str:
        return f"{self.matter} reopened"


class ActionLink(models.Model):
    """A board's matter and an action of the plan that it raised, changed or is about."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="links")
    action = models.ForeignKey(Action, models.PROTECT, related_name="+")
    how = models.CharField(
        max_length=10,
        choices=[("raised", "raised"), ("moved", "moved"), ("about", "is about")],
    )
    words = models.TextField(blank=True)
    linked_at = models.DateTimeField()
    linked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        app_label = "governance"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "action", "how", "words"],
                name="a_link_is_made_once",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"linked_by"}
        open = {"matter", "action", "how", "words", "linked_at"}

    def __str__(self) -> str:
        return f"{self.matter} {self.how} {self.action}"
