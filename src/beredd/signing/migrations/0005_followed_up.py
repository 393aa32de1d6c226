"""That a patient has been followed up."""

from django.db import migrations, models

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):

    dependencies = [
        ('signing', '0004_worked_through'),
    ]

    operations = [
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('patient', models.UUIDField()),
                ('since', models.DateField()),
                ('until', models.DateField()),
                ('note', models.TextField(blank=True)),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['patient', 'at'], name='follow_up_patient')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='follow_up_period')],
            },
        ),
        keep_forever("signing_followup"),
    ]
