import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
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
                ("content", models.CharField(max_length=64, unique=True)),
                ("kind", models.CharField(max_length=20)),
                ("table", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=300)),
                ("edition", models.PositiveIntegerField()),
                ("file", models.CharField(max_length=255)),
                ("blob", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("set_aside", models.JSONField(default=list)),
                ("loaded_at", models.DateTimeField()),
                (
                    "loaded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "table", "-edition", "-loaded_at", "-id"],
            },
        ),
    ]
