"""What the helpdesk answers is about a user, whether or not a report came first."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disruption', '0006_keep_steps'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuthorisationAnswer',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('user', models.UUIDField()),
                ('right', models.BooleanField()),
                ('lacking', models.JSONField(default=list)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'id'],
                'indexes': [models.Index(fields=['user', 'at'], name='authorisation_answer_latest')],
            },
        ),
        migrations.DeleteModel(
            name='RightAnswer',
        ),
    ]
