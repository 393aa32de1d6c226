"""Paper at the end of each shift."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('paper', '0006_pages_foreseen'),
    ]

    operations = [
        migrations.CreateModel(
            name='ShiftPrint',
            fields=[
                ('unit', models.UUIDField(primary_key=True, serialize=False)),
                ('times', models.JSONField()),
                ('everybody', models.BooleanField()),
                ('to', models.CharField(blank=True, max_length=140)),
                ('put_by', models.UUIDField()),
                ('put_at', models.DateTimeField()),
                ('last_due', models.DateTimeField()),
            ],
        ),
    ]
