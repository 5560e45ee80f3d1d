from datetime import timedelta

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import ExpressionWrapper, F

# Before there were steps a result was of a month, or of the twelve months to its run.
_LONGEST_MONTH = timedelta(days=31)


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    results = apps.get_model("warehouse", "MeasureResult").objects
    length = ExpressionWrapper(F("last") - F("first"), models.DurationField())
    known = results.annotate(length=length)
    known.filter(length__lt=_LONGEST_MONTH).update(step="month")
    known.filter(length__gte=_LONGEST_MONTH).update(step="rolling12")


class Migration(migrations.Migration):
    dependencies = [("warehouse", "0003_another_systems_ids")]

    operations = [
        migrations.AddField(
            model_name="measureresult",
            name="step",
            field=models.CharField(default="", max_length=10),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="measureresult", name="one_result_for_each_period_and_group"
        ),
        migrations.AddConstraint(
            model_name="measureresult",
            constraint=models.UniqueConstraint(
                fields=("run", "measure", "step", "first", "last", "group", "name"),
                name="one_result_for_each_step_and_group",
            ),
        ),
    ]
