"""What shows a rung of the ladder, and who looked at it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from madegood.plan.file_models import AttachedFile
from madegood.plan.models import Action, ExpectedOutcome, both_or_neither

PERSON = settings.AUTH_USER_MODEL
# By the rungs of the ladder. What moved and what held is shown by measures; a paper that
# tells of it can be kept, and fills no rung by itself.
EVIDENCE_KINDS = ("done", "seen", "said", "moved", "held")


class Evidence(models.Model):
    """Something that shows a rung: a document, a sample, what families said.

    looked_at, good  how many were looked at, and how many of those were good
    words            what families said, in their words: for those who must act, only
    replaces         the version before this one, which stays to be read
    checked_by       somebody other than who recorded it, who has looked at it too
    """

    action = models.ForeignKey(
        Action, models.PROTECT, null=True, related_name="evidence"
    )
    outcome = models.ForeignKey(
        ExpectedOutcome, models.PROTECT, null=True, related_name="evidence"
    )
    rung = models.CharField(
        max_length=10,
        choices=[(kind, kind.capitalize()) for kind in EVIDENCE_KINDS],
    )
    title = models.CharField(max_length=300)
    link = models.URLField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey(
        AttachedFile, models.PROTECT, null=True, related_name="evidence"
    )
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by"
    )
    looked_at = models.PositiveIntegerField(null=True)
    good = models.PositiveIntegerField(null=True)
    happened_on = models.DateField()
    review_by = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        app_label = "plan"
        ordering = ["happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=True, outcome__isnull=False)
                | Q(action__isnull=False, outcome__isnull=True),
                name="evidence_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=both_or_neither("looked_at", "good"),
                name="evidence_counts_both_or_neither",
            ),
            models.CheckConstraint(
                condition=Q(good__isnull=True) | Q(good__lte=F("looked_at")),
                name="no_more_good_than_looked_at",
            ),
            models.CheckConstraint(
                condition=both_or_neither("checked_at", "checked_by"),
                name="a_check_has_a_checker",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("recorded_by")),
                name="nobody_checks_their_own_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(link="") | ~Q(sha256=""), name="evidence_can_be_found"
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces__isnull=True)
                | Q(version__gt=1, replaces__isnull=False),
                name="a_version_replaces_the_one_before",
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(rung="said"),
                name="only_what_was_said_is_in_families_words",
            ),
        ]

    class Privacy:
        child_level = {"words"}
        staff = {"recorded_by", "checked_by"}
        open = {"action", "outcome", "rung", "title", "link", "sha256", "looked_at"} | {
            "file",
            "version",
            "replaces",
            "good",
            "happened_on",
            "review_by",
            "recorded_at",
            "checked_at",
        }

    def __str__(self) -> str:
        return self.title
