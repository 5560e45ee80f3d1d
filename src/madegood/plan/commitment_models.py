"""What an action promises to do every so often, and what was done for each period."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.plan.evidence_models import Evidence
from madegood.plan.models import Action
from madegood.plan.working_models import ProgressUpdate

PERSON = settings.AUTH_USER_MODEL
_UNITS = ["day", "week", "month", "quarter", "term", "year"]


class Commitment(models.Model):
    """A promise that a person has confirmed, or has set aside as none.

    read_as  the promise as it stands in the plan's own words; "" where a person added it
    One that was set aside has no term. One that has ended keeps its periods till then.
    """

    action = models.ForeignKey(Action, models.PROTECT, related_name="promises")
    words = models.CharField(max_length=300)
    read_as = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)
    ended_on = models.DateField(null=True)
    ended_why = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "plan"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_why=""),
                name="a_commitment_ends_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["action", "read_as"],
                condition=~Q(read_as=""),
                name="a_promise_is_decided_once",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by", "ended_by"}
        open = {"action", "words", "read_as", "recorded_at"} | {
            "ended_on",
            "ended_why",
            "ended_at",
        }

    def __str__(self) -> str:
        return f"commitment “{self.words}” of {self.action}"


class CommitmentTerm(models.Model):
    """How often, from a day on, until a later term begins.

    first_day  the first day of its first period
    grace      days after the end of a period by which its report is due
    """

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="terms")
    count = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=10, choices=[(u, u) for u in _UNITS])
    first_day = models.DateField()
    grace = models.PositiveSmallIntegerField()
    agreed_by = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["first_day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "first_day"], name="one_term_begins_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(count__gte=1), name="a_term_comes_round"
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"agreed_by", "recorded_by"}
        open = {"commitment", "count", "unit", "first_day", "grace", "why"} | {
            "recorded_at"
        }

    def __str__(self) -> str:
        return (
            f"{self.commitment}: every {self.count} {self.unit} from {self.first_day}"
        )


class PeriodReport(models.Model):
    """What was done for one period: an update, evidence, or a paper found by its link.

    period   the first day of the period it is for
    made_on  the day it was made, which may be before it was recorded here
    """

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="reports")
    period = models.DateField()
    made_on = models.DateField()
    words = models.CharField(max_length=300)
    link = models.URLField(max_length=500, blank=True)
    update = models.ForeignKey(ProgressUpdate, models.PROTECT, null=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT)

    class Meta:
        app_label = "plan"
        ordering = ["period", "made_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(link="")
                | Q(update__isnull=False)
                | Q(evidence__isnull=False),
                name="a_report_can_be_found_again",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"commitment", "period", "made_on", "words", "link", "update"} | {
            "evidence",
            "recorded_at",
        }

    def __str__(self) -> str:
        return f"report for {self.period} of {self.commitment}"
