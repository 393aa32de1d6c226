"""The print queue."""

import beredd.paper.rules.job
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('paper', '0004_boxes'),
    ]

    operations = [
        migrations.CreateModel(
            name='PrintJob',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('about', models.UUIDField(null=True)),
                ('routine', models.CharField(blank=True, max_length=60)),
                ('first', models.DateField()),
                ('last', models.DateField()),
                ('everybody', models.BooleanField(default=False)),
                ('changed_only', models.BooleanField(default=False)),
                ('to', models.CharField(blank=True, max_length=140)),
                ('channel', models.CharField(max_length=20)),
                ('asked_by', models.UUIDField()),
                ('asked_at', models.DateTimeField()),
                ('state', models.CharField(default=beredd.paper.rules.job.State['WAITING'], max_length=20)),
                ('sheets', models.PositiveIntegerField(null=True)),
                ('sheets_made', models.PositiveIntegerField(default=0)),
                ('pages', models.PositiveIntegerField(null=True)),
                ('seconds', models.FloatField(null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('lease_until', models.DateTimeField(null=True)),
                ('receipt', models.CharField(blank=True, max_length=140)),
                ('why', models.CharField(blank=True, max_length=40)),
                ('over_at', models.DateTimeField(null=True)),
                ('pack', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='paper.pack')),
            ],
        ),
        migrations.CreateModel(
            name='PrintFile',
            fields=[
                ('job', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='file', serialize=False, to='paper.printjob')),
                ('pdf', models.BinaryField()),
            ],
        ),
        migrations.AddIndex(
            model_name='printjob',
            index=models.Index(fields=['state', 'next_try_at'], name='print_job_next'),
        ),
        migrations.AddConstraint(
            model_name='printjob',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['unit', 'patient', 'safety_box', 'workplace', 'routine', 'blank'])), name='print_job_kind'),
        ),
        migrations.AddConstraint(
            model_name='printjob',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'making', 'ready', 'made', 'handing', 'done', 'cancelled', 'failed'])), name='print_job_state'),
        ),
    ]
