"""What is written: documents, their versions, and who must approve each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from madegood.documents.kinds import BODY_WORDS, KIND_WORDS
from madegood.documents.path import StepState
from madegood.governance.models import Board
from madegood.plan.file_models import AttachedFile
from madegood.plan.models import Action, Recommendation, both_or_neither
from madegood.plan.owner_models import Post

PERSON = settings.AUTH_USER_MODEL


class Body(models.Model):
    """A partner organisation: whoever approves or is told, and is no post and no board
    of ours."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(
        max_length=20, choices=[(k.value, words) for k, words in BODY_WORDS.items()]
    )

    class Meta:
        ordering = ["name"]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"name", "kind"}

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """A policy, a specification, a protocol … owned by a post.

    review_by  when it must be looked at again; set from its first version on
    """

    kind = models.CharField(
        max_length=30, choices=[(k.value, words) for k, words in KIND_WORDS.items()]
    )
    title = models.CharField(max_length=300)
    owner = models.ForeignKey(Post, models.PROTECT, related_name="documents")
    partners = models.ManyToManyField(Body, related_name="documents")
    actions = models.ManyToManyField(Action, related_name="documents")
    recommendations = models.ManyToManyField(Recommendation, related_name="documents")
    review_by = models.DateField()
    retired_on = models.DateField(null=True)
    retired_why = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | ~Q(retired_why=""),
                name="a_document_is_retired_with_a_reason",
            )
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"recorded_by"}
        open = {"kind", "title", "owner", "partners", "actions", "recommendations"} | {
            "review_by",
            "retired_on",
            "retired_why",
            "recorded_at",
        }

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One text of a document. It is never changed: a correction is a version more.

    asks_again  whoever had acknowledged an earlier version must do so again
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey(AttachedFile, models.PROTECT, null=True, related_name="+")
    what_changed = models.TextField()
    asks_again = models.BooleanField()
    submitted_at = models.DateTimeField()
    submitted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="a_number_is_one_version"
            ),
            models.CheckConstraint(
                condition=~Q(link="") | Q(file__isnull=False),
                name="a_version_can_be_found",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"submitted_by"}
        open = {"document", "number", "link", "file", "what_changed"} | {
            "asks_again",
            "submitted_at",
        }

    def __str__(self) -> str:
        return f"{self.document}, version {self.number}"


class Step(models.Model):
    """An approver on a version's way: a post, a board or a partner.

    known_by  of a board or partner, which have no sign-in: where their decision stands
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="steps")
    order = models.PositiveIntegerField()
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="steps")
    due = models.DateField(null=True)
    state = models.CharField(
        max_length=10,
        choices=[(s.value, s.value) for s in StepState],
        default=StepState.WAITING.value,
    )
    why = models.TextField(blank=True)
    known_by = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "order"], name="a_place_on_a_path_is_one_step"
            ),
            models.CheckConstraint(
                condition=both_or_neither("decided_on", "decided_by")
                & both_or_neither("decided_on", "decided_at"),
                name="a_decision_has_a_day_and_a_person",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_on__isnull=True)
                | Q(state="approved", decided_on__isnull=False)
                | Q(state="sent_back", decided_on__isnull=False) & ~Q(why=""),
                name="what_is_sent_back_says_why",
            ),
            models.CheckConstraint(
                condition=Q(post__isnull=True, board=None, body__isnull=False)
                | Q(post__isnull=True, board__isnull=False, body=None)
                | Q(post__isnull=False, board=None, body=None),
                name="a_step_has_one_approver",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff = {"decided_by"}
        open = {"version", "order", "post", "board", "body", "due", "state"} | {
            "why",
            "known_by",
            "decided_on",
            "decided_at",
        }

    def __str__(self) -> str:
        return f"{self.version}: {self.approver}"

    @property
    def approver(self) -> str:
        return str(self.post or self.board or self.body)
