"""A yes or a no becomes three answers, and a person may decide otherwise.

What was read is kept: yes is "countable" and no is "not", each with its because. The
reader of that day did not tell "partly" from "not", so nobody is made to have said it: a
person may, or the plan is read again.
"""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ANSWERS = [
    ("countable", "can be counted"),
    ("partly", "can be counted in part"),
    ("not", "cannot be counted as written"),
]


def widen(apps: Any, schema_editor: Any) -> None:
    outcomes = apps.get_model("plan", "ExpectedOutcome").objects
    outcomes.filter(countable=True).update(countability="countable")


def narrow(apps: Any, schema_editor: Any) -> None:
    outcomes = apps.get_model("plan", "ExpectedOutcome").objects
    outcomes.update(countable=False)
    outcomes.filter(countability="countable").update(countable=True)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("plan", "0005_short_names_are_unique"),
    ]

    operations = [
        migrations.AddField(
            "expectedoutcome",
            "countability",
            models.CharField(choices=ANSWERS, default="not", max_length=10),
            preserve_default=False,
        ),
        # So that going back has something to put there.
        migrations.AlterField(
            "expectedoutcome", "countable", models.BooleanField(default=False)
        ),
        migrations.RunPython(widen, narrow),
        migrations.RemoveField("expectedoutcome", "countable"),
        migrations.CreateModel(
            name="CountabilityDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("countability", models.CharField(choices=ANSWERS, max_length=10)),
                ("why", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="countability_decisions",
                        to="plan.expectedoutcome",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="a_countability_decision_says_why",
                    )
                ],
            },
        ),
    ]
