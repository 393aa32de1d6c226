"""That those who are to know have been reminded, once for each time."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0018_losses_by_time'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=160)),
                ('due_at', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='disruption.incident')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('incident', 'what', 'due_at'), name='reminded_once')],
            },
        ),
    ]
