"""An inspection or a review: when it was, what it judged and asked for, and what the
authority has since published. A plan may answer it."""

from django.db import models
from django.db.models import Q

from madegood.plan.inspection_kinds import KIND_WORDS, Kind
from madegood.plan.models import Plan, both_or_neither


class Inspection(models.Model):
    """One inspection, visit or review.

    received          when the authority received the final report: its clocks begin
    published         when the inspectorate published it
    judgements        each area and its grade, in the report's words; none is required,
                      the overall one least of all (it ended in April 2026)
    priority_action   the report names an area for priority action
    statement_asked   it asks for a written statement of proposed action
    recommendations   [{"number", "text"}] in the report's order and words
    """

    kind = models.CharField(
        max_length=20, choices=[(k.value, KIND_WORDS[k]) for k in Kind]
    )
    title = models.CharField(max_length=300, blank=True)
    authority = models.CharField(max_length=200, blank=True)
    started = models.DateField(null=True)
    ended = models.DateField(null=True)
    received = models.DateField(null=True)
    published = models.DateField(null=True)
    judgements = models.JSONField(default=dict)
    priority_action = models.BooleanField(default=False)
    statement_asked = models.BooleanField(default=False)
    recommendations = models.JSONField(default=list)
    report_published_on = models.DateField(null=True)
    draft_sent_on = models.DateField(null=True)
    statement_published_on = models.DateField(null=True)
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, related_name="inspections"
    )

    class Meta:
        app_label = "plan"
        ordering = ["-ended", "-published", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("started", "ended"),
                name="an_inspection_starts_and_ends",
            ),
            models.CheckConstraint(
                condition=Q(started__isnull=True) | Q(started__lte=models.F("ended")),
                name="an_inspection_ends_after_it_starts",
            ),
        ]

    class Privacy:
        child_level: set[str] = set()
        staff: set[str] = set()
        open = {"kind", "title", "authority", "started", "ended", "received"} | {
            "published",
            "judgements",
            "priority_action",
            "statement_asked",
            "recommendations",
            "report_published_on",
            "draft_sent_on",
            "statement_published_on",
            "plan",
        }

    def __str__(self) -> str:
        words = self.title or KIND_WORDS[Kind(self.kind)]
        day = self.ended or self.published
        return f"{words}, {day:%B %Y}" if day else words
