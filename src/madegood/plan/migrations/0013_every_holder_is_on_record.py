from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("plan", "0012_on_record_since_when"),
    ]

    operations = [
        migrations.AlterField("holder", "recorded_at", models.DateTimeField()),
        migrations.AddConstraint(
            model_name="holder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("end__isnull", True), ("end_recorded_at__isnull", True)
                    ),
                    models.Q(
                        ("end__isnull", False), ("end_recorded_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="a_post_is_left_on_record",
            ),
        ),
    ]
