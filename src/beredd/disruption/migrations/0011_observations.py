"""Stations, and what is seen from the server, from them and from phones."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0010_keep_tickets'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vantage', models.CharField(max_length=60)),
                ('place', models.CharField(max_length=10)),
                ('link', models.CharField(max_length=10)),
                ('unit', models.UUIDField(null=True)),
                ('target', models.CharField(max_length=60)),
                ('result', models.CharField(max_length=10)),
                ('fault', models.CharField(blank=True, max_length=30)),
                ('seconds', models.FloatField(null=True)),
                ('certificate_ends', models.DateTimeField(null=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['at'], name='observation_at')],
                'constraints': [models.UniqueConstraint(fields=('vantage', 'target', 'at'), name='observation_once')],
            },
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('unit', models.UUIDField()),
                ('link', models.CharField(max_length=10)),
                ('always_on', models.BooleanField()),
                ('token_hash', models.CharField(max_length=64)),
                ('added_at', models.DateTimeField()),
                ('heard_at', models.DateTimeField(null=True)),
                ('resting', models.BooleanField(default=False)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='station_withdrawn_who_and_when')],
            },
        ),
    ]
