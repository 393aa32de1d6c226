"""Safety boxes: where they stand, what they hold, who looked through them; which box a pack was printed for."""

import django.db.models.deletion
from django.db import migrations, models

from beredd.database.immutable import keep_forever


class Migration(migrations.Migration):

    dependencies = [
        ('paper', '0003_registers'),
    ]

    operations = [
        migrations.AddField(
            model_name='pack',
            name='box',
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.CreateModel(
            name='SafetyBox',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('unit', models.UUIDField(db_index=True)),
                ('name', models.CharField(max_length=60)),
                ('place', models.CharField(max_length=120)),
                ('added_by', models.UUIDField()),
                ('added_at', models.DateTimeField()),
                ('removed_by', models.UUIDField(null=True)),
                ('removed_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('unit', 'name'), name='safety_box_once'), models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('removed_by', None)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='safety_box_removed_who_and_when')],
            },
        ),
        migrations.CreateModel(
            name='BoxInspection',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('seen', models.JSONField()),
                ('sheets', models.JSONField()),
                ('note', models.CharField(blank=True, max_length=300)),
                ('by', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('box', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='paper.safetybox')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='BoxContents',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holds', models.JSONField()),
                ('said_by', models.UUIDField()),
                ('said_at', models.DateTimeField()),
                ('box', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contents', to='paper.safetybox')),
            ],
            options={
                'ordering': ['said_at', 'id'],
            },
        ),
        keep_forever("paper_boxcontents"),
        keep_forever("paper_boxinspection"),
    ]
