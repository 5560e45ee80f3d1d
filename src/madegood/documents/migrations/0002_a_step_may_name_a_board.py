import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_documents'),
        ('governance', '0002_a_board_may_be_only_named'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='step',
            name='a_step_has_one_approver',
        ),
        migrations.RemoveConstraint(
            model_name='telling',
            name='one_audience_is_told',
        ),
        migrations.AddField(
            model_name='step',
            name='board',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.board'),
        ),
        migrations.AddField(
            model_name='telling',
            name='board',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='governance.board'),
        ),
    ]
