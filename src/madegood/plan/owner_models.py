"""Who owns an action: a post, held by a person for a time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.plan.models import Action

LONGEST_POST = 200


class Post(models.Model):
    title = models.CharField(max_length=LONGEST_POST, unique=True)

    class Meta:
        app_label = "plan"

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"title"}

    def __str__(self) -> str:
        return self.title


class Holder(models.Model):
    """A person in a post, from a day until a day (None: still)."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    start = models.DateField()
    end = models.DateField(null=True)

    class Meta:
        app_label = "plan"
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_post_is_left_after_it_is_taken",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"person"}
        open = {"post", "start", "end"}

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"


class Ownership(models.Model):
    """A post that owns an action. Of joint owners, one is accountable."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="ownerships")
    post = models.ForeignKey(Post, models.PROTECT, related_name="ownerships")
    accountable = models.BooleanField()

    class Meta:
        app_label = "plan"
        ordering = ["-accountable", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "post"], name="a_post_owns_an_action_once"
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(accountable=True),
                name="one_post_is_accountable",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"action", "post", "accountable"}

    def __str__(self) -> str:
        return f"{self.post} owns {self.action}"
