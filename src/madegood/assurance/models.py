"""Tests attached to the plan, signatures, how each part has stood, and what is odd in
the numbers that it stands on."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.assurance.explaining import VERDICT_WORDS, Verdict
from madegood.assurance.standing import STATE_WORDS, Assurance
from madegood.plan.models import Action, ExpectedOutcome
from madegood.warehouse.models import Run

PERSON = settings.AUTH_USER_MODEL
_ONE_THING = Q(action__isnull=True, outcome__isnull=False) | Q(
    action__isnull=False, outcome__isnull=True
)


class Test(models.Model):
    """A question asked of an action or outcome for as long as the plan stands.

    target     a fraction for shares; None for a document
    minimum    the fewest in a month, or in a sample, that can show anything
    withdrawn  somebody says, with a reason, that it is the wrong question; it is asked
               all the same until somebody else, who does not own it, has agreed
    """

    action = models.ForeignKey(Action, models.PROTECT, null=True, related_name="tests")
    outcome = models.ForeignKey(
        ExpectedOutcome, models.PROTECT, null=True, related_name="tests"
    )
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    measure = models.CharField(max_length=60, blank=True)
    baseline = models.FloatField(null=True)
    target = models.FloatField(null=True)
    periods = models.PositiveIntegerField(default=3)
    minimum = models.PositiveIntegerField(default=10)
    max_age_days = models.PositiveIntegerField(default=365)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey(PERSON, models.PROTECT)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, related_name="+"
    )
    withdrawn_why = models.TextField(blank=True)
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True,
                    withdrawn_by__isnull=True,
                    withdrawn_why="",
                    agreed_at__isnull=True,
                    agreed_by__isnull=True,
                )
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_why=""),
                name="a_withdrawn_test_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False)
                & ~Q(agreed_by=F("withdrawn_by")),
                name="somebody_else_agrees_to_a_withdrawal",
            ),
            models.CheckConstraint(
                condition=_ONE_THING, name="a_test_asks_of_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(kind="measure", target__isnull=False) & ~Q(measure="")
                | Q(kind__in=["sample", "feedback"], target__isnull=False, measure="")
                | Q(kind="document", target__isnull=True, measure=""),
                name="a_test_has_what_its_kind_needs",
            ),
            models.CheckConstraint(
                condition=Q(periods__gte=1, minimum__gte=1),
                name="a_test_asks_for_something",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"attached_by", "withdrawn_by", "agreed_by"}
        open = {"action", "outcome", "kind", "title", "measure", "baseline"} | {
            "withdrawn_at",
            "withdrawn_why",
            "agreed_at",
            "target",
            "periods",
            "minimum",
            "max_age_days",
            "attached_at",
        }

    def __str__(self) -> str:
        return self.title


class Signature(models.Model):
    """Somebody who does not own it says that what the tests show is how things are.

    It makes nothing embedded by itself: that is computed, and a signature is one of
    the things it needs.
    """

    action = models.ForeignKey(
        Action, models.PROTECT, null=True, related_name="signatures"
    )
    outcome = models.ForeignKey(
        ExpectedOutcome, models.PROTECT, null=True, related_name="signatures"
    )
    signed_by = models.ForeignKey(PERSON, models.PROTECT)
    signed_at = models.DateTimeField()
    why = models.TextField()

    class Meta:
        ordering = ["signed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=_ONE_THING, name="a_signature_is_for_one_thing"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_signature_says_why"),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"signed_by"}
        open = {"action", "outcome", "signed_at", "why"}

    def __str__(self) -> str:
        return f"{self.signed_by}, {self.signed_at:%Y-%m-%d}"


class StandingRecord(models.Model):
    """How a part of the plan stood from a moment on. Written when it changes."""

    kind = models.CharField(max_length=20)
    part = models.PositiveBigIntegerField()
    number = models.CharField(max_length=20)
    state = models.CharField(
        max_length=30, choices=[(a.value, STATE_WORDS[a]) for a in Assurance]
    )
    because = models.TextField()
    as_of = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["as_of", "id"]
        indexes = [models.Index(fields=["kind", "part", "as_of"])]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"kind", "part", "number", "state", "because", "as_of", "recorded_at"}

    def __str__(self) -> str:
        return f"{self.number}: {self.state} from {self.as_of:%Y-%m-%d}"


class ColourOverride(models.Model):
    """A person's colour for an action, beside the computed one, for a time.

    It never takes the computed one's place: both are shown while it lasts, and it is
    over at the latest so many days after it was made, whatever `expires_on` says.
    """

    action = models.ForeignKey(Action, models.PROTECT, related_name="overrides")
    colour = models.CharField(max_length=10)
    why = models.TextField()
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="an_override_says_why"),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"made_by"}
        open = {"action", "colour", "why", "made_at", "expires_on", "ended_at"}

    def __str__(self) -> str:
        return f"{self.action}: {self.colour} until {self.expires_on:%Y-%m-%d}"


class RunLook(models.Model):
    """What was found in one measure's numbers when a run was looked over.

    spread    {"working", "limit", "counts", "undone"}: counts by day and nothing of
              any child, so that a page need not read children's rows; null for what
              is no clock
    oddities  what was odd in this run: [{"kind", "since", "whose", "says"}]
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="looks")
    measure = models.CharField(max_length=60)
    spread = models.JSONField(null=True)
    oddities = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "measure"], name="one_look_at_each_measure_of_a_run"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"run", "measure", "spread", "oddities"}

    def __str__(self) -> str:
        return f"{self.measure} of {self.run}"


class OddityRecord(models.Model):
    """Something odd in a measure's numbers, from when it was first found. It is known
    again by its kind, whose it is and the day it began."""

    measure = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)
    since = models.DateField()
    whose = models.CharField(max_length=200, blank=True)
    says = models.TextField()
    found_by = models.ForeignKey(Run, models.SET_NULL, null=True, related_name="+")
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "measure", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "kind", "since", "whose"],
                name="one_record_of_each_oddity",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"measure", "kind", "since", "whose", "says", "found_by", "found_at"}

    def __str__(self) -> str:
        return f"{self.measure}: {self.says}"


class Explanation(models.Model):
    """What a person says of an oddity. The newest counts; none is ever changed.

    given_with  the explanation of another oddity, of the same cause, that this one was
                given with in the same words: one explanation, which stands for both
    """

    oddity = models.ForeignKey(
        OddityRecord, models.PROTECT, related_name="explanations"
    )
    verdict = models.CharField(
        max_length=10, choices=[(v.value, VERDICT_WORDS[v]) for v in Verdict]
    )
    why = models.TextField()
    explained_by = models.ForeignKey(PERSON, models.PROTECT)
    explained_at = models.DateTimeField()
    given_with = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="stands_for"
    )

    class Meta:
        ordering = ["explained_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""), name="an_explanation_says_why"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"explained_by"}
        open = {"oddity", "verdict", "why", "explained_at", "given_with"}

    def __str__(self) -> str:
        return f"{self.oddity}: {self.verdict}"
