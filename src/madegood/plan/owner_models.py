"""Who owns an action: a post, held by a person for a time."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.plan.models import Action, both_or_neither

LONGEST_POST = 200


class Post(models.Model):
    """A post; what waits for it while nobody holds it goes to the one it reports to."""

    title = models.CharField(max_length=LONGEST_POST, unique=True)
    reports_to = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="reported_to_by"
    )

    class Meta:
        app_label = "plan"
        constraints = [
            models.CheckConstraint(
                condition=~Q(reports_to=F("id")), name="a_post_reports_to_another"
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"title", "reports_to"}

    def __str__(self) -> str:
        return self.title


class Holder(models.Model):
    """A person in a post, from a day until a day (None: still).

    Who held it when is one thing, since when that was on record another: a holder who
    is recorded late was not what anybody could read on the days before.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="holders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    start = models.DateField()
    end = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    end_recorded_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "plan"
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("end", "end_recorded_at"),
                name="a_post_is_left_on_record",
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_post_is_left_after_it_is_taken",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"person"}
        open = {"post", "start", "end", "recorded_at", "end_recorded_at"}

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"


class Ownership(models.Model):
    """A post that owns an action. Of joint owners, one is accountable.

    start  since when; None: since the plan was adopted
    end    the day it was taken off; it is kept, so that its holder cannot sign
    """

    action = models.ForeignKey(Action, models.PROTECT, related_name="ownerships")
    post = models.ForeignKey(Post, models.PROTECT, related_name="ownerships")
    accountable = models.BooleanField()
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    class Meta:
        app_label = "plan"
        ordering = ["-accountable", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "post"],
                condition=Q(end__isnull=True),
                name="a_post_owns_an_action_once",
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(accountable=True, end__isnull=True),
                name="one_post_is_accountable",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"action", "post", "accountable", "start", "end"}

    def __str__(self) -> str:
        return f"{self.post} owns {self.action}"


def owning(on: date) -> models.QuerySet[Ownership]:
    """What was owned that day, and by which posts."""
    begun = Q(start__isnull=True) | Q(start__lte=on)
    return Ownership.objects.filter(begun, Q(end__isnull=True) | Q(end__gt=on))
