"""What people say does not work, and what the helpdesk answers about the authorisation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0002_keep'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('user', models.UUIDField(null=True)),
                ('device', models.CharField(max_length=80)),
                ('unit', models.UUIDField()),
                ('kind', models.CharField(max_length=20)),
                ('system', models.CharField(blank=True, max_length=60)),
                ('home', models.UUIDField(null=True)),
                ('other_device_works', models.BooleanField(null=True)),
                ('saw', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('received_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['made_at'], name='report_made')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['launch', 'system', 'phones', 'coverage', 'fixed', 'wireless'])), name='report_kind'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'system'), _negated=True), models.Q(('system', ''), _negated=True), _connector='OR'), name='report_says_which_system')],
            },
        ),
        migrations.CreateModel(
            name='RightAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('right', models.BooleanField()),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='disruption.report')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
    ]
