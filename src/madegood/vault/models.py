"""What the vault keeps. Everything that identifies is sealed; see class Privacy."""

from django.conf import settings
from django.db import models


class KeyInUse(models.Model):
    """Which key of that name the ledger's data was made with: a lost key is noticed,
    not replaced by a new one that opens nothing."""

    name = models.CharField(max_length=60, unique=True)
    fingerprint = models.CharField(max_length=16)
    since = models.DateTimeField()

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"name", "fingerprint", "since"}

    def __str__(self) -> str:
        return f"{self.name} {self.fingerprint}"


class EscrowTest(models.Model):
    """An escrow file was opened and compared with the keys in use."""

    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    fingerprints = models.JSONField()
    passed = models.BooleanField()

    class Meta:
        ordering = ["-at", "-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"by"}
        open = {"at", "sha256", "fingerprints", "passed"}

    def __str__(self) -> str:
        return f"Escrow {self.sha256[:12]} at {self.at:%Y-%m-%d}"


class KeptId(models.Model):
    """The way back from one child's pseudonym: the case system's own number, sealed."""

    pseudonym = models.CharField(max_length=26, unique=True)
    sealed = models.BinaryField()

    class Privacy:
        child_level = {"pseudonym", "sealed"}
        staff: set[str] = set()
        open: set[str] = set()

    def __str__(self) -> str:
        return self.pseudonym


class TurnedBack(models.Model):
    """Who turned which pseudonym back: what an access review asks of one child. The
    event on the trail has the reason."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    event = models.PositiveBigIntegerField()
    pseudonym = models.CharField(max_length=26, db_index=True)

    class Privacy:
        child_level = {"pseudonym"}
        staff = {"by"}
        open = {"at", "event"}

    def __str__(self) -> str:
        return f"{self.pseudonym} by {self.by}"


class Identity(models.Model):
    """A person on one of two lists that are being matched.

    side   "ours" or "theirs"
    token  ours: the child's pseudonym. Theirs: their id under the matching key.
    sealed name, date of birth, district, sex, and on theirs the id itself
    """

    system = models.CharField(max_length=40)
    side = models.CharField(
        max_length=6, choices=[("ours", "ours"), ("theirs", "theirs")]
    )
    token = models.CharField(max_length=26)
    sealed = models.BinaryField()
    listed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "side", "token"], name="one_person_on_a_list_once"
            )
        ]

    class Privacy:
        child_level = {"token", "sealed"}
        staff: set[str] = set()
        open = {"system", "side", "listed_at"}

    def __str__(self) -> str:
        return f"{self.system} {self.side} {self.pk}"

    def place(self) -> str:
        """What the sealed text belongs to."""
        return f"{self.system} {self.side} {self.token}"


class Proposal(models.Model):
    """Two people who may be one child, for a person to decide."""

    class State(models.TextChoices):
        WAITING = "waiting"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"

    system = models.CharField(max_length=40)
    theirs = models.CharField(max_length=26)
    pseudonym = models.CharField(max_length=26)
    probability = models.FloatField()
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "theirs", "pseudonym"], name="two_people_paired_once"
            )
        ]
        ordering = ["-probability", "id"]

    class Privacy:
        child_level = {"theirs", "pseudonym", "probability"}
        staff = {"decided_by"}
        open = {"system", "state", "decided_at"}

    def __str__(self) -> str:
        return f"{self.system} match {self.pk}"


class Link(models.Model):
    """A person said that their id and our pseudonym are one child."""

    system = models.CharField(max_length=40)
    theirs = models.CharField(max_length=26)
    pseudonym = models.CharField(max_length=26, db_index=True)
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system", "theirs"], name="their_id_is_one_child"
            )
        ]

    class Privacy:
        child_level = {"theirs", "pseudonym"}
        staff = {"confirmed_by"}
        open = {"system", "confirmed_at"}

    def __str__(self) -> str:
        return f"{self.system} link {self.pk}"


class CaseLink(models.Model):
    """Where a link to a child in the case system leads. The newest row is the one that
    counts; an empty template turns links off."""

    template = models.CharField(max_length=500, blank=True)
    owner = models.CharField(max_length=200)
    why = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    class Meta:
        ordering = ["-id"]

    class Privacy:
        child_level: set[str] = set()
        staff = {"owner", "why", "set_by"}
        open = {"template", "set_at"}

    def __str__(self) -> str:
        return self.template or "no links"
