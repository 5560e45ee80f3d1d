from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('plan', '0008_inspections'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='plan',
            name='an_inspection_has_two_ends_or_none',
        ),
        migrations.RemoveField(
            model_name='plan',
            name='framework',
        ),
        migrations.RemoveField(
            model_name='plan',
            name='inspected_from',
        ),
        migrations.RemoveField(
            model_name='plan',
            name='inspected_to',
        ),
        migrations.RemoveField(
            model_name='plan',
            name='judgements',
        ),
        migrations.RemoveField(
            model_name='plan',
            name='published',
        ),
    ]
