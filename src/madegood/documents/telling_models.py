"""Who has been told of a version, and who has acknowledged it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.documents.models import Body, Version
from madegood.governance.models import Board
from madegood.plan.models import both_or_neither
from madegood.plan.owner_models import Post

PERSON = settings.AUTH_USER_MODEL


def _one_of(*names: str) -> Q:
    """Just one of the columns is filled, or none of them and a team is."""
    condition = Q(**dict.fromkeys(names)) & ~Q(team="")
    for one in names:
        others = {name: None for name in names if name != one}
        condition |= Q(**{f"{one}__isnull": False}, **others, team="")
    return condition


class Telling(models.Model):
    """A person, a post, a team, a board or a partner that was told of a version.

    audience  which of the five it is, and who: "post:12", "team:Duty team"
    note      where an outsider's acknowledgement stands, for they have no sign-in
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="tellings")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="tellings")
    team = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=220)
    how = models.CharField(max_length=200)
    told_on = models.DateField()
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acknowledged_on = models.DateField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        app_label = "documents"
        ordering = ["told_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "audience"], name="each_is_told_of_a_version_once"
            ),
            models.CheckConstraint(
                condition=both_or_neither("acknowledged_on", "acknowledged_by")
                & both_or_neither("acknowledged_on", "acknowledged_at"),
                name="an_acknowledgement_has_a_day_and_a_person",
            ),
            models.CheckConstraint(
                condition=_one_of("person", "post", "board", "body"),
                name="one_audience_is_told",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"person", "told_by", "acknowledged_by"}
        open = {"version", "post", "board", "body", "team", "audience", "how"} | {
            "told_on",
            "told_at",
            "acknowledged_on",
            "acknowledged_at",
            "note",
        }

    def __str__(self) -> str:
        return f"{self.who} told of {self.version}"

    @property
    def who(self) -> str:
        return str(self.person or self.post or self.board or self.body or self.team)
