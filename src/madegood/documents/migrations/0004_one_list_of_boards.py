from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0003_bodies_that_are_boards'),
    ]

    operations = [
        migrations.AlterField(
            model_name='body',
            name='kind',
            field=models.CharField(choices=[('housing', 'Housing'), ('judiciary', 'Courts and judiciary'), ('police', 'Police'), ('health', 'Health'), ('education', 'Schools and education'), ('voluntary', 'Voluntary organisation or provider'), ('other', 'Another partner')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('board', None), ('body__isnull', False), ('post__isnull', True)), models.Q(('board__isnull', False), ('body', None), ('post__isnull', True)), models.Q(('board', None), ('body', None), ('post__isnull', False)), _connector='OR'), name='a_step_has_one_approver'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('board', None), ('body', None), ('person', None), ('post', None), models.Q(('team', ''), _negated=True)), models.Q(('board', None), ('body', None), ('person__isnull', False), ('post', None), ('team', '')), models.Q(('board', None), ('body', None), ('person', None), ('post__isnull', False), ('team', '')), models.Q(('board__isnull', False), ('body', None), ('person', None), ('post', None), ('team', '')), models.Q(('board', None), ('body__isnull', False), ('person', None), ('post', None), ('team', '')), _connector='OR'), name='one_audience_is_told'),
        ),
    ]
