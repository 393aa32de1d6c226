"""Phones that have agreed to be told; and the units that a telling concerns, by which roles are looked up."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0002_keep'),
    ]

    operations = [
        migrations.CreateModel(
            name='Phone',
            fields=[
                ('device', models.UUIDField(primary_key=True, serialize=False)),
                ('user', models.UUIDField(db_index=True)),
                ('endpoint', models.CharField(max_length=1000)),
                ('key', models.CharField(max_length=100)),
                ('auth', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['-at', 'device'],
            },
        ),
        migrations.AddField(
            model_name='telling',
            name='units',
            field=models.JSONField(null=True),
        ),
    ]
