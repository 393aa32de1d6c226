"""How phones fared in homes, and proposals of paper that were declined."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0011_observations'),
    ]

    operations = [
        migrations.CreateModel(
            name='CoverageDeclined',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('home', models.UUIDField(db_index=True)),
                ('ground', models.CharField(max_length=500)),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ground', ''), _negated=True), name='coverage_declined_has_a_ground')],
            },
        ),
        migrations.CreateModel(
            name='HomeStay',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('home', models.UUIDField()),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['home', 'ended_at'], name='home_stay_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ended_at__gte', models.F('began_at'))), name='home_stay_order')],
            },
        ),
        migrations.CreateModel(
            name='HomeLoss',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lost_at', models.DateTimeField()),
                ('regained_at', models.DateTimeField(null=True)),
                ('stay', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='losses', to='disruption.homestay')),
            ],
            options={
                'ordering': ['lost_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('regained_at', None), ('regained_at__gte', models.F('lost_at')), _connector='OR'), name='home_loss_order')],
            },
        ),
    ]
