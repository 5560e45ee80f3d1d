from typing import Any

from django.db import migrations, models
from django.db.models import F

from madegood.plan.inspection_kinds import INITIALS, kind_of
from madegood.plan.numbers import short_for


def name_the_plans(apps: Any, schema_editor: Any) -> None:
    """Every plan was the main one from the day it was adopted until the next."""
    Plan = apps.get_model("plan", "Plan")
    Plan.objects.update(main_from=F("adopted_on"))
    taken: set[str] = set()
    for plan in Plan.objects.order_by("id"):
        day = plan.inspected_to or plan.published or plan.adopted_on
        plan.short = short_for(INITIALS[kind_of(plan.framework)], day.year, taken)
        taken.add(plan.short)
        plan.save(update_fields=["short"])


class Migration(migrations.Migration):

    dependencies = [
        ("plan", "0003_attached_files"),
    ]

    operations = [
        migrations.AddField("plan", "short", models.CharField(max_length=12, default="")),
        migrations.AddField("plan", "main_from", models.DateField(null=True)),
        migrations.AddField("plan", "ended_on", models.DateField(null=True)),
        migrations.AddField("plan", "ended_why", models.TextField(null=True)),
        migrations.RunPython(name_the_plans, migrations.RunPython.noop),
    ]
