import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assurance', '0003_evidence_and_withdrawal'),
    ]

    operations = [
        migrations.AddField(
            model_name='explanation',
            name='given_with',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stands_for', to='assurance.explanation'),
        ),
    ]
