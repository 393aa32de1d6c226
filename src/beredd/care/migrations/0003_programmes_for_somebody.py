"""Programmes of patients and units, and the drafts in which programmes are written."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('care', '0002_sort_exercises'),
        ('people', '0002_keep'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=20)),
                ('exercise', models.UUIDField(null=True)),
                ('content', models.JSONField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeDraft',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('at_step', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name='programme',
            name='came_from',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='care.programmeversion'),
        ),
        migrations.AddField(
            model_name='programme',
            name='patient',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='care.patient'),
        ),
        migrations.AddField(
            model_name='programme',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('patient', None), ('unit', None), _connector='OR'), name='programme_patient_or_template'),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='became',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='care.programmeversion'),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='came_from',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='care.programmeversion'),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='patient',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='care.patient'),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='programme',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='care.programme'),
        ),
        migrations.AddField(
            model_name='programmedraft',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit'),
        ),
        migrations.AddField(
            model_name='draftstep',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='care.programmedraft'),
        ),
        migrations.AddConstraint(
            model_name='draftstep',
            constraint=models.UniqueConstraint(fields=('draft', 'number'), name='draft_step_once'),
        ),
    ]
