"""The plan as the authority wrote it. What is known of it lives in another room."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.intake.plans import COUNTABILITY_WORDS, Countability
from madegood.plan.progress import DELIVERY_WORDS, Delivery

PERSON = settings.AUTH_USER_MODEL
_COUNTABILITIES = [(c.value, COUNTABILITY_WORDS[c]) for c in Countability]
_DELIVERIES = [(d.value, DELIVERY_WORDS[d]) for d in Delivery]


def both_or_neither(one: str, other: str) -> Q:
    return Q(**{f"{one}__isnull": True, f"{other}__isnull": True}) | Q(
        **{f"{one}__isnull": False, f"{other}__isnull": False}
    )


class Plan(models.Model):
    """One improvement plan. The inspections it answers stand in inspection_models.

    short        what people say before a part's number: JTAI22:4.3
    main_from    since when it is the authority's main plan, whose numbers are said
                 without a name; None where it never was
    tested_from  until this day nothing is judged: a new plan's declared grace
    ended_on     since when nothing of it is tested any more; it stays readable
    """

    title = models.CharField(max_length=300)
    short = models.CharField(max_length=12, unique=True)
    main_from = models.DateField(null=True)
    authority = models.CharField(max_length=200, blank=True)
    adopted_on = models.DateField()
    tested_from = models.DateField(null=True)
    files = models.JSONField(default=list)
    ended_on = models.DateField(null=True)
    ended_why = models.TextField(null=True)  # noqa: DJ001 - null with its date, or not

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("ended_on", "ended_why"),
                name="a_plan_ends_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(short=""), name="every_plan_has_a_short_name"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"title", "short", "main_from", "authority", "adopted_on"} | {
            "tested_from",
            "files",
            "ended_on",
            "ended_why",
        }

    def __str__(self) -> str:
        return self.title


class Recommendation(models.Model):
    """What the inspectors said needs to improve. `in_report` is in their own words.

    added_on  the day since which the plan has it; None: since it was adopted
    """

    said_as = ""  # as whoever asked for it calls it; see plan/finding.py

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="recommendations")
    number = models.CharField(max_length=20)
    order = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    title_source = models.CharField(max_length=10, blank=True)
    in_report = models.TextField(blank=True)
    source = models.JSONField(null=True)
    added_on = models.DateField(null=True)
    left_out_on = models.DateField(null=True)
    left_out_why = models.TextField(null=True)  # noqa: DJ001 - null with its date, or not

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("left_out_on", "left_out_why"),
                name="a_recommendation_is_left_out_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["plan", "number"], name="a_number_is_one_recommendation"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {
            "plan",
            "number",
            "order",
            "title",
            "title_source",
            "in_report",
            "added_on",
            "left_out_on",
            "left_out_why",
            "source",
        }

    def __str__(self) -> str:
        return f"recommendation {self.said_as or self.number}"


class Action(models.Model):
    """One thing the authority said it would do, as its plan says it. `added_on` as of a
    recommendation."""

    said_as = ""  # as whoever asked for it calls it; see plan/finding.py

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="actions"
    )
    number = models.CharField(max_length=20)
    order = models.PositiveIntegerField()
    text = models.TextField()
    original_due = models.DateField(null=True)
    due = models.DateField(null=True)
    refers_to = models.JSONField(default=list)
    commitments = models.JSONField(default=list)
    source = models.JSONField(null=True)
    added_on = models.DateField(null=True)
    left_out_on = models.DateField(null=True)
    left_out_why = models.TextField(null=True)  # noqa: DJ001 - null with its date, or not

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("left_out_on", "left_out_why"),
                name="an_action_is_left_out_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="a_number_is_one_action"
            ),
            models.CheckConstraint(
                condition=both_or_neither("original_due", "due"),
                name="a_due_date_keeps_its_original",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"recommendation", "number", "order", "text", "original_due", "due"} | {
            "refers_to",
            "commitments",
            "added_on",
            "left_out_on",
            "left_out_why",
            "source",
        }

    def __str__(self) -> str:
        return f"action {self.said_as or self.number}"


class ClaimRecord(models.Model):
    """What was said of an action, from a day on. The latest is what is claimed now."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="claims")
    delivery = models.CharField(max_length=20, choices=_DELIVERIES)
    words = models.TextField(blank=True)
    said_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, null=True)

    class Meta:
        ordering = ["said_on", "id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"action", "delivery", "words", "said_on", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.action}: {self.delivery} on {self.said_on}"


class DateMove(models.Model):
    """A promised date that became another. It is never forgotten."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="moves")
    was = models.DateField(null=True)
    to = models.DateField()
    agreed_by = models.CharField(max_length=200)
    why = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(agreed_by="") & ~Q(why=""), name="a_move_says_who_and_why"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"agreed_by", "recorded_by"}
        open = {"action", "was", "to", "why", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.action}: {self.was} to {self.to}"


class ExpectedOutcome(models.Model):
    """What the plan says will be different for children.

    countability  how far a number could settle it, as its reader took the words, and
                  `because` of which. What a person decides otherwise stands beside it.
    """

    said_as = ""  # as whoever asked for it calls it; see plan/finding.py

    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="outcomes"
    )
    number = models.CharField(max_length=20)
    order = models.PositiveIntegerField()
    text = models.TextField()
    countability = models.CharField(max_length=10, choices=_COUNTABILITIES)
    because = models.TextField(blank=True)
    retired_on = models.DateField(null=True)
    retired_why = models.TextField(null=True)  # noqa: DJ001 - null with its date, or not
    source = models.JSONField(null=True)
    added_on = models.DateField(null=True)
    left_out_on = models.DateField(null=True)
    left_out_why = models.TextField(null=True)  # noqa: DJ001 - null with its date, or not

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("left_out_on", "left_out_why"),
                name="an_outcome_is_left_out_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="a_letter_is_one_outcome"
            ),
            models.CheckConstraint(
                condition=both_or_neither("retired_on", "retired_why"),
                name="an_outcome_is_retired_with_a_reason",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {
            "recommendation",
            "number",
            "order",
            "text",
            "countability",
            "because",
        } | {
            "retired_on",
            "retired_why",
            "added_on",
            "left_out_on",
            "left_out_why",
            "source",
        }

    def __str__(self) -> str:
        return f"outcome {self.said_as or self.number}"


class Finding(models.Model):
    """Something about the plan that its reader could not tell, or should know."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=40)
    where = models.CharField(max_length=200)
    message = models.TextField()
    remedy = models.TextField()

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"plan", "kind", "where", "message", "remedy"}

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
